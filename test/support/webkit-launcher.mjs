// Launches WebKitGTK for the test runner. Uses the system's WebKitWebDriver on a virtual display, with one session and one window. Test
// files run in sequence.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing-dependency-error.mjs';
import { endGroup, freePort, untilAnswered } from './processes.mjs';

const START_MS = 20_000;

/** Finds WebKitGTK. Returns a function that starts it. */
function findWebkit() {
  const binary = miniBrowser();
  for (const command of ['WebKitWebDriver', 'xvfb-run', 'xauth']) requireCommand(command);
  return () => startDriver(binary);
}

/**
 * Starts WebKitGTK for end-to-end tests.
 * @public
 */
export async function openWebkit() {
  const driver = await findWebkit()();
  return {
    /** Opens a page, and returns the value of an expression for a promise in it. */
    async evaluate(url, expression) {
      await driver.call('POST', '/url', { url });
      const script = `const done = arguments[0]; (${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await driver.call('POST', '/execute/async', { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    close: () => driver.stop(),
  };
}

export function webkitLauncher() {
  const launch = findWebkit();
  const active = new Set();
  let driver;
  let started;
  let lock = Promise.resolve();

  /** The window runs one command at a time. */
  const serially = (task) => (lock = lock.then(task, task));
  const start = () => (started ??= launch().then((it) => (driver = it)));
  const go = async (url) => (await start()).call('POST', '/url', { url });

  return {
    name: 'WebKitGTK',
    type: 'webkit',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await start();
      active.add(id);
      await serially(() => go(url));
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: async () => (await start()).call('GET', '/url'),
    async stopSession(id) {
      active.delete(id);
      await serially(() => go('about:blank'));
      return {};
    },
    async stop() {
      await started?.catch(() => {});
      await driver?.stop();
    },
  };
}

async function startDriver(binary) {
  const port = await freePort();
  // A separate process group, so that the display and the browser end with the driver.
  const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' }, // a virtual display has no graphics card, and OpenGL takes a processor
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr = (stderr + chunk).slice(-2000)));
  const kill = () => endGroup(child);
  process.once('exit', kill);

  const call = (method, path, body) => webdriver(`http://127.0.0.1:${port}${path}`, method, body);
  const end = async () => {
    kill();
    await gone;
    process.off('exit', kill);
  };
  try {
    await untilAnswered(() => call('GET', '/status'), child, START_MS);
    const options = { binary, args: ['--automation'] };
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch } });
    return {
      call: (method, path, body) => call(method, `/session/${sessionId}${path}`, body),
      async stop() {
        await call('DELETE', `/session/${sessionId}`).catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw new Error(`WebKitGTK did not start: ${error.message}\n${stderr}`, { cause: error });
  }
}

async function webdriver(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(START_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${new URL(url).pathname}: ${value.message}`);
  return value;
}

function requireCommand(name) {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => executable(join(folder, name)));
  if (!found) throw new Missing(`${name} was not found: install webkit2gtk-driver, xvfb and xauth (Debian's names).`);
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian installs the browser below the machine's triplet and the API version. */
function miniBrowser() {
  const asked = process.env.WEBKIT_PATH;
  if (asked) return asked;
  const triplets = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const found = triplets
    .flatMap((triplet) => versions.map((version) => `/usr/lib/${triplet}/${version}/MiniBrowser`))
    .find((path) => existsSync(path));
  if (!found) throw new Missing("WebKitGTK's MiniBrowser was not found: install webkit2gtk-driver, or set WEBKIT_PATH to its binary.");
  return found;
}
