// Runs test/**/*.node.ts, or the files and folders that are named, with Node's test runner. The files of a folder share a process; a named
// file has its own. Prints one line per folder, each failure once, and one line with the totals. `node --test` of Node 20 has neither globs
// nor such a line.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { buildBundles } from '../../demo/server/bundles.js';
import { chromium } from './browsers.mjs';
import { failuresReporter } from './failures-reporter.mjs';
import { filesUnder } from './files.mjs';
import { seed } from './seed.mjs';
import { processes } from './test-groups.mjs';

const TIMEOUT_MS = 1_200_000; // a process that leaves a server open would never end

const asked = process.argv.slice(2);
const named = asked.length ? asked : ['test'];
const isFolder = (path) => statSync(path).isDirectory();
const files = [
  ...processes(named.filter(isFolder).flatMap((folder) => filesUnder(folder, '.node.ts'))),
  ...named.filter((path) => !isFolder(path)),
];

/** A process waits for about half of its time: for a page, a timer, a process. Named files may run beside other checks. */
const concurrency = availableParallelism() + (asked.length ? 0 : 1);

await prepare().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

process.env.SEED = seed();
const report = failuresReporter();
const stream = run({ files, concurrency, timeout: TIMEOUT_MS });
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
