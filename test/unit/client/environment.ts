/**
 * An Environment that a test drives. The clock moves only when the test advances it, and then runs the timers that are due. The test
 * replaces nothing else of the client. `fetch` is the browser's own unless the test passes a Network.
 */
import type { Environment } from '../../../src/client/environment.js';

/** Resolves in a later task, after all promises that can settle now have settled. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

interface Timer {
  /** By the clock that never jumps. */
  at: number;
  run: () => void;
}

export interface Asked {
  url: string;
  cache?: RequestCache;
  /** By the clock that never jumps. */
  at: number;
  visible: boolean;
  online: boolean;
}

export class ManualEnvironment implements Environment {
  /** Milliseconds since the environment began. */
  uptime = 0;
  /** Returned by random(). */
  randomValue = 0.5;
  /** Every request, the HTTP cache's included. */
  readonly asked: Asked[] = [];
  readonly timers = new Map<number, Timer>();
  /** Timers that ran. */
  timersRun = 0;
  /** Requests whose headers have arrived. */
  answered = 0;
  private readonly waiting = new Set<() => void>();
  readonly wakers = new Set<() => void>();
  /** Replaced by a test to return or throw. */
  storage: Environment['storage'] = () => undefined;
  isPreloaded?: Environment['isPreloaded'];
  private wall: number;
  private seen = true;
  private connected = true;
  private lastTimer = 0;

  /** @param network default: the browser's own */
  constructor(
    private readonly network: Pick<Environment, 'fetch'> & { connected?: boolean } = { fetch: (url, init) => fetch(url, init) },
    start = Date.UTC(2025, 6, 25, 9),
  ) {
    this.wall = start;
  }

  // Methods of Environment.

  now(): number {
    return this.wall + this.uptime;
  }

  setTimer(run: () => void, ms: number): number {
    this.timers.set(++this.lastTimer, { at: this.uptime + Math.max(0, ms), run });
    return this.lastTimer;
  }

  clearTimer(timer: unknown): void {
    this.timers.delete(timer as number);
  }

  random(): number {
    return this.randomValue;
  }

  visible(): boolean {
    return this.seen;
  }

  online(): boolean {
    return this.connected;
  }

  onWake(run: () => void): () => void {
    this.wakers.add(run);
    return () => this.wakers.delete(run);
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    this.asked.push({ url, cache: init.cache, at: this.uptime, visible: this.seen, online: this.connected });
    this.changed();
    return this.network.fetch(url, init).then((response) => {
      this.answered++;
      this.changed();
      return response;
    });
  }

  // Methods for the test.

  show(visible = true): void {
    this.seen = visible;
    this.wake();
  }

  connect(online = true): void {
    this.connected = online;
    this.network.connected = online;
    this.wake();
  }

  /** As a page that returns from the back/forward cache. */
  wake(): void {
    for (const run of this.wakers) run();
  }

  /** Sets the wall clock, as a user or the network may. Timers do not change. */
  jump(ms: number): void {
    this.wall += ms;
  }

  /** Milliseconds until the next timer; Infinity without a timer. */
  get nextTimerMs(): number {
    return Math.min(...[...this.timers.values()].map(({ at }) => at - this.uptime), Infinity);
  }

  /** Runs the next timer. */
  async tick(): Promise<void> {
    await this.advance(this.nextTimerMs);
  }

  /** Moves the clock. Runs the due timers in order, and lets the tasks of each settle before the next. */
  async advance(ms: number): Promise<void> {
    await macrotask();
    const end = this.uptime + ms;
    for (let next; (next = this.earliest(end)); await macrotask()) {
      const [id, { at, run }] = next;
      this.uptime = at;
      this.timers.delete(id);
      this.timersRun++;
      run();
    }
    this.uptime = end;
  }

  /** Resolves when so many requests were sent, and so many were answered. */
  async waitForRequests(asked: number, answered = 0): Promise<void> {
    while (this.asked.length < asked || this.answered < answered) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private changed(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private earliest(end: number): [number, Timer] | undefined {
    let found: [number, Timer] | undefined;
    for (const entry of this.timers) if (entry[1].at <= end && (!found || entry[1].at < found[1].at)) found = entry;
    return found;
  }
}

/** Returns a localStorage with a maximum size. */
export function memoryStorage(room = Infinity): ReturnType<Environment['storage']> & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}
