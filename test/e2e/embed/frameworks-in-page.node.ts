/**
 * Cards in pages of Turbo, htmx, React and Vue, as these libraries are published: visits without a load, a refresh by morphing, StrictMode,
 * hydration of the whole document, and kept components. Each page stays without an error.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import type { Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { untilText } from '../../support/composed-text.mjs';
import { feed, HostSite, page, SNAPSHOT } from './host-site.js';

const require = createRequire(import.meta.url);
const published = (path: string) => readFileSync(require.resolve(path), 'utf8');

const DIV = `<div id="embed" data-placard-src="/feed.json" data-placard-stamp="7">${SNAPSHOT}</div>`;
const TAG = `<placard-campaign src="/feed.json" stamp="7">${SNAPSHOT}</placard-campaign>`;
const NEWS = 'The case has changed';
const SCRIPT = '<script type="module" src="/placard.js"></script>';
const site = new HostSite();

const open = (use: (tab: Page) => Promise<void>) => visit(site.browser, `${site.origin}/`, use);

/** Bundles a module for the page, with React or Vue from npm. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: 'jsx' },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** Resolves when every card of the page shows the news, and there are that many. */
async function untilCards(tab: Page, count: number): Promise<void> {
  await tab.waitForFunction(
    `(() => {
      const cards = [...document.querySelectorAll('placard-campaign')];
      return cards.length === ${count} && cards.every((card) => card.shadowRoot?.querySelector('.placard-card')?.textContent.includes('${NEWS}'));
    })()`,
  );
}

describe('Turbo', () => {
  const MORPH = '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">';
  const turbo = () => {
    site.files['/turbo.js'] = published('@hotwired/turbo');
    return `${MORPH}<script src="/turbo.js"></script>${SCRIPT}`;
  };

  for (const [what, embed] of [
    ['a div', DIV],
    ['a tag', TAG],
  ] as const) {
    it(`refreshes a page with ${what} by morphing: the card stays, and the page's own new box is seen`, async () => {
      const head = turbo();
      site.files['/'] = page(`<main><h1>Title</h1>${embed}</main>`, head);
      await open(async (tab) => {
        await untilCards(tab, 1);
        for (const text of ['One', 'Two']) {
          site.files['/'] = page(`<div class="alert">${text}</div><main><h1>Title</h1>${embed}</main>`, head);
          await tab.evaluate(
            `new Promise((resolve) => { addEventListener('turbo:render', resolve, { once: true }); Turbo.visit(location.href, { action: 'replace' }); })`,
          );
          await untilCards(tab, 1);
          const box = await tab.evaluate(`(() => {
            const alert = document.querySelector('.alert');
            return [alert.textContent, alert.getBoundingClientRect().height > 10, alert.shadowRoot === null];
          })()`);
          assert.deepEqual(box, [text, true, true]);
        }
        assert.equal(await tab.evaluate(`document.querySelectorAll('.placard-snapshot').length`), 1);
      });
    });

    it(`shows a card after a visit to a page with ${what}, and after the way back`, async () => {
      const head = turbo();
      site.files['/'] = page('<a href="/two">Two</a>', head);
      site.files['/two'] = page(`<main>${embed}</main><a href="/">One</a>`, head);
      await open(async (tab) => {
        await tab.waitForFunction(`globalThis.Turbo && customElements.get('placard-campaign')`);
        for (let time = 0; time < 2; time++) {
          // The second time, Turbo shows its own copy first. A way back before the response would abort its request, which it reports.
          await tab.evaluate(
            `new Promise((resolve) => { addEventListener('turbo:load', resolve, { once: true }); document.querySelector('a[href="/two"]').click(); })`,
          );
          await untilCards(tab, 1);
          await tab.evaluate(`history.back()`);
          await tab.waitForFunction(`location.pathname === '/' && !document.querySelector('placard-campaign')`);
        }
        await tab.evaluate(`history.forward()`);
        await untilCards(tab, 1);
        assert.equal(await tab.evaluate(`document.querySelectorAll('.placard-snapshot').length`), 1);
      });
    });
  }
});

describe('htmx', () => {
  it('swaps a div and a tag in, again and again', async () => {
    site.files['/htmx.js'] = published('htmx.org/dist/htmx.min.js');
    site.files['/part'] = `${DIV}${TAG}`;
    site.files['/'] = page(
      `<main hx-get="/part" hx-trigger="load, again" hx-swap="innerHTML"></main>`,
      `<script src="/htmx.js" defer></script>${SCRIPT}`,
    );
    await open(async (tab) => {
      await untilCards(tab, 2);
      await tab.evaluate(`document.querySelector('main').dispatchEvent(new Event('again'))`);
      await site.until('/part', 2);
      await untilCards(tab, 2);
      assert.equal(site.requests.filter((path) => path === '/feed.json').length, 1);
    });
  });
});

