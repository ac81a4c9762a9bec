/** For pages that take no script, and for those that are made before one runs. */
export { snapshotOf, type SnapshotOptions } from './snapshot.js';
export { loaderSnippet, iframeSnippet, scriptSnippet, divSnippet, type Asset, type Embed, type Frame } from './snippets.js';
export { reactComponent, svelteComponent, vueComponent } from './framework-snippets.js';
