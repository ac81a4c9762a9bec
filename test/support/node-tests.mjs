// Runs test/**/*.node.ts, or the files and folders that are named, with Node's test runner. Prints one line per folder, each failure once,
// and one line with the totals. `node --test` of Node 20 has neither globs nor such a line.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { buildBundles } from '../../demo/server/bundles.js';
import { chromium } from './browsers.mjs';
import { failuresReporter } from './failures-reporter.mjs';
import { filesUnder } from './files.mjs';
import { seed } from './seed.mjs';

const FILE_TIMEOUT_MS = 600_000; // a file that leaves a server open would never end

const asked = process.argv.slice(2);
const files = (asked.length ? asked : ['test']).flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path, '.node.ts') : [path]));

/** A file waits for about half of its time: for a page, a timer, a process. Named files may run beside other checks. */
const concurrency = availableParallelism() + (asked.length ? 0 : 1);

await prepare().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

process.env.SEED = seed();
const report = failuresReporter();
const stream = run({ files, concurrency, timeout: FILE_TIMEOUT_MS });
for (const type of ['test:start', 'test:pass', 'test:fail', 'test:stderr']) stream.on(type, (event) => report[type](event));
stream.once('end', () => {
  const { passed, failed } = report.end();
  console.log(`node: ${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
});
stream.resume();

/** Builds and unpacks shared files once, before a test reads them. */
async function prepare() {
  await chromium();
  await buildBundles();
}
