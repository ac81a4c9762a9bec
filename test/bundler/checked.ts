/** What checks a document: as the modules stand here, by Zod; as compile-validators.node.ts builds them, as in the bundles. */
export { check } from '../../src/feed/checks.js';
export { parseFeed } from '../../src/feed/parse.js';
export { withBase } from '../../src/feed/rules.js';
