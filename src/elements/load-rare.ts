import { loadChunk } from '../client/load-chunk.js';

/** Loads the functions that few first cards need. Only the bundles call it (src/feed/chunk-missing.ts). */
export const loadRare = () => loadChunk('rare', () => import('./rare-chunk.js'));
