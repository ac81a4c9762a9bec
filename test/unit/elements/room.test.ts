/** The height of a card has a limit for any feed, until the reader opens more. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { FEED_URL, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';
import { renderHtml } from '../../../src/card/html.js';
import { cardOf } from '../../../src/embed/snapshot.js';
import { part, show, snapshotFor } from './helpers.js';

/** CSS pixels; and the width of a small telephone. */
const HIGHEST = 20_000;
const NARROW = '360px';
const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

/** Returns a feed with lists and texts of maximum length. A list in a list has three entries. */
function longest(value: unknown, word: string, key = '', inList = false): unknown {
  if (Array.isArray(value) && value.length)
    return Array.from({ length: inList ? 3 : 100 }, (_, index) => longest(value[index % value.length], word, key, true));
  if (typeof value === 'object' && value)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, longest(part, word, name, inList)]));
  const most = /^(summary|about)$/.test(key)
    ? 8_000
    : /^(text|what|description|grounds|challenges|caption|reason)$/.test(key)
      ? 2_000
      : 500;
  return typeof value === 'string' &&
    /^(name|title|label|forum|place|speaker|role|organisation|affiliation|summary|about|text|what|description|grounds|challenges|caption|tracker|credit|kind)$/.test(
      key,
    ) &&
    !/^(statement|case|court|state|suit|press)$/.test(value)
    ? word === 'x'
      ? word
      : word.repeat(Math.floor(most / word.length))
    : value;
}

function feedOf(word: string, content: JsonObject, few = 100) {
  const document = wholeFeed();
  const [item] = document.items as [JsonObject];
  const facts = { ...(item._placard as JsonObject), change: 'update', retraction: undefined, superseded_by: undefined, translations: [] };
  const all = longest(
    { head: document._placard, facts, item: { ...item, content_html: undefined, content_text: undefined } },
    word,
  ) as Record<string, JsonObject>;
  // As much as an extension may hold.
  const shortened = (part: unknown, inList = false): unknown =>
    Array.isArray(part)
      ? part.slice(0, inList ? 3 : few).map((each) => shortened(each, true))
      : typeof part === 'object' && part
        ? Object.fromEntries(Object.entries(part).map(([name, each]) => [name, shortened(each, inList)]))
        : part;
  const extension = { ...(shortened(all.facts) as JsonObject), kind: 'case', revision: 3 };
  return parseFeed(
    { ...document, _placard: shortened(all.head), items: [{ ...all.item, id: 'one', ...content, _placard: extension }] },
    FEED_URL,
  );
}

async function shown(tag: string, feed: ReturnType<typeof parseFeed>) {
  const element = await show<PlacardElement>(`placard-${tag}`, feed, 'item="one" theme="light"');
  element.parentElement!.style.width = NARROW;
  return element;
}

/** With what a reader opens who asks for the statement, and for nothing that "Show all" hides. */
async function opened(element: PlacardElement) {
  const details = part<HTMLDetailsElement>(element, 'statement');
  if (details && !details.open) {
    details.open = true;
    await new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
  }
  await element.updateComplete;
}
/** Of all that is there, cut or not; of the widest characters the card's own bound cuts the rest. */
const heightOf = (element: Element, word: string) => {
  const card = part(element, 'card')!;
  return word === '\ufdfd' ? card.getBoundingClientRect().height : card.scrollHeight;
};

describe('the longest card', () => {
  for (const [what, word, few] of [
    ['words', 'word ', 3],
    ['single letters in long lists', 'x', 100],
    ['Chinese', '报道', 3],
    ['Arabic', 'كلمات ', 3],
    ['the widest character', '\ufdfd', 3],
  ] as const) {
    it(`the longest card of ${what} has a maximum height, closed and open`, async () => {
      const texts =
        few === 100
          ? feedOf('x', { content_text: 'a\n\n'.repeat(170_000) }, few)
          : feedOf(word, { content_text: word.repeat(500_000 / word.length) }, few);
      expect(texts.item('one')!._placard, texts.issues.map(({ code, path }) => `${code} ${path}`).join()).to.not.equal(undefined);
      for (const tag of TAGS) {
        const element = await shown(tag, texts);
        // A statement has its text open below the lead, and an action has its contacts below the letters.
        expect(heightOf(element, word), tag).to.be.at.most(tag === 'statement' || tag === 'action' ? 2 * HIGHEST : HIGHEST);
        await opened(element);
        expect(heightOf(element, word), `${tag}, open`).to.be.at.most(4 * HIGHEST); // the closed card and three sections
        element.parentElement!.remove();
      }
    }).timeout(60_000);
  }

  it('the longest card folds the rest in order, and print and snapshot include it', async () => {
    const background = Array.from({ length: 90 }, (_, index) => ({ text: `Event ${index}. ${'word '.repeat(100)}` }));
    const document = wholeFeed();
    const [item] = document.items as [JsonObject];
    const summary = `${'First words. '.repeat(500)}Last words.`;
    const extension = { kind: 'case', revision: 1, background };
    const feed = parseFeed({ ...document, items: [{ ...item, summary, _placard: extension }] }, FEED_URL);
    const element = await shown('campaign', feed);
    const all = () =>
      [...part(element, 'card')!.querySelectorAll('.placard-background li')].map((entry) => entry.textContent.match(/Event \d+/)![0]);
    expect(all()).to.deep.equal(background.map((_, index) => `Event ${index}`));
    const details = part(element, 'card')!.querySelector<HTMLDetailsElement>('.placard-background-section .placard-rest')!;
    await opened(element);
    const closed = details.getBoundingClientRect().height;
    expect(closed).to.be.below(60);
    details.querySelector('summary')!.click();
    await new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
    expect(details.getBoundingClientRect().height).to.be.above(10 * closed);
    expect(getComputedStyle(details.closest('.placard-inside')!).maxBlockSize).to.equal('none');
    const page = renderHtml((await cardOf(feed))!, { profile: 'full' });
    for (const index of background.keys()) expect(page).to.contain(`Event ${index}.`);
    expect(await snapshotFor(element)).to.contain('Last words.');
  });

  it('cuts long HTML of a statement until the reader opens it, or moves focus into the hidden part', async () => {
    const content_html = `${'<p>Words.<br>'.repeat(2_000)}<a href="/end">End</a>`;
    const feed = feedOf('word ', { content_html }, 1);
    const element = await shown('statement', feed);
    const rich = () => element.shadowRoot!.querySelector<HTMLElement>('.placard-rich');
    while (!rich()) await new Promise(requestAnimationFrame);
    expect(heightOf(element, '')).to.be.at.most(HIGHEST);
    rich()!.querySelector('a')!.focus();
    expect(rich()!.getBoundingClientRect().height).to.be.above(HIGHEST);
    rich()!.querySelector('a')!.blur();
    element.shadowRoot!.querySelector<HTMLButtonElement>('.placard-rich + .placard-show')!.click();
    await element.updateComplete;
    expect(rich()!.getBoundingClientRect().height).to.be.above(HIGHEST);
    expect(element.shadowRoot!.querySelector('.placard-rich + .placard-show')).to.equal(null);
  });

  it('a usual case fits without a fold, except for the text of a letter and the signatories', async () => {
    const feed = parseFeed(wholeFeed(), FEED_URL);
    for (const tag of TAGS) {
      const folds = [...(await shown(tag, feed)).shadowRoot!.querySelectorAll('.placard-rest, .placard-cut')];
      expect(
        folds.filter((each) => !each.closest('.placard-act, .placard-signatories-section')).map(({ textContent }) => textContent),
        tag,
      ).to.deep.equal([]);
    }
  });
});
