import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { FeedError } from '../../../src/feed/errors.js';
import { MirrorList, type Backoffs } from '../../../src/client/mirror-list.js';
import { MAX_DELAY_MS } from '../../../src/client/retry-timing.js';
import { ManualEnvironment } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network, type Reply } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const PAGE = 'https://page-mirror.example/feed.json';
const FEEDS = 'https://feed-mirror.example/feed.json';
const MINUTE = 60_000;

describe('mirrors', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options = {}) => new Reader(FIRST, { environment, mirrors: [PAGE], ...options });
  const feed = (content: Publication = {}): Reply => ({ body: publication(content) });
  const asked = () => environment.asked.splice(0).map(({ url }) => url);

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
    environment.randomValue = 0;
  });

  it('sends no request to a mirror while the primary URL answers', async () => {
    network.answer(FIRST, feed({ mirrors: [FEEDS] }));
    await watch().next();
    await environment.advance(10 * MINUTE);
    expect(new Set(asked())).to.deep.equal(new Set([FIRST]));
  });

  it('tries the mirrors of the page before those of the feed, one at a time', async () => {
    network.answer(FIRST, feed({ mirrors: [FEEDS, PAGE] }));
    const reader = watch();
    await reader.next();
    asked();
    network.answer(FIRST, { status: 500 });
    network.answer(FEEDS, feed({ mirrors: [FEEDS, PAGE] }));
    await environment.tick();
    expect(asked()).to.deep.equal([FIRST, PAGE, FEEDS]);
    expect(network.peak).to.equal(1);
    const state = await reader.next();
    expect([state.status, state.origin, state.error?.status]).to.deep.equal(['fresh', 'mirror', 500]);
    expect(environment.nextTimerMs).to.equal(MINUTE); // a poll that succeeds at a mirror does not count as a failure
  });

  for (const [name, reply] of Object.entries<Reply>({
    refusing: { fault: 'refused' },
    'cut off': { fault: 'reset', body: publication() },
    'answering with an error': { status: 404 },
    'sending a web page': { body: '<p>' },
    older: feed({ sequence: 4 }),
    'of an older epoch': feed({ sequence: 9, epoch: 0 }),
  }))
    it(`skips a mirror that is ${name}`, async () => {
      network.answer(FIRST, feed({ sequence: 5, epoch: 1, mirrors: [FEEDS] }));
      await watch().next();
      asked();
      network.answer(FIRST, { status: 500 });
      network.answer(PAGE, reply);
      network.answer(FEEDS, feed({ sequence: 6, epoch: 1 }));
      await environment.tick();
      expect(asked()).to.deep.equal([FIRST, PAGE, FEEDS]);
    });

  it('takes a mirror when the primary URL times out', async () => {
    network.answer(FIRST, { fault: 'stall' });
    network.answer(PAGE, feed());
    const reader = watch();
    await environment.advance(20_000);
    expect((await reader.next()).origin).to.equal('mirror');
    expect(network.peak).to.equal(1);
    expect(network.open).to.equal(0);
  });

  it('tries the mirrors of one subscriber for that subscriber only', async () => {
    network.answer(FIRST, { fault: 'stall' });
    network.answer(PAGE, feed());
    const reader = watch({ mirrors: [] });
    await environment.advance(10_000);
    const other = watch();
    await environment.advance(15_000); // and the HTTP cache's time
    expect([(await reader.next()).status, (await other.next()).origin]).to.deep.equal(['failed', 'mirror']);
  });

  it('retries a failed primary URL at growing intervals of at most 15 minutes', async () => {
    network.answer(FIRST, { status: 500 });
    network.answer(PAGE, feed());
    await watch().next();
    await environment.advance(120 * MINUTE);
    const times = environment.asked.filter(({ url }) => url === FIRST).map(({ at }) => at);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    expect(gaps.slice(0, 5).map((gap) => gap / MINUTE)).to.deep.equal([1, 1, 2, 4, 8]);
    expect(Math.max(...gaps)).to.be.at.most(MAX_DELAY_MS);
    network.answer(FIRST, feed({ sequence: 2 }));
    const reader = watch();
    await environment.advance(MAX_DELAY_MS);
    expect([reader.state.origin, reader.state.feed?.sequence]).to.deep.equal(['first', 2]);
  });

  it('retries a failed primary URL within 15 minutes although a mirror’s response stays fresh longer', async () => {
    network.answer(FIRST, { status: 500 });
    network.answer(PAGE, feed());
    await watch().next();
    await environment.advance(2 * MINUTE); // the first failed three times, the last time just now
    network.answer(PAGE, { ...feed(), headers: { 'cache-control': 'max-age=900' } });
    await environment.advance(MINUTE);
    expect(environment.nextTimerMs).to.equal(14 * MINUTE);
    asked();
    await environment.tick();
    expect(asked()[0]).to.equal(FIRST);
  });

  it('retries a failed primary URL within 15 minutes for arbitrary poll intervals', () => {
    const intervals = fc.array(fc.integer({ min: 1000, max: MAX_DELAY_MS }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(intervals, fc.integer({ min: 1, max: 20 }), fc.integer({ max: 2 * MAX_DELAY_MS }), (intervals, failures, retryAfter) => {
        const mirrors = new MirrorList('first');
        for (let failure = 0; failure < failures; failure++) mirrors.markFailed('first', 0, new FeedError('http-status', { retryAfter }));
        let now = 0;
        for (let round = 0; mirrors.orderedAddresses(['mirror'], [], now)[0] !== 'first'; round++) {
          now += Math.min(intervals[round % intervals.length]!, mirrors.msUntilPrimaryRetry(now));
        }
        expect(now).to.be.at.most(MAX_DELAY_MS);
      }),
    );
  });

  it('sends no request to an address during its Retry-After while another one answers', async () => {
    network.answer(FIRST, { status: 503, headers: { 'retry-after': '600' } });
    network.answer(PAGE, feed());
    await watch().next();
    network.answer(PAGE, { status: 500 });
    environment.randomValue = 0.5;
    await environment.advance(10 * MINUTE - 1);
    const urls = asked();
    expect(urls.filter((url) => url === FIRST).length).to.equal(1);
    expect(urls.filter((url) => url === PAGE).length).to.be.above(2); // it did not ask for anything
    await environment.advance(MAX_DELAY_MS);
    expect(asked()).to.include(FIRST);
  });

  it('keeps the Retry-After of the primary URL when the mirror is removed', async () => {
    network.answer(FIRST, { status: 503, headers: { 'retry-after': '600' } });
    network.answer(PAGE, { status: 500 });
    const reader = watch();
    await reader.next();
    reader.update({ mirrors: [] });
    asked();
    await environment.advance(10 * MINUTE - 1);
    expect(asked()).to.deep.equal([]);
    expect(reader.states.length).to.be.at.most(3);
    await environment.advance(1);
    expect(asked()).to.deep.equal([FIRST]);
  });

  it('counts a failure once that two subscribers waited for', () => {
    const once = new MirrorList('first');
    const failure = new FeedError('network');
    once.markFailed('first', 0, failure);
    once.markFailed('first', 0, failure);
    expect(once.orderedAddresses(['mirror'], [], 29_999)).to.deep.equal(['mirror', 'first']);
    expect(once.orderedAddresses(['mirror'], [], 30_000)).to.deep.equal(['first', 'mirror']);
  });

  it('ends every backoff when the clock is set back', () => {
    const mirrors = new MirrorList('first');
    mirrors.orderedAddresses(['mirror'], [], 0);
    mirrors.markFailed('first', 1e9, new FeedError('http-status', { retryAfter: 600_000 }));
    expect(mirrors.orderedAddresses(['mirror'], [], 1e9)).to.deep.equal(['mirror']);
    expect(mirrors.orderedAddresses(['mirror'], [], 0)).to.deep.equal(['first', 'mirror']);
  });

  it('tries at most eight addresses, and remembers a limited number of failures', async () => {
    let round = 0;
    const names = () => Array.from({ length: 300 }, (_, index) => `https://mirror-${round}-${index}.example/feed.json`);
    network.answer(FIRST, () => feed({ sequence: ++round, mirrors: names() }));
    await watch().next();
    asked();
    network.answer(FIRST, { status: 500 });
    await environment.tick();
    expect(asked()).to.deep.equal([FIRST, PAGE, ...names().slice(0, 6)]);

    const backoffs: Backoffs = new Map();
    const mirrors = new MirrorList('first', backoffs);
    for (round = 0; round < 1000; round++)
      for (const address of mirrors.orderedAddresses([], names(), round)) mirrors.markFailed(address, round, new FeedError('network'));
    expect(backoffs.size).to.be.at.most(32);
  });

  it('resolves relative links against the primary URL when a mirror answers', async () => {
    network.answer(PAGE, feed());
    expect((await watch().next()).feed?.base).to.equal(FIRST);
  });

  it('ignores the clock of a mirror, so that an expired publication stays outdated', async () => {
    const now = environment.now();
    network.answer(PAGE, { ...feed({ validUntil: now - MINUTE }), headers: { date: new Date(now - 60 * MINUTE).toUTCString() } });
    expect((await watch().next()).outdated).to.equal(true);
  });
});
