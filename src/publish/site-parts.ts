/** The data that the pages of a site are made from. */
import type { Asset } from '../embed/snippets.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item } from '../feed/schema/schema.js';
import type { RenderedItem } from './render.js';

export interface Picture {
  /** Name of the file. It says what the picture shows, so that a preview that keeps pictures gets a new one after a change. */
  readonly name: string;
  readonly alt: string;
}

export interface ItemContext {
  /** The item's own feed. */
  readonly feed: Feed;
  readonly item: Item;
  readonly rendered: RenderedItem;
  readonly publisher: string;
  /** The picture of the card, if pictures are drawn. */
  readonly picture?: Picture;
}

export interface Site {
  /** Address of the WebSub hub that the publisher names. */
  readonly hub: string | undefined;
  /** Address of the publisher's picture, for the tab of a browser. */
  readonly icon: string;
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  /** Path of the library's folder in the site. */
  readonly assets: string;
  /** Returns the address and the hash of a file of the library. */
  asset(name: string): Asset;
  /** Returns the name of an item's folder. */
  folderOf(id: string): string;
}

/** Returns the address of an item's page, with a slash at its end. */
export const addressOf = ({ base, folderOf }: Site, id: string): string => `${base}${folderOf(id)}/`;
