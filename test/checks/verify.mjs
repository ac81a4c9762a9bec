// `npm run verify` runs the checks that `npm test` omits, because they are slow or need more than Chromium. Prints the output of each
// failure, and one last line with the number of steps and tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { CLI_FOLDER, LIBRARY_FOLDER } from '../../src/bundler/packages.js';
import { endGroup, freePort, untilAnswered } from '../support/processes.mjs';
import { end, engineTests, nodeTests, run, step, work } from './steps.mjs';

const START_MS = 10_000;
/** Debian's Chromium without the windows of a browser: the same engine, with a third less processor time. The other steps use the browser. */
const SHELL = '/usr/bin/chromium-headless-shell';
const shell = existsSync(SHELL) ? { CHROME_PATH: SHELL } : {};
/** Tests that depend on fonts and on the layout of the engine. */
const PAGES = ['gallery', 'layout-shift', 'readers/axe', 'readers/layout', 'readers/print', 'builder/keyboard-and-touch'].map(
  (name) => `test/e2e/${name}.node.ts`,
);

/** The steps that need `dist`, the longest first, so that no worker is idle at the end. */
const STEPS = {
  "pages in the system's Chromium, with fonts for every script": () => nodeTests(PAGES, shell),
  webkit: () => engineTests('webkit'),
  firefox: () => engineTests('firefox'),
  chromium: () => engineTests('chromium', 1, shell), // the system's; `npm test` may use another one
  'the plugin in WordPress': () =>
    nodeTests(
      ['editor', 'renewal', 'hostile', 'removal', 'multisite', 'checks', 'php-7-4'].map((name) => `test/e2e/wordpress/${name}.verify.ts`),
      shell,
    ),
  'the packages, installed, and the zip of the plugin': () =>
    nodeTests(['test/e2e/packages/library.verify.ts', 'test/e2e/packages/cli.verify.ts', 'test/e2e/packages/wordpress.verify.ts']),
  'the heights of the card in Firefox and WebKit': () =>
    nodeTests(['test/e2e/heights-firefox.verify.ts', 'test/e2e/heights-webkit.verify.ts']),
  'the site with the documentation': () => nodeTests(['test/e2e/site/build.verify.ts']),
  'the oldest and the newest Lit': () => nodeTests(['test/unit/bundler/lit-versions.verify.ts']),
  // The components need the packages of the examples.
  'examples, and components of the builder, in React, Vue and Svelte': async () => {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', 'demo/examples']);
    await run('node', ['demo/examples/check.mjs']);
    return nodeTests(['test/e2e/builder/frameworks.verify.ts']);
  },
  'the words on paper, in Chromium and Firefox': () => nodeTests(['test/e2e/readers/print.verify.ts'], shell),
  'the keyboard in Firefox': () => nodeTests(['test/e2e/readers/keyboard-firefox.verify.ts']),
  'a built site behind nginx, Caddy and Apache': () => nodeTests(['test/e2e/cli/servers.verify.ts']),
  'the studio in Firefox': () => nodeTests(['test/e2e/studio/firefox.verify.ts']),
  'the studio, and its site behind nginx': () => nodeTests(['test/e2e/studio/nginx.verify.ts']),
  knip: () => run('npx', ['knip']),
  'the types of the library': () => typesOf(LIBRARY_FOLDER),
  'the types of the command line': () => typesOf(CLI_FOLDER),
  'publint of the library': () => run('npx', ['publint', '--strict', LIBRARY_FOLDER]),
  'publint of the command line': () => run('npx', ['publint', '--strict', CLI_FOLDER]),
  size: () => run('npm', ['run', 'size']),
  "the PHP of the plugin by WordPress's coding standard, and its oldest release": () =>
    nodeTests(['test/e2e/wordpress/rules.verify.ts', 'test/e2e/wordpress/since.verify.ts']),
};
/** A browser's test needs about one core. */
const WORKERS = Math.min(availableParallelism(), 4);

await step('build', () => run('npm', ['run', 'build'])); // nothing builds `dist` after this
const waiting = Object.entries(STEPS);
await Promise.all(Array.from({ length: WORKERS }, () => work(waiting)));
await step('npm start', answers);

end();

function typesOf(folder) {
  return run('npx', ['attw', '--pack', folder, '--profile', 'esm-only', '--no-emoji']);
}

/** `npm start` serves `/` on the port that PORT names. */
async function answers() {
  const port = await freePort();
  const child = spawn('npm', ['start'], { env: { ...process.env, PORT: `${port}` }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const gone = new Promise((resolve) => child.once('close', resolve));
  try {
    const response = await untilAnswered(() => fetch(`http://localhost:${port}/`), child, START_MS);
    if (response.status !== 200) throw new Error(`/ answered ${response.status}`);
    await response.text();
  } catch (error) {
    throw Object.assign(new Error(`npm start: ${error.message}`, { cause: error }), { output });
  } finally {
    endGroup(child);
    const killed = setTimeout(() => endGroup(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(killed);
  }
}
