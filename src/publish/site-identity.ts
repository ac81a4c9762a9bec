/** The publisher's hub and picture, as the pages of the site name them. */
import type { Feed } from '../feed/parse-feed.js';
import { safeWebUrl } from '../feed/values/safe-url.js';
import { isJsonObject } from '../lint/json-pointer.js';
import type { FeedDocument } from './feed-document.js';

/** Returns the WebSub hub of a JSON Feed 1.1. */
export function hubOf({ hubs }: FeedDocument): string | undefined {
  const found = (Array.isArray(hubs) ? hubs : []).find((hub) => isJsonObject(hub) && /^websub$/i.test(textOf(hub.type)));
  return safeWebUrl(textOf(Object(found).url));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const iconOf = ({ head }: Feed, base: string): string =>
  head.favicon ?? head.icon ?? head._placard?.publisher.logo ?? `${base}icon.svg`;

/** The picture of a site whose publisher names no logo: a placard on its stick. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#b3261e" d="M3 3h26v17H18v9h-4v-9H3z"/></svg>\n`;
