/** The feed layer alone: no DOM, no network, no clock. */
export { parseFeed, Feed } from './parse-feed.js';
export { selectItem, bestLanguage, type Choice } from './select-item.js';
export { originalOf, originalsIn, translationOf, versionsOf, withdrawnBy, type Version } from './translations.js';
export { FeedError, type ErrorCode, type Issue, type IssueCode } from './errors.js';
export { safeUrl, safeWebUrl } from './values/safe-url.js';
export {
  parseDate,
  compareDates,
  earliest,
  formatDate,
  dateOf,
  precision,
  type PartialDate,
  type DateParts,
  type Relation,
} from './values/partial-date.js';
export { canonical } from './signature/canonical-json.js';
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
