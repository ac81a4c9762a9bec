/** A small site for tests of whole pages: pages, scripts of frameworks, the bundles, and a feed that changes. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { buildBundles } from '../../../demo/server/bundles.js';
import { openBrowser } from '../../support/browser-page.js';

export const SNAPSHOT =
  '<div class="placard-snapshot" lang="en" dir="ltr"><div class="placard-card"><p class="placard-headline">Snapshot of the case</p></div></div>';

export function feed(sequence: number, title: string, { item = {}, head = {} }: { item?: object; head?: object } = {}): string {
  const publisher = { name: 'Example Union' };
  const contacts = [{ id: 'press', role: 'press', phone: '+44 20 7946 0958' }];
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example',
    _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher, contacts, ...head },
    items: [{ id: 'one', title, date_published: '2026-03-02', _placard: { kind: 'case', revision: sequence }, ...item }],
  });
}

export interface Answer {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Record<string, string>;
  readonly status?: number;
}

const TYPES: Record<string, string> = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/feed+json' };

/** Serves what `files` has at a path, else a file of `dist/`. Opens a browser for the tests of a file, and a new server for each test. */
export class HostSite {
  files: Record<string, Answer | string | undefined> = {};
  /** Paths that the host has lost. */
  lost?: RegExp | undefined;
  /** The paths of the requests, without the hash in the name of a script. */
  requests: string[] = [];
  origin = '';
  browser!: Browser;
  #server?: Server;

  constructor() {
    before(async () => {
      await buildBundles();
      this.browser = await openBrowser();
    });
    beforeEach(() => this.#open());
    after(async () => {
      await this.browser?.close();
      this.#close();
    });
  }

  /** Starts a server with a port of its own. A late request of an earlier test's page, which polls, never reaches it. */
  async #open(): Promise<void> {
    this.#close();
    [this.requests, this.lost] = [[], undefined];
    this.files = { '/feed.json': feed(8, 'The case has changed'), '/favicon.ico': { body: '', status: 204 } };
    this.#server = createServer((request, response) => this.#answer(request.url!, response)).listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /** Resolves after `count` requests for a path. */
  async until(path: string, count: number): Promise<void> {
    while (this.requests.filter((each) => each === path).length < count) await once(this.#server!, 'request');
  }

  #answer(url: string, response: ServerResponse): void {
    const path = url.split('?')[0]!;
    this.requests.push(path.replace(/-[\da-f]{8}(?=\.js)/, ''));
    const found = this.lost?.test(path) ? undefined : (this.files[path] ?? distFile(path));
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, type, headers = {}, status = 200 }: Answer = typeof found === 'string' ? { body: found } : found;
    const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
    response.writeHead(status, { 'content-type': type ?? TYPES[extension] ?? 'text/html', 'access-control-allow-origin': '*', ...headers });
    response.end(body);
  }
}

function distFile(path: string): Answer | undefined {
  if (!/^\/(parts\/)?[\w.-]+\.(js|css)$/.test(path)) return undefined;
  try {
    return { body: readFileSync(new URL(`../../../dist${path}`, import.meta.url)) };
  } catch {
    return undefined;
  }
}

export const page = (body: string, head = '', attributes = 'lang="en"'): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="/placard.css">${head}</head><body>${body}</body></html>`;
