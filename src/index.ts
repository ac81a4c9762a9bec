/** Classes, types and the two lower layers' entries; no side effects. `placard/define` registers the tags. */
export { PlacardElement } from './elements/base.js';
export { PlacardAction } from './elements/action.js';
export { PlacardCampaign } from './elements/campaign.js';
export { PlacardFeed } from './elements/feed.js';
export { PlacardIncident } from './elements/incident.js';
export { PlacardList } from './elements/list.js';
export { PlacardStatement } from './elements/statement.js';
export { PlacardStatus } from './elements/status.js';
export { PlacardActionEvent, PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from './elements/events.js';
export { parseFeed, Feed } from './feed/parse.js';
export { FeedError, type ErrorCode, type Issue, type IssueCode } from './feed/error.js';
export { watchFeed, type FeedState, type FeedWatch, type WatchOptions } from './client/watch.js';
export type { FeedHead, Item, Action, Contact, Proceeding, Publisher } from './feed/schema.js';
export type { Locale } from './i18n/load-locale.js';
