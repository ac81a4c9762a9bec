// HTTP servers for the browser tests, on free ports of this machine. They start and stop with the runner. A test scripts their responses:
// one for each request, and the last one repeats. Each script has its own path. Two hosts and the page's own origin serve it. Both hosts
// have another origin than the page.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { faults } from './faults.mjs';

/** Both are this machine. The first is the page's own host, so that it would get cookies if the client sent them. */
const HOSTS = ['localhost', '127.0.0.1'];
const PREFIX = '/__servers/';

/** The headers that the host of a feed must expose. */
const EXPOSED = 'ETag, Retry-After, Date, Age';

/** By path: the remaining responses, the log, and the watchers of the log. */
const scripts = new Map();
let hosts = [];
let refusing = '';

export default {
  name: 'servers',

  async serverStart() {
    hosts = await Promise.all(HOSTS.map(listen));
    const closed = await listen(HOSTS[1]);
    refusing = closed.address;
    await closed.stop();
  },

  async serverStop() {
    await Promise.all(hosts.map((host) => host.stop()));
  },

  async serve(context) {
    const { path, req, res } = context;
    if (path === `${PREFIX}script`) return json(script(await bodyOf(req)));
    if (path === `${PREFIX}log`) return json(await log(await bodyOf(req)));
    if (!scripts.has(path)) return;
    context.respond = false; // the script writes the response
    answer(req, res);
    await once(res, 'close');
    return json(null);
  },
};

/** Starts a script, or replaces the script at `path`. */
function script({ path = `${PREFIX}feed-${scripts.size}.json`, answers }) {
  const entry = scripts.get(path) ?? { seen: [], watchers: new Set() };
  scripts.set(path, Object.assign(entry, { answers: [...answers] }));
  return { path, hosts: hosts.map(({ address }) => address), refusing };
}

/** Resolves with the log of `path` when it has enough requests and enough interrupted ones. */
async function log({ path, requests = 0, broken = 0 }) {
  const { seen, watchers } = scripts.get(path);
  const enough = () => seen.length >= requests && seen.filter((request) => request.broken).length >= broken;
  while (!enough()) await new Promise((resolve) => watchers.add(resolve));
  return seen;
}

function answer(req, res) {
  const entry = scripts.get(new URL(req.url, 'http://host').pathname);
  if (!entry) return res.writeHead(404).end();
  const request = { method: req.method, host: req.headers.host, headers: req.headers, broken: false };
  const changed = () => {
    for (const resolve of entry.watchers) resolve();
    entry.watchers.clear();
  };
  entry.seen.push(request);
  res.once('close', () => {
    request.broken = !res.writableFinished;
    changed();
  });
  changed();

  const {
    fault = 'none',
    status = 200,
    headers = {},
    cors = 'exposed',
    body = '',
    base64,
  } = entry.answers.length > 1 ? entry.answers.shift() : entry.answers[0];
  const shared =
    cors === 'none' ? {} : { 'access-control-allow-origin': '*', ...(cors === 'exposed' && { 'access-control-expose-headers': EXPOSED }) };
  faults[fault](
    res,
    {
      status,
      headers: { 'content-type': 'application/feed+json', ...shared, ...headers },
      body: Buffer.from(base64 ?? body, base64 ? 'base64' : 'utf8'),
    },
    req,
  );
}

async function listen(host) {
  const server = createServer(answer);
  server.listen(0, host);
  await once(server, 'listening');
  return {
    address: `http://${host}:${server.address().port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const json = (value) => ({ body: JSON.stringify(value), type: 'json' });

async function bodyOf(req) {
  let text = '';
  for await (const chunk of req) text += chunk;
  return JSON.parse(text);
}
