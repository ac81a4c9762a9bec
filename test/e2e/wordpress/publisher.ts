/** A publisher's host with a site that `placard build` made. Tests publish news, and break the host. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { bundles, makeFolder, placard, write } from '../cli/cli.js';
import type { Json } from '../cli/feeds.js';
import { serve, type Server } from '../cli/server.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Publisher extends Server {
  /** Builds the site of a feed. */
  publish(feed: Json, ...options: string[]): Promise<void>;
  /** The site's folder. */
  readonly folder: string;
  /** Responses by path instead of the files. */
  readonly own: Map<string, Answer | string>;
  /** The requests since the last call, as `STATUS PATH`. */
  asked(): string[];
}

export async function openPublisher(): Promise<Publisher> {
  await bundles();
  const folder = join(makeFolder(), 'public');
  const own = new Map<string, Answer | string>();
  let log: string[] = [];
  const server = await serve((request, response) => {
    const path = request.url!.split('?')[0]!;
    const other = own.get(path) ?? own.get('*');
    response.once('close', () => log.push(`${response.statusCode} ${path}`));
    response.setHeader('access-control-allow-origin', '*');
    if (typeof other === 'function') other(request, response);
    else sendFile(other ?? fileAt(join(folder, path)), request, response);
  });
  return {
    ...server,
    folder,
    own,
    async publish(feed, ...options) {
      const source = write(makeFolder(), 'feed.json', feed);
      const { code, err } = await placard(['build', source, '--out', folder, '--base-url', server.url, ...options]);
      assert.equal(code, 0, err);
    },
    asked() {
      const before = log;
      log = [];
      return before;
    },
  };
}

function fileAt(path: string): Buffer | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  return stat.isDirectory() ? fileAt(join(path, 'index.html')) : readFileSync(path);
}

/** Answers conditional requests, as every web server does. */
function sendFile(content: Buffer | string | undefined, { headers, url }: IncomingMessage, response: ServerResponse): void {
  if (content === undefined) return void response.writeHead(404).end();
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
  const types: Record<string, string> = { json: 'application/json', js: 'text/javascript', css: 'text/css' };
  response.setHeader('content-type', types[url!.split('.').at(-1)!] ?? 'text/html; charset=utf-8');
  response.setHeader('etag', etag);
  if (headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.end(content);
}
