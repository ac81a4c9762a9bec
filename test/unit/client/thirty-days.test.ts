/** A page that stays open for a month, on a network that fails now and then. */
import { expect } from '@open-wc/testing';
import { MAX_DELAY_MS } from '../../../src/client/retry-timing.js';
import { watchFeed, type FeedState, type FeedWatch } from '../../../src/client/watch-feed.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication } from './feeds.js';
import { Network, type Reply } from './network.js';
import { reachable } from './object-size.js';

const FIRST = 'https://publisher.example/feed.json';
const DAYS = 24 * 3_600_000;

/** The same numbers in each run (mulberry32). */
function numbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('thirty days of polling with faults', () => {
  const random = numbers(1);
  const network = new Network();
  const environment = new ManualEnvironment(network);
  const storage = memoryStorage();
  const watches: FeedWatch[] = [];
  let state: FeedState | undefined;
  let stalls = 0;
  let answered = 0;

  /** News every hour: one item more, the oldest of twenty gone. A tenth of all requests fail. */
  function reply(): Reply {
    const hour = Math.floor(environment.uptime / 3_600_000);
    const items = Array.from({ length: 20 }, (_, index) => ({ id: `item-${hour + index}`, revision: 1 }));
    const body = publication({ sequence: hour, items });
    const fault = random() * 50;
    if (fault < 1) return { fault: 'refused' };
    if (fault < 2) return { fault: 'reset', body };
    if (fault < 3) return { status: 503, headers: { 'retry-after': '300' } };
    if (fault < 4) return { body: '<p>Log in' };
    if (fault < 5 && ++stalls) return { fault: 'stall' };
    answered++;
    return { body, headers: { 'cache-control': 'max-age=300' } };
  }

  /** As elements do: they read their items from each state, and some come and go. */
  function shown(next: FeedState): void {
    state = next;
    for (const id of next.feed?.ids ?? []) next.feed?.item(id);
    environment.randomValue = random();
  }

  async function pass(ms: number): Promise<number> {
    await environment.advance(ms);
    return reachable([state, storage.entries]);
  }

  before(async function () {
    this.timeout(60_000);
    environment.storage = () => storage;
    network.answer(FIRST, reply);
    for (let asker = 0; asker < 10; asker++) watches.push(watchFeed(FIRST, shown, { environment, refresh: 60, keep: true }));
  });

  it('sends the planned requests, and no others', async function () {
    this.timeout(60_000);
    const memory = await pass(10 * DAYS);
    const later = await pass(20 * DAYS);
    // Every timer started a poll, except the timeouts of stalled requests. The first poll needs no timer.
    expect(environment.asked.length).to.equal(1 + environment.timersRun - stalls);
    expect(answered).to.be.within(6000, 9000);
    expect(network.peak).to.equal(1);
    expect(later, 'memory').to.be.within(memory * 0.8, memory * 1.2);
    expect(environment.timers.size).to.equal(1);
    expect(environment.nextTimerMs).to.be.at.most(MAX_DELAY_MS);
  });

  it('does not grow in memory, and leaves no timer', async () => {
    for (const watch of watches) watch.close();
    const requests = environment.asked.length;
    await environment.advance(30 * DAYS);
    expect([environment.timers.size, environment.wakers.size, network.open, environment.asked.length]).to.deep.equal([0, 0, 0, requests]);
    expect([...storage.entries.keys()]).to.deep.equal([`placard:${FIRST}`]);
  });
});
