// The server of the bench, on loopback. Each file has the same compression and cache headers.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff: 'font/woff',
};

export const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** @param {(path: string, origin: string) => string | Buffer | undefined} bodyOf returns the file at a path; called once per path */
export async function serve(bodyOf) {
  const answers = new Map();
  const open = new Set();
  let last = 0;
  const misses = new Set();

  const server = createServer((request, response) => {
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      last = performance.now();
    });
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!answers.has(pathname)) {
      const body = bodyOf(pathname, origin);
      answers.set(pathname, body === undefined ? undefined : brotli(body));
    }
    const body = answers.get(pathname);
    if (!body) {
      misses.add(pathname);
      response.writeHead(404).end();
      return;
    }
    const type = pathname.startsWith('/v/')
      ? TYPES.html
      : (TYPES[pathname.split('.').at(-1)] ?? (pathname === '/picture' ? TYPES.svg : TYPES.json));
    const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'br', 'Content-Length': body.length };
    response.writeHead(200, { ...headers, 'Cache-Control': 'max-age=3600', 'Access-Control-Allow-Origin': '*' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    misses,
    /** Resolves after this many ms without a request. */
    async quiet(ms) {
      last = performance.now();
      while (open.size || performance.now() - last < ms) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
