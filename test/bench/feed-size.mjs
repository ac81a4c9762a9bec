// Measures a large feed, from its text to the selected item, as a multiple of JSON.parse: in Node and in Chromium, with the validators of
// the bundles. Each run has a new thread, because a page does it once.
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { compileValidators } from '../../src/bundler/compile-validators.ts';
import { COMPILE_HINT } from '../../src/bundler/compile-hint.ts';

const ROUNDS = 15;
const DAY = 86_400_000;
const TASKS = {
  'JSON.parse': 'JSON.parse(text).items[0]',
  'newest item': `selectItem(parseFeed(text, 'https://union.example/feed.json'))`,
  'item by its id': `selectItem(parseFeed(text, 'https://union.example/feed.json'), { id: 'https://union.example/cases/77', language: 'kk' })`,
};

/** Returns small items for a feed with thousands of them. `place` maps the position of an item to its time. */
function feed(many, place) {
  const items = Array.from({ length: many }, (_, index) => ({
    id: `https://union.example/cases/${index}`,
    url: `https://union.example/cases/${index}.html`,
    title: `Case ${index}: accreditation refused, the union goes to court`,
    summary: 'Sixteen journalists were refused accreditation. Their union calls it a breach of the law, and has sued the ministry.',
    image: `https://union.example/cases/${index}.jpg`,
    date_published: new Date(Date.UTC(2025, 6, 25, 9) - place(index) * DAY).toISOString(),
    language: 'en',
    _placard: { kind: 'case', revision: 1, cases: [{ id: 'suit', forum: 'Administrative court', status: 'pending', as_of: '2025-07-25' }] },
  }));
  const _placard = { spec: 1, sequence: 1, generated_at: '2025-07-25T09:07:00Z', publisher: { name: 'Press Union' } };
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Press Union', _placard, items });
}

const FEEDS = {
  '10,000 items, newest first': feed(10_000, (index) => index),
  '10,000 items, newest last': feed(10_000, (index) => 10_000 - index),
  '10,000 items in any order': feed(10_000, (index) => (index * 7919) % 10_000),
};

const built = () =>
  build({
    configFile: false,
    logLevel: 'error',
    plugins: [compileValidators()],
    build: {
      lib: { entry: 'src/feed/index.ts', formats: ['es'] },
      write: false,
      rolldownOptions: { output: { postBanner: COMPILE_HINT } }, // as in the bundles
    },
  }).then(([{ output }]) => `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);

/** Returns an expression for a worker with a `text`: a promise of the ms of the first run of the task. */
const timed = (url, task) => `import('${url}').then(({ parseFeed, selectItem }) => {
  const began = performance.now();
  const chosen = ${task};
  const took = performance.now() - began;
  if (!chosen.title) throw new Error('nothing was chosen');
  return took;
})`;

function inNode(url, task, text) {
  const source = `const { parentPort, workerData: text } = require('node:worker_threads');
    ${timed(url, task)}.then((took) => parentPort.postMessage(took));`;
  return new Promise((resolve, reject) => {
    new Worker(source, { eval: true, workerData: text }).once('message', resolve).once('error', reject);
  });
}

/** Runs in the page. */
function inWorker(source, text) {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', reject);
    worker.postMessage(text); // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker has no origin
  }).finally(() => worker.terminate());
}

/** Prints ms and the multiple of JSON.parse, by feed, engine and task. */
export async function feedSizes(browser) {
  const url = await built();
  const page = await browser.newPage();
  await page.exposeFunction('feedOf', (about) => FEEDS[about]);
  const engines = {
    Node: (task, about) => inNode(url, task, FEEDS[about]),
    Chromium: (task, about) => {
      const source = `onmessage = ({ data: text }) => ${timed(url, task)}.then(postMessage);`;
      return page.evaluate(`(async () => {
        const texts = (globalThis.texts ??= {});
        return (${inWorker})(${JSON.stringify(source)}, (texts[${JSON.stringify(about)}] ??= await feedOf(${JSON.stringify(about)})));
      })()`);
    },
  };
  const sizes = {};
  for (const about of Object.keys(FEEDS)) {
    sizes[about] = {};
    for (const [engine, run] of Object.entries(engines)) {
      const times = Object.keys(TASKS).map(() => []);
      // In turn, so that other load affects all of them.
      for (let round = 0; round < ROUNDS; round++)
        for (const [place, task] of Object.values(TASKS).entries()) times[place].push(await run(task, about));
      const fastest = times.map((all) => Math.min(...all)); // the run with the least other load
      sizes[about][engine] = Object.fromEntries(
        Object.keys(TASKS).map((name, place) => [name, { ms: fastest[place], ratio: fastest[place] / fastest[0] }]),
      );
    }
  }
  await page.close();
  return sizes;
}
