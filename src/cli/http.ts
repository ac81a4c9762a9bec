/// <reference types="node" />
/**
 * One GET with a limit on time and on size. Redirects are followed here and not by `fetch`, since a browser wants the headers for
 * other origins on each of them, and `doctor` has to see these.
 */
import { Failure } from './failure.js';

/** What a page's client takes too (src/client/request.ts); a larger feed is refused there. */
export const LARGEST = 4 * 1024 * 1024;
export const LONGEST_SECONDS = 20;
const MOST_HOPS = 5;

export interface Hop {
  url: string;
  status: number;
  headers: Headers;
}

export interface Answer extends Hop {
  body: Uint8Array;
  /** What led here, in order; without the answer itself. */
  redirects: Hop[];
}

export interface GetOptions {
  headers?: Record<string, string>;
  /** For the whole answer, redirects included. */
  seconds?: number;
  /** In bytes, unpacked. */
  largest?: number;
}

export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

/** @throws Failure where nobody answers, not in time, or with too much; an answer with an error status is an answer */
export async function get(url: string, { headers = {}, seconds = LONGEST_SECONDS, largest = LARGEST }: GetOptions = {}): Promise<Answer> {
  const signal = AbortSignal.timeout(seconds * 1000);
  const redirects: Hop[] = [];
  try {
    for (let at = new URL(url); ;) {
      const response = await fetch(at, { headers, signal, redirect: 'manual' });
      const hop = { url: at.href, status: response.status, headers: response.headers };
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status > 399)
        return { ...hop, body: await read(response, largest, url), redirects };
      await response.body?.cancel();
      redirects.push(hop);
      if (redirects.length > MOST_HOPS) throw new Failure(`${url} leads from one address to the next, and never to an answer.`);
      at = next(location, at);
    }
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : new Failure(`${url} ${reason(thrown, seconds)}`);
  }
}

function next(location: string, from: URL): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!to || !isUrl(to.href)) throw new Failure(`${from.href} redirects to "${location}", which is no web address.`);
  return to;
}

async function read(response: Response, largest: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largest) throw new Failure(`${url} sends more than ${largest / 1024 / 1024} MiB; no page would read it.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'cannot be found: there is no such host. Check the spelling.',
  EAI_AGAIN: 'cannot be found: no name server answered. Check the connection.',
  ECONNREFUSED: 'does not answer: nobody listens there.',
  ECONNRESET: 'broke off before the answer was whole.',
  UND_ERR_SOCKET: 'broke off before the answer was whole.',
  CERT_HAS_EXPIRED: 'has a certificate that has expired; browsers refuse it too.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for; browsers refuse it too.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host; browsers refuse it too.',
};

function reason(thrown: unknown, seconds: number): string {
  const { name, message, cause } = thrown as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `did not answer within ${seconds} seconds.`;
  return REASONS[cause?.code ?? ''] ?? `cannot be read: ${cause?.message ?? message}.`;
}
