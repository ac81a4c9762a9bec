/// <reference types="node" />
/** One HTTP request, its answer unpacked, with a limit on its size. Each has a connection of its own, so that its address is checked. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from './cli-error.js';

/** Bytes, unpacked. A page's client takes as much (src/client/fetch-feed.ts); a larger feed is refused there. */
export const LARGEST = 4 * 1024 * 1024;

export interface Hop {
  url: string;
  status: number;
  headers: Headers;
}

export type Resolve = (host: string, options: { all: true }, done: (error: Error | null, found: LookupAddress[]) => void) => void;

export interface Sending {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  /** Whether a numeric address may be asked. */
  readonly allowed: (address: string) => boolean;
  /** Made where it may not. */
  readonly refuse: () => Error;
  readonly resolve?: Resolve;
}

export interface Reply extends Hop {
  /** The numeric address that answered. */
  readonly remote: string;
  /** @throws Failure where it is larger than a page would read */
  body(): Promise<Uint8Array>;
  /** Breaks the connection off. */
  drop(): void;
}

export function send(url: URL, { headers, signal, allowed, refuse, resolve: resolver = resolve }: Sending): Promise<Reply> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allowed(host)) return Promise.reject(refuse());
  const lookup: LookupFunction = (name, options, done) => {
    resolver(name, { ...options, all: true }, (error, found) => {
      const fit = error ? [] : found.filter(({ address }) => allowed(address));
      if (error || !fit.length) return done(error ?? refuse(), '');
      return options.all ? done(null, fit) : done(null, fit[0]!.address, fit[0]!.family);
    });
  };
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  return new Promise((done, fail) => {
    const options = { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, signal, lookup, agent: false };
    get(url, options, (response) => done(replyOf(url, response))).on('error', fail);
  });
}

function replyOf(url: URL, response: IncomingMessage): Reply {
  response.on('error', () => {}); // told to the reader of the body
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct)) for (const value of values) headers.append(name, value);
  return {
    url: url.href,
    status: response.statusCode!,
    headers,
    remote: response.socket.remoteAddress ?? '',
    body: () => read(unpacked(response), url.href),
    drop: () => void response.destroy(),
  };
}

const UNPACKERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpacked(response: IncomingMessage): Readable {
  const unpacker = UNPACKERS[response.headers['content-encoding']?.toLowerCase() ?? '']?.();
  // The reader is told of its errors; what is left of them here needs nobody.
  return unpacker ? (pipeline(response, unpacker, () => {}) as unknown as Readable) : response;
}

async function read(stream: Readable, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new Failure(`${url} sends more than ${LARGEST / 1024 / 1024} MiB; no page would read it.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
