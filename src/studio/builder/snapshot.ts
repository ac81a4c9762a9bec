/** Creates the snapshot of the chosen card, and finds names of affected people in it. */
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { CardKind } from '../../card/build-card.js';
import type { Block } from '../../card/card.js';
import { cardOf, snapshotOf } from '../../embed/snapshot.js';
import type { BuilderState } from './builder-state.js';
import { trustedHtml } from './trusted-html.js';

export interface CardSnapshot {
  readonly html: string;
  /** BCP 47, the language of its sentences. */
  readonly language: string;
  /** Addresses of the pictures in the closed card. */
  readonly pictures: string[];
}

/** @returns undefined if the feed has nothing to show for these options */
type Options = Pick<BuilderState, 'tag' | 'item' | 'lang'> & Partial<Pick<BuilderState, 'look' | 'theme' | 'heading-level'>>;

export async function createSnapshot(feed: Feed, state: Options): Promise<CardSnapshot | undefined> {
  const { tag, item, lang, look, theme, 'heading-level': level } = state;
  const kind = tag.replace('placard-', '') as CardKind;
  const id = kind === 'list' ? undefined : item || undefined;
  const language = lang || ownLanguage(feed, state);
  const options = { kind, item: id, language, look: look || undefined, theme: theme || undefined, level: Number(level) || undefined };
  const [card, html] = await Promise.all([cardOf(feed, options), snapshotOf(feed, options)]);
  return card && html ? { html, language, pictures: [...new Set(picturesIn(card.blocks))] } : undefined;
}

/** Returns the language of the snapshot if the user does not choose one: that of the statement, or of the feed if later statements follow. */
export function ownLanguage(feed: Feed, { tag, item }: Pick<BuilderState, 'tag' | 'item'>): string {
  return (tag !== 'placard-list' && item && feed.item(item)?.language) || feed.head.language || 'en';
}

function picturesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'picture' ? (block.url ?? []) : block.kind === 'group' ? picturesIn(block.blocks) : []));
}

/** Returns the names in the snapshot that any item of the feed lists as affected. Matches the exact spelling only. */
export function findNames(html: string, feed: Feed): string[] {
  const text = normalize(new DOMParser().parseFromString(trustedHtml(html), 'text/html').body.textContent);
  const listed = feed.ids.flatMap((id) => feed.item(id)?._placard?.incident?.affected?.names ?? []);
  return [...new Set(listed)].filter((name) => text.includes(normalize(name)));
}

const normalize = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();

/** Returns the feed without the lists of names. Sentences stay unchanged. */
export function withoutNames(text: string, url: string): Feed {
  const document = JSON.parse(text) as { items: { _placard?: { incident?: { affected?: { names?: unknown } } } }[] };
  for (const item of document.items) delete item?._placard?.incident?.affected?.names;
  return parseFeed(document, url);
}
