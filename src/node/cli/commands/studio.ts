/// <reference types="node" />
/**
 * `placard studio`: serves the studio on this machine, and lets it write one file. Another page of the browser cannot use it: the host
 * name, the origin and a token of this start are checked.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { lintFeed } from '../../../lint/lint-feed.js';
import { CliError } from '../../io/cli-error.js';
import { replaceFile } from '../../io/feed-file.js';
import { openPreview } from './dev.js';
import { isUrl } from '../../io/http.js';
import { openPort, parsePort } from '../../io/port.js';
import { writeLine } from '../../io/output.js';
import { studioFolder } from '../../io/package-info.js';
import { readSource } from '../../io/read-source.js';
import { MAX_BYTES } from '../../io/send-request.js';

interface Options {
  port: string;
}

const HOST = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/plain; charset=utf-8',
};

export function addStudio(program: Command): void {
  program
    .command('studio')
    .description('write and publish cases in the browser, without JSON')
    .argument('[feed]', 'a file to open and to save; without it, the studio keeps cases in the browser')
    .option('--port <number>', 'port of this machine (default: a free one)', '0')
    .addHelpText(
      'after',
      '\nIt answers this machine only. It writes the named file, and its site into a temporary folder. Stop it with Ctrl+C.',
    )
    .action(run);
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const port = parsePort(options.port);
  if (file !== undefined && isUrl(file))
    throw new CliError(`${file} is an address. Start the studio without it, and open the address there.`);
  if (file !== undefined) await readSource(file); // reports a missing file before the browser opens
  const site = file === undefined ? undefined : await openPreview(file, 0);
  try {
    const { url, close } = await serveStudio(file, port, site && { url: site.preview.url, rebuild: site.rebuild });
    writeLine(`The studio is at ${url}`);
    if (site) writeLine(`Preview: ${site.preview.url}`);
    await untilStopped();
    close();
  } finally {
    await site?.close();
  }
}

const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

/** The site of the opened file, which each save builds again. */
interface SitePreview {
  readonly url: string;
  rebuild(): Promise<void>;
}

/** @param file the only file that it reads and writes for the page */
export async function serveStudio(file: string | undefined, port: number, preview?: SitePreview): Promise<{ url: string; close(): void }> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((req, res) => {
    answer(req, res, { file, token, preview }).catch((error: unknown) => {
      if (res.headersSent) return res.destroy();
      res.writeHead(error instanceof CliError ? 400 : 500, { 'Content-Type': TYPES['.md'] }).end((error as Error).message);
    });
  });
  const address = `http://${HOST}:${await openPort(server, port, HOST)}/`;
  return {
    url: file === undefined ? address : `${address}?session=${token}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Served {
  readonly file: string | undefined;
  readonly token: string;
  readonly preview: SitePreview | undefined;
}

async function answer(req: IncomingMessage, res: ServerResponse, { file, token, preview }: Served): Promise<void> {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'no-store');
  if (!isFromThisPage(req)) return void res.writeHead(403).end();
  const path = decodeURIComponent(new URL(req.url ?? '/', `http://${HOST}`).pathname);
  if (path === '/session') {
    if (file === undefined || !holdsToken(req, token)) return void res.writeHead(403).end();
    if (req.method === 'PUT') return save(req, res, file, preview);
    const { text } = await readSource(file);
    return void res
      .writeHead(200, { 'Content-Type': TYPES['.json'], ETag: etagOf(text) })
      .end(JSON.stringify({ name: basename(file), text, preview: preview?.url }));
  }
  if (req.method !== 'GET' && req.method !== 'HEAD') return void res.writeHead(405).end();
  await sendFile(res, path === '/' ? 'index.html' : path.slice(1));
}

/** A page of another site has another origin, and a rebound host name has another Host. */
function isFromThisPage({ headers, socket }: IncomingMessage): boolean {
  const hosts = [HOST, 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const { host = '', origin } = headers;
  return hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
}

function holdsToken({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(headers['x-placard-session'] ?? ''));
  return given.length === token.length && timingSafeEqual(given, Buffer.from(token));
}

/**
 * Writes a document that is a feed, whatever problems it still has: a draft is not finished. `If-Match` names the text that the page has
 * read or written last: what another program has written since then stays.
 */
async function save(req: IncomingMessage, res: ServerResponse, file: string, preview?: SitePreview): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return void res.writeHead(413).end();
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (lintFeed(text, { now: Date.now() }).problems.some(({ code }) => code === 'not-json')) return void res.writeHead(400).end();
  const condition = req.headers['if-match'];
  if (condition === undefined) return void res.writeHead(428).end();
  if (condition !== etagOf((await readSource(file)).text)) return void res.writeHead(412).end();
  await replaceFile(file, text);
  res.writeHead(204, { ETag: etagOf(text) }).end();
  await preview?.rebuild();
}

const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url')}"`;

/** The names are those of the app; anything else does not exist. */
async function sendFile(res: ServerResponse, name: string): Promise<void> {
  const folder = studioFolder();
  const { files, library } = JSON.parse(await readFile(new URL('files.json', folder), 'utf8')) as { files: string[]; library: string[] };
  const known = ['files.json', 'worker.js', ...files, ...library.map((each) => `library/${each}`)];
  if (!known.includes(name)) return void res.writeHead(404).end();
  res.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(await readFile(new URL(name, folder)));
}
