// Measures one load of one page in a new browser context, so that nothing is cached.
import { renderHtml } from '../../src/card/html.js';
import { cardOf } from '../../src/embed/snapshot.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { HEADLINE } from './case.mjs';
import { pathOf } from './variants.mjs';

/** ms; a variant that never shows its words is a fault of the bench. */
const LONGEST = 30_000;
/** https://developer.chrome.com/docs/lighthouse: "Slow 4G", and a phone a quarter as fast as this machine. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const PHONE = { width: 412, height: 915, deviceScaleFactor: 1, mobile: false };

/** Runs in the page. Records when its words first appear, and its layout shift. */
const OBSERVER = (content) => `(() => {
  const seen = (globalThis.seen = { shift: 0 });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (document.body && (${content})) seen.at = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** @param use gets the page, its session, a function that loads the page until the network is idle, and one that waits for the words */
async function withPage({ browser, server }, name, variant, n, settle, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    // One session for all emulation. Puppeteer's own emulation would interfere with it.
    const session = await page.createCDPSession();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await session.send('Emulation.setDeviceMetricsOverride', PHONE);
    const load = async () => {
      await page.goto(server.origin + pathOf(name, n), { waitUntil: 'load', timeout: LONGEST });
      await server.quiet(settle);
    };
    // Separate, because a question to the page is a script too.
    const done = async () => {
      const end = performance.now() + LONGEST;
      while (!(await page.evaluate(`!!(${variant.done ?? variant.content})`))) {
        if (performance.now() > end) throw new Error(`${name} was never done. ${faults.join('; ')}`);
        await server.quiet(settle);
      }
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))');
    };
    return await use(page, session, load, done);
  } finally {
    await context.close();
  }
}

/** Throttled. Returns ms to content, layout shift, transferred bytes, and requests without the page and pictures. */
export function timing(bench, name, variant) {
  return withPage(bench, name, variant, 1, 1500, async (page, session, load, done) => {
    const sizes = new Map();
    const script = new Set();
    const pictures = new Set();
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (response.url.startsWith('http')) sizes.set(requestId, 0);
      if (type === 'Script') script.add(requestId);
      if (type === 'Image') pictures.add(requestId);
    });
    session.on(
      'Network.loadingFinished',
      ({ requestId, encodedDataLength }) => sizes.has(requestId) && sizes.set(requestId, encodedDataLength),
    );
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: OBSERVER(variant.content) });
    await load();
    await done();
    const { at, shift } = await page.evaluate('seen');
    const total = (ids) => ids.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    return { content: at, shift, bytes: total([...sizes.keys()]), script: total([...script]), requests: sizes.size - pictures.size - 1 };
  });
}

const TASK = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** Code after an `await` runs at the checkpoint and at the end of a script's block. Chromium's own ScriptDuration omits it. */
const SCRIPT = new Set([
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'RunMicrotasks',
  'PendingScript::ExecuteScriptBlock',
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'FunctionCall',
  'v8.callFunction',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
]);

/**
 * Unthrottled, from a trace. Returns ms of script, of all tasks, and of the longest task that runs a script; heap in bytes. The ms are those
 * of a phone with a quarter of the speed.
 */
export function cost(bench, name, variant, n) {
  return withPage(bench, name, variant, n, 600, async (page, session, load, done) => {
    await page.tracing.start({ categories: ['toplevel', 'blink', 'devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'] });
    await load();
    const trace = await page.tracing.stop();
    await done();
    const { traceEvents } = JSON.parse(Buffer.from(trace).toString());
    await session.send('HeapProfiler.enable');
    for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { ...spent(traceEvents, bench.server.origin), heap: usedSize };
  });
}

/** @param origin of the page: the browser has other renderers, for its own pages */
function spent(events, origin) {
  const { pid } = events.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url?.startsWith(origin));
  const { tid } = events.find((each) => each.pid === pid && each.name === 'thread_name' && each.args.name === 'CrRendererMain');
  const span = events.filter((each) => each.pid === pid && each.tid === tid && each.tdur !== undefined);
  const ms = (names) => (outermost(span.filter(({ name }) => names.has(name))) / 1000) * SLOWER;
  return { script: ms(SCRIPT), task: ms(TASK), longest: longest(span) };
}

/** Returns the ms of the longest task that runs a script. */
function longest(span) {
  const scripts = span.filter(({ name }) => SCRIPT.has(name));
  const tasks = span.filter(({ name, ts, dur }) => TASK.has(name) && scripts.some((each) => each.ts >= ts && each.ts <= ts + dur));
  return (Math.max(0, ...tasks.map(({ tdur }) => tdur)) / 1000) * SLOWER;
}

/** Returns the thread time of the outermost events. */
function outermost(events) {
  let end = -Infinity;
  let sum = 0;
  for (const { ts, dur, tdur } of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur;
  }
  return sum;
}

/** Returns our card: its rendered markup and style, and the snapshot and the page from the feed. */
export async function renderOnce(bench, variants) {
  const [[name, variant]] = Object.entries(variants);
  return withPage(bench, name, variant, 1, 400, async (page, _session, load, done) => {
    await load();
    await done();
    const rendered = await page.evaluate(`(() => {
      const { shadowRoot } = document.querySelector('placard-campaign');
      return {
        card: shadowRoot.querySelector('.placard-frame').outerHTML.replace(/<!--.*?-->/g, ''),
        css: shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\\n'),
        src: document.querySelector('placard-campaign').settings.src,
      };
    })()`);
    if (!rendered.card.includes(HEADLINE)) throw new Error('the card was not rendered');
    const { src, ...live } = rendered;
    const card = await cardOf(parseFeed(await (await fetch(src)).text(), src));
    const all = { ...live, snapshot: renderHtml(card), page: renderHtml(card, { profile: 'full' }) };
    return Object.fromEntries(Object.entries(all).map(([key, text]) => [key, text.replaceAll(bench.server.origin, '')]));
  });
}

/** Returns the heap bytes that remain after a thousand cards were added and removed, and other remains. */
export async function leaks(bench, variants) {
  const name = 'script only';
  return withPage(bench, name, variants[name], 1, 400, async (page, session, load, done) => {
    await load();
    await done();
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const cycle = (times) =>
      page.evaluate(`(async () => {
        const [first] = document.querySelectorAll('placard-campaign');
        for (let time = 0; time < ${times}; time++) {
          const element = first.cloneNode();
          document.body.append(element);
          await element.updateComplete;
          element.remove();
        }
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      })()`);
    const now = async () => {
      for (let times = 0; times < 4; times++) await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name) => metrics.find((each) => each.name === name).value;
      return { heap: usedSize, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
    };
    await cycle(1500); // until everything is compiled and optimised, which uses heap too
    const before = await now();
    await cycle(1000);
    const after = await now();
    return Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
  });
}
