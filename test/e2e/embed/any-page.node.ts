/** The loader and the card in pages with a strict policy, moved scripts, other document types, and on paper. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { untilInShadow, untilText } from '../../support/composed-text.mjs';
import { feed, HostSite, page, SNAPSHOT } from './host-site.js';

const EMBED = `<div data-placard-src="/feed.json" data-placard-stamp="7" data-placard-refresh="1">${SNAPSHOT}</div>`;
const LOADER = '<script type="module" src="/placard-loader.js"></script>';
const site = new HostSite();

/** Opens a page, and returns what `use` returns, with the console and the violations of the policy. */
async function open<T>(use: (tab: Page, seen: { logs: string[]; violations: number }) => Promise<T>, url = `${site.origin}/`): Promise<T> {
  const tab = await site.browser.newPage();
  const seen = { logs: [] as string[], violations: 0 };
  tab.on('console', (message) => seen.logs.push(message.text()));
  await tab.exposeFunction('violated', () => seen.violations++);
  await tab.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', () => violated())`);
  try {
    await tab.goto(url);
    await tab.bringToFront();
    return await use(tab, seen);
  } finally {
    await tab.close();
  }
}

describe('a page with a strict policy', () => {
  const withPolicy = (policy: string, body: string) => ({ body: page(body), headers: { 'content-security-policy': policy } });

  it('with a nonce alone, gives its nonce to placard.js and to a language', async () => {
    const policy = "default-src 'none'; script-src 'nonce-abc'; style-src 'self'; connect-src 'self'; img-src 'self'";
    const body = EMBED.replace('data-placard-src', 'lang="fr" data-placard-src') + LOADER.replace('<script', '<script nonce="abc"');
    site.files['/'] = withPolicy(policy, body);
    await open(async (tab, seen) => {
      await untilText(tab, 'The case has changed');
      await untilInShadow(tab, '[part=card][lang=fr]');
      assert.equal(seen.violations, 0);
    });
  });

  it('that blocks placard.js, is asked once, and the snapshot stays', async () => {
    const policy = "default-src 'none'; script-src 'nonce-abc'; style-src 'self'; connect-src 'self'; img-src 'self'";
    site.files['/'] = withPolicy(policy.replace("'nonce-abc'", `${site.origin}/placard-loader.js`), EMBED + LOADER);
    await open(async (tab, seen) => {
      while (!seen.violations) await tab.evaluate(`new Promise(requestAnimationFrame)`);
      // An hour later, the reader returns. A request of the loader would be before the last one.
      await tab.evaluate(`(() => {
        const now = Date.now() + 3_600_000;
        Date.now = () => now;
        dispatchEvent(new Event('online'));
        document.dispatchEvent(new Event('visibilitychange'));
        return fetch('/feed.json?last').then((response) => response.text());
      })()`);
      assert.equal(site.requests.filter((path) => path === '/feed.json').length, 2);
      assert.equal(seen.violations, 1);
      assert.equal(site.requests.includes('/placard.js'), false);
      assert.match(await untilText(tab, 'Snapshot of the case'), /Snapshot/);
    });
  });
});

describe('embeds that come after the load', () => {
  it('are found by the loader, near the viewport and once', async () => {
    site.files['/'] = page(LOADER);
    await open(async (tab) => {
      await tab.waitForFunction(`document.readyState === 'complete'`);
      await tab.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<main>${EMBED}</main>`)})`);
      await untilText(tab, 'The case has changed');
      assert.equal(site.requests.filter((path) => path === '/placard.js').length, 1);
      await tab.evaluate(
        `document.body.insertAdjacentHTML('afterbegin', ${JSON.stringify(EMBED.replaceAll('Snapshot', 'Another snapshot'))})`,
      );
      await tab.waitForFunction(`document.querySelectorAll('placard-campaign').length === 2`);
    });
  });

  it('change nothing while the feed has their stamp', async () => {
    site.files['/'] = page(LOADER);
    site.files['/feed.json'] = feed(7, 'The case has changed');
    await open(async (tab) => {
      await tab.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(EMBED)})`);
      await site.until('/feed.json', 2);
      assert.equal(site.requests.includes('/placard.js'), false);
    });
  });

  it('are loaded at once if they have only what cannot be seen', async () => {
    site.files['/'] = page(LOADER);
    site.files['/feed.json'] = feed(7, 'The case has changed');
    await open(async (tab) => {
      const empty = EMBED.replace(SNAPSHOT, '<noscript>Switch on scripts</noscript><style>p {}</style><p hidden>Text</p>&nbsp;');
      await tab.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(empty)})`);
      await untilText(tab, 'The case has changed');
    });
  });
});

