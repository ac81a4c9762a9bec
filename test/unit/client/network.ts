/** A network without sockets, for tests that need thousands of requests in virtual time. What servers really do is in `faults.test.ts`. */
import type { Environment } from '../../../src/client/environment.js';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** `refused` and `reset` fail at once, before and midway; a `stall` never ends by itself. */
  fault?: 'refused' | 'reset' | 'stall';
}

export class Network implements Pick<Environment, 'fetch'> {
  /** What each address answers; an address that is missing refuses. */
  readonly hosts = new Map<string, (signal?: AbortSignal | null) => Reply>();
  /** What the HTTP cache holds. */
  readonly cached = new Map<string, Reply>();
  connected = true;
  /** Requests under way. */
  open = 0;
  /** The most that were ever under way at the same time. */
  peak = 0;

  /** @param reply what it answers; a function is asked at each request, and given the signal that may end it */
  answer(url: string, reply: Reply | ((signal?: AbortSignal | null) => Reply)): void {
    this.hosts.set(url, typeof reply === 'function' ? reply : () => reply);
  }

  async fetch(url: string, { signal, cache }: RequestInit): Promise<Response> {
    const { fault, body = '', ...init } = this.reply(url, cache, signal);
    if (signal?.aborted) throw signal.reason;
    if (fault === 'refused') throw new TypeError('refused');
    this.peak = Math.max(this.peak, ++this.open);
    let ended = false;
    const end = () => {
      if (!ended) this.open--;
      ended = true;
    };
    const bytes = new TextEncoder().encode(body);
    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          signal?.addEventListener('abort', () => {
            if (!ended) controller.error(signal.reason);
            end();
          });
          if (fault === 'stall') return;
          controller.enqueue(fault ? bytes.subarray(0, bytes.length / 2) : bytes);
        },
        // Asked for more once the whole is taken.
        pull(controller) {
          if (fault === 'stall') return;
          if (fault) controller.error(new TypeError('reset'));
          else controller.close();
          end();
        },
      },
      { highWaterMark: 0 },
    );
    return new Response([204, 304].includes(init.status ?? 200) ? null : stream, init);
  }

  private reply(url: string, cache?: RequestCache, signal?: AbortSignal | null): Reply {
    const cached = cache === 'force-cache' ? this.cached.get(url) : undefined;
    return cached ?? (this.connected ? this.hosts.get(url)?.(signal) : undefined) ?? { fault: 'refused' };
  }
}
