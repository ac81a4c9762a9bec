import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { Script } from '../../support/servers/client.js';
import { bundled, Site } from '../../support/servers/site.js';
import { documentOf, inState, shownText } from './helpers.js';

const body = JSON.stringify(documentOf());

/** An element three screens below the fold, after two frames: by then every observer has reported. */
async function farBelow(markup: string): Promise<PlacardElement> {
  const host = await fixture<HTMLElement>('<div style="padding-top: 400vh"></div>');
  host.innerHTML = markup;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return host.firstElementChild as PlacardElement;
}

describe('the first element of a page', () => {
  it('asks before the next frame where it is in sight', async () => {
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
      await Promise.resolve(); // those of one task ask together
      expect(asked).to.deep.equal(['https://publisher.example/first.json']);
    } finally {
      globalThis.fetch = original;
    }
  });
});

describe('an element far below the fold', () => {
  afterEach(() => scrollTo(0, 0));

  it('fetches nothing until it nears the viewport', async () => {
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

  it('leaves its snapshot as it is until then', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"><p>The snapshot.</p></placard-campaign>`);
    expect(shownText(element)).to.equal('The snapshot.');
    expect(await script.seen()).to.have.length(0);
  });

  it('shows what the page gave it at once', async () => {
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
    it(`does not wait where it ${what}`, async () => {
      const script = await Script.of({ body });
      await farBelow(markup.replace('URL', script.url));
      expect(await script.seen(1)).to.have.length(1);
    });
  }

  it('does not wait when the page is printed', async () => {
    const script = await Script.of({ body });
    const element = await farBelow(`<placard-campaign src="${script.url}" refresh="0"></placard-campaign>`);
    const loaded = oneEvent(element, 'placard-load');
    dispatchEvent(new Event('beforeprint'));
    await loaded;
    expect(shownText(element)).to.contain('Press card refused');
  });

  it('never asks once it is gone', async () => {
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

  it('loads, though no observer ever reports there', async () => {
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