describe('scripts that an optimiser moved', () => {
  const BASE = '<link rel="placard-base" href="/">';
  it('find placard.js and its languages by the base of the page', async () => {
    site.files['/assets/all.js'] = distText('placard-loader.js');
    site.files['/'] = page(`${EMBED}<script type="module" src="/assets/all.js"></script>`, BASE, 'lang="fr"');
    await open(async (tab) => {
      await untilText(tab, 'The case has changed');
      await untilInShadow(tab, '[part=card][lang=fr]');
    });
  });

  it('inline, find a language by the base of the page', async () => {
    site.files['/'] = page(
      `${EMBED}<script>${distText('placard.iife.js').replaceAll('</script', '<\\/script')}</script>`,
      BASE,
      'lang="ar"',
    );
    await open(async (tab) => {
      await untilInShadow(tab, '[part=card][lang=ar][dir=rtl]');
    });
  });

  it('inline and without a base, say why the language is missing', async () => {
    site.files['/'] = page(`${EMBED}<script>${distText('placard.iife.js').replaceAll('</script', '<\\/script')}</script>`, '', 'lang="ar"');
    await open(async (tab, { logs }) => {
      await untilInShadow(tab, '[part=card][lang=en]');
      assert.ok(
        logs.some((log) => log.includes('placard-base')),
        logs.join('\n'),
      );
    });
  });
});

describe('documents of other kinds', () => {
  it('a page from a file has the number as a link', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'placard-page-'));
    try {
      const file = join(folder, 'page.html');
      writeFileSync(
        file,
        `<!doctype html><html lang="en"><title>Page</title><placard-campaign src="${site.origin}/feed.json"></placard-campaign><script src="${site.origin}/placard.iife.js"></script></html>`,
      );
      await open(async (tab) => {
        await untilInShadow(tab, 'a[href="tel:+442079460958"]');
      }, pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a page in a sandbox has the number as text', async () => {
    site.files['/'] = {
      body: page(`<placard-campaign src="/feed.json"></placard-campaign><script src="/placard.iife.js"></script>`),
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    };
    await open(async (tab) => {
      assert.match(await untilText(tab, '+44 20 7946 0958'), /7946/);
      assert.equal(
        await tab.evaluate(`document.querySelector('placard-campaign').shadowRoot.querySelector('.placard-act a[href^=tel]')`),
        null,
      );
    });
  });

  const xhtml = (script: string) => ({
    body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title></head><body>${EMBED}${script}</body></html>`,
    type: 'application/xhtml+xml',
  });

  it('an XHTML page has the card by a classic script, with its sections, its statement and its news', async () => {
    site.files['/'] = xhtml('<script src="/placard.iife.js"></script>');
    const item = { content_html: '<p>A <b>bold</b> statement &amp; more</p>' };
    site.files['/feed.json'] = feed(8, 'The case has changed', { item });
    await open(async (tab) => {
      await untilText(tab, 'The case has changed');
      await tab.evaluate(`(() => {
        const root = document.querySelector('placard-campaign').shadowRoot;
        for (const section of root.querySelectorAll('details')) section.open = true;
      })()`);
      await untilInShadow(tab, '.placard-rich b');
      site.files['/feed.json'] = feed(9, 'The case has changed again', { item });
      await untilText(tab, 'The case has changed again');
    });
  });

  it('an XHTML page keeps its snapshot in a browser that runs no modules there', async () => {
    site.files['/'] = xhtml(LOADER);
    await open(async (tab) => {
      await tab.waitForFunction(`document.readyState === 'complete'`);
      const height = await tab.evaluate(`document.querySelector('.placard-snapshot').getBoundingClientRect().height`);
      assert.ok((height as number) > 10, String(height));
      assert.match(await untilText(tab, 'Snapshot of the case'), /Snapshot/);
    });
  });

  it('a page with a base and a polluted prototype shows the card', async () => {
    const pollute = `<script>Object.prototype.hidden = true; Object.prototype.nonce = 'x'; Array.prototype.extra = 1; Object.freeze(Object.prototype); Object.freeze(Array.prototype)</script>`;
    site.files['/'] = page(EMBED.replace('/feed.json', 'feed.json') + LOADER, `<base href="/deep/">${pollute}`);
    site.files['/deep/feed.json'] = feed(8, 'The case has changed');
    await open(async (tab) => {
      await untilText(tab, 'The case has changed');
    });
  });
});

describe('a card on paper', () => {
  it('far below, without an answer, says where the statement is', async () => {
    site.files['/'] = page(
      `<div style="height: 20000px">Text</div><placard-campaign src="/never.json"></placard-campaign><script type="module" src="/placard.js"></script>`,
    );
    await open(async (tab) => {
      await untilInShadow(tab, '.placard-paper');
      await tab.emulateMediaType('print');
      const seen = await tab.evaluate(`(() => {
        const paper = document.querySelector('placard-campaign').shadowRoot.querySelector('.placard-paper');
        return [paper.innerText, paper.getBoundingClientRect().height];
      })()`);
      const [text, height] = seen as [string, number];
      assert.ok(text.includes(`${site.origin}/never.json`), text);
      assert.ok(height > 10);
      await tab.pdf({ width: '400px' });
      await site.until('/never.json', 1); // printing asks for it
    });
  });
});

function distText(name: string): string {
  return readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');
}
