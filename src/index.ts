/** Classes, types, `parseFeed` and `watchFeed`, without side effects. `placard/define` registers the tags. */
export { PlacardElement } from './elements/base/placard-element.js';
export { PlacardAction } from './elements/components/action/placard-action.js';
export { PlacardCampaign } from './elements/components/campaign/placard-campaign.js';
export { PlacardFeed } from './elements/components/feed/placard-feed.js';
export { PlacardIncident } from './elements/components/incident/placard-incident.js';
export { PlacardList } from './elements/components/list/placard-list.js';
export { PlacardStatement } from './elements/components/statement/placard-statement.js';
export { PlacardStatus } from './elements/components/status/placard-status.js';
export { PlacardActionEvent, PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from './elements/events.js';
export { parseFeed, Feed } from './feed/parse-feed.js';
export { FeedError, type ErrorCode, type Issue, type IssueCode } from './feed/errors.js';
export { watchFeed, type FeedState, type FeedWatch, type WatchOptions } from './client/watch-feed.js';
export type { FeedHead, Item, Action, Contact, Proceeding, Publisher } from './feed/schema/schema.js';
export type { Locale } from './i18n/load-locale.js';
