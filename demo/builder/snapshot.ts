/** The snapshot of what was chosen, made from the element itself; and who is named in it. */
import { parseFeed, type Feed } from '../../src/feed/parse.js';
import { snapshotOf } from '../../src/embed/snapshot.js';
import type { Choices } from './choices.js';

type Card = HTMLElement & { data?: Feed; updateComplete: Promise<boolean> };

/** Undefined where the element has nothing to show. */
export async function takeSnapshot(feed: Feed, choices: Choices, room: HTMLElement): Promise<string | undefined> {
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
    return shown && !shown.hasAttribute('aria-busy') ? snapshotOf(shown, { validUntil: feed.head._placard?.valid_until }) : undefined;
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

/** Those affected whom the feed names in this item, or in all where none is chosen. */
export function namesIn(feed: Feed, id: string): string[] {
  const items = (id ? [id] : feed.ids).map((each) => feed.item(each));
  return [...new Set(items.flatMap((item) => item?._placard?.incident?.affected?.names ?? []))];
}

/** The same feed without the list of names. What its sentences say stays as it is. */
export function withoutNames(text: string, url: string): Feed {
  const document = JSON.parse(text) as { items: { _placard?: { incident?: { affected?: { names?: unknown } } } }[] };
  for (const item of document.items) delete item?._placard?.incident?.affected?.names;
  return parseFeed(document, url);
}
