/**
 * Loads a chunk on demand: `loadChunk('signature', () => import('../feed/signature/verify-feed.js'))`. In an application, this is
 * the import, and its bundler splits the code. The bundles for a `<script>` use `load-chunk-with-integrity.ts` instead.
 * There, src/bundler/lazy-chunks.ts replaces the name and the import by a file and its hash.
 *
 * A chunk imports nothing that the page already has: the code would run twice. It takes arguments, or holds a copy.
 */
export function loadChunk<Chunk>(_name: string, load: () => Promise<Chunk>): Promise<Chunk> {
  return load();
}
