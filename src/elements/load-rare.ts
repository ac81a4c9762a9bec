/** Loads src/elements/rare-part.ts in the bundles. src/bundler/rare-modules.ts writes the calls of `rare`. */
import { loadChunk } from '../client/load-chunk.js';
import { PartMissing } from '../feed/part-missing.js';
import type * as rarePart from './rare-part.js';

let part: typeof rarePart | undefined;

/** Returns the functions of the part. @throws PartMissing before it is loaded */
export function rare(): typeof rarePart {
  if (!part) throw new PartMissing(load);
  return part;
}

async function load(): Promise<void> {
  part = await loadChunk('rare', () => import('./rare-part.js'));
}
