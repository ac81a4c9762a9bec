/**
 * Serves the demo with the sample feed, live, to this machine alone. Every page loads what a partner would load: the bundles, built
 * while the server already answers. A request for a script waits until it is there; cards show their snapshots meanwhile.
 */
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { builderFiles } from './builder-files.js';
import { buildBundles } from './bundles.js';
import { docPages } from '../docs/docs.js';
import { Publication } from './publication.js';
import { json, routes } from './routes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HOST = '127.0.0.1';

/** A newsroom's policy: everything that an embed must never need is forbidden. */
const STRICT = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'none'",
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'",
].join('; ');

/** The builder fetches whatever feed is named, shows its pictures, and puts snippets into frames; its code is as tied. */
const BUILDER = STRICT.replace("connect-src 'self'; img-src 'self'", "connect-src * data:; img-src *; frame-src 'self'").replace(
  'trusted-types ',
  'trusted-types builder ',
);

/** @param port 0 takes any that is free */
export async function start(port: number): Promise<{ url: string; built: Promise<void>; close(): Promise<void> }> {
  const built = buildBundles();
  built.catch(() => {}); // each request for a script says it, and so may the caller
  const publication = new Publication();
  await publication.publish('2025-07-25');

  const server = createServer(handler(publication, { ...builderFiles(built), ...docPages() }, built));
  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    built,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

type Made = Record<string, { type: string; body: string | Buffer | (() => Promise<string>) }>;

function handler(publication: Publication, made: Made, built: Promise<void>) {
  const answers = routes(publication);
  // A module script of another origin is not run without this, nor is a feed read.
  const shared = (res: ServerResponse) => void res.setHeader('Access-Control-Allow-Origin', '*');
  // The gallery's unreadable feed is the first page.
  const read = (path: string) => path.endsWith('.json') || path === '/index.html';
  const pages = sirv(`${root}demo`, { dev: true, etag: true, setHeaders: (res, path) => read(path) && shared(res) });
  const bundle = sirv(`${root}dist`, { dev: true, etag: true, setHeaders: shared });

  return (req: IncomingMessage, res: ServerResponse): void => {
    const [path = '/', query] = (req.url ?? '/').split('?');
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (/^\/newsroom-article(\.html)?\/?$/.test(path)) res.setHeader('Content-Security-Policy', STRICT);
    if (path.startsWith('/docs/')) res.setHeader('Content-Security-Policy', STRICT);
    if (/^\/builder(\.html)?\/?$/.test(path)) res.setHeader('Content-Security-Policy', BUILDER);

    const answer = answers[`${method} ${path}`];
    if (answer) {
      new Promise<void>((resolve) => resolve(answer(req, res, new URLSearchParams(query)))).catch((error: unknown) => {
        console.error(error);
        if (res.headersSent) res.destroy();
        else json(res, 500, { error: 'The demo server failed; its own output says why.' });
      });
    } else if (method !== 'GET') {
      res.writeHead(405).end();
    } else if (made[path]) {
      const { type, body } = made[path];
      void Promise.resolve(typeof body === 'function' ? body() : body).then(
        (text) => res.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(text),
        (error: unknown) => {
          console.error(error);
          res.writeHead(500).end();
        },
      );
    } else if (path.startsWith('/dist/')) {
      req.url = path.slice('/dist'.length);
      void built.then(
        () => bundle(req, res),
        () => res.writeHead(500).end(),
      );
    } else {
      pages(req, res);
    }
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT || 5173);
  try {
    const { url, built } = await start(port);
    console.log(`Placard demo: ${url}\nBuilding the scripts. Until they are there, the pages show what readers see without JavaScript.`);
    await built;
    console.log('The scripts are there: the pages are live.');
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken: choose another with PORT=…, or PORT=0.` : error);
    process.exitCode = 1;
  }
}
