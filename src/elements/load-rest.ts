/** Loads what every card needs after its first view. */
import { loadChunk } from '../client/load-chunk.js';
import type * as rest from './rest-part.js';

export type Rest = typeof rest;

let part: Rest | undefined;

/** The part, if it is loaded. */
export const loadedRest = (): Rest | undefined => part;

/** Rejects if the part cannot be loaded; the next call tries again. */
export async function loadRest(): Promise<Rest> {
  return (part ??= await loadChunk('rest', () => import('./rest-part.js')));
}
