/** What checks a document: as the modules stand here, by Zod; as compile-validators.node.ts builds them, as in the bundles. */
export { validate } from '../../../src/feed/schema/validator.js';
export { parseFeed } from '../../../src/feed/parse-feed.js';
export { withBaseUrl } from '../../../src/feed/schema/field-rules.js';
