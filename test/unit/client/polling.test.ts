import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { browserEnvironment } from '../../../src/client/environment.js';
import { MAX_DELAY_MS, freshnessLifetimeMs, nextDelay, retryAfterMs } from '../../../src/client/retry-timing.js';
import { Script } from '../../support/servers/client.js';
import { hasHttpCache } from '../../support/servers/http-cache.js';
import { ManualEnvironment } from './environment.js';
import { publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const URL_ = 'https://publisher.example/feed.json';
const MINUTE = 60_000;

describe('polling', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options = {}, url = URL_) => new Reader(url, { environment, ...options });
  const requests = () => environment.asked.filter(({ cache }) => cache !== 'force-cache').length;

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
    environment.randomValue = 0;
    network.answer(URL_, { body: publication() });
  });

  describe('the delay of the next poll', () => {
    const number = (max: number) => fc.double({ min: 0, max, noNaN: true });

    it('is the longest of refresh, cache lifetime and Retry-After, plus up to a tenth, at most 15 minutes', () => {
      fc.assert(
        fc.property(number(2000), number(2e6), number(2e6), number(0.999), (refresh, lifetime, retryAfter, random) => {
          const longest = Math.max(refresh * 1000, 1000, lifetime, retryAfter);
          const delay = nextDelay({ refresh, lifetimeMs: lifetime, retryAfterMs: retryAfter, failures: 0 }, random);
          expect(delay)
            .to.be.at.least(Math.min(MAX_DELAY_MS, longest))
            .and.at.most(Math.min(MAX_DELAY_MS, longest * 1.1 + 1));
        }),
      );
    });

    it('doubles with each failure, with full jitter, and never ends before Retry-After', () => {
      fc.assert(
        fc.property(
          number(2000),
          fc.integer({ min: 1, max: 5000 }),
          number(2e6),
          number(0.999),
          (refresh, failures, retryAfter, random) => {
            const delay = nextDelay({ refresh, retryAfterMs: retryAfter, failures }, random);
            const ceiling = Math.max(refresh * 1000, 1000) * 2 ** failures;
            expect(delay).to.be.at.least(Math.min(MAX_DELAY_MS, retryAfter));
            expect(delay).to.be.at.most(Math.min(MAX_DELAY_MS, Math.max(1000, ceiling, retryAfter * 1.1)));
          },
        ),
      );
      expect([1, 2, 3, 4, 9].map((failures) => nextDelay({ refresh: 60, failures }, 0.5) / MINUTE)).to.deep.equal([1, 2, 4, 7.5, 7.5]);
    });

    it('parses Cache-Control, Expires, Age, Date and Retry-After', () => {
      const now = Date.UTC(2025, 6, 25, 9);
      const read = (init: Record<string, string>) => [freshnessLifetimeMs(new Headers(init), now), retryAfterMs(new Headers(init), now)];
      const date = 'Fri, 25 Jul 2025 12:00:00 GMT'; // three hours ahead of this machine
      const later = 'Fri, 25 Jul 2025 12:02:00 GMT';
      expect(read({})).to.deep.equal([0, undefined]);
      expect(read({ 'cache-control': 'public, max-age=300', age: '100' })[0]).to.equal(200_000);
      expect(read({ 'cache-control': 'max-age=60', age: '100' })[0]).to.equal(0);
      expect(read({ 'cache-control': 's-maxage=300' })[0]).to.equal(0);
      expect(read({ 'cache-control': 'no-cache, max-age=300' })[0]).to.equal(0);
      expect(read({ expires: later, date })[0]).to.equal(120_000);
      expect(read({ expires: '0' })[0]).to.equal(0);
      expect(read({ 'retry-after': '120' })[1]).to.equal(120_000);
      expect(read({ 'retry-after': later, date })[1]).to.equal(120_000);
      expect(read({ 'retry-after': 'Fri, 25 Jul 2025 09:02:00 GMT' })[1]).to.equal(120_000);
      expect(read({ 'retry-after': 'Fri, 25 Jul 2025 08:00:00 GMT' })[1]).to.equal(0);
      expect(read({ 'retry-after': 'soon' })[1]).to.equal(undefined);
    });
  });

  it('polls at once, then after each interval', async () => {
    const reader = watch({ refresh: 120 });
    expect(reader.state).to.deep.equal({ status: 'loading', outdated: false });
    const state = await reader.next();
    expect(state.status).to.equal('fresh');
    expect(state.origin).to.equal('first');
    expect(state.checkedAt).to.equal(environment.now());
    expect(Object.isFrozen(state)).to.equal(true);
    expect(environment.nextTimerMs).to.equal(120_000);
    await environment.tick();
    expect(requests()).to.equal(2);
    expect(environment.nextTimerMs).to.equal(120_000);
  });

  it('starts with a prefetched response, and polls after the interval', async () => {
    const given = { src: URL_, text: publication({ sequence: 3 }), url: URL_, at: environment.now() - 20_000 };
    const reader = watch({ prefetched: given });
    const { status, origin: source, feed, checkedAt } = await reader.next();
    expect([status, source, feed?.sequence, checkedAt]).to.deep.equal(['fresh', 'first', 3, given.at]);
    expect(requests()).to.equal(0);
    expect(environment.nextTimerMs).to.equal(40_000);
    await environment.tick();
    expect((await reader.next()).error?.code).to.equal('rollback');
  });

  it('ignores a prefetched response of another address', async () => {
    const given = { src: 'https://other.example/', text: publication({ sequence: 3 }), url: URL_, at: environment.now() };
    expect((await watch({ prefetched: given }).next()).feed?.sequence).to.equal(1);
    expect(requests()).to.equal(1);
  });

  it('does not parse the same bytes again', async () => {
    const reader = watch();
    const { feed } = await reader.next();
    await environment.tick();
    expect((await reader.next()).feed).to.equal(feed);
  });

  it('waits for a longer cache lifetime or Retry-After, at most 15 minutes', async () => {
    const reader = watch();
    for (const [headers, minutes] of [
      [{ 'cache-control': 'max-age=300' }, 5],
      [{ 'retry-after': '600' }, 10],
      [{ 'cache-control': 'max-age=31536000' }, 15],
      [{ 'cache-control': 'max-age=10' }, 1],
    ] as const) {
      network.answer(URL_, { body: publication(), headers });
      if (requests()) await environment.tick();
      await reader.next();
      expect(environment.nextTimerMs).to.equal(minutes * MINUTE);
    }
  });

  it('backs off while requests fail, and returns to the interval after a success', async () => {
    const reader = watch();
    await reader.next();
    environment.randomValue = 0.5;
    network.answer(URL_, { status: 500 });
    const delays = [];
    for (let round = 0; round < 6; round++) {
      await environment.tick();
      delays.push(environment.nextTimerMs / MINUTE);
    }
    expect(delays).to.deep.equal([1, 2, 4, 7.5, 7.5, 7.5]);
    network.answer(URL_, { body: publication() });
    environment.randomValue = 0;
    await environment.tick();
    expect(environment.nextTimerMs).to.equal(MINUTE);
  });

  it('draws the jitter once a poll, so that a new subscriber does not bring the next poll forward', async () => {
    network.answer(URL_, { status: 500 });
    environment.randomValue = 0.9;
    const reader = watch();
    await reader.next();
    const { nextTimerMs: due } = environment;
    environment.randomValue = 0;
    watch();
    reader.update({ mirrors: [] });
    await environment.advance(0);
    expect(environment.nextTimerMs).to.equal(due);
  });

  it('shares one request among subscribers with different intervals', async () => {
    const readers = [300, 120, 600].map((refresh) => watch({ refresh }));
    await Promise.all(readers.map((reader) => reader.next()));
    expect(requests()).to.equal(1);
    expect(environment.nextTimerMs).to.equal(2 * MINUTE);
    readers[1]!.close();
    readers[0]!.update({ refresh: 400 });
    expect(readers[0]!.state.status).to.equal('fresh');
    await environment.advance(0);
    expect(environment.nextTimerMs).to.equal(400_000);
    const late = watch({ refresh: 60 });
    expect((await late.next()).status).to.equal('fresh');
    expect(environment.nextTimerMs).to.equal(MINUTE);
    expect(requests()).to.equal(1);
    expect(watch({ refresh: 60 }).state.status).to.equal('fresh');
  });

  it('polls once with refresh 0', async () => {
    const reader = watch({ refresh: 0 });
    await reader.next();
    environment.show(false);
    await environment.advance(60 * MINUTE);
    environment.show();
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(1);
    expect(environment.timers.size).to.equal(0);
    reader.update({ refresh: 60 });
    await environment.advance(0);
    expect(requests()).to.equal(2);
  });

  it('polls once with refresh 0 if the poll fails', async () => {
    network.answer(URL_, { status: 404 });
    const reader = watch({ refresh: 0 });
    expect((await reader.next()).status).to.equal('failed');
    environment.show();
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(1);
  });

  it('waits for the network with refresh 0, then polls once', async () => {
    environment.connect(false);
    const reader = watch({ refresh: 0 });
    expect((await reader.next()).status).to.equal('failed');
    environment.connect();
    expect((await reader.next()).status).to.equal('fresh');
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(1);
  });

  it('does not poll while hidden, and polls when the page is visible', async () => {
    environment.show(false);
    const reader = watch();
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(0);
    expect(reader.state.status).to.equal('loading');
    environment.show();
    await reader.next();
    environment.show(false);
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(1);
    expect(environment.timers.size).to.equal(0);
    environment.show();
    await reader.next();
    expect(requests()).to.equal(2);
  });

  it('never polls on a wake sooner than 10 s after the last request', async () => {
    const reader = watch();
    await reader.next();
    await environment.advance(3000);
    for (const flip of [() => environment.show(false), () => environment.show(), () => environment.wake(), () => environment.connect()])
      flip();
    expect(environment.nextTimerMs).to.equal(7000);
    watch(); // somebody who comes now must not put it off
    await environment.advance(6999);
    expect(requests()).to.equal(1);
    await environment.advance(1);
    expect(requests()).to.equal(2);
    await reader.next();
    expect(environment.nextTimerMs).to.equal(MINUTE);
  });

  it('does not poll on a wake during Retry-After', async () => {
    for (const status of [503, 200]) {
      environment = new ManualEnvironment(network);
      environment.randomValue = 0;
      network.answer(URL_, { status, body: publication(), headers: { 'retry-after': '300' } });
      const reader = watch();
      await reader.next();
      await environment.advance(20_000);
      environment.show(false);
      environment.show();
      expect(environment.nextTimerMs).to.equal(280_000);
      reader.close();
    }
  });

  it('does not poll during Retry-After if the network fails with the response', async () => {
    network.answer(URL_, () => {
      environment.connect(false);
      return { status: 503, headers: { 'retry-after': '300' } };
    });
    const reader = watch();
    await reader.next();
    await environment.advance(20_000);
    environment.connect();
    expect(environment.nextTimerMs).to.equal(280_000);
    await environment.advance(279_999);
    expect(requests()).to.equal(1);
    await environment.advance(1);
    expect(requests()).to.equal(2);
  });

  it('uses the default for a refresh that is NaN or negative', async () => {
    for (const refresh of [NaN, -1]) {
      const reader = watch({ refresh });
      await reader.next();
      expect(environment.nextTimerMs).to.equal(MINUTE);
      reader.close();
    }
  });

  it('keeps an interval below 10 s on a wake', async () => {
    await watch({ refresh: 5 }).next();
    environment.wake();
    expect(environment.nextTimerMs).to.equal(5000);
  });

  it('retries after 10 s if the page woke during a poll that failed', async () => {
    const reader = watch();
    await reader.next();
    network.answer(URL_, { fault: 'stall' });
    await environment.tick();
    environment.randomValue = 0.9;
    environment.show(false);
    environment.show();
    await environment.advance(20_000);
    expect((await reader.next()).error?.code).to.equal('timeout');
    expect(environment.nextTimerMs).to.equal(10_000);
    expect(network.peak).to.equal(1);
  });

  it('tries the next address when the page is visible again, if it was hidden during the first poll', async () => {
    network.answer(URL_, () => {
      if (!environment.asked[1]) environment.show(false);
      return { status: 500 };
    });
    network.answer('https://mirror.example/feed.json', { body: publication() });
    const reader = watch({ mirrors: ['https://mirror.example/feed.json'], refresh: 0 });
    await environment.advance(60 * MINUTE);
    expect(environment.asked.length).to.equal(1);
    expect(reader.state.status).to.equal('loading');
    environment.show();
    expect((await reader.next()).origin).to.equal('mirror');
  });

  it('polls a closed feed once an hour, and never with refresh 0', async () => {
    network.answer(URL_, { body: publication({ expired: true }) });
    const reader = watch();
    expect((await reader.next()).status).to.equal('fresh');
    environment.show();
    watch();
    await environment.advance(60 * MINUTE - 1);
    expect(requests()).to.equal(1);
    await environment.advance(1);
    expect(requests()).to.equal(2);
    network.answer(URL_, { body: publication({ sequence: 2 }) });
    await environment.advance(60 * MINUTE);
    expect(reader.state.feed?.sequence).to.equal(2);
    expect(environment.nextTimerMs).to.equal(MINUTE);
    Reader.closeAll();
    network.answer(URL_, { body: publication({ sequence: 3, expired: true }) });
    await watch({ refresh: 0 }).next();
    expect(environment.timers.size).to.equal(0);
  });

  it('notifies when the feed passes its valid_until, between two polls and after the last', async () => {
    for (const refresh of [60, 0]) {
      const url = `${URL_}?${refresh}`; // the answer of another watcher would be used again
      network.answer(url, { body: publication({ validUntil: environment.now() + 30_000 }) });
      const reader = watch({ refresh }, url);
      expect((await reader.next()).outdated).to.equal(false);
      await environment.advance(29_999);
      expect(reader.state.status).to.equal('fresh');
      await environment.advance(1);
      expect(reader.state.status).to.equal('stale');
      expect(reader.state.outdated).to.equal(true);
      expect(reader.state.feed?.sequence).to.equal(1);
      expect(environment.nextTimerMs).to.equal(refresh ? 30_000 : Infinity);
      reader.close();
    }
  });

  it('keeps its interval when the clock is set forward or back', async () => {
    for (const hours of [5, -5]) {
      const reader = watch();
      await reader.next();
      environment.jump(hours * 3_600_000);
      const before = requests();
      await environment.advance(60 * MINUTE);
      expect(requests() - before).to.equal(60);
      expect(reader.state.checkedAt).to.be.at.most(environment.now());
      reader.close();
    }
  });

  it('delays the next poll by at most one interval when the clock is set back', async () => {
    const reader = watch();
    await reader.next();
    environment.jump(-3_600_000);
    for (let come = 0; come < 20; come++) {
      watch();
      await environment.advance(5000);
    }
    expect(requests()).to.equal(2);
  });

  it('notifies the other subscribers when one throws', async () => {
    const caught: unknown[] = [];
    const { onerror } = window;
    Object.assign(window, { onerror: (...event: unknown[]) => caught.push(event[4]) > 0 });
    try {
      const fault = new Error('an asker of this test throws');
      const bad = watch();
      bad.states.push = () => {
        throw fault;
      };
      const good = watch();
      expect((await good.next()).status).to.equal('fresh');
      await environment.tick();
      await good.next();
      expect(caught).to.deep.equal([fault, fault]);
    } finally {
      Object.assign(window, { onerror });
    }
  });

  it('does not notify a closed subscriber, and leaves no timer or listener', async () => {
    const [first, second] = [watch(), watch()];
    first.states.push = () => {
      first.close();
      second.close();
      return 0;
    };
    await environment.advance(0);
    expect(second.states.length).to.equal(0);
    expect(environment.timers.size + environment.wakers.size).to.equal(0);
    watch().close(); // before it began
    await environment.advance(60 * MINUTE);
    expect(requests()).to.equal(1);
  });

  it('adds its listeners to the page, and removes them', () => {
    let woken = 0;
    const stop = browserEnvironment.onWake(() => woken++);
    const fire = () => {
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('offline'));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    };
    fire();
    expect(woken).to.equal(4);
    stop();
    fire();
    expect(woken).to.equal(4);
  });
});

