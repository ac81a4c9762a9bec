/** The format of a feed. Uses no DOM, network or clock. */
export { parseFeed, Feed } from './parse-feed.js';
export { selectItem, bestLanguage, type SelectOptions } from './select-item.js';
export { originalId, originalIds, translationInfo, languageVariants, findRetraction, type LanguageVariant } from './translations.js';
export { FeedError, type ErrorCode, type Issue, type IssueCode } from './errors.js';
export { safeUrl, safeWebUrl } from './values/safe-url.js';
export {
  parseDate,
  compareDates,
  earliestMs,
  formatDate,
  parsePartialDate,
  precision,
  type PartialDate,
  type DateComponents,
  type Relation,
} from './values/partial-date.js';
export { canonicalizeJson } from './signature/canonical-json.js';
export type {
  FeedHead,
  FeedExtension,
  Publisher,
  Contact,
  Item,
  ItemExtension,
  Incident,
  Proceeding,
  NextStep,
  Action,
  Reference,
} from './schema/schema.js';
