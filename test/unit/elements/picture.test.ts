/** Pictures that are deferred, and pictures that do not exist. */
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
  // Serve the picture from the feed's host: the card does not fetch pictures from another port of the page's host.
  const feed = parseFeed(documentOf({ item: { content_html }, facts: { media } }), new URL('/feed.json', picture.url).href);
  return show<PlacardElement>('placard-campaign', feed, 'fold="none"');
}

/** Resolves with the HTML of the statement. */
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

  it('a picture waits for a tap with data saving, and focus stays at the picture', async () => {
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
    expect(await picture.seen(1)).to.have.length(1); // only the request after the tap

    within.focus();
    within.click();
    const other = text.querySelector('img')!;
    await loaded(other);
    expect([other.alt, element.shadowRoot!.activeElement]).to.deep.equal(['Another', other]);
    expect(await picture.seen(2)).to.have.length(2);
  });

  it('a picture is shown at once without data saving', async () => {
    asking({ saveData: false });
    const picture = await Script.of(SVG);
    const element = await cardWith(picture);
    await loaded(part(element, 'picture')!.querySelector('img')!);
    expect((await rich(element)).querySelector('button')).to.equal(null);
    expect(parts(element, 'picture')[0]!.querySelector('button')).to.equal(null);
  });

  it('a picture in a section that does not exist has the room of its description alone, and keeps its credit', async () => {
    asking({ saveData: false });
    const { url } = await Script.of({ status: 404 });
    const media = ['first', 'second'].map((name) => ({ url: `${url}?${name}`, alt: 'A card', credit: 'Example Agency' }));
    const feed = parseFeed(documentOf({ facts: { media } }), new URL('/feed.json', url).href);
    const element = await show<PlacardElement>('placard-campaign', feed, 'fold="none"');
    const figure = parts(element, 'picture').at(-1)!;
    figure.scrollIntoView();
    const image = figure.querySelector('img')!;
    if (!image.classList.contains('placard-absent')) await new Promise((resolve) => image.addEventListener('error', resolve));
    expect(image.getBoundingClientRect().height).to.be.within(1, 60);
    expect(image.alt).to.equal('A card');
    expect(shownText(figure)).to.contain('Example Agency');
  });

  it('a picture waits for a tap with prefers-reduced-data', async () => {
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
