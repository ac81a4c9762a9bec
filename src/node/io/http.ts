/// <reference types="node" />
/**
 * What one command may ask of the network: one time limit and a number of requests for all of it, a few at once, and no address of a
 * private network unless the first answer came from one. Redirects are followed here, since a browser wants the headers for other
 * origins on each of them, and `doctor` has to see these.
 */
import { CliError } from './cli-error.js';
import { isPrivateAddress } from './private-address.js';
import { sendRequest, type Hop, type RawResponse, type ResolveHost } from './send-request.js';

export { MAX_BYTES, type Hop } from './send-request.js';
export const DEFAULT_TIMEOUT_SECONDS = 20;
const MAX_REDIRECTS = 5;
const MAX_CONCURRENT = 4;

export interface HttpResponse extends Hop {
  body: Uint8Array;
  /** What led here, in order; without the answer itself. */
  redirects: Hop[];
}

export interface NetworkOptions {
  /** For all requests together. */
  seconds?: number;
  /** Requests, redirects included. */
  maxRequests?: number;
  resolve?: ResolveHost;
  /** Whether a numeric address belongs to a private network. */
  isPrivate?: (address: string) => boolean;
}

/** A request that was not made. */
export class RequestRefused extends CliError {
  constructor(
    readonly code: 'private-address' | 'request-limit',
    message: string,
  ) {
    super(message);
  }
}

export interface Network {
  /** @throws Failure where nobody answers, not in time, or with too much; an answer with an error status is an answer */
  get(url: string, headers?: Record<string, string>): Promise<HttpResponse>;
  /** Requests that were not made: there were too many, or the time was over. */
  readonly refused: number;
}

export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

export function openNetwork(options: NetworkOptions = {}): Network {
  const { seconds = DEFAULT_TIMEOUT_SECONDS, maxRequests = Infinity, resolve, isPrivate = isPrivateAddress } = options;
  const signal = AbortSignal.timeout(seconds * 1000);
  const semaphore = new Semaphore(MAX_CONCURRENT);
  let sent = 0;
  let refused = 0;
  let reach: 'unknown' | 'public' | 'private' = 'unknown';

  async function request(url: URL, headers: Record<string, string>): Promise<RawResponse> {
    if (sent === maxRequests || signal.aborted) {
      refused++;
      throw new RequestRefused('request-limit', `${url.href} is not asked: the limit is ${maxRequests} requests and ${seconds} seconds.`);
    }
    sent++;
    const reply = await sendRequest(url, {
      headers,
      signal,
      allowed: (address) => reach !== 'public' || !isPrivate(address),
      refuse: () => new RequestRefused('private-address', `${url.href} is not asked: it is an address of a private network.`),
      resolve,
    });
    if (reach === 'unknown') reach = isPrivate(reply.remote) ? 'private' : 'public';
    return reply;
  }

  async function follow(url: string, headers: Record<string, string>): Promise<HttpResponse> {
    const redirects: Hop[] = [];
    for (let current = new URL(url); ;) {
      const reply = await request(current, headers);
      const { status } = reply;
      const location = reply.headers.get('location');
      if (!location || status < 300 || status > 399) return { ...reply, body: await reply.body(), redirects };
      reply.drop();
      redirects.push(reply);
      if (redirects.length > MAX_REDIRECTS) throw new CliError(`${url} leads from one address to the next, and never to an answer.`);
      current = redirectTarget(location, current);
    }
  }

  return {
    get refused() {
      return refused;
    },
    get: (url, headers = {}) =>
      semaphore.take(async () => {
        try {
          return await follow(url, headers);
        } catch (thrown) {
          throw thrown instanceof CliError ? thrown : new CliError(`${url} ${describeNetworkError(thrown, signal, seconds)}`);
        }
      }),
  };
}

/** Lets a few work at once; the others wait for their turn. */
class Semaphore {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      const turn = this.waiting.shift();
      if (turn) turn();
      else this.free++;
    }
  }
}

function redirectTarget(location: string, from: URL): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!to || !isUrl(to.href)) throw new CliError(`${from.href} redirects to "${location}", which is no web address.`);
  return to;
}

const ERROR_TEXTS: Record<string, string> = {
  ENOTFOUND: 'cannot be found: there is no such host. Check the spelling.',
  EAI_AGAIN: 'cannot be found: no name server answered. Check the connection.',
  ECONNREFUSED: 'does not answer: nobody listens there.',
  ECONNRESET: 'broke off before the answer was whole.',
  CERT_HAS_EXPIRED: 'has a certificate that has expired; browsers refuse it too.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for; browsers refuse it too.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host; browsers refuse it too.',
};

function describeNetworkError(thrown: unknown, { aborted }: AbortSignal, seconds: number): string {
  const { message, code } = thrown as NodeJS.ErrnoException;
  if (aborted) return `did not answer within ${seconds} seconds.`;
  return ERROR_TEXTS[code ?? ''] ?? `cannot be read: ${message}.`;
}
