import { expect } from '@open-wc/testing';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';
import { KEYS, Signer } from './signing.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';

describe('a pinned key', () => {
  let network: Network;
  let environment: ManualEnvironment;
  let publisher: Signer | undefined;
  let next: Signer | undefined;
  /** The pinned key in a browser without Ed25519. */
  const ANY = KEYS[0].x;
  const watch = (publicKeys = [publisher?.publicKey ?? ANY], options = {}) =>
    new Reader(FIRST, { environment, publicKeys, mirrors: [MIRROR], ...options });
  const serve = (url: string, body: string) => network.answer(url, { body });
  const sequences = (reader: Reader) => reader.states.map(({ feed }) => feed?.sequence);

  before(async () => {
    [publisher, next] = await Promise.all(KEYS.map((key) => Signer.of(key)));
  });

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
  });

  /** Without Ed25519 in the browser, the test expects that a pinned key rejects every feed. */
  const checked = (name: string, test: (publisher: Signer, next: Signer) => Promise<void>) =>
    it(name, async () => {
      if (publisher && next) return test(publisher, next);
      serve(FIRST, publication({ signatures: ['e30..AA'] }));
      expect((await watch().next()).error?.code).to.equal('signature-unchecked');
    });

  it('rejects an unsigned feed', async () => {
    serve(FIRST, publication());
    const { status, error } = await watch().next();
    expect([status, error?.code]).to.deep.equal(['failed', 'signature-missing']);
  });

  it('rejects a feed with its own code if the browser cannot verify it', async () => {
    serve(FIRST, publication({ signatures: ['e30..AA'] }));
    const { status, error } = await watch(['not a key']).next();
    expect([status, error?.code]).to.deep.equal(['failed', 'signature-unchecked']);
    if (!publisher) expect((await watch().next()).error?.code).to.equal('signature-unchecked');
  });

  checked('shows a feed that the pinned key signed', async (publisher) => {
    serve(FIRST, await publisher.sign({ sequence: 3 }));
    const { status, feed } = await watch().next();
    expect([status, feed?.sequence]).to.deep.equal(['fresh', 3]);
  });

  checked('rejects a feed of another key, and a feed that was changed', async (publisher, next) => {
    const signed = await publisher.sign();
    for (const text of [await next.sign(), signed.replace('revision 1', 'revision one'), signed.replace('{', '{"unknown":1,')]) {
      serve(FIRST, text);
      const reader = watch();
      const { status, error } = await reader.next();
      expect([status, error?.code]).to.deep.equal(['failed', 'signature-failed']);
      reader.close();
    }
  });

  checked('keeps the last good feed when later feeds fail verification', async (publisher, next) => {
    serve(FIRST, await publisher.sign({ sequence: 3 }));
    const reader = watch();
    const { feed } = await reader.next();
    const bad = { 'signature-missing': publication({ sequence: 4 }), 'signature-failed': await next.sign({ sequence: 4 }) };
    for (const [code, text] of Object.entries(bad)) {
      serve(FIRST, text);
      await environment.tick();
      const state = await reader.next();
      expect([state.status, state.feed, state.error?.code]).to.deep.equal(['stale', feed, code]);
    }
  });

  checked('accepts feeds of two pinned keys while the publisher changes the key', async (publisher, next) => {
    serve(FIRST, await publisher.sign({ sequence: 1 }));
    const reader = watch([publisher.publicKey, next.publicKey]);
    await reader.next();
    serve(FIRST, await next.sign({ sequence: 2 }));
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
    expect(sequences(reader)).to.deep.equal([1, 2]);
  });

  checked('skips a mirror with a forged feed', async (publisher) => {
    network.answer(FIRST, { status: 500 });
    serve(MIRROR, publication({ sequence: 1e15 }));
    serve(`${MIRROR}?2`, await publisher.sign({ sequence: 3 }));
    const { origin: source, feed } = await watch(undefined, { mirrors: [MIRROR, `${MIRROR}?2`] }).next();
    expect([source, feed?.sequence]).to.deep.equal(['mirror', 3]);
  });

  checked('lets a signed feed of a mirror bind the primary URL and close the feed', async (publisher) => {
    const old = await publisher.sign({ sequence: 3 });
    serve(FIRST, old);
    const reader = watch();
    await reader.next();
    network.answer(FIRST, { status: 500 });
    serve(MIRROR, await publisher.sign({ sequence: 4 }));
    await environment.tick();
    expect((await reader.next()).origin).to.equal('mirror');
    serve(FIRST, old);
    network.answer(MIRROR, { status: 500 });
    await environment.tick();
    const refused = await reader.next();
    expect([refused.status, refused.feed?.sequence, refused.error?.code]).to.deep.equal(['stale', 4, 'rollback']);
    network.answer(FIRST, { status: 500 });
    serve(MIRROR, await publisher.sign({ sequence: 5, expired: true }));
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
    expect(environment.nextTimerMs).to.equal(3_600_000);
  });

  checked('verifies the stored copy and the HTTP cache', async (publisher) => {
    const storage = memoryStorage();
    const visit = async () => {
      environment = new ManualEnvironment(network);
      environment.storage = () => storage;
      const reader = watch(undefined, { keep: true, mirrors: [] });
      const state = await reader.next();
      reader.close();
      return state;
    };
    serve(FIRST, await publisher.sign({ sequence: 3 }));
    await visit();
    network.answer(FIRST, { status: 500 });
    network.cached.set(FIRST, { body: publication({ sequence: 4 }) });
    expect((await visit()).origin).to.equal('kept');
    for (const [key, value] of storage.entries) storage.setItem(key, value.replace('revision 1', 'revision one'));
    expect((await visit()).status).to.equal('failed');
    network.cached.set(FIRST, { body: await publisher.sign({ sequence: 2 }) });
    expect((await visit()).origin).to.equal('cache');
  });

  checked('does not notify or store anything after it closes during the verification', async (publisher) => {
    const storage = memoryStorage();
    environment.storage = () => storage;
    serve(FIRST, await publisher.sign());
    const reader = watch(undefined, { keep: true });
    await environment.advance(0); // the answer is there, the check under way
    const checking = reader.states.length === 0;
    reader.close();
    await environment.advance(0);
    if (checking) expect([reader.states.length, storage.entries.size]).to.deep.equal([0, 0]);
    expect(environment.timers.size + environment.wakers.size).to.equal(0);
  });

  it('separates a watch with a key from one without', async () => {
    serve(FIRST, publication());
    const [pinned, plain] = [watch(), watch([])];
    expect((await plain.next()).status).to.equal('fresh');
    expect((await pinned.next()).status).to.equal('failed');
    expect(plain.states.length).to.equal(1);
  });
});
