/// <reference types="node" />
/**
 * Serves the preview of `placard dev`. It answers only requests that name its own host, come from its own pages, and have the token of
 * this start. So no other page in the same browser can read a feed that is not published, also not by DNS rebinding.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { escapeHtml } from '../../escape/html.js';
import { firstOfEachKind, moreLine } from '../../lint/first-of-each-kind.js';
import { problemLines, type Problem } from '../../lint/problem.js';
import type { Page } from '../../publish/build-site.js';
import { openPort } from './port.js';

export interface Preview {
  /** Address of the first page, with the token. */
  readonly url: string;
  /** Address of the site. */
  readonly base: string;
  /** The same first page for other devices of the network. */
  readonly lanUrls: readonly string[];
  /** Shows the result of a build in every open preview. */
  show(result: Shown): void;
  close(): Promise<void>;
}

interface Shown {
  readonly problems: readonly Problem[];
  /** Undefined if the site was not built. */
  readonly pages: readonly Page[] | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
};
const COOKIE = 'placard-dev';

/** @throws CliError if the port cannot be used */
export async function servePreview({ folder, port, lan }: { folder: string; port: number; lan: boolean }): Promise<Preview> {
  const token = randomBytes(16).toString('base64url');
  let shown: Shown = { problems: [], pages: [] };
  const listeners = new Set<ServerResponse>();
  // A request of any page in the browser must not stop the preview, whatever its address.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.writeHead(400).end()));
  const actual = await openPort(server, port, lan ? '0.0.0.0' : '127.0.0.1');
  const hosts = [`127.0.0.1:${actual}`, `localhost:${actual}`, ...(lan ? lanAddresses().map((address) => `${address}:${actual}`) : [])];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, text: string) => void response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
    const { host = '', origin } = request.headers;
    if (!hosts.includes(host)) return refuse(421, 'This host is not served here.');
    if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Another site asked.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET is served.');
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`);
    const given = searchParams.get('token') ?? cookieIn(request);
    if (!isSame(given, token)) return refuse(403, 'The token is missing. Open the address that the terminal shows.');
    response.setHeader('set-cookie', `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'same-origin');
    if (pathname === '/-/events') return listen(response);
    if (pathname === '/-/preview.js') return void response.writeHead(200, { 'content-type': TYPES['.js']! }).end(SCRIPT);
    if (pathname === '/')
      return void response.writeHead(200, { 'content-type': TYPES['.html']!, 'content-security-policy': POLICY }).end(previewPage(shown));
    await sendFile(pathname === '/site/' ? '/index.html' : pathname.replace(/^\/site\//, '/'), response, refuse);
  }

  async function sendFile(path: string, response: ServerResponse, refuse: (status: number, text: string) => void): Promise<void> {
    const file = normalize(join(folder, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : ''));
    if (!file.startsWith(folder + sep)) return refuse(404, 'Not found.');
    const content = await readFile(file).catch(() => undefined);
    if (!content) return refuse(404, 'Not found.');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
  }

  return {
    url: `http://${hosts[0]}/?token=${token}`,
    base: `http://${hosts[0]}/site/`,
    lanUrls: hosts.slice(2).map((host) => `http://${host}/?token=${token}`),
    show(result) {
      shown = result;
      for (const response of listeners) response.write('event: built\ndata: \n\n');
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Returns the IPv4 addresses of this machine in its networks. */
const lanAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : [])),
  );

const cookieIn = ({ headers: { cookie = '' } }: IncomingMessage): string =>
  cookie
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Reloads the page after each build. */
const SCRIPT = `new EventSource('/-/events').addEventListener('built', () => location.reload());\n`;

function previewPage({ problems, pages }: Shown): string {
  const { shown, more } = firstOfEachKind(problems);
  const texts = [...shown.map((problem) => problemLines(problem).join('\n')), ...[...more].map(moreLine)];
  const list = texts.map((text) => `<li><pre>${escapeHtml(text)}</pre></li>`);
  const views = (pages ?? []).map(({ url, title, id }) => {
    const path = escapeHtml(new URL(url).pathname);
    const name = escapeHtml(title ?? id);
    const frame = (file: string, words: string) =>
      `<h3>${words}</h3>\n<iframe src="${path}${file}" title="${words}: ${name}" width="100%" height="700"></iframe>`;
    return `<details><summary>${name}</summary>\n${frame('', 'Page')}\n${frame('frame.html', 'Frame')}\n<p><a href="${path}embed.html">For partners</a></p></details>`;
  });
  const state = pages ? '' : '<p><strong>The feed has an error, so the site was not built.</strong></p>';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Preview</title></head>
<body>
<h1>Preview</h1>
${state}
<p><a href="/site/">The whole site</a></p>
<h2>Problems: ${problems.length}</h2>
<ul id="problems">${list.join('\n')}</ul>
<h2>Statements</h2>
${views.join('\n')}
<script type="module" src="/-/preview.js"></script>
</body>
</html>
`;
}
