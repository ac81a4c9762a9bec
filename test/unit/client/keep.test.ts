import { expect } from '@open-wc/testing';
import { browserEnvironment } from '../../../src/client/environment.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network, type Reply } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';
const KEY = `placard:${FIRST}`;
const DAY = 24 * 3_600_000;

describe('the stored copy', () => {
  let network: Network;
  let environment: ManualEnvironment;
  let storage: ReturnType<typeof memoryStorage>;
  const feed = (content: Publication = {}): Reply => ({ body: publication(content) });

  /** Opens a page that shares only the storage with the pages before. */
  async function visit(
    first: Reply | undefined,
    { mirror, later = 0, ...options }: { mirror?: Reply; later?: number; keep?: boolean; minSequence?: number } = {},
  ) {
    environment = new ManualEnvironment(network, environment.now() + later);
    environment.storage = () => storage;
    network.answer(FIRST, first ?? { fault: 'refused' });
    network.answer(MIRROR, mirror ?? { fault: 'refused' });
    const reader = new Reader(FIRST, { environment, keep: true, mirrors: [MIRROR], ...options });
    const state = await reader.next();
    reader.close();
    return state;
  }

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
    storage = memoryStorage();
  });

  it('does not read storage without keep', async () => {
    storage.getItem = storage.setItem = storage.removeItem = () => expect.fail('looked at');
    expect((await visit(feed(), { keep: false })).status).to.equal('fresh');
    expect((await visit(undefined, { keep: false })).status).to.equal('failed');
  });

  it('restores the last good copy, with its age, when all requests fail', async () => {
    const { checkedAt } = await visit(feed({ sequence: 3 }));
    expect([...storage.entries.keys()]).to.deep.equal([KEY]);
    const kept = await visit(undefined, { later: DAY });
    expect([kept.status, kept.origin, kept.feed?.sequence, kept.error?.code]).to.deep.equal(['stale', 'kept', 3, 'network']);
    expect(kept.checkedAt).to.equal(checkedAt);
    expect((await visit(feed({ sequence: 4 }))).status).to.equal('fresh');
  });

  it('shows the copy when the page opens offline', async () => {
    await visit(feed());
    environment = new ManualEnvironment(network, environment.now());
    environment.storage = () => storage;
    environment.connect(false);
    const reader = new Reader(FIRST, { environment, keep: true });
    expect((await reader.next()).origin).to.equal('kept');
    environment.connect();
    expect((await reader.next()).origin).to.equal('first');
  });

  it('prefers the HTTP cache to the copy, unless the cache is older', async () => {
    await visit(feed({ sequence: 3 }));
    network.cached.set(FIRST, feed({ sequence: 4 }));
    expect((await visit(undefined)).origin).to.equal('cache');
    network.cached.set(FIRST, feed({ sequence: 2 }));
    const state = await visit(undefined);
    expect([state.origin, state.feed?.sequence]).to.deep.equal(['kept', 3]);
  });

  it('accepts a copy of its own URL only, and removes invalid entries', async () => {
    await visit(feed());
    const stored = storage.entries.get(KEY)!;
    const copy = JSON.parse(stored) as Record<string, unknown>;
    const bad = [
      '',
      '{',
      'null',
      '7',
      stored.slice(0, -9),
      JSON.stringify({ ...copy, feed: 'https://other.example/feed.json' }),
      JSON.stringify({ ...copy, text: 7 }),
      JSON.stringify({ ...copy, at: 'yesterday' }),
    ];
    for (const value of bad) {
      storage.entries.set(KEY, value);
      expect((await visit(undefined)).status).to.equal('failed');
      expect(storage.entries.get(KEY) ?? '').to.equal('');
    }
    storage.entries.set(KEY, JSON.stringify({ ...copy, text: 'no feed' }));
    expect((await visit(undefined)).status).to.equal('failed');
    storage.entries.set(KEY, stored);
    expect((await visit(undefined)).origin).to.equal('kept');
  });

  it('rejects a copy older than 30 days, in both directions of the clock', async () => {
    for (const later of [31 * DAY, -31 * DAY]) {
      await visit(feed());
      expect((await visit(undefined, { later })).status).to.equal('failed');
      expect(storage.entries.size).to.equal(0);
    }
    await visit(feed());
    const { origin: source, checkedAt } = await visit(undefined, { later: -DAY / 2 });
    expect([source, checkedAt]).to.deep.equal(['kept', environment.now()]);
  });

  it('dates the copy by the publisher’s clock if that is earlier', async () => {
    const headers = { date: new Date(environment.now() - DAY / 8).toUTCString() }; // this machine is three hours ahead
    await visit({ ...feed(), headers });
    const { checkedAt } = await visit(undefined, { later: DAY - DAY / 8 }); // and was put right
    expect(environment.now() - checkedAt!).to.equal(DAY);
  });

  it('does not store a feed above the maximum size', async () => {
    await visit(feed({ items: [{ id: 'case', text: 'x'.repeat(600_000) }] }));
    expect(storage.entries.size).to.equal(0);
  });

  it('works without storage, and with full storage', async () => {
    storage = memoryStorage(10);
    expect((await visit(feed())).status).to.equal('fresh');
    expect((await visit(undefined)).status).to.equal('failed');
  });

  it('deletes the old copy when the publisher’s new one does not fit, but not for a mirror’s copy', async () => {
    const large = feed({ sequence: 6, items: [{ id: 'case', text: 'x'.repeat(600_000) }] });
    await visit(feed({ sequence: 5 }));
    await visit(undefined, { mirror: large });
    expect((await visit(undefined)).feed?.sequence).to.equal(5);
    await visit(large);
    expect((await visit(undefined)).status).to.equal('failed');
    await visit(feed({ sequence: 7 }));
    storage.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    await visit(feed({ sequence: 8 }));
    expect((await visit(undefined)).status).to.equal('failed');
  });

  it('rejects a publication of the primary URL below the stored version', async () => {
    await visit(feed({ sequence: 5 }));
    const refused = await visit(feed({ sequence: 4 }));
    expect([refused.origin, refused.feed?.sequence, refused.error?.code]).to.deep.equal(['kept', 5, 'rollback']);
    expect((await visit(feed({ sequence: 1, epoch: 1 }))).feed?.epoch).to.equal(1);
  });

  it('does not bind the publisher by a mirror’s copy, and keeps the publisher’s version beside it', async () => {
    await visit(feed({ sequence: 5 }));
    await visit(undefined, { mirror: feed({ sequence: 1e15 }) });
    expect((await visit(undefined)).feed?.sequence).to.equal(1e15);
    expect((await visit(feed({ sequence: 4 }))).origin).to.equal('kept'); // below what the publisher had said
    expect((await visit(feed({ sequence: 5 }))).origin).to.equal('first');
  });

  it('skips a mirror that is older than the copy', async () => {
    await visit(feed({ sequence: 5 }));
    expect((await visit(undefined, { mirror: feed({ sequence: 4 }) })).origin).to.equal('kept');
    await visit(undefined, { mirror: feed({ sequence: 6 }) });
    expect((await visit(undefined, { mirror: feed({ sequence: 5 }) })).feed?.sequence).to.equal(6);
  });

  it('rejects a copy below the page’s min-sequence', async () => {
    await visit(feed({ sequence: 5 }));
    expect((await visit(undefined, { minSequence: 6 })).status).to.equal('failed');
    expect((await visit(undefined, { minSequence: 5 })).origin).to.equal('kept');
  });

  it('polls again although the copy has expired', async () => {
    await visit(feed({ expired: true }));
    environment = new ManualEnvironment(network, environment.now());
    environment.storage = () => storage;
    network.answer(FIRST, { fault: 'refused' });
    const reader = new Reader(FIRST, { environment, keep: true });
    await reader.next();
    network.answer(FIRST, feed({ sequence: 2 }));
    await environment.tick();
    expect((await reader.next()).feed?.sequence).to.equal(2);
  });

  it('uses localStorage, and works if reading the property throws', () => {
    expect(browserEnvironment.storage()).to.equal(localStorage);
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      expect(browserEnvironment.storage()).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(window, 'localStorage');
      if (own) Object.defineProperty(window, 'localStorage', own);
    }
  });
});
