/** Foreign words stay what they are, and where they are. */
import { expect } from '@open-wc/testing';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { part, show, snapshotFor } from '../elements/helpers.js';
import { at, changed, FEED_URL, pointers, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';

const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

/** Pointers to the fields that accept any words of the publisher. */
const texts = pointers(wholeFeed()).filter((pointer) => {
  if (
    typeof at(wholeFeed(), pointer) !== 'string' ||
    pointer.startsWith('/items/1') ||
    /content_|\/(id|contact|superseded_by|item_id)$/.test(pointer)
  )
    return false;
  try {
    const feed = parseFeed(changed(wholeFeed(), pointer, 'Any words.'), FEED_URL);
    return feed.item('one') !== undefined && feed.issues.length === 0;
  } catch {
    return false;
  }
});

function filledWith(words: (index: number) => string, more: JsonObject = {}) {
  let document: JsonObject = { ...wholeFeed(), ...more };
  for (const [index, pointer] of texts.entries()) document = changed(document, pointer, words(index));
  return parseFeed(document, FEED_URL);
}

const shown = (tag: string, feed: ReturnType<typeof parseFeed>) => show<PlacardElement>(`placard-${tag}`, feed, 'item="one"');

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** By which foreign words are known again: a number between marks that are in no sentence of the interface. */
const WORDS = /⟦\d+⟧/g;

describe('words of the feed', () => {
  for (const [what, word, language] of [
    ['from right to left in a card from left to right', 'كلمات', 'en'],
    ['from left to right, in a language from right to left', 'words', 'ar'],
    ['in no known language', 'كلمات words', undefined],
  ] as const) {
    it(`${what} are isolated, each by itself`, async () => {
      const feed = filledWith((index) => `⟦${index}⟧ ${word} 12-34 ${word}`);
      const item = feed.item('one')!;
      item.language = language;
      for (const tag of TAGS) {
        const element = await shown(tag, feed);
        const found = textNodes(part(element, 'card')!).filter(({ data }) => data.match(WORDS));
        expect(found.length, tag).to.be.greaterThan(0);
        for (const node of found) {
          const isolated = node.parentElement!.closest('bdi, [dir]')!;
          expect(isolated.matches('[part=card]'), `${tag}: ${node.data}`).to.equal(false);
          expect(isolated.textContent.match(WORDS), `${tag}: ${isolated.outerHTML.slice(0, 200)}`).to.have.length(1);
          expect(isolated.textContent.trim(), tag)
            .to.match(/^(– )?⟦\d+⟧ .*/)
            .and.to.equal(node.data.trim());
        }
      }
    });
  }

  it('the snapshot isolates words that would reorder the text around them', async () => {
    const feed = filledWith((index) => `⟦${index}⟧ كلمات 12`);
    feed.item('one')!.language = 'en';
    for (const tag of TAGS) {
      const html = await snapshotFor(await shown(tag, feed));
      const snapshot = new DOMParser().parseFromString(html, 'text/html').body;
      for (const node of textNodes(snapshot).filter(({ data }) => data.match(WORDS))) {
        const isolated = node.parentElement!.closest('bdi, [dir]:not(.placard-snapshot)');
        const alone =
          (node.parentElement!.closest('p, h2, h3, figcaption, dt, li') ?? node.parentElement!).textContent.trim() === node.data.trim();
        expect(!!isolated || alone, `${tag}: ${node.parentElement!.outerHTML}`).to.equal(true);
      }
    }
  });

  it('cannot leave the card, however long or high they are', async () => {
    const tower = `Z${'\u0351\u0363\u0489'.repeat(40)}`;
    for (const word of [
      'W'.repeat(500),
      'ﷺ'.repeat(200),
      tower.repeat(20),
      '＿'.repeat(300),
      '\u0e49'.repeat(50) + 'ก'.repeat(200),
      '0'.repeat(500),
    ]) {
      const feed = filledWith(() => word);
      for (const tag of TAGS) {
        const element = await shown(tag, feed);
        element.parentElement!.style.width = '300px';
        const card = part(element, 'card')!;
        for (const section of card.querySelectorAll('details')) section.open = true; // an engine may not lay out closed ones again
        expect(card.scrollWidth, `${tag}: ${word.slice(0, 9)}`).to.be.at.most(card.clientWidth);
        const edge = card.getBoundingClientRect();
        for (const each of card.querySelectorAll('p, a, li, dd, h2, h3, bdi, button, span')) {
          const { left, right, width } = each.getBoundingClientRect();
          if (!width || each.closest('.hidden')) continue;
          expect(right, `${tag}: ${each.outerHTML.slice(0, 120)}`).to.be.at.most(edge.right + 1);
          expect(left).to.be.at.least(edge.left - 1);
        }
        expect(getComputedStyle(card).overflowY).to.equal('clip'); // ink is in no box
        element.parentElement!.remove();
      }
    }
  });

  it('paint nothing outside of the card, and make no page wider, whatever one character is made of', async () => {
    for (const word of [
      '👩\u200d'.repeat(1000),
      '\u1100'.repeat(1000),
      '\u0600'.repeat(1000),
      'क्'.repeat(1000),
      '\u0e33'.repeat(1000),
      '🏿'.repeat(1000),
    ]) {
      const feed = parseFeed(
        changed(changed(wholeFeed(), '/items/0/title', word.slice(0, 500)), '/_placard/publisher/name', word.slice(0, 500)),
        FEED_URL,
      );
      for (const tag of TAGS) {
        const element = await shown(tag, feed);
        element.parentElement!.style.width = '300px';
        const card = part(element, 'card')!;
        expect(element.parentElement!.scrollWidth, `${tag}: ${word.slice(0, 4)}`).to.be.at.most(306); // and the room of a focus ring
        expect(document.scrollingElement!.scrollWidth).to.equal(document.documentElement.clientWidth);
        const { overflowX, overflowY } = getComputedStyle(card);
        expect([overflowX, overflowY]).to.deep.equal(['clip', 'clip']);
        element.parentElement!.remove();
      }
    }
  });

  it('leave the focus ring and a shadow that the page gives the card as they are', async () => {
    const element = await shown('action', parseFeed(wholeFeed(), FEED_URL));
    const card = part(element, 'card')!;
    expect(getComputedStyle(card).contain).to.equal('none'); // paint containment would also clip the card's own
    for (const look of ['editorial', 'campaign', 'plain'] as const) {
      element.look = look;
      await element.updateComplete;
      const { left, right } = card.getBoundingClientRect();
      for (const link of card.querySelectorAll('a, button')) {
        const box = link.getBoundingClientRect();
        // A ring of 3 px at a distance of 2 px; the card's own clip lies 6 px outside of its edge.
        expect(box.left - 5, look).to.be.at.least(left - 6);
        expect(box.right + 5, look).to.be.at.most(right + 6);
      }
    }
  });

  it('cannot make the long telephone number leave the card, nor turn it around', async () => {
    const document = changed(wholeFeed(), '/_placard/contacts/0/phone', '+32 2 - 555 - 01 - 00 - 555 - 01 - 00');
    for (const language of ['en', 'ar']) {
      const feed = parseFeed({ ...document, language }, FEED_URL);
      const element = await show<PlacardElement>('placard-action', feed, `item="one" lang="${language}"`);
      element.parentElement!.style.width = '260px';
      while (!part(element, 'phone')) await new Promise(requestAnimationFrame); // the language is loaded
      const phone = part<HTMLAnchorElement>(element, 'phone')!;
      expect(getComputedStyle(phone).direction).to.equal('ltr');
      expect(phone.getBoundingClientRect().right).to.be.at.most(part(element, 'card')!.getBoundingClientRect().right + 1);
    }
  });

  it('cannot make a number of invisible or foreign signs', () => {
    for (const phone of ['\u202e00 10 555 2 23+', '+32\u200f2 555 01 00', '+٣٢ ٢ ٥٥٥', '+32\u00ad2 555', '+32 2 555 01 ００']) {
      const feed = parseFeed(changed(wholeFeed(), '/_placard/contacts/0/phone', phone), FEED_URL);
      const read = feed.head._placard!.contacts![0]!.phone;
      if (read !== undefined) expect(read).to.match(/^[+\d\s()./-]+$/);
    }
  });
});
