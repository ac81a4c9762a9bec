/** For pages that take no script, and for those that are made before one runs. */
export { snapshotOf, type SnapshotOptions } from './snapshot.js';
export { full, iframe, live, marked, type Asset, type Embed, type Frame } from './snippets.js';
export { react, svelte, vue } from './framework-snippets.js';
