/** The bundle alone: its attributes, compared with those of the modules that the other tests import, and its start. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { openBrowser, visit } from '../support/browser-page.js';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script type="module" src="/placard.js"></script>
<placard-campaign src="/none.json" item="a" mirrors="/b /c" refresh="0" original theme="dark" look="plain" heading-level="3" public-key="k"
  min-sequence="7" keep stamp="8"><p>The snapshot.</p></placard-campaign>
<placard-status refresh="" heading-level="" min-sequence=""><p>The snapshot.</p></placard-status>`;

const NAMES = 'src item mirrors refresh original theme look headingLevel publicKey minSequence keep stamp'.split(' ');

const server = createServer((request, response) => {
  const script = request.url!.endsWith('.js');
  response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
  response.end(
    script ? readFileSync(new URL(`../../dist${request.url}`, import.meta.url)) : request.url === '/empty' ? '<title>Page</title>' : PAGE,
  );
});
let browser: Browser;
before(async () => {
  await buildBundles();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});

it('parses texts, numbers and flags in the bundle, and notices a removed attribute', async () => {
  const { port } = server.address() as AddressInfo;
  await visit(
    browser,
    `http://127.0.0.1:${port}/`,
    async (page) => {
      await page.waitForSelector('placard-status:defined');
      const [all, none, changed] = (await page.evaluate(`(() => {
        const of = (element) => ${JSON.stringify(NAMES)}.map((name) => element[name] ?? null);
        const [campaign, status] = document.querySelectorAll('placard-campaign, placard-status');
        const before = [of(campaign), of(status)];
        for (const name of ['refresh', 'original', 'theme', 'min-sequence', 'keep']) campaign.removeAttribute(name);
        return [...before, of(campaign)];
      })()`)) as unknown[][];
      assert.deepEqual(all, ['/none.json', 'a', '/b /c', 0, true, 'dark', 'plain', 3, 'k', 7, true, '8']);
      // An empty level is the default.
      assert.deepEqual(none, [null, null, null, null, false, null, null, 2, null, null, false, null]);
      assert.deepEqual(changed, ['/none.json', 'a', '/b /c', null, false, null, 'plain', 3, 'k', null, false, '8']);
    },
    { isExpected: () => true },
  );
});

it('makes no error while it starts, because an engine parses the whole script again to find the place of one', async () => {
  const { port } = server.address() as AddressInfo;
  await visit(browser, `http://127.0.0.1:${port}/empty`, async (page) => {
    const made = await page.evaluate(`(async () => {
      let made = 0;
      globalThis.Error = class extends Error {
        constructor(...given) {
          super(...given);
          made++;
        }
      };
      await import('/placard.js');
      return made;
    })()`);
    assert.equal(made, 0);
  });
});
