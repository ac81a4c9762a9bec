/**
 * The card before its sections are loaded, and without them. The tests use copies of the library that loaded nothing yet. The paths are
 * those of test/support/missing-chunk-middleware.mjs.
 */
import { expect, fixture } from '@open-wc/testing';
import type * as library from '../../../src/index.js';
import { CASE, documentOf } from './helpers.js';

type Library = typeof library;
type Element = InstanceType<Library['PlacardCampaign']>;

const WHOLE = '/__without/nothing/src/index.ts';
const LOST = '/__without/folds-chunk/src/index.ts';

const FACTS = {
  cases: [CASE],
  timeline: [
    { id: 'a', date: '2026-01', text: 'Asked.' },
    { id: 'b', date: '2026-02', text: 'Refused.' },
  ],
  quotes: [{ text: 'Words.', speaker: 'N. N.', form: 'direct' }],
};

let tags = 0;

/** Adds an element of a class that no other test uses. */
async function show(from: string, attributes = '', children = ''): Promise<Element> {
  const { parseFeed, PlacardCampaign } = (await import(from)) as Library;
  class Own extends PlacardCampaign {
    static override tag = `placard-own-${++tags}`;
  }
  Own.define();
  const host = await fixture<HTMLElement>('<div></div>');
  host.innerHTML = `<${Own.tag} ${attributes}>${children}</${Own.tag}>`;
  const element = host.firstElementChild as Element;
  element.data = parseFeed(documentOf({ facts: FACTS, head: { sequence: 2 } }), 'https://publisher.example/feed.json');
  await element.updateComplete;
  return element;
}

const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];

async function until(element: Element, selector: string): Promise<void> {
  while (!all(element, selector).length)
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
      observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    });
}

const titles = (element: Element) => all(element, 'summary').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the sections of a card', () => {
  it('load after the closed card, and move nothing', async () => {
    const element = await show(WHOLE);
    expect(all(element, '.placard-timeline')).to.deep.equal([]);
    const [before, height] = [titles(element), element.getBoundingClientRect().height];
    expect(before).to.have.length(3);
    expect(before[0]).to.match(/2/);
    await until(element, '.placard-timeline');
    expect(titles(element)).to.deep.equal(before);
    expect(element.getBoundingClientRect().height).to.equal(height);
    expect(getComputedStyle(all(element, '.placard-timeline > li')[1]!).display).to.equal('grid'); // its styles came too
  });

  it('are open at once where the page asks for it', async () => {
    const element = await show(WHOLE, 'fold="none"');
    await until(element, '.placard-timeline');
    expect(all(element, 'details:not([open])')).to.deep.equal([]);
  });

  it('link to the full text if the host lost them, and the next opened section asks again', async () => {
    const element = await show(LOST);
    const [timeline] = all(element, 'details') as HTMLDetailsElement[];
    const asked = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/folds-chunk.ts')).length;
    timeline!.open = true;
    while (asked() < 1) await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(all(element, '.placard-more a').map((link) => (link as HTMLAnchorElement).href)).to.deep.equal(
      Array<string>(3).fill('https://union.example/one'),
    );
    expect(titles(element)).to.have.length(3);
  });

  it('do not keep a card from showing news if the host lost them', async () => {
    const element = await show(LOST, 'fold="none" stamp="1"', '<div class="placard-snapshot"><details><p>Old.</p></details></div>');
    await until(element, '[part~=stamp]');
    expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(true);
    expect(all(element, '.placard-more a')).to.have.length(3);
  });
});
