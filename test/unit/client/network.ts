/** A network without sockets, for tests with thousands of requests in virtual time. `faults.test.ts` uses real servers. */
import type { Environment } from '../../../src/client/environment.js';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** `refused` and `reset` fail at once, before and midway; a `stall` never ends by itself. */
  fault?: 'refused' | 'reset' | 'stall';
}

export class Network implements Pick<Environment, 'fetch'> {
  /** The reply of each address; other addresses refuse the connection. */
  readonly hosts = new Map<string, (signal?: AbortSignal | null) => Reply>();
  /** The entries of the HTTP cache. */
  readonly cached = new Map<string, Reply>();
  connected = true;
  /** Pending requests. */
  open = 0;
  /** The maximum of pending requests at one time. */
  peak = 0;

  /** @param reply a function runs for each request, and gets the signal that may abort it */
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
        // Runs after the whole body was read.
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
