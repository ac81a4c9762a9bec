// Finds the browsers that the tests run in. Chromium comes from CHROME_PATH, else from the system, else from an npm
// package, so that `npm test` needs nothing but Node on Linux x64; Firefox and WebKitGTK come from the system.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromeLauncher } from '@web/test-runner';
import { Missing } from './missing.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const CHROMES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const QUIET = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * The launch options of puppeteer for a Chromium that works here.
 * @public end-to-end tests start their own browser with them
 */
export async function chromium() {
  const asked = process.env.CHROME_PATH;
  if (asked && !existsSync(asked)) throw new Missing(`CHROME_PATH is set to ${asked}, and there is no such file.`);
  const executablePath = asked || CHROMES.find((path) => existsSync(path));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses its sandbox to root
  if (executablePath) return { executablePath, args: [...root, ...QUIET] };
  return packaged();
}

async function packaged() {
  const missing = new Missing('No Chrome or Chromium was found: install one, or set CHROME_PATH to its binary.');
  if (process.platform !== 'linux' || process.arch !== 'x64') throw missing;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'; // read at import: it then brings its own libnss3 and its kin
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' }); // fails where a library of the system is missing
    // Not the package's own arguments: they switch the web's security off, which is what many tests are about.
    return { executablePath, args: ['--no-sandbox', '--no-zygote', '--font-render-hinting=none', ...QUIET], headless: 'shell' };
  } catch {
    throw missing;
  }
}

/** The launch options of puppeteer for the system's Firefox. */
export function firefox() {
  const asked = process.env.FIREFOX_PATH;
  const executablePath = asked || FIREFOXES.find((path) => existsSync(path));
  if (!executablePath || !existsSync(executablePath)) {
    throw new Missing('No Firefox was found: install firefox-esr, or set FIREFOX_PATH to its binary.');
  }
  return { browser: 'firefox', executablePath };
}

const engines = {
  chromium: async () => chromeLauncher({ launchOptions: await chromium() }),
  firefox: () => chromeLauncher({ puppeteer, concurrency: 1, launchOptions: firefox() }),
  webkit: () => webkitLauncher(),
};

/** One launcher of the test runner for each name in BROWSERS (`chromium,firefox,webkit`); says plainly what is missing, and ends. */
export async function launchers(names = process.env.BROWSERS || 'chromium') {
  try {
    return await Promise.all(names.split(',').map((name) => engine(name.trim())()));
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function engine(name) {
  const found = engines[name];
  if (!found) throw new Missing(`BROWSERS knows no "${name}", only ${Object.keys(engines).join(', ')}.`);
  return found;
}
