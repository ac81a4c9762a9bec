/** The snapshot of what was chosen, made from the card; and who is named in it. */
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { CardKind } from '../../card/build-card.js';
import type { Block } from '../../card/card.js';
import { cardOf, snapshotOf } from '../../embed/snapshot.js';
import type { Choices } from './choices.js';
import { trusted } from './trusted-html.js';

export interface Shown {
  readonly snapshot: string;
  /** BCP 47, of its sentences. */
  readonly language: string;
  /** Addresses of the pictures that the live card has. */
  readonly pictures: string[];
}

/** Undefined where the feed has nothing to show there. */
export async function takeSnapshot(feed: Feed, choices: Pick<Choices, 'tag' | 'item' | 'lang'>): Promise<Shown | undefined> {
  const { tag, item, lang } = choices;
  const kind = tag.replace('placard-', '') as CardKind;
  const wanted = kind === 'list' ? undefined : item || undefined;
  const language = lang || (wanted && feed.item(wanted)?.language) || feed.head.language || 'en';
  const options = { kind, item: wanted, language };
  const [card, snapshot] = await Promise.all([cardOf(feed, options), snapshotOf(feed, options)]);
  return card && snapshot ? { snapshot, language, pictures: [...new Set(picturesIn(card.blocks))] } : undefined;
}

function picturesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'picture' ? (block.url ?? []) : block.kind === 'group' || block.kind === 'fold' ? picturesIn(block.blocks) : [],
  );
}

/** Those whom the feed lists as affected, in whatever item, and whose names the snapshot holds as they are written there. */
export function namesIn(snapshot: string, feed: Feed): string[] {
  const text = plain(new DOMParser().parseFromString(trusted(snapshot), 'text/html').body.textContent);
  const listed = feed.ids.flatMap((id) => feed.item(id)?._placard?.incident?.affected?.names ?? []);
  return [...new Set(listed)].filter((name) => text.includes(plain(name)));
}

const plain = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();

/** The same feed without the list of names. What its sentences say stays as it is. */
export function withoutNames(text: string, url: string): Feed {
  const document = JSON.parse(text) as { items: { _placard?: { incident?: { affected?: { names?: unknown } } } }[] };
  for (const item of document.items) delete item?._placard?.incident?.affected?.names;
  return parseFeed(document, url);
}
