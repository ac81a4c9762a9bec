/**
 * The client never shows a publication below the current feed, the stamp, the minimum or the stored version. This holds for every
 * source: the primary URL, mirrors of the page and the feed, the HTTP cache, the stored copy, the loader, another element.
 */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { isOlder, parseVersion, type FeedVersion } from '../../../src/feed/values/feed-version.js';
import type { FeedState } from '../../../src/client/watch-feed.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication } from './feeds.js';
import { Network, type Reply } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';
const NAMED = 'https://named.example/feed.json';

/** Few low numbers, so that versions often collide. A step between two of them is never a leap. */
const anyVersion = fc.record({ epoch: fc.nat(1), sequence: fc.integer({ min: 1, max: 9 }) });
const written = ({ epoch, sequence }: FeedVersion) => (epoch ? `${epoch}.${sequence}` : `${sequence}`);
const anyBound = fc.option(anyVersion.map(written), { nil: undefined, freq: 2 });
const anyAnswer = fc.option(anyVersion, { nil: undefined, freq: 3 });

const anyStep = fc.oneof(
  fc.record({
    do: fc.constant('come' as const),
    stamp: anyBound,
    minSequence: anyBound,
    keep: fc.boolean(),
    refresh: fc.constantFrom(0, 1, 60),
    mirrored: fc.boolean(),
    given: anyAnswer,
  }),
  fc.record({ do: fc.constant('go' as const) }),
  fc.record({ do: fc.constant('leave' as const) }),
  fc.record({
    do: fc.constant('answer' as const),
    where: fc.constantFrom(FIRST, FIRST, MIRROR, NAMED),
    version: anyAnswer,
    cached: fc.boolean(),
  }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;
type Coming = Extract<Step, { do: 'come' }>;

const newer = (a: FeedVersion | undefined, b: FeedVersion | undefined) => (a && isOlder(b ?? a, a) ? a : b);

class Page {
  private readonly network = new Network();
  private readonly storage = memoryStorage();
  private environment = this.open();
  private readers: Reader[] = [];
  /** What the publisher is known to have said: to the page, and to those who keep a copy. */
  private said?: FeedVersion;
  private kept?: FeedVersion;
  shown = 0;

  async take(step: Step): Promise<void> {
    if (step.do === 'come') this.come(step);
    if (step.do === 'go') this.readers.shift()?.close();
    if (step.do === 'leave') this.leave();
    if (step.do === 'answer') {
      const reply = replyOf(step.version);
      this.network.answer(step.where, reply);
      if (step.cached) this.network.cached.set(FIRST, reply);
    }
    await this.environment.advance(61_000);
  }

  leave(): void {
    for (const reader of this.readers.splice(0)) reader.close();
    this.environment = this.open();
    this.said = undefined;
  }

  private open(): ManualEnvironment {
    const environment = new ManualEnvironment(this.network);
    environment.storage = () => this.storage;
    return environment;
  }

  private come({ stamp, minSequence, keep, refresh, mirrored, given }: Coming): void {
    const { environment } = this;
    const handed = given && { src: FIRST, text: textOf(given), url: FIRST, at: environment.now() };
    const options = { environment, stamp, minSequence, keep, refresh, mirrors: mirrored ? [MIRROR] : [], prefetched: handed };
    const reader = new Reader(FIRST, options);
    const floors = [parseVersion(stamp), parseVersion(minSequence), keep ? this.kept : undefined];
    let before: FeedState | undefined;
    const check = (state: FeedState) => {
      const { feed, origin: source } = state;
      if (feed) {
        this.shown++;
        const trusted = source !== 'mirror' && before?.origin === 'mirror'; // the publisher's word replaces a mirror's
        for (const floor of [...floors, this.said, trusted ? undefined : before?.feed]) {
          expect(isOlder(feed, floor), `${written(feed)} from ${source} below ${floor && written(floor)}`).to.equal(false);
        }
        if (source === 'first') this.said = newer(feed, this.said);
        if (source === 'first' && keep) this.kept = newer(feed, this.kept);
        before = state;
      }
      return 0;
    };
    reader.states.push = check;
    this.readers.push(reader);
  }
}

const textOf = (version: FeedVersion) => publication({ ...version, mirrors: [NAMED] });
const replyOf = (version: FeedVersion | undefined): Reply => (version ? { body: textOf(version) } : { fault: 'refused' });

describe('a lower publication', () => {
  it('is never shown after a higher one, for arbitrary deliveries', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 30 }), async (steps) => {
        const page = new Page();
        for (const step of steps) await page.take(step);
        page.leave();
        shown += page.shown;
      }),
      { numRuns: 150 },
    );
    expect(shown).to.be.above(500);
  });
});
