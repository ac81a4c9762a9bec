/** The snapshot of what was chosen, made from the element itself; and who is named in it. */
import { parseFeed, type Feed } from '../../src/feed/parse.js';
import { snapshotOf } from '../../src/embed/snapshot.js';
import type { Choices } from './choices.js';
import { trusted } from './preview.js';

type Card = HTMLElement & { data?: Feed; updateComplete: Promise<boolean> };

export interface Shown {
  readonly snapshot: string;
  /** BCP 47, of its sentences. */
  readonly language: string;
  /** Addresses of those that the live card has. */
  readonly pictures: string[];
}

/** Undefined where the element has nothing to show. */
export async function takeSnapshot(
  feed: Feed,
  choices: Pick<Choices, 'tag' | 'item' | 'lang'>,
  room: HTMLElement,
): Promise<Shown | undefined> {
  await customElements.whenDefined(choices.tag);
  const card = document.createElement(choices.tag) as Card;
  if (choices.item && choices.tag !== 'placard-list') card.setAttribute('item', choices.item);
  const language = choices.lang || (choices.item && feed.item(choices.item)?.language) || feed.head.language || 'en';
  card.setAttribute('lang', language);
  card.data = feed;
  room.append(card);
  try {
    await settled(card, language);
    const shown = card.shadowRoot?.querySelector('[part~=card]');
    if (!shown || shown.hasAttribute('aria-busy')) return undefined;
    const pictures = [...new Set([...shown.querySelectorAll('img')].map(({ src }) => src))];
    return { snapshot: snapshotOf(shown, { validUntil: feed.head._placard?.valid_until }), language, pictures };
  } finally {
    card.remove();
  }
}

/** Its language may be a file of its own, whose coming renders it once more. */
async function settled(card: Card, language: string): Promise<void> {
  const wanted = new Intl.Locale(language).language;
  for (let frame = 0; frame < 120; frame++) {
    while (!(await card.updateComplete));
    const shown = card.shadowRoot?.querySelector('[part~=card]');
    if (shown && !shown.hasAttribute('aria-busy') && shown.closest('[lang]')?.getAttribute('lang')?.startsWith(wanted)) return;
    await new Promise(requestAnimationFrame);
  }
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
