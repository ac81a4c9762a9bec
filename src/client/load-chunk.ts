/**
 * Parts that are loaded only where they are needed: `loadChunk('signature', () => import('../feed/signature/verify-feed.js'))`. Here that is the
 * import, since in an application its own bundler decides. The two bundles for a `<script>` take `load-chunk-with-integrity.ts` instead, and
 * src/bundler/lazy-parts.ts puts a file and its hash in the place of the name and the import.
 *
 * A part imports nothing of what is already there: it would run twice. It gets what it needs as arguments, or holds a copy.
 */
export function loadChunk<Part>(_name: string, load: () => Promise<Part>): Promise<Part> {
  return load();
}
