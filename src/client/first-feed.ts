/**
 * What the first card has before the client loads: one request for each feed, and the parsed feed. The client takes both, so that it
 * neither asks the host again nor parses the text again.
 */
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import type { Environment } from './environment.js';
import { SharedRequest } from './shared-request.js';

const requests = new Map<string, SharedRequest>();
/** By the address that answered. */
const parsed = new Map<string, { readonly text: string; readonly feed: Feed }>();

/** Returns the first request of a feed. Undefined without one while the page is hidden or offline. */
export function firstRequest(url: string, environment: Environment): SharedRequest | undefined {
  const known = requests.get(url);
  if (known || !environment.visible() || !environment.online()) return known;
  const request = new SharedRequest(url, environment, cacheFor(url, environment));
  requests.set(url, request);
  request.onAbandoned = () => requests.delete(url);
  return request;
}

/** Returns the cache mode of a first request: one that the page preloads can use that response. */
export const cacheFor = (url: string, environment: Environment): 'default' | 'no-cache' =>
  environment.isPreloaded?.(url) ? 'default' : 'no-cache';

/** Returns the first request of a feed once. */
export function takeRequest(url: string, environment: Environment): SharedRequest | undefined {
  const request = requests.get(url);
  if (request?.environment !== environment) return undefined;
  requests.delete(url);
  return request;
}

/** Parses a text once for all elements that show it first. */
export function parseOnce(text: string, url: string): Feed {
  const known = parsed.get(url);
  if (known?.text === text) return known.feed;
  const feed = parseFeed(text, url);
  parsed.set(url, { text, feed });
  return feed;
}

/** Returns the feed that `parseOnce` made of a text. Returns it once: its owner may add items of earlier publications. */
export function takeParsed(text: string, url: string): Feed | undefined {
  const known = parsed.get(url);
  if (known?.text !== text) return undefined;
  parsed.delete(url);
  return known.feed;
}

/** Whether a feed was fetched already. */
export const isFetched = (url: string): boolean => !!requests.get(url)?.isSettled;
