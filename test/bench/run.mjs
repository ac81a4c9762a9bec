// Compares the cost of a card with static HTML, a hand-written element and four other embeds, from one server on loopback. Compare only
// ratios of one run. Differences below 15 % are noise. `npm run bench -- --help` lists the options.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { chromium } from '../support/browsers.mjs';
import { feedSizes } from './feed-size.mjs';
import { cost, leaks, renderOnce, timing } from './measure.mjs';
import { report } from './report.mjs';
import { serve } from './server.mjs';
import { filesOf, variants } from './variants.mjs';

const PASSES = ['timing', 'cost', 'leak', 'feed-size'];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PASSES.join() },
    runs: { type: 'string', default: '7' },
    variants: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench -- [--only ${PASSES.join()}] [--runs 7] [--variants static,script]
--variants takes those whose names begin so; static is always among them. The results are also in test/bench/results.json.`);
  process.exit();
}
const passes = values.only.split(',');
const runs = Number(values.runs);

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${here}node_modules/.package-lock.json`)) {
  execFileSync('npm', ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
await build({ logLevel: 'warn', build: { emptyOutDir: false } });

const options = await chromium();
// Blocks other hosts that a peer requests.
const browser = await launch({
  ...options,
  defaultViewport: null,
  args: [...options.args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
const began = new Date();
const results = {
  date: began.toISOString(),
  machine: `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  browser: await browser.version(),
  runs,
};
try {
  const first = await serve(filesOf());
  const rendered = await renderOnce({ browser, server: first }, variants()).finally(() => first.close());
  const all = variants(rendered);
  const chosen = Object.entries(all).filter(
    ([name]) => name === 'static' || values.variants.split(',').some((start) => name.startsWith(start)),
  );
  const server = await serve(filesOf(rendered));
  const bench = { browser, server };
  if (passes.includes('timing'))
    results.timing = await medians(chosen.map(([name, variant]) => [name, () => timing(bench, name, variant)]));
  if (passes.includes('cost')) {
    results.cost = {};
    for (const n of [1, 10, 100]) {
      const tried = chosen.filter(([, { many = 100 }]) => n <= many);
      save(); // keeps the results if the run is stopped
      results.cost[n] = await medians(tried.map(([name, variant]) => [name, () => cost(bench, name, variant, n)]));
    }
  }
  if (passes.includes('leak')) results.leak = await leaks(bench, all);
  if (server.misses.size) console.error(`Not found: ${[...server.misses].join(', ')}`);
  server.close();
  if (passes.includes('feed-size')) results.feedSize = await feedSizes(browser);
} finally {
  await browser.close();
}
save();
console.log(report(results));

function save() {
  writeFileSync(`${here}results.json`, `${JSON.stringify(results, null, 2)}\n`);
}

/** Measures the variants in turn, so that other load affects all of them. Returns the medians. */
async function medians(measures) {
  const all = Object.fromEntries(measures.map(([name]) => [name, []]));
  await measures[0][1](); // warms up the browser
  for (let run = 0; run < runs; run++) {
    for (const [name, measure] of measures) {
      process.stderr.write(`\r\x1b[K${run + 1}/${runs} ${name}`);
      all[name].push(await measure());
    }
  }
  process.stderr.write('\r\x1b[K');
  return Object.fromEntries(
    Object.entries(all).map(([name, each]) => [
      name,
      Object.fromEntries(Object.keys(each[0]).map((key) => [key, median(each.map((one) => one[key]))])),
    ]),
  );
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
