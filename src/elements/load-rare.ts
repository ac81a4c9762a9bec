import { loadChunk } from '../client/load-chunk.js';

/** Loads the functions that few first cards need. Only the bundles call it (src/feed/part-missing.ts). */
export const loadRare = () => loadChunk('rare', () => import('./rare-part.js'));
