/** What the pages of a site are made from. */
import type { Asset } from '../embed/snippets.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item } from '../feed/schema/schema.js';
import type { RenderedItem } from './render.js';

/** What a page of the site is made from. */
export interface ItemContext {
  readonly feed: Feed;
  readonly item: Item;
  readonly rendered: RenderedItem;
  readonly publisher: string;
}

export interface Site {
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  /** Path of the bundles' folder within it. */
  readonly assets: string;
  asset(name: string): Asset;
}
