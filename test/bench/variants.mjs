// The compared pages: one article that contains the same card `n` times, in different formats.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { feed } from './case.mjs';
import * as peers from './peers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(path);

const PROSE =
  '<p>A paragraph of the article around the card, as long as paragraphs in articles are: it says something, says it again in other words, and ends before the reader does.</p>';
const ARTICLE = `body{max-width:46rem;margin:0 auto;padding:1rem;font:1rem/1.5 Georgia,serif}h1{font-size:1.6rem}`;

/** Returns an expression: the first such tag shows its card. */
const shadowed = (tag) => `document.querySelector('${tag}')?.shadowRoot?.querySelector('.placard-headline')`;
const script = (src) => `<script type="module" src="${src}"></script>`;
const sheet = (href) => `<link rel="stylesheet" href="${href}">`;

/**
 * Members of a variant: `head`; `card`, its markup by number; `end`, the end of the body; `content`, true when the words are shown;
 * `done`, true when the page is complete; `many`, the maximum number of cards.
 * @param {{ card: string, css: string, snapshot: string, page: string }} [rendered] our card; without it, only the variants with scripts exist
 */
export function variants(rendered) {
  const campaign = (inner, file = 'feed') => `<placard-campaign src="/${file}.json" stamp="7">${inner}</placard-campaign>`;
  const plain = {
    'script only': {
      head: sheet('/placard.css') + script('/placard.js'),
      card: () => campaign(''),
      content: shadowed('placard-campaign'),
    },
    'script only, feed preloaded': {
      head: sheet('/placard.css') + '<link rel="preload" as="fetch" crossorigin href="/feed.json">' + script('/placard.js'),
      card: () => campaign(''),
      content: shadowed('placard-campaign'),
    },
  };
  if (!rendered) return plain;
  const { card, snapshot, page } = rendered;
  const told = `document.querySelector('.placard-act')`;
  return {
    static: { head: sheet('/card.css'), card: () => `<div class="host">${card}</div>`, content: `document.querySelector('.placard-card')` },
    'hand-written element': {
      head: script('/handwritten.js'),
      card: () => '<hand-written src="/feed.json"></hand-written>',
      content: shadowed('hand-written'),
    },
    'snapshot, no script': { head: sheet('/placard.css'), card: () => campaign(snapshot), content: told },
    'snapshot + loader, feed unchanged': {
      head: sheet('/placard.css'),
      card: () => campaign(snapshot),
      end: script('/placard-loader.js'),
      content: told,
      done: `performance.getEntriesByName(new URL('/feed.json', location).href).length`,
    },
    // The output of `placard build`.
    prerendered: {
      head: sheet('/placard-page.css'),
      card: () => campaign(page),
      end: script('/placard-loader.js'),
      content: `document.querySelector('.placard-act')`,
      done: `performance.getEntriesByName(new URL('/feed.json', location).href).length`,
    },
    'snapshot + loader, feed newer': {
      head: sheet('/placard.css'),
      card: () => campaign(snapshot, 'newer'),
      end: script('/placard-loader.js'),
      content: told,
      done: shadowed('placard-campaign'),
    },
    'snapshot + full script': {
      head: sheet('/placard.css') + script('/placard.js'),
      card: () => campaign(snapshot),
      content: told,
      done: `customElements.get('placard-campaign') && performance.getEntriesByName(new URL('/feed.json', location).href).length`,
    },
    'snapshot + full script, feed newer': {
      head: sheet('/placard.css') + script('/placard.js'),
      card: () => campaign(snapshot, 'newer'),
      content: told,
      done: shadowed('placard-campaign'),
    },
    ...plain,
    'bluesky-post-embed': {
      head: sheet('/bluesky.css') + script('/bluesky.js'),
      card: (_index, origin) => peers.blueskyTag(origin),
      content: `document.querySelector('.bluesky-embed')`,
    },
    'mastodon-embed-timeline': {
      head: sheet('/mastodon.css'),
      card: (index) =>
        `<div id="mt-${index}" class="mt-container"><div class="mt-body" role="feed"><div class="mt-loading-spinner"></div></div></div>`,
      end: script('/mastodon.js'),
      content: `document.querySelectorAll('.mt-post').length >= 9`,
    },
    'react-tweet': {
      head: sheet('/tweet.css'),
      card: () => '<div class="tweet"></div>',
      end: script('/tweet.js'),
      content: `document.querySelector('article [data-testid], article p')`,
    },
    'TimelineJS 3': {
      head: sheet('/timelinejs/css/timeline.css'),
      card: (index) => `<div id="timeline-${index}" class="timeline" style="width:100%;height:600px"></div>`,
      end: `<script src="/timelinejs/js/timeline.js"></script>${script('/timeline.js')}`,
      content: `document.querySelector('.tl-slide .tl-headline')`,
      many: 10,
    },
  };
}

function page({ head, card, end = '' }, n, origin) {
  const cards = Array.from({ length: n }, (_, index) => `${card(index, origin)}\n${PROSE}`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${ARTICLE}</style>${head}</head>
<body><h1>An article</h1>${PROSE}\n${cards}\n${end}</body></html>`;
}

/** Returns the path of a page: `/v/<variant>/<n>`. */
export const pathOf = (name, n) => `/v/${encodeURIComponent(name)}/${n}`;

/** Returns the file at a path. */
export function filesOf(rendered) {
  const all = variants(rendered);
  const built = new Map();
  const bundle = (name) => {
    if (!built.has(name)) {
      const { outputFiles } = buildSync({
        entryPoints: [`${here}pages/${name}.js`],
        nodePaths: [`${here}node_modules`],
        outdir: '/',
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'error',
      });
      built.set(name, Object.fromEntries(outputFiles.map(({ path, text }) => [path.split('.').at(-1), text])));
    }
    return built.get(name);
  };
  return (path, origin) => {
    const [, name, n] = /^\/v\/([^/]+)\/(\d+)$/.exec(path) ?? [];
    if (name) return page(all[decodeURIComponent(name)], Number(n), origin);
    const [, peer, kind] = /^\/(bluesky|mastodon|tweet|timeline)\.(js|css)$/.exec(path) ?? [];
    if (peer) return bundle(peer)[kind];
    if (path.startsWith('/timelinejs/'))
      return read(`${here}node_modules/@knight-lab/timelinejs/dist/${path.slice('/timelinejs/'.length)}`);
    if (/^\/placard[-.\w]*$|^\/parts\//.test(path)) return read(`${root}dist${path}`);
    switch (path) {
      case '/feed.json':
        return feed(7);
      case '/newer.json':
        return feed(8);
      case '/picture': // react-tweet removes the suffix
      case '/picture.svg':
      case '/avatar.svg':
        return read(`${root}demo/picture.svg`);
      case '/card.css':
        return rendered.css.replaceAll(':host', '.host');
      case '/handwritten.js':
        return transformSync(`${read(`${here}pages/handwritten.js`)}`, {
          define: { CARD_STYLE: JSON.stringify(rendered.css) },
          minify: true,
        }).code;
      default:
        return peers.answer(path, origin);
    }
  };
}
