import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { Script } from '../../support/servers/client.js';
import { bundled, Site } from '../../support/servers/site.js';
import { documentOf, inState, shownText } from './helpers.js';

const body = JSON.stringify(documentOf());

/** Returns an element three screens below the viewport, after two frames: by then, every observer has reported. */
async function farBelow(markup: string): Promise<PlacardElement> {
  const host = await fixture<HTMLElement>('<div style="padding-top: 400vh"></div>');
  host.innerHTML = markup;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return host.firstElementChild as PlacardElement;
}

describe('the first element of a page', () => {
  it('the first visible element fetches before the next frame', async () => {
    const asked: unknown[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = (input) => {
      asked.push(input);
      return Promise.resolve(new Response(body));
    };
    try {
      const host = await fixture<HTMLElement>('<div></div>');
      host.innerHTML = '<placard-campaign src="https://publisher.example/first.json" refresh="0"></placard-campaign>';
      await (host.firstElementChild as PlacardElement).updateComplete;
      await Promise.resolve(); // elements of one task share a request
      expect(asked).to.deep.equal(['https://publisher.example/first.json']);
    } finally {
      globalThis.fetch = original;
    }
  });
});

describe('an element far below the fold', () => {
  afterEach(() => scrollTo(0, 0));

  it('an element far from the viewport does not fetch until it is near', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"></placard-campaign>`);
    expect(inState(element, 'loading')).to.equal(true);
    expect(await script.seen()).to.have.length(0);
    const loaded = oneEvent(element, 'placard-load');
    element.scrollIntoView();
    await loaded;
    expect(shownText(element)).to.contain('Press card refused');
    expect(await script.seen(1)).to.have.length(1);
  });

  it('an element far from the viewport keeps its snapshot', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"><p>The snapshot.</p></placard-campaign>`);
    expect(shownText(element)).to.equal('The snapshot.');
    expect(await script.seen()).to.have.length(0);
  });

  it('an element with data shows it at once', async () => {
    const { parseFeed } = await import('../../../src/feed/parse-feed.js');
    const element = await farBelow('<placard-campaign></placard-campaign>');
    element.data = parseFeed(body, 'https://publisher.example/feed.json');
    await element.updateComplete;
    expect(shownText(element)).to.contain('Press card refused');
  });

  for (const [what, markup] of [
    ['has no box', '<placard-campaign src="URL" refresh="0" style="display: none"></placard-campaign>'],
    ['gives its feed to others', '<placard-feed src="URL" refresh="0"><p>Text.</p></placard-feed>'],
  ] as const) {
    it(`an element does not wait if it ${what}`, async () => {
      const script = await Script.of({ body });
      await farBelow(markup.replace('URL', script.url));
      expect(await script.seen(1)).to.have.length(1);
    });
  }

  it('an element does not wait when the page prints', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"></placard-campaign>`);
    const loaded = oneEvent(element, 'placard-load');
    dispatchEvent(new Event('beforeprint'));
    await loaded;
    expect(shownText(element)).to.contain('Press card refused');
  });

  it('a removed element does not fetch', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"></placard-campaign>`);
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    await new Promise(requestAnimationFrame);
    expect(await script.seen()).to.have.length(0);
  });
});

describe('an element in a frame that is not rendered', () => {
  bundled();

  it('an element loads in a frame where observers never report', async () => {
    const site = await Site.open(
      {
        head: '<script type="module" src="placard.js"></script>',
        body: '<placard-campaign src="feed.json" refresh="0"></placard-campaign>',
        files: { 'feed.json': body },
      },
      { style: 'display: none' },
    );
    await site.until(() => site.element('placard-campaign').shadowRoot?.querySelector('.placard-headline'));
    site.close();
  });
});
