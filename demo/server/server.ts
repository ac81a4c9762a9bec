/**
 * Serves the demo with the live sample feed, to this machine only. Every page loads the same bundles as a partner's page. They are built
 * while the server runs: a request for a script waits for the build, and until then the cards show their snapshots.
 */
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { builderFiles } from './builder-files.js';
import { buildBundles } from './bundles.js';
import { hostPages } from './host-pages.js';
import { Publication } from './publication.js';
import { json, routes } from './routes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HOST = '127.0.0.1';

/** The policy of a newsroom. It forbids everything that an embed must not need. */
const STRICT = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'none'",
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'",
].join('; ');

/** The builder fetches any feed, shows its pictures, and puts snippets into frames. Its code has the same limits. */
const BUILDER = STRICT.replace("connect-src 'self'; img-src 'self'", "connect-src * data:; img-src *; frame-src 'self'").replace(
  'trusted-types ',
  'trusted-types builder ',
);

/** @param port 0 for any free port */
export async function start(port: number): Promise<{ url: string; built: Promise<void>; close(): Promise<void> }> {
  const built = buildBundles();
  built.catch(() => {}); // each request for a script reports it, and the caller can too
  const publication = new Publication();
  await publication.publish('2025-07-25');

  const server = createServer(handler(publication, { ...hostPages(), ...builderFiles(built) }, built));
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

interface ServedFile {
  readonly type: string;
  readonly body: string | Buffer | (() => Promise<string>);
}
type ServedFiles = Record<string, ServedFile>;

async function serveFile({ type, body }: ServedFile, res: ServerResponse): Promise<void> {
  try {
    const text = await (typeof body === 'function' ? body() : body);
    res.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(text);
  } catch (error) {
    failed(error, res);
  }
}

function failed(error: unknown, res: ServerResponse): void {
  console.error(error);
  res.writeHead(500).end();
}

/** Loads the documentation for its first request. Its modules take longer to start than all others of the demo together. */
async function documentation(built: Promise<void>): Promise<{ policy: string; files: ServedFiles }> {
  const [{ documentationFiles }, { POLICY }] = await Promise.all([import('../site/files.js'), import('../site/template.js')]);
  return { policy: POLICY, files: documentationFiles(built) };
}

function handler(publication: Publication, files: ServedFiles, built: Promise<void>) {
  const handlers = routes(publication);
  // A page of another origin needs this to run a module script, and to read a feed.
  const allowAnyOrigin = (res: ServerResponse) => void res.setHeader('Access-Control-Allow-Origin', '*');
  const isFeed = (path: string) => path.endsWith('.json');
  const pages = sirv(`${root}demo`, { dev: true, etag: true, setHeaders: (res, path) => isFeed(path) && allowAnyOrigin(res) });
  const studio = sirv(`${root}dist-studio`, { dev: true, etag: true });
  const bundle = sirv(`${root}dist`, { dev: true, etag: true, setHeaders: allowAnyOrigin });

  return (req: IncomingMessage, res: ServerResponse): void => {
    const [path = '/', query] = (req.url ?? '/').split('?');
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (/^\/newsroom-article(\.html)?\/?$/.test(path)) res.setHeader('Content-Security-Policy', STRICT);
    if (/^\/builder(\.html)?\/?$/.test(path)) res.setHeader('Content-Security-Policy', BUILDER);

    const handle = handlers[`${method} ${path}`];
    if (handle) {
      new Promise<void>((resolve) => resolve(handle(req, res, new URLSearchParams(query)))).catch((error: unknown) => {
        console.error(error);
        if (res.headersSent) res.destroy();
        else json(res, 500, { error: 'The demo server failed. Read its output for the reason.' });
      });
    } else if (method !== 'GET') {
      res.writeHead(405).end();
    } else if (files[path]) {
      if (path === '/index.html') allowAnyOrigin(res); // the gallery uses it as an unreadable feed
      void serveFile(files[path], res);
    } else if (path.startsWith('/docs')) {
      void documentation(built).then(
        ({ policy, files: documents }) => {
          res.setHeader('Content-Security-Policy', policy);
          return documents[path] ? serveFile(documents[path], res) : pages(req, res);
        },
        (error: unknown) => failed(error, res),
      );
    } else if (path === '/studio') {
      res.writeHead(301, { Location: '/studio/' }).end();
    } else if (path.startsWith('/dist/') || path.startsWith('/studio/')) {
      const folder = path.startsWith('/dist/') ? '/dist' : '/studio';
      req.url = path.slice(folder.length);
      void built.then(
        () => (folder === '/dist' ? bundle : studio)(req, res),
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
    console.log(`Placard demo: ${url}\nBuilding the scripts. Until then, the pages show what readers see without JavaScript.`);
    await built;
    console.log('The scripts are ready. The pages are live.');
  } catch (error) {
    const isInUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(isInUse ? `Port ${port} is in use. Choose another one with PORT=…, or use PORT=0.` : error);
    process.exitCode = 1;
  }
}
