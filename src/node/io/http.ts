/// <reference types="node" />
/**
 * Limits the requests of one command: one timeout, a maximum number, a few at once. Addresses of a private network are not requested,
 * unless the first response came from one. Follows redirects itself: a browser checks the CORS headers of each redirect, and `doctor`
 * reports them.
 */
import { CliError } from './cli-error.js';
import { isPrivateAddress } from './private-address.js';
import { sendRequest, type Hop, type RawResponse, type ResolveHost } from './send-request.js';

export { type Hop } from './send-request.js';
export const DEFAULT_TIMEOUT_SECONDS = 20;
const MAX_REDIRECTS = 5;
const MAX_CONCURRENT = 4;

export interface HttpResponse extends Hop {
  body: Uint8Array;
  /** The redirects before this response, in order. */
  redirects: Hop[];
}

export interface NetworkOptions {
  /** Timeout for all requests together. */
  seconds?: number;
  /** Maximum number of requests, with redirects. */
  maxRequests?: number;
  resolve?: ResolveHost;
  /** Returns whether a numeric address belongs to a private network. */
  isPrivate?: (address: string) => boolean;
}

/** A request that was not sent. */
export class RequestRefused extends CliError {
  constructor(
    readonly code: 'private-address' | 'request-limit',
    message: string,
  ) {
    super(message);
  }
}

export interface Network {
  /** @throws CliError without a response, after the timeout, or for too large a body; a response with an error status is returned */
  get(url: string, headers?: Record<string, string>): Promise<HttpResponse>;
  /** Number of requests that were not sent because of the maximum or the timeout. */
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
      throw new RequestRefused(
        'request-limit',
        `${url.href} was not requested: the maximum is ${maxRequests} requests and ${seconds} seconds.`,
      );
    }
    sent++;
    const reply = await sendRequest(url, {
      headers,
      signal,
      allowed: (address) => reach !== 'public' || !isPrivate(address),
      refuse: () => new RequestRefused('private-address', `${url.href} was not requested: it is an address of a private network.`),
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
      if (redirects.length > MAX_REDIRECTS) throw new CliError(`${url} redirects more than ${MAX_REDIRECTS} times. Check the address.`);
      current = redirectTarget(location, current);
    }
  }

  return {
    get refused() {
      return refused;
    },
    get: (url, headers = {}) =>
      semaphore.run(async () => {
        try {
          return await follow(url, headers);
        } catch (thrown) {
          throw thrown instanceof CliError ? thrown : new CliError(`${url} ${describeNetworkError(thrown, signal, seconds)}`);
        }
      }),
  };
}

/** Runs a few tasks at once. The others wait. */
class Semaphore {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
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
  if (!to || !isUrl(to.href)) throw new CliError(`${from.href} redirects to "${location}", which is not a web address.`);
  return to;
}

const ERROR_TEXTS: Record<string, string> = {
  ENOTFOUND: 'cannot be found: the host does not exist. Check the spelling.',
  EAI_AGAIN: 'cannot be found: no name server answered. Check the connection.',
  ECONNREFUSED: 'does not answer: the connection was refused. Check the address.',
  ECONNRESET: 'closed the connection before the end of the response. Try again.',
  CERT_HAS_EXPIRED: 'has a certificate that has expired; browsers reject it too.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'uses a self-signed certificate; browsers reject it too.',
  EPROTO: 'does not speak https at this port. Check the address: it may begin with http.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak https at this port. Check the address: it may begin with http.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'does not speak https at this port. Check the address: it may begin with http.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host; browsers reject it too.',
};

function describeNetworkError(thrown: unknown, { aborted }: AbortSignal, seconds: number): string {
  const { message, code } = thrown as NodeJS.ErrnoException;
  if (aborted) return `did not answer within ${seconds} seconds.`;
  return ERROR_TEXTS[code ?? ''] ?? `cannot be read: ${message}.`;
}
