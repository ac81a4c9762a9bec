/** Tests that the pages of a site work with the header that its settings send: no script runs without its hash. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { HEADER_FILES } from '../../../src/publish/server-config.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { untilInShadow } from '../../support/composed-text.mjs';
import { bundles } from './cli.js';
import { serve, type Server } from './server.js';
import { buildSite, MAIN } from './site.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

describe('a built site with its Integrity-Policy', () => {
  let browser: Browser;
  let server: Server;
  let folder = '';
  const [, policy] = /Integrity-Policy: (.+)/.exec(HEADER_FILES._headers!)!;

  before(async () => {
    await bundles();
    server = await serve((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
      const file = join(folder, path, path.endsWith('/') ? 'index.html' : '');
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
      const headers = {
        'content-type': TYPES[extname(file)] ?? 'text/plain',
        'access-control-allow-origin': '*',
        'integrity-policy': policy!,
      };
      response.writeHead(200, headers).end(readFileSync(file));
    });
    folder = await buildSite(server.url);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const isExpected = (message: { location(): { url?: string } }) => message.location().url?.endsWith('/picture.svg') ?? false;

  it('blocks a script without a hash, in this browser', async () => {
    await using other = await serve((request, response) => {
      const isScript = request.url === '/x.js';
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html', 'integrity-policy': policy! });
      response.end(isScript ? 'document.title = "ran"' : '<!doctype html><title>P</title><script src="/x.js"></script>');
    });
    const title = await visit(browser, other.url, (page) => page.title(), { isExpected: () => true });
    assert.equal(title, 'P');
  });

  it('shows the live card in a frame, in a language that is a script of its own', async () => {
    for (const name of [MAIN, `${MAIN}-ar`])
      await visit(browser, `${server.url}${name}/frame.html`, (page) => untilInShadow(page, '[part~=action]'), { isExpected });
  });

  it('has copy buttons on the page for partners, also one for formatted text', async () => {
    await visit(browser, `${server.url}${MAIN}/embed.html`, async (page) => {
      await browser.defaultBrowserContext().overridePermissions(new URL(server.url).origin, ['clipboard-read', 'clipboard-write']);
      await page.waitForSelector('button');
      const count = await page.$$eval('button', (all) => all.length);
      assert.equal(count, (await page.$$('textarea')).length + 1);
      await page.bringToFront();
      const buttons = await page.$$('#formatted + button');
      await buttons[0]!.click();
      await page.waitForSelector('#formatted ~ [role=status]:not(:empty)');
      const types = await page.evaluate('navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))');
      assert.deepEqual(types, ['text/plain', 'text/html']);
      const html = (await page.evaluate(
        `navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())`,
      )) as string;
      assert.match(html, /<strong><a [^>]*>[^<]*sixteen Radio Azattyq journalists/);
      assert.doesNotMatch(html, /class="placard/);
    });
  });
});
