/** The feed layer alone: no DOM, no network, no clock. */
export { parseFeed, Feed } from './parse.js';
export { selectItem, bestLanguage, type Choice } from './select.js';
export { originalOf, originalsIn, translationOf, versionsOf, withdrawnBy, type Version } from './translations.js';
export { FeedError, type ErrorCode, type Issue, type IssueCode } from './error.js';
export { safeUrl, safeWebUrl } from './url.js';
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
} from './dates.js';
export { canonical } from './canonical.js';
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
} from './schema.js';
