/// <reference types="node" />
/** Sends one HTTP request and decodes the response, up to a maximum size. Each request has its own connection, so that its address is checked. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CliError } from './cli-error.js';

/** Bytes after decompression, as in src/client/fetch-feed.ts: clients in pages reject a larger feed. */
export const MAX_BYTES = 4 * 1024 * 1024;

export interface Hop {
  url: string;
  status: number;
  headers: Headers;
}

export type ResolveHost = (host: string, options: { all: true }, done: (error: Error | null, found: LookupAddress[]) => void) => void;

export interface RequestOptions {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  /** Returns whether the request may go to a numeric address. */
  readonly allowed: (address: string) => boolean;
  /** Creates the error for an address that is not allowed. */
  readonly refuse: () => Error;
  readonly resolve?: ResolveHost;
}

export interface RawResponse extends Hop {
  /** The numeric address of the server. */
  readonly remote: string;
  /** @throws CliError if the body is larger than clients accept */
  body(): Promise<Uint8Array>;
  /** Closes the connection. */
  drop(): void;
}

export function sendRequest(
  url: URL,
  { headers, signal, allowed, refuse, resolve: resolver = resolve }: RequestOptions,
): Promise<RawResponse> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allowed(host)) return Promise.reject(refuse());
  const lookup: LookupFunction = (name, options, done) => {
    resolver(name, { ...options, all: true }, (error, found) => {
      const allowedAddresses = error ? [] : found.filter(({ address }) => allowed(address));
      if (error || !allowedAddresses.length) return done(error ?? refuse(), '');
      return options.all ? done(null, allowedAddresses) : done(null, allowedAddresses[0]!.address, allowedAddresses[0]!.family);
    });
  };
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  return new Promise((done, fail) => {
    const options = { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, signal, lookup, agent: false };
    get(url, options, (response) => done(toResponse(url, response))).on('error', fail);
  });
}

function toResponse(url: URL, response: IncomingMessage): RawResponse {
  response.on('error', () => {}); // body() throws it
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct)) for (const value of values) headers.append(name, value);
  return {
    url: url.href,
    status: response.statusCode!,
    headers,
    remote: response.socket.remoteAddress ?? '',
    body: () => readBody(decodedBody(response), url.href),
    drop: () => void response.destroy(),
  };
}

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function decodedBody(response: IncomingMessage): Readable {
  const decoder = DECODERS[response.headers['content-encoding']?.toLowerCase() ?? '']?.();
  // body() throws the errors; the callback is required.
  return decoder ? (pipeline(response, decoder, () => {}) as unknown as Readable) : response;
}

async function readBody(stream: Readable, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES)
      throw new CliError(`${url} is larger than ${MAX_BYTES / 1024 / 1024} MiB, the maximum of clients. Make it smaller.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
