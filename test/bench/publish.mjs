// Measures `placard build` of 10,000 items: the whole site, the same feed again, and after an edit of one item. The limits are 30 s,
// 300 MB and, for the edit, 2 s on two cores. Run `node --import tsx test/bench/publish.mjs [ITEMS] [NODE_OPTIONS]`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundles, makeProject } from '../e2e/cli/cli.ts';
import { soundFeed } from '../e2e/cli/feeds.ts';

const [items = '10000', nodeOptions = ''] = process.argv.slice(2);
// In memory, where there is such a folder: the disk is not what is measured.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'placard-bench-'));
const file = join(folder, 'feed.json');

/** Prints what the system counted for the process, its threads included. */
const COUNT = `process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1000 }));
})`;

await bundles();
const program = join(await makeProject(), 'node_modules/.bin/placard');
try {
  const feed = soundFeed();
  const [item] = feed.items;
  feed.items = Array.from({ length: Number(items) }, (_, index) => ({
    ...item,
    id: `case-${index}`,
    url: `https://example.org/case-${index}`,
    title: `${item.title}, case ${index}`,
  }));
  measure('whole site', feed);
  measure('no change', feed);
  feed.items[feed.items.length >> 1].summary += ' They sued.';
  feed._placard.sequence += 1;
  measure('one item edited', feed);
} finally {
  rmSync(folder, { recursive: true });
}

function measure(name, feed) {
  writeFileSync(file, JSON.stringify(feed, null, 2));
  const began = performance.now();
  const count = ['--import', `data:text/javascript,${encodeURIComponent(COUNT)}`];
  const flags = nodeOptions.split(' ').filter(Boolean);
  const args = ['build', file, '--out', join(folder, 'out'), '--base-url', 'https://example.org/cases/'];
  // A process begins with the peak memory of the one that starts it. This one has the feed, so a small shell starts the build.
  const command = [process.execPath, ...flags, ...count, program, ...args];
  const { status, stderr } = spawnSync('sh', ['-c', '"$@"; exit $?', 'sh', ...command], { encoding: 'utf8' });
  const wall = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { cpu, rss } = JSON.parse(stderr.slice(stderr.lastIndexOf('\n')));
  const load = `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`;
  console.log(`${name.padEnd(16)} ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of the processor, ${Math.round(rss)} MB (${load})`);
}
