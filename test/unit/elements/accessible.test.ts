import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { documentOf, feedOf, inState, part, show } from './helpers.js';

const TAGS = ['placard-campaign', 'placard-incident', 'placard-status', 'placard-action', 'placard-statement', 'placard-list'];
const FEEDS = [
  '../feed',
  'example-decided',
  'example-withdrawn',
  'example-closed',
  'example-plain',
  'example-long',
  'example-arabic',
  'example-expired',
  'example-many',
  'example-corrected',
];

async function read(name: string) {
  const url = new URL(`/demo/feeds/${name}.json`, location.href).href;
  return parseFeed(await (await fetch(url)).text(), url);
}

describe('accessibility', () => {
  for (const tag of TAGS) {
    for (const theme of ['light', 'dark']) {
      it(`${tag} in ${theme} has no axe violations with any sample`, async () => {
        for (const name of FEEDS) {
          const element = await show(tag, await read(name), `theme="${theme}"`);
          await expect(element).to.be.accessible();
          element.parentElement!.remove(); // axe reads the whole document
        }
      });
    }

    it(`${tag} has no axe violations while it loads and without content`, async () => {
      const stalled = await Script.of({ fault: 'stall' });
      await expect(await show(tag, undefined, `src="${stalled.url}"`)).to.be.accessible();
      await expect(await show(tag, parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: [] }))).to.be.accessible();
    });
  }

  it('a stale card, a card from a mirror and an expired card have no axe violations', async () => {
    const [dead, alive] = [
      await Script.of({ status: 503 }),
      await Script.of({ body: JSON.stringify(documentOf({ head: { valid_until: '2026-03-03T00:00:00Z' } })) }),
    ];
    const host = await fixture<HTMLElement>('<div></div>');
    const loaded = oneEvent(host, 'placard-load');
    host.innerHTML = `<placard-campaign src="${dead.url}" mirrors="${alive.url}" refresh="0"></placard-campaign>`;
    await loaded;
    const element = host.firstElementChild!;
    expect(inState(element, 'stale')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  for (const look of ['editorial', 'campaign', 'plain']) {
    it(`the look ${look} has no axe violations in light and dark`, async () => {
      const feed = await read('example-decided');
      await expect(await show('placard-campaign', feed, `theme="light" look="${look}"`)).to.be.accessible();
      const dark = await show<PlacardElement>('placard-campaign', feed, `theme="dark" look="${look}"`);
      dark.parentElement!.style.cssText = 'background: #111; color: #eee';
      await expect(dark).to.be.accessible();
    });
  }

  it('the accessible name of a card includes its publisher', async () => {
    const name = async (tag: string) => part(await show(tag, feedOf()), 'card')!.getAttribute('aria-label');
    expect(await name('placard-campaign')).to.equal('Case followed by Example Union');
    expect(await name('placard-status')).to.equal('Status of the case: Example Union');
    expect(await name('placard-action')).to.equal('Contacts: Example Union');
    expect(await name('placard-list')).to.equal('Campaigns: Example Union');
  });
});
