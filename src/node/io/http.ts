/// <reference types="node" />
/**
 * What one command may ask of the network: one time limit and a number of requests for all of it, a few at once, and no address of a
 * private network unless the first answer came from one. Redirects are followed here, since a browser wants the headers for other
 * origins on each of them, and `doctor` has to see these.
 */
import { Failure } from './cli-error.js';
import { isPrivate as isPrivateAddress } from './private-address.js';
import { send, type Hop, type Reply, type Resolve } from './send-request.js';

export { LARGEST, type Hop } from './send-request.js';
export const LONGEST_SECONDS = 20;
const MOST_HOPS = 5;
const MOST_AT_ONCE = 4;

export interface Answer extends Hop {
  body: Uint8Array;
  /** What led here, in order; without the answer itself. */
  redirects: Hop[];
}

export interface NetworkOptions {
  /** For all requests together. */
  seconds?: number;
  /** Requests, redirects included. */
  most?: number;
  resolve?: Resolve;
  /** Whether a numeric address belongs to a private network. */
  isPrivate?: (address: string) => boolean;
}

/** A request that was not made. */
export class NotAsked extends Failure {
  constructor(
    readonly code: 'private-address' | 'request-limit',
    message: string,
  ) {
    super(message);
  }
}

export interface Network {
  /** @throws Failure where nobody answers, not in time, or with too much; an answer with an error status is an answer */
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Requests that were not made: there were too many, or the time was over. */
  readonly refused: number;
}

export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

export function openNetwork(options: NetworkOptions = {}): Network {
  const { seconds = LONGEST_SECONDS, most = Infinity, resolve, isPrivate = isPrivateAddress } = options;
  const signal = AbortSignal.timeout(seconds * 1000);
  const turns = new Turns(MOST_AT_ONCE);
  let made = 0;
  let refused = 0;
  let reach: 'unknown' | 'public' | 'private' = 'unknown';

  async function hop(at: URL, headers: Record<string, string>): Promise<Reply> {
    if (made === most || signal.aborted) {
      refused++;
      throw new NotAsked('request-limit', `${at.href} is not asked: the limit is ${most} requests and ${seconds} seconds.`);
    }
    made++;
    const reply = await send(at, {
      headers,
      signal,
      allowed: (address) => reach !== 'public' || !isPrivate(address),
      refuse: () => new NotAsked('private-address', `${at.href} is not asked: it is an address of a private network.`),
      resolve,
    });
    if (reach === 'unknown') reach = isPrivate(reply.remote) ? 'private' : 'public';
    return reply;
  }

  async function follow(url: string, headers: Record<string, string>): Promise<Answer> {
    const redirects: Hop[] = [];
    for (let at = new URL(url); ;) {
      const reply = await hop(at, headers);
      const { status } = reply;
      const location = reply.headers.get('location');
      if (!location || status < 300 || status > 399) return { ...reply, body: await reply.body(), redirects };
      reply.drop();
      redirects.push(reply);
      if (redirects.length > MOST_HOPS) throw new Failure(`${url} leads from one address to the next, and never to an answer.`);
      at = next(location, at);
    }
  }

  return {
    get refused() {
      return refused;
    },
    get: (url, headers = {}) =>
      turns.take(async () => {
        try {
          return await follow(url, headers);
        } catch (thrown) {
          throw thrown instanceof Failure ? thrown : new Failure(`${url} ${reason(thrown, signal, seconds)}`);
        }
      }),
  };
}

/** Lets a few work at once; the others wait for their turn. */
class Turns {
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

function next(location: string, from: URL): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!to || !isUrl(to.href)) throw new Failure(`${from.href} redirects to "${location}", which is no web address.`);
  return to;
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'cannot be found: there is no such host. Check the spelling.',
  EAI_AGAIN: 'cannot be found: no name server answered. Check the connection.',
  ECONNREFUSED: 'does not answer: nobody listens there.',
  ECONNRESET: 'broke off before the answer was whole.',
  CERT_HAS_EXPIRED: 'has a certificate that has expired; browsers refuse it too.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for; browsers refuse it too.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host; browsers refuse it too.',
};

function reason(thrown: unknown, { aborted }: AbortSignal, seconds: number): string {
  const { message, code } = thrown as NodeJS.ErrnoException;
  if (aborted) return `did not answer within ${seconds} seconds.`;
  return REASONS[code ?? ''] ?? `cannot be read: ${message}.`;
}
