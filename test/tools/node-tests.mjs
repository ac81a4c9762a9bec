// Runs test/**/*.node.ts with Node's own test runner and ends with one plain line. `node --test` of Node 20 takes no
// globs and prints no such line.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { build } from 'vite';
import { filesUnder } from './files.mjs';

const asked = process.argv.slice(2);
const files = asked.length ? asked : filesUnder('test', '.node.ts');
let passed = 0;
let failed = 0;

// Once for all of them, and not while others read it.
if (!asked.length) {
  await build({ logLevel: 'warn', build: { emptyOutDir: false } });
  process.env.PLACARD_BUILT = '1';
}

// A describe() block reports too; only its tests count.
const isTest = (event) => event.details?.type !== 'suite';

const stream = run({ files, concurrency: 2 })
  .on('test:pass', (event) => isTest(event) && !event.skip && !event.todo && passed++)
  .on('test:fail', (event) => isTest(event) && !event.todo && failed++);

const report = stream.compose(new spec());
report.pipe(process.stdout);
report.once('end', () => {
  console.log(`node: ${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
});
