/** With data saving asked for, pictures wait for a tap, and nothing of them is fetched before. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { documentOf, part, parts, show, shownText } from './helpers.js';

const SVG = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
  headers: { 'content-type': 'image/svg+xml' },
};

function asking(connection: unknown): void {
  Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
}

async function cardWith(picture: Script): Promise<PlacardElement> {
  const media = [{ url: picture.url, alt: 'A card', caption: 'Shown on the day', credit: 'Example Agency' }];
  const content_html = `<p>Words.</p><p><img src="${picture.url}?statement" alt="Another"></p>`;
  // Beside the feed, as pictures are: on another port of the page's own host they are not asked for.
  const feed = parseFeed(documentOf({ item: { content_html }, facts: { media } }), new URL('/feed.json', picture.url).href);
  return show<PlacardElement>('placard-campaign', feed, 'fold="none"');
}

/** The statement's own HTML, once it is there. */
async function rich(element: PlacardElement): Promise<HTMLElement> {
  for (;;) {
    const found = element.shadowRoot!.querySelector<HTMLElement>('.placard-rich');
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

const loaded = (image: HTMLImageElement) =>
  image.complete ? undefined : new Promise((resolve) => image.addEventListener('load', resolve));

describe('a picture', () => {
  afterEach(() => delete (navigator as { connection?: unknown }).connection);

  it('waits for a tap where data saving is asked for, and keeps the focus', async () => {
    asking({ saveData: true });
    const picture = await Script.of(SVG);
    const element = await cardWith(picture);
    const figure = part(element, 'picture')!;
    figure.scrollIntoView();
    const text = await rich(element);
    const [head, within] = [figure.querySelector('button')!, text.querySelector('button')!];
    expect([head, within].map(shownText)).to.deep.equal(['Show picture: A card', 'Show picture: Another']);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(shownText(figure)).to.contain('Shown on the day');
    for (const button of [head, within]) expect(button.getBoundingClientRect().height).to.be.at.least(24);

    head.focus();
    head.click();
    await element.updateComplete;
    const image = figure.querySelector('img')!;
    await loaded(image);
    expect([image.alt, figure.querySelector('button')]).to.deep.equal(['A card', null]);
    expect(element.shadowRoot!.activeElement).to.equal(figure);
    expect(await picture.seen(1)).to.have.length(1); // the tap's own, and none before

    within.focus();
    within.click();
    const other = text.querySelector('img')!;
    await loaded(other);
    expect([other.alt, element.shadowRoot!.activeElement]).to.deep.equal(['Another', other]);
    expect(await picture.seen(2)).to.have.length(2);
  });

  it('is shown at once where it is not', async () => {
    asking({ saveData: false });
    const picture = await Script.of(SVG);
    const element = await cardWith(picture);
    await loaded(part(element, 'picture')!.querySelector('img')!);
    expect((await rich(element)).querySelector('button')).to.equal(null);
    expect(parts(element, 'picture')[0]!.querySelector('button')).to.equal(null);
  });

  it('waits where a style of the browser’s asks for reduced data', async () => {
    const { matchMedia } = window;
    window.matchMedia = (query) =>
      ({ matches: query === '(prefers-reduced-data: reduce)', addEventListener() {} }) as unknown as MediaQueryList;
    try {
      const element = await cardWith(await Script.of(SVG));
      expect(part(element, 'picture')!.querySelector('img')).to.equal(null);
    } finally {
      window.matchMedia = matchMedia;
    }
  });
});