describe('React', () => {
  const DIV_PROPS = `{ 'data-placard-src': '/feed.json', 'data-placard-stamp': '7', suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: ${JSON.stringify(SNAPSHOT)} } }`;

  it('mounts, updates and removes a div and a tag in StrictMode, on a route', async () => {
    const code = `
      import { StrictMode, useState } from 'react';
      import { createRoot } from 'react-dom/client';
      function App() {
        const [route, setRoute] = useState(0);
        globalThis.go = setRoute;
        return <StrictMode><main>
          {route > 0 && <div key="a" {...${DIV_PROPS}} data-placard-theme={route > 1 ? 'dark' : 'light'} />}
          {route > 0 && <placard-campaign src="/feed.json" stamp="7" theme={route > 1 ? 'dark' : 'light'}><div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(SNAPSHOT)} }} /></placard-campaign>}
          <p>{'Route ' + route}</p>
        </main></StrictMode>;
      }
      createRoot(document.getElementById('root')).render(<App />);`;
    site.files['/app.js'] = await bundle(code);
    site.files['/'] = page(`<div id="root"></div><script type="module" src="/app.js"></script>`, SCRIPT);
    await open(async (tab) => {
      await untilText(tab, 'Route 0');
      for (let time = 0; time < 2; time++) {
        await tab.evaluate('go(1)');
        await untilCards(tab, 2);
        await tab.evaluate('go(2)');
        await tab.waitForFunction(`[...document.querySelectorAll('placard-campaign')].every((card) => card.theme === 'dark')`);
        await tab.evaluate('go(0)');
        await untilText(tab, 'Route 0');
        assert.equal(await tab.evaluate(`document.querySelectorAll('placard-campaign, [data-placard-src]').length`), 0);
      }
    });
  });

  it('hydrates a whole document in which the card is there already', async () => {
    const app = `
      function App() {
        return h('html', { lang: 'en' }, h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Page')),
          h('body', null, h('div', ${DIV_PROPS}), h('placard-campaign', { src: '/feed.json', stamp: '7' }, h('div', { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: ${JSON.stringify(SNAPSHOT)} } })), h('button', { onClick: () => (globalThis.clicked = true) }, 'Button')));
      }`;
    // oxlint-disable-next-line no-implied-eval -- the same component runs here and in the page
    const App = new Function('h', `${app}; return App;`)(h) as () => ReturnType<typeof h>;
    site.files['/app.js'] = await bundle(`import { createElement as h } from 'react'; import { hydrateRoot } from 'react-dom/client'; ${app}
      globalThis.hydrate = () => hydrateRoot(document, h(App));`);
    const html = renderToString(h(App)).replace('</head>', `${SCRIPT}<script type="module" src="/app.js"></script></head>`);
    site.files['/'] = `<!doctype html>${html}`;
    await open(async (tab) => {
      await untilCards(tab, 2);
      await tab.waitForFunction('globalThis.hydrate');
      await tab.evaluate('hydrate()');
      await tab.waitForFunction(`document.querySelector('button').click() || globalThis.clicked`);
      await untilCards(tab, 2);
    });
  });

  it('gives a parsed feed and listeners to a hydrated tag by a ref', async () => {
    const code = `
      import { useEffect, useRef } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      import { parseFeed } from '/feed-parser.js';
      function Placard({ text }) {
        const card = useRef(null);
        useEffect(() => {
          const { current } = card;
          const onLoad = () => (globalThis.heard = true);
          current.addEventListener('placard-load', onLoad);
          current.data = parseFeed(text, location.href);
          return () => current.removeEventListener('placard-load', onLoad);
        }, [text]);
        return <placard-campaign ref={card}></placard-campaign>;
      }
      hydrateRoot(document.getElementById('root'), <Placard text={${JSON.stringify(feed(8, NEWS))}} />);`;
    const { outputFiles } = await build({
      entryPoints: ['src/feed/index.ts'],
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'error',
    });
    site.files['/feed-parser.js'] = outputFiles[0]!.text;
    const { outputFiles: app } = await build({
      stdin: { contents: code, resolveDir: process.cwd(), loader: 'jsx' },
      bundle: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      external: ['/feed-parser.js'],
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'error',
    });
    site.files['/app.js'] = app[0]!.text;
    site.files['/'] = page(
      `<div id="root"><placard-campaign></placard-campaign></div><script type="module" src="/app.js"></script>`,
      SCRIPT,
    );
    await open(async (tab) => {
      await untilCards(tab, 1);
      await tab.waitForFunction('globalThis.heard');
    });
  });
});

describe('Vue', () => {
  it('keeps a card in keep-alive, and removes and shows it again', async () => {
    const code = `
      import { createApp, h, KeepAlive, ref } from 'vue';
      const shown = ref('one');
      const One = { name: 'One', render: () => h('div', [h('div', { 'data-placard-src': '/feed.json', 'data-placard-stamp': '7', innerHTML: ${JSON.stringify(SNAPSHOT)} }), h('placard-campaign', { src: '/feed.json', stamp: '7' }, [h('div', { innerHTML: ${JSON.stringify(SNAPSHOT)} })])]) };
      const Two = { name: 'Two', render: () => h('p', 'Other view') };
      globalThis.go = (name) => (shown.value = name);
      createApp({ render: () => h(KeepAlive, null, { default: () => h(shown.value === 'one' ? One : Two) }) }).mount('#root');`;
    site.files['/app.js'] = await bundle(code);
    site.files['/'] = page(`<div id="root"></div><script type="module" src="/app.js"></script>`, SCRIPT);
    await open(async (tab) => {
      for (let time = 0; time < 3; time++) {
        await untilCards(tab, 2);
        await tab.evaluate(`go('two')`);
        await untilText(tab, 'Other view');
        await tab.evaluate(`go('one')`);
      }
      await untilCards(tab, 2);
      assert.equal(site.requests.filter((path) => path === '/feed.json').length, 1);
    });
  });
});
