import { expect } from '@open-wc/testing';
import { Script } from '../../support/servers/client.js';
import { hasHttpCache } from '../../support/servers/http-cache.js';
import { ManualEnvironment } from './environment.js';
import { publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';
const MINUTE = 60_000;

describe('offline', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options = {}) => new Reader(FIRST, { environment, ...options });
  const asked = () => environment.asked.map(({ cache }) => cache);

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
    environment.randomValue = 0;
    network.answer(FIRST, { body: publication() });
  });

  it('tries the HTTP cache alone when it starts offline, and polls when the page is online', async () => {
    environment.connect(false);
    const reader = watch();
    const failed = await reader.next();
    expect([failed.status, failed.error?.code]).to.deep.equal(['failed', 'network']);
    await environment.advance(60 * MINUTE);
    expect(asked()).to.deep.equal(['force-cache']);
    environment.connect();
    expect((await reader.next()).status).to.equal('fresh');
    expect(asked()).to.deep.equal(['force-cache', 'no-cache']);
  });

  it('notifies once when the next poll is due offline, and polls when the page is online', async () => {
    const reader = watch();
    const { feed, checkedAt } = await reader.next();
    await environment.advance(30_000);
    environment.connect(false);
    await environment.advance(29_999);
    expect(reader.states.length).to.equal(1);
    await environment.advance(1);
    const stale = await reader.next();
    expect([stale.status, stale.feed, stale.checkedAt, stale.error?.code]).to.deep.equal(['stale', feed, checkedAt, 'network']);
    await environment.advance(60 * MINUTE);
    expect(asked().length).to.equal(1);
    expect(reader.states.length).to.equal(2);
    environment.connect();
    expect((await reader.next()).status).to.equal('fresh');
  });

  it('does not notify if the page is offline for a moment', async () => {
    const reader = watch();
    await reader.next();
    await environment.advance(20_000);
    environment.connect(false);
    await environment.advance(10_000);
    environment.connect();
    await environment.advance(0);
    expect(reader.states.map(({ status }) => status)).to.deep.equal(['fresh', 'fresh']);
  });

  it('notifies when the page is visible again after hours and still offline', async () => {
    const reader = watch();
    await reader.next();
    environment.show(false);
    environment.connect(false);
    await environment.advance(600 * MINUTE);
    environment.show();
    expect((await reader.next()).status).to.equal('stale');
    expect(asked().length).to.equal(1);
  });
});

describe('a failed first poll', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options = {}) => new Reader(FIRST, { environment, ...options });

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
  });

  it('tries the HTTP cache once, after every address', async () => {
    const reader = watch({ mirrors: [MIRROR] });
    expect((await reader.next()).status).to.equal('failed');
    await environment.tick();
    expect(environment.asked.map(({ url, cache }) => [url, cache])).to.deep.equal([
      [FIRST, 'no-cache'],
      [MIRROR, 'no-cache'],
      [FIRST, 'force-cache'],
      [FIRST, 'no-cache'],
      [MIRROR, 'no-cache'],
    ]);
  });

  it('shows the cached feed with its age until the publisher answers', async () => {
    const before = environment.now() - 50 * MINUTE;
    network.cached.set(FIRST, { body: publication({ sequence: 3 }), headers: { date: new Date(before).toUTCString() } });
    const reader = watch();
    const cached = await reader.next();
    expect([cached.status, cached.origin, cached.error?.code, cached.checkedAt]).to.deep.equal(['stale', 'cache', 'network', before]);
    network.answer(FIRST, { body: publication({ sequence: 2 }) });
    await environment.tick();
    const older = await reader.next();
    expect([older.feed?.sequence, older.error?.code]).to.deep.equal([3, 'rollback']); // the cache had it from the publisher
    network.answer(FIRST, { body: publication({ sequence: 3 }) });
    await environment.tick();
    const fresh = await reader.next();
    expect([fresh.status, fresh.origin, fresh.checkedAt, fresh.feed]).to.deep.equal(['fresh', 'first', environment.now(), cached.feed]);
  });

  it('dates a cached feed without Date by its publication', async () => {
    const generatedAt = environment.now() - 100 * MINUTE;
    network.cached.set(FIRST, { body: publication({ generatedAt }) });
    expect((await watch().next()).checkedAt).to.equal(generatedAt);
  });

  it('does not try the HTTP cache during Retry-After', async () => {
    network.answer(FIRST, { status: 429, headers: { 'retry-after': '60' } });
    await watch().next();
    expect(environment.asked.length).to.equal(1);
  });

  it('times out quickly when the HTTP cache does not answer', async () => {
    network.cached.set(FIRST, { fault: 'stall' });
    const reader = watch();
    await environment.advance(5000);
    expect((await reader.next()).error?.code).to.equal('network');
  });

  it('finds the feed of an earlier visit in the browser’s own HTTP cache', async () => {
    const cached = await hasHttpCache();
    const script = await Script.of({ body: publication({ sequence: 7 }) });
    const visit = () => new Reader(script.url, { environment: (environment = new ManualEnvironment(undefined, Date.now())) });
    const earlier = visit();
    await earlier.next();
    earlier.close();
    await script.replace({ fault: 'hangup' });
    const { status, origin: source, feed, error, checkedAt } = await visit().next();
    const found = ['stale', 'cache', 7, 'network'];
    expect([status, source, feed?.sequence, error?.code]).to.deep.equal(cached ? found : ['failed', undefined, undefined, 'network']);
    if (cached) expect(checkedAt).to.be.within(environment.now() - 20_000, environment.now());
  });
});
