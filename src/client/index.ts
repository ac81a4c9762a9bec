/** The client: fetches a feed and keeps it fresh, without any element. */
export { watchFeed, type FeedState, type FeedWatch, type FeedOrigin, type WatchOptions } from './watch-feed.js';
export { browserEnvironment, type Environment } from './environment.js';
