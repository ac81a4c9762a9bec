/** The addresses of one feed, in the order in which they are asked: the first, then the page's mirrors, then the feed's own. */
import type { FeedError } from '../feed/errors.js';
import { MAX_DELAY_MS } from './retry-timing.js';

const FIRST_REST = 30_000;
/** A feed may name as many as it likes; so many are asked, the page's before the feed's. */
const MOST = 8;
/** A feed may name others in each publication; of so many that failed we know it. */
const MOST_RESTING = 4 * MOST;

interface Rest {
  /** When it failed. */
  since: number;
  /** ms in which it is asked last. */
  last: number;
  /** ms in which it is not asked at all, as it wished (`Retry-After`). */
  alone: number;
  readonly failure: FeedError;
}

/** Addresses that failed, shared by all watchers of the feed: a host that asks to be left alone asks this of everyone. */
export type Backoffs = Map<string, Rest>;

/** Lets an address rest. A failure that several watchers waited for counts once. */
export function backOff(resting: Backoffs, address: string, now: number, failure: FeedError): void {
  const before = resting.get(address);
  if (before?.failure === failure) return;
  resting.delete(address); // so that the last to fail stands last
  const last = Math.min(MAX_DELAY_MS, (before?.last ?? FIRST_REST / 2) * 2);
  resting.set(address, { since: now, last, alone: Math.min(MAX_DELAY_MS, failure.retryAfter ?? 0), failure });
  if (resting.size > MOST_RESTING) resting.delete(resting.keys().next().value!);
}

export class MirrorList {
  private addresses: string[];

  constructor(
    private readonly first: string,
    private readonly resting: Backoffs = new Map(),
  ) {
    this.addresses = [first];
  }

  /**
   * Who is asked in this round, one after the other until one has a good answer. An address that failed rests, longer each
   * time (30 s doubling to 15 min): meanwhile it comes last, so that a dead first host does not cost each round its time limit.
   */
  order(pageMirrors: Iterable<string>, feedMirrors: Iterable<string>, now: number): string[] {
    this.addresses = [...new Set([this.first, ...pageMirrors, ...feedMirrors])].slice(0, MOST);
    const willing = this.addresses.filter((address) => !this.leaveAlone(address, now));
    const rests = (address: string) => this.left(address, 'last', now) > 0;
    return [...willing.filter((address) => !rests(address)), ...willing.filter(rests)];
  }

  failed(address: string, now: number, failure: FeedError): void {
    backOff(this.resting, address, now, failure);
  }

  worked(address: string): void {
    this.resting.delete(address);
  }

  /** Whether it asked for that (`Retry-After`). */
  leaveAlone(address: string, now: number): boolean {
    return this.left(address, 'alone', now) > 0;
  }

  /** Milliseconds until one of them may be asked. */
  patience(now: number): number {
    return Math.min(...this.addresses.map((address) => this.left(address, 'alone', now)));
  }

  /** Milliseconds until the first has to be asked again, however well the others do: as any wait, never past the longest. */
  untilFirst(now: number): number {
    const rest = this.resting.get(this.first);
    return rest && now >= rest.since ? Math.max(0, rest.since + MAX_DELAY_MS - now) : Infinity;
  }

  private left(address: string, span: 'last' | 'alone', now: number): number {
    const rest = this.resting.get(address);
    // A clock that was set back must not make a rest longer than it was.
    return rest && now >= rest.since ? Math.max(0, rest.since + rest[span] - now) : 0;
  }
}
