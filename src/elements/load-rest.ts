/** Loads what every card needs after its first view. */
import { loadChunk } from '../client/load-chunk.js';
import type * as rest from './rest-chunk.js';

export type Rest = typeof rest;

let chunk: Rest | undefined;

/** The chunk, if it is loaded. */
export const loadedRest = (): Rest | undefined => chunk;

/** Rejects if the chunk cannot be loaded; the next call tries again. */
export async function loadRest(): Promise<Rest> {
  return (chunk ??= await loadChunk('rest', () => import('./rest-chunk.js')));
}