describe('a request', () => {
  it('crosses origins without preflight, cookies or referrer, and revalidates', async () => {
    document.cookie = 'trace=1; path=/';
    const script = await Script.of({ body: publication() });
    const environment = new ManualEnvironment();
    const reader = new Reader(script.url, { environment });
    await reader.next();
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
    const seen = await script.seen();
    expect(seen.map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
    for (const { headers } of seen) {
      expect(headers.cookie).to.equal(undefined);
      expect(headers.referer).to.equal(undefined);
    }
    if (await hasHttpCache()) expect(seen[1]!.headers['if-none-match']).to.be.a('string');

    await new Reader(script.own, { environment }).next();
    expect((await script.seen())[2]?.headers.cookie).to.include('trace=1'); // the page's own host may want it
    document.cookie = 'trace=; path=/; max-age=0';
  });

  it('uses the preloaded response of the page', async () => {
    const script = await Script.of({ body: publication() });
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: script.url });
    document.head.append(link);
    const environment = new ManualEnvironment();
    environment.isPreloaded = browserEnvironment.isPreloaded;
    const reader = new Reader(script.url, { environment });
    expect((await reader.next()).status).to.equal('fresh');
    expect((await script.seen()).length).to.equal(1);
    await environment.tick();
    await reader.next();
    link.remove();
    expect(environment.asked.map(({ cache }) => cache)).to.deep.equal(['default', 'no-cache']);
    expect((await script.seen()).length).to.equal(2);
  });

  it('follows redirects, and resolves relative links against the final address', async () => {
    const script = await Script.of({ body: publication() });
    const moved = await Script.of({ fault: 'redirect', body: script.second });
    const reader = new Reader(moved.url, { environment: new ManualEnvironment() });
    const { feed, status } = await reader.next();
    expect(status).to.equal('fresh');
    expect(feed?.base).to.equal(script.second);
  });
});
