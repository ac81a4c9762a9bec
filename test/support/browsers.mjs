// Finds the browsers for the tests. Chromium comes from CHROME_PATH, from the system, or from an npm package, so that `npm test` needs
// only Node on Linux x64. Firefox and WebKitGTK come from the system.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { Missing } from './missing-dependency-error.mjs';
import { isPackaged, packagedChromium } from './packaged-chromium.mjs';

const run = promisify(execFile);

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
 * Returns the launch options of puppeteer for Chromium. A process searches for it once.
 * @public end-to-end tests start their own browser with these options
 */
export const chromium = () => (found ??= findChromium());

let found;

async function findChromium() {
  const executablePath = process.env.CHROME_PATH || CHROMES.find(isExecutable);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has no sandbox for root
  if (executablePath) return checkStart({ executablePath, args: [...root, ...QUIET] });
  if (!isPackaged) throw new Missing('Chromium is missing. Install Chrome or Chromium, or set CHROME_PATH to its binary.');
  // The package's own arguments disable web security, which many tests check.
  const args = ['--no-sandbox', '--no-zygote', '--font-render-hinting=none', ...QUIET];
  return checkStart({ ...(await packagedChromium()), args, headless: 'shell' });
}

/** Returns the launch options of puppeteer for the system's Firefox. */
export async function firefox() {
  const executablePath = process.env.FIREFOX_PATH || FIREFOXES.find(isExecutable);
  if (!executablePath) throw new Missing('Firefox is missing. Install firefox-esr, or set FIREFOX_PATH to its binary.');
  return checkStart({ browser: 'firefox', executablePath });
}

/** Starts the browser once, so that a missing system library fails with its name. */
async function checkStart(options) {
  try {
    await run(options.executablePath, ['--version'], { env: options.env });
    return options;
  } catch ({ message, stderr }) {
    throw new Missing(`${options.executablePath} did not start:\n${stderr || message}`);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Imported when it is needed: an end-to-end test starts its browser without the test runner, whose import takes half a second.
const engines = {
  async chromium() {
    const { chromeLauncher } = await import('@web/test-runner');
    const launchOptions = await chromium();
    return chromeLauncher({ concurrency: pagesAtOnce(), launchOptions, createPage: inBrowsersOfTheirOwn(launchOptions) });
  },
  async firefox() {
    const [{ chromeLauncher }, { default: puppeteer }] = await Promise.all([import('@web/test-runner'), import('puppeteer-core')]);
    return chromeLauncher({ puppeteer, concurrency: 1, launchOptions: await firefox() });
  },
  webkit: async () => (await import('./webkit-launcher.mjs')).webkitLauncher(),
};

/** Two pages at a time; PAGES sets another number. */
const pagesAtOnce = () => Number(process.env.PAGES) || Math.min(availableParallelism(), 2);

/** Opens each page in a browser of its own. A page in the background has no focus and paints no frames, and its tests never end. */
function inBrowsersOfTheirOwn(launchOptions) {
  let pages = 0;
  return async ({ browser, context }) => {
    if (pages++ === 0) return context.newPage();
    const { launch } = await import('puppeteer-core');
    const other = await launch(launchOptions);
    browser.once('disconnected', () => other.close());
    return other.newPage();
  };
}

/** Returns one launcher for each name in BROWSERS (`chromium,firefox,webkit`). Exits with a message if a browser is missing. */
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
