/** The validators of a document. Imported as source, they use Zod; compile-validators.node.ts builds them as the bundles have them. */
export { validate } from '../../../src/feed/schema/validator.js';
export { parseFeed } from '../../../src/feed/parse-feed.js';
export { withBaseUrl } from '../../../src/feed/schema/field-rules.js';
