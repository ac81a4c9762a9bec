/**
 * Runs the client under random sequences of publications, mistakes of the publisher, faults, and mirrors that lag or lie. Readers hide
 * the page, lose the network, set their clock, subscribe and close. The test checks every published state. When the faults end, the
 * newest publication must appear within the maximum delay.
 */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { MAX_DELAY_MS } from '../../../src/client/retry-timing.js';
import type { FeedState } from '../../../src/client/watch-feed.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network, type Reply } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRRORS = ['https://mirror.example/feed.json', 'https://other-mirror.example/feed.json'];
const MINUTE = 60_000;
/** When the faults end, a request for each address and one for the HTTP cache may still have to time out. */
const UNDER_WAY = (1 + MIRRORS.length) * 20_000 + 5000;

const faults = ['refused', 'reset', 'stall', '500', '429', 'html', 'older', 'truncated'] as const;
type Fault = (typeof faults)[number];
type Host = 'good' | 'lying' | Fault;
const edits = ['revise', 'revise', 'correct in silence', 'omit', 'go back', 'new epoch'] as const;

type Step =
  | { do: 'publish'; edit: (typeof edits)[number] }
  | { do: 'host'; host: Host }
  | { do: 'mirror'; mirror: number; host: Host }
  | { do: 'wait'; ms: number; luck: number }
  | { do: 'show'; visible: boolean }
  | { do: 'connect'; online: boolean }
  | { do: 'jump'; ms: number }
  | { do: 'come'; refresh: number; mirror: number }
  | { do: 'go' }
  | { do: 'with the next answer'; surprise: RandomEvent };

/** Steps that may also happen at the moment when a host answers. */
type RandomEvent = Extract<Step, { do: 'show' | 'connect' | 'jump' | 'come' | 'go' }>;

const anyRandomEvent: fc.Arbitrary<RandomEvent> = fc.oneof(
  fc.record({ do: fc.constant('show' as const), visible: fc.boolean() }),
  fc.record({ do: fc.constant('connect' as const), online: fc.boolean() }),
  fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: -6 * 60 * MINUTE, max: 6 * 60 * MINUTE }) }),
  fc.record({ do: fc.constant('come' as const), refresh: fc.constantFrom(60, 300, 900), mirror: fc.nat(2) }),
  fc.record({ do: fc.constant('go' as const) }),
);

const anyModelStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: anyRandomEvent, weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('with the next answer' as const), surprise: anyRandomEvent }), weight: 2 },
  fc.record({ do: fc.constant('publish' as const), edit: fc.constantFrom(...edits) }),
  fc.record({ do: fc.constant('host' as const), host: fc.constantFrom('good' as const, ...faults) }),
  fc.record({ do: fc.constant('mirror' as const), mirror: fc.nat(1), host: fc.constantFrom('good' as const, 'lying' as const, ...faults) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(20 * MINUTE), luck: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(30_000), luck: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
);

interface Shown {
  /** Another reader may not have seen the same items. */
  reader: object;
  epoch: number;
  sequence: number;
  revision: number;
  title?: string;
}

/** One reader, and what that reader was shown. */
interface Seat {
  reader: Reader;
  before?: FeedState;
  /** The newest that anybody confirmed. */
  confirmed?: Shown;
}

const isOlder = (a: Shown, b: Shown) => a.epoch < b.epoch || (a.epoch === b.epoch && a.sequence < b.sequence);

class ModelState {
  readonly network = new Network();
  readonly environment = new ManualEnvironment(this.network);
  readonly storage = memoryStorage();
  private readonly published: Publication[] = [
    { sequence: 1, items: [{ id: 'case', revision: 1, title: 'case 0.1' }], mirrors: MIRRORS.slice(1) },
  ];
  private revision = 1;
  private host: Host = 'good';
  private readonly mirrors: Host[] = ['good', 'good'];
  private readonly seats: Seat[] = [];
  /** The most readers at one time. */
  private most = 0;
  /** By address, until when it is to be left alone; and by what it was not. */
  private readonly alone = new Map<string, number>();
  private readonly intrusions: string[] = [];
  private surprise?: RandomEvent;
  /** The newest that the publisher said, to whichever reader of the page: all others know of it. */
  private fromPublisher?: Shown;

  constructor(private readonly keep: boolean) {
    this.environment.storage = () => this.storage;
    this.network.answer(FIRST, (signal) => this.remembered(this.reply(FIRST, this.host, signal)));
    MIRRORS.forEach((url, mirror) => this.network.answer(url, (signal) => this.reply(url, this.mirrors[mirror]!, signal)));
  }

  get newest(): Publication {
    return this.published[this.published.length - 1]!;
  }

  async take(step: Step): Promise<void> {
    const { environment } = this;
    if (step.do === 'publish') this.publish(step.edit);
    else if (step.do === 'host') this.host = step.host;
    else if (step.do === 'mirror') this.mirrors[step.mirror] = step.host;
    else if (step.do === 'with the next answer') this.surprise = step.surprise;
    else if (step.do !== 'wait') this.happen(step);
    if (step.do === 'wait') environment.randomValue = step.luck;
    await environment.advance(step.do === 'wait' ? step.ms : 0);
    this.checkWorld();
  }

  private happen(step: RandomEvent): void {
    const { environment } = this;
    if (step.do === 'show') environment.show(step.visible);
    if (step.do === 'connect') environment.connect(step.online);
    if (step.do === 'come') this.come(step.refresh, MIRRORS.slice(step.mirror));
    if (step.do === 'go') this.go();
    if (step.do === 'jump') {
      this.alone.clear(); // the jump makes the remaining time unknown
      environment.jump(step.ms);
    }
  }

  /** Everything is well again; who was there already finds out by the timers alone. */
  async recover(): Promise<void> {
    const { environment } = this;
    this.host = 'good';
    this.surprise = undefined;
    this.publish('revise');
    if (!environment.visible()) environment.show();
    if (!environment.online()) environment.connect();
    if (!this.seats.length) this.come(60, []);
    await environment.advance(MAX_DELAY_MS + UNDER_WAY);
    const { sequence, items } = this.newest;
    for (const { state } of this.seats.map(({ reader }) => reader)) {
      expect([state.status, state.feed?.sequence, state.feed?.item('case')?.title]).to.deep.equal(['fresh', sequence, items?.[0]?.title]);
    }
    this.checkWorld();
  }

  async leave(): Promise<void> {
    while (this.seats.length) this.go();
    const { length } = this.environment.asked;
    await this.environment.advance(10 * MAX_DELAY_MS);
    const { timers, wakers, asked } = this.environment;
    expect([timers.size, wakers.size, this.network.open, asked.length]).to.deep.equal([0, 0, 0, length]);
  }

  private publish(edit: (typeof edits)[number]): void {
    const { sequence = 0, epoch = 0 } = this.newest;
    const next = edit === 'new epoch' ? { sequence: 1, epoch: epoch + 1 } : { sequence: sequence + 1, epoch };
    if (edit === 'revise' || edit === 'new epoch') this.revision = edit === 'revise' ? this.revision + 1 : 1;
    const item = (revision: number, title: string) => [{ id: 'case', revision, title }];
    const items = {
      revise: item(this.revision, `case ${next.epoch}.${this.revision}`),
      'new epoch': item(1, `case ${next.epoch}.1`),
      'correct in silence': item(this.revision, `case ${next.epoch}.${this.revision} again`),
      omit: [],
      'go back': item(Math.max(1, this.revision - 1), 'case before'),
    }[edit];
    this.published.push({ ...next, items, mirrors: MIRRORS.slice(1) });
  }

  private reply(url: string, host: Host, signal?: AbortSignal | null): Reply {
    const { uptime } = this.environment;
    if (uptime < (this.alone.get(url) ?? 0)) this.intrusions.push(url);
    this.alone.delete(url);
    const { surprise } = this;
    this.surprise = undefined;
    if (surprise) this.happen(surprise);
    // A reader that closes before the response does not know its Retry-After.
    if (host === '429') queueMicrotask(() => signal?.aborted || this.alone.set(url, uptime + 100_000));
    const body = publication(this.newest);
    if (host === 'refused' || host === 'reset' || host === 'stall') return { fault: host, body };
    if (host === '500') return { status: 500 };
    if (host === '429') return { status: 429, headers: { 'retry-after': '100' } };
    if (host === 'html') return { body: '<p>Log in' };
    if (host === 'truncated') return { body: body.slice(0, -9) };
    if (host === 'older') return { body: publication(this.published[Math.floor(this.published.length / 2)]) };
    if (host === 'lying')
      return { body: publication(LIE), headers: { 'cache-control': 'max-age=900', date: 'Fri, 25 Jul 1925 09:00:00 GMT' } };
    return { body };
  }

  /** As a browser's HTTP cache does it. */
  private remembered(reply: Reply): Reply {
    if (!reply.fault && !reply.status) this.network.cached.set(FIRST, reply);
    else if (reply.status) this.network.cached.delete(FIRST);
    return reply;
  }

  private come(refresh: number, mirrors: string[]): void {
    const { environment, keep } = this;
    const reader = new Reader(FIRST, { environment, refresh, mirrors, keep });
    const seat: Seat = { reader };
    reader.states.push = (state) => this.check(seat, state);
    this.seats.push(seat);
    this.most = Math.max(this.most, this.seats.length);
  }

  private go(): void {
    this.seats.shift()?.reader.close();
  }

  private check(seat: Seat, state: FeedState): number {
    const { before } = seat;
    const { feed, origin: source, status } = state;
    const item = feed?.item('case');
    seat.before = state;
    if (!feed) {
      expect(before?.feed, 'blank after something was shown').to.equal(undefined);
      expect(status).to.equal('failed');
      return 0;
    }
    expect(state.checkedAt ?? 0, 'checked in the future').to.be.at.most(this.environment.now());
    const shown = {
      reader: seat,
      epoch: feed.epoch,
      sequence: feed.sequence,
      revision: item?._placard?.revision ?? 0,
      title: item?.title,
    };
    if (status === 'stale' && before?.feed) expect(feed, 'another feed, although all addresses failed').to.equal(before.feed);
    if (source === 'first' && status === 'fresh') {
      this.checkOrder(shown, this.fromPublisher);
      this.fromPublisher = shown;
    } else if (source === 'mirror' && status === 'fresh') {
      this.checkOrder(shown, before?.feed ? seat.confirmed : undefined);
      expect(this.fromPublisher && isOlder(shown, this.fromPublisher), 'a mirror older than the publisher').to.not.equal(true);
    } else if (this.fromPublisher && !before?.feed && source === 'kept') {
      expect(isOlder(shown, this.fromPublisher), 'a copy older than what was seen').to.equal(false);
    }
    if (status === 'fresh') seat.confirmed = shown;
    return 0;
  }

  private checkOrder(now: Shown, before: Shown | undefined): void {
    if (!before) return;
    const told = ({ epoch, sequence, revision, title }: Shown) => JSON.stringify({ epoch, sequence, revision, title });
    const what = `${told(now)} after ${told(before)}`;
    expect(isOlder(now, before), what).to.equal(false);
    if (now.epoch !== before.epoch || now.reader !== before.reader) return;
    expect(now.revision, what).to.be.at.least(before.revision);
    if (now.revision === before.revision) expect(now.title, what).to.equal(before.title);
  }

  private checkWorld(): void {
    const { environment, network } = this;
    expect(network.peak, 'requests at one time').to.be.at.most(Math.max(1, this.most)); // each asks its own mirrors
    expect(environment.timers.size, 'timers').to.be.at.most(this.seats.length);
    expect(this.intrusions, 'not left alone').to.deep.equal([]);
    for (const { cache, visible, online } of environment.asked.splice(0)) {
      expect(visible && (online || cache === 'force-cache'), 'asked while hidden or offline').to.equal(true);
    }
  }
}

const LIE: Publication = {
  sequence: 1e15,
  epoch: 1e15,
  items: [{ id: 'case', revision: 1e15, change: 'retraction', title: 'Nothing happened' }],
  expired: true,
  validUntil: Date.UTC(2099, 0),
};

/** A reader that subscribes between the end of a request and the next task must respect its Retry-After. */
const COMES_BETWEEN: Step[] = [
  { do: 'go' },
  { do: 'host', host: '429' },
  { do: 'with the next answer', surprise: { do: 'come', refresh: 60, mirror: 0 } },
  { do: 'come', refresh: 300, mirror: 0 },
];

/** A reader that takes the last response of the page must respect the Retry-After that came after it. */
const COMES_AFTER: Step[] = [
  { do: 'with the next answer', surprise: { do: 'come', refresh: 300, mirror: 0 } },
  { do: 'host', host: '429' },
  { do: 'wait', ms: 63_000, luck: 0 },
];

describe('the client under random events', () => {
  for (const keep of [false, true])
    it(`never shows less or an older feed, recovers, and ends all work, ${keep ? 'with' : 'without'} keep`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyModelStep, { maxLength: 50 }), async (steps) => {
          const world = new ModelState(keep);
          await world.take({ do: 'come', refresh: 60, mirror: 0 });
          for (const step of steps) await world.take(step);
          await world.recover();
          await world.leave();
        }),
        { numRuns: 40, examples: [[COMES_BETWEEN], [COMES_AFTER]] },
      );
    });
});
