// Serves partner pages for the browser tests. Each page has its own folder on the origin of the tests, its policy in the header, the
// published bundles, and a log of requests. A test can change or remove the lazy chunks.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const PREFIX = '/__sites/';

/** The first line of a changed chunk: it counts its runs in the page. */
const TAMPERED = 'globalThis.tampered = (globalThis.tampered ?? 0) + 1;\n';
const TYPES = { js: 'text/javascript', css: 'text/css', json: 'application/json', html: 'text/html' };

const sites = [];
let bundle;

export default {
  name: 'sites',

  async serve(context) {
    const { path, req, res } = context;
    if (!path.startsWith(PREFIX)) return;
    context.respond = false; // the runner must not add its scripts
    const answer = await answerOf(path.slice(PREFIX.length), req).catch((error) => ({ status: 500, body: String(error.stack) }));
    const { status = 200, body = '', headers = {} } = answer;
    // Every origin may read it: a sandboxed frame has an opaque origin.
    res.writeHead(status, { 'access-control-allow-origin': '*', 'cache-control': 'no-store', ...headers }).end(body);
    return { body: '' };
  },
};

async function answerOf(path, req) {
  if (path === 'ready') return { body: Object.keys(await files()).join() };
  if (path === 'new') {
    const site = JSON.parse(await textOf(req));
    sites.push({ ...site, seen: [] });
    return { body: JSON.stringify(`${PREFIX}${sites.length - 1}/`) };
  }
  const [, number, name] = /^(\d+)\/(.*)$/.exec(path) ?? [];
  const site = sites[number];
  if (!site) return { status: 404 };
  if (name === 'log') return { body: JSON.stringify(site.seen) };
  site.seen.push(name);
  if (name === '') return { body: site.html, headers: { 'content-type': 'text/html; charset=utf-8', ...policyOf(site) } };
  const file = site.files?.[name];
  const body = file ?? (await shipped(name, site.parts));
  if (body === undefined) return { status: 404, headers: { 'content-type': 'text/javascript' } };
  return { body, headers: { 'content-type': `${TYPES[name.split('.').at(-1)]}; charset=utf-8` } };
}

const policyOf = ({ policy }) => (policy ? { 'content-security-policy': policy } : {});

async function shipped(name, parts = 'intact') {
  const body = (await files())[name];
  if (!name.startsWith('parts/') || parts === 'intact') return body;
  if (parts === 'tampered') return body && TAMPERED + body;
}

/** Returns the bundles. The first call builds them with the published configuration into a temporary folder. */
function files() {
  bundle ??= built();
  return bundle;
}

async function built() {
  const folder = await mkdtemp(join(tmpdir(), 'placard-sites-'));
  try {
    await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: false } });
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css)$/.test(name));
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name.replaceAll('\\', '/'), await readFile(join(folder, name), 'utf8')])),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function textOf(req) {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
