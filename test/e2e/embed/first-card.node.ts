/**
 * The first card of a page without a snapshot: what it requests, and what it shows when a chunk of the bundle is lost. A lost chunk never
 * blanks a card, and never shows a feed that was not checked.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { HostSite } from './host-site.js';

const SNAPSHOT = '<p>The snapshot.</p>';

/** A feed with one item. */
const feed = (item: object = {}, facts: object = {}, sequence = 5) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example feed',
    _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } },
    items: [
      {
        id: 'one',
        url: 'https://union.example/one',
        title: 'Press card refused',
        content_text: 'A press card was refused.',
        language: 'en',
        ...item,
        _placard: { kind: 'case', revision: sequence, ...facts },
      },
    ],
  });

const CUSTODY = { persons: [{ id: 'a', name: 'Ilva Maren', custody: { state: 'imprisoned', since: '2026-01-02' } }] };

const site = new HostSite();
const element = (attributes = '', children = '') => `<placard-campaign src="/feed.json" ${attributes}>${children}</placard-campaign>`;

async function open(content: string, test: (page: Page) => Promise<void>): Promise<void> {
  const head = '<meta charset="utf-8"><title>Page</title><script type="module" src="/placard.js"></script>';
  site.files['/'] = `<!doctype html><html lang="en">${head}${content}`;
  await visit(site.browser, `${site.origin}/`, test, { isExpected: () => true });
}

/** Waits until the card has the text. */
const shows = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('placard-campaign')?.shadowRoot?.querySelector('.placard-card')?.textContent.includes(wanted),
    {},
    text,
  );
const textOf = (page: Page) =>
  page.evaluate(() => document.querySelector('placard-campaign')!.shadowRoot!.querySelector('.placard-card')?.textContent ?? '');
const hasState = (page: Page, state: string) =>
  page.waitForFunction((name) => document.querySelector(`placard-campaign:state(${name})`), {}, state);

const ROOT = `document.querySelector('placard-campaign')?.shadowRoot`;
const MESSAGE = `${ROOT}?.querySelector('[part~=message]')`;

describe('the first card', () => {
  beforeEach(() => {
    site.files['/feed.json'] = feed();
  });

  for (const count of [1, 100]) {
    it(`of ${count} elements needs two requests, and two more when the page is idle`, () =>
      open(element().repeat(count), async (page) => {
        await shows(page, 'Press card refused');
        await site.until('/parts/folds.js', 1);
        await site.until('/parts/rest.js', 1);
        await page.waitForNetworkIdle();
        assert.deepEqual(site.requests.filter((path) => path !== '/favicon.ico').sort(), [
          '/',
          '/feed.json',
          '/parts/folds.js',
          '/parts/rest.js',
          '/placard.js',
        ]);
      }));
  }

  it('comes before the chunks', () => {
    site.lost = /\/parts\//;
    return open(element(), async (page) => void (await shows(page, 'Press card refused')));
  });

  it('stays without the client, and says that it is not confirmed', () => {
    site.lost = /\/parts\/rest/;
    return open(element(), async (page) => {
      await shows(page, 'Press card refused');
      await hasState(page, 'stale');
      assert.match(await textOf(page), /Press card refused/);
    });
  });

  it('of a pinned key is not shown without the client', () => {
    site.lost = /\/parts\/rest/;
    return open(element('public-key="MCowBQYDK2VwAyEA"', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await textOf(page), '');
      assert.equal(await page.$eval('placard-campaign p', (snapshot) => snapshot.checkVisibility()), true);
    });
  });

  it('of a feed that is older than the snapshot is not shown', () =>
    open(element('stamp="6"', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await textOf(page), '');
    }));

  it('loads what few feeds need', () => {
    site.files['/feed.json'] = feed({ title: 'Caf&eacute; closed' }, CUSTODY);
    return open(element(), async (page) => {
      await shows(page, 'Café closed');
      assert.match(await textOf(page), /In prison.*held since 2 January 2026.*Ilva Maren/);
      assert.ok(site.requests.includes('/parts/rare.js'));
    });
  });

  it('leaves the snapshot if the host lost what a feed needs', () => {
    [site.files['/feed.json'], site.lost] = [feed({}, CUSTODY), /\/parts\/rare/];
    return open(element('', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await page.$eval('placard-campaign p', (snapshot) => snapshot.checkVisibility()), true);
    });
  });

  it('says that it cannot be shown if the host lost what a feed needs', () => {
    [site.files['/feed.json'], site.lost] = [feed({}, CUSTODY), /\/parts\/rare/];
    return open(element('refresh="1"'), async (page) => {
      await site.until('/parts/rare.js', 2); // the first request, and the one of the client
      await page.waitForFunction(`${MESSAGE}?.checkVisibility()`);
      await hasState(page, 'failed');
      await page.evaluate(
        `new MutationObserver(() => (globalThis.isGone ||= !${MESSAGE})).observe(${ROOT}, { childList: true, subtree: true })`,
      );
      await site.until('/parts/rare.js', 4); // each poll asks again
      assert.equal(await page.evaluate('globalThis.isGone'), undefined);
    });
  });

  it('stays if the host lost what the next publication needs', () =>
    open(element('refresh="1"'), async (page) => {
      await shows(page, 'Press card refused');
      await site.until('/parts/rest.js', 1);
      [site.files['/feed.json'], site.lost] = [feed({ title: 'Changed' }, CUSTODY, 6), /\/parts\/rare/];
      await site.until('/parts/rare.js', 2); // the next poll asks again
      assert.match(await textOf(page), /Press card refused/);
      site.lost = undefined;
      await shows(page, 'Changed');
    }));
});
