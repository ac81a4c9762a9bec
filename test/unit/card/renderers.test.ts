/** Renders random cards as an element, as HTML and as text. The words and their order are equal, and a parser does not change the HTML. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { render } from 'lit';
import { buildCard, type CardKind } from '../../../src/card/build-card.js';
import type { Card } from '../../../src/card/card.js';
import { renderHtml } from '../../../src/card/html.js';
import { renderLines } from '../../../src/card/text.js';
import { renderCard, type CardHost } from '../../../src/elements/render-card.js';
import { renderSection } from '../../../src/elements/render-section.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { en } from '../../../src/locales/en.js';
import { FEED_URL, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';

const KINDS: CardKind[] = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];
const SECTION_HOST = { statementHtml: () => '', showMore: () => {}, showTopic: () => {} };
const HOST: CardHost = {
  onAction: () => {},
  picture: () => '',
  section: (block, inner) => renderSection(block, inner, SECTION_HOST),
  onToggle: () => {},
  copy: () => {},
};

/** Omits members at random and shortens lists: every subset of a complete item is a card. */
function thinned(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) return value.filter(keep).map((each) => thinned(each, keep));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (REQUIRED.has(name) || keep() ? [[name, thinned(member, keep)]] : [])),
  );
}

/** Required members: without them, the format drops their owner. */
const REQUIRED = new Set(
  'id kind revision spec sequence generated_at publisher name role type status as_of forum date date_status text form speaker alt description country value label tracker language item_id at reason url what start count title mime_type'.split(
    ' ',
  ),
);

function cardOf(kind: CardKind, keep: () => boolean): Card {
  const document = wholeFeed();
  const [item] = document.items as [JsonObject];
  const shown = { ...item, _placard: { ...(item._placard as JsonObject), change: 'update', retraction: undefined } };
  const feed = parseFeed({ ...document, items: [thinned(shown, keep)] }, FEED_URL);
  return buildCard(kind, { feed, item: feed.item('one'), locale: en, language: 'en', level: 2, now: Date.UTC(2025, 7, 1) });
}

/** Returns only the words: each renderer separates them in its own way. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Controls that need a script. */
const LIVE_ONLY = '.placard-more, .placard-copy, .placard-filter';

/** Returns the text of a tree without the parts that only the live card has. */
function textOf(root: Element | DocumentFragment, without: string): string {
  if (without) for (const each of root.querySelectorAll(without)) each.remove();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) words.push((node as Text).data);
  return words.join(' ');
}

/** Returns the tags and classes of an element, without the link that replaces a section in a snapshot. */
function shapeOf(root: Element): string[] {
  return [...root.querySelectorAll('[class]')].map(
    ({ localName, className }) => `${/^(p|details)$/.test(localName) ? 'block' : localName}.${className}`,
  );
}

function parsed(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').querySelector('.placard-card')!;
}

function rendered(card: Card): Element {
  const box = document.createElement('div');
  render(renderCard(card, HOST), box);
  return box;
}

describe('a card', () => {
  for (const kind of KINDS) {
    it(`each renderer gives a ${kind} card the same words in the same order`, () => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (stream) => {
          const card = cardOf(kind, () => stream.next().value !== 0);
          const live = wordsOf(textOf(rendered(card), LIVE_ONLY));
          const html = wordsOf(textOf(parsed(renderHtml(card, { profile: 'full' })), ''));
          expect(html).to.deep.equal(live);

          const text = wordsOf(
            renderLines(card)
              .flatMap(({ section, text: line }) => [section, line])
              .join(' '),
          );
          // Text has no controls and no counts of entries.
          for (const word of wordsOf(textOf(rendered(card), `summary, ${LIVE_ONLY}`))) expect(text, `${kind}: ${word}`).to.include(word);
        }),
        { numRuns: 60 },
      );
    });

    it(`the snapshot of a ${kind} card has the same tags and classes as the closed element`, () => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (stream) => {
          const card = cardOf(kind, () => stream.next().value !== 0);
          const live = rendered(card);
          for (const inside of live.querySelectorAll(`.placard-fold > .placard-inside, .placard-shared, ${LIVE_ONLY}`)) inside.remove();
          const page = parsed(renderHtml(card));
          // A copy has its words only for an item with a page.
          for (const root of [live, page]) root.querySelector('.placard-calendar')?.remove();
          expect(shapeOf(page)).to.deep.equal(shapeOf(live));
          expect(wordsOf(textOf(page, ''))).to.deep.equal(wordsOf(textOf(live, LIVE_ONLY)));
        }),
        { numRuns: 60 },
      );
    });
  }

  it('the HTML of a card is equal after parsing and serializing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (kind, stream) => {
        const html = renderHtml(cardOf(kind, () => stream.next().value !== 0));
        const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML;
        expect(parse(parse(html))).to.equal(parse(html));
        expect(new DOMParser().parseFromString(html, 'application/xml').querySelector('parsererror')).to.equal(null);
      }),
      { numRuns: 100 },
    );
  });

  it('a card is frozen and its objects have no prototype', () => {
    const card = cardOf('campaign', () => true);
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).to.equal(true);
      if (!Array.isArray(value)) expect(Object.getPrototypeOf(value)).to.equal(null);
      Object.values(value).forEach(check);
    };
    check(card);
  });
});
