import { expect } from '@open-wc/testing';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';
import { KEYS, Signer } from './signing.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';

describe('with a pinned key', () => {
  let network: Network;
  let environment: ManualEnvironment;
  let publisher: Signer | undefined;
  let next: Signer | undefined;
  /** The key that is pinned where there is no Ed25519. */
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

  /** Needs Ed25519; where there is none, a pinned key closes for every feed. */
  const checked = (name: string, test: (publisher: Signer, next: Signer) => Promise<void>) =>
    it(name, async () => {
      if (publisher && next) return test(publisher, next);
      serve(FIRST, publication({ signatures: ['e30..AA'] }));
      expect((await watch().next()).error?.code).to.equal('signature-unchecked');
    });

  it('an unsigned feed is refused', async () => {
    serve(FIRST, publication());
    const { status, error } = await watch().next();
    expect([status, error?.code]).to.deep.equal(['failed', 'signature-missing']);
  });

  it('a feed that nothing here can check is refused, and told apart', async () => {
    serve(FIRST, publication({ signatures: ['e30..AA'] }));
    const { status, error } = await watch(['not a key']).next();
    expect([status, error?.code]).to.deep.equal(['failed', 'signature-unchecked']);
    if (!publisher) expect((await watch().next()).error?.code).to.equal('signature-unchecked');
  });

  checked('a feed that it signed is shown', async (publisher) => {
    serve(FIRST, await publisher.sign({ sequence: 3 }));
    const { status, feed } = await watch().next();
    expect([status, feed?.sequence]).to.deep.equal(['fresh', 3]);
  });

  checked('a feed that another key signed, or that was changed, is refused', async (publisher, next) => {
    const signed = await publisher.sign();
    for (const text of [await next.sign(), signed.replace('revision 1', 'revision one'), signed.replace('{', '{"unknown":1,')]) {
      serve(FIRST, text);
      const reader = watch();
      const { status, error } = await reader.next();
      expect([status, error?.code]).to.deep.equal(['failed', 'signature-failed']);
      reader.close();
    }
  });

  checked('whatever goes wrong, the last good copy stays', async (publisher, next) => {
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

  checked('two keys are pinned while the publisher goes from one to the other', async (publisher, next) => {
    serve(FIRST, await publisher.sign({ sequence: 1 }));
    const reader = watch([publisher.publicKey, next.publicKey]);
    await reader.next();
    serve(FIRST, await next.sign({ sequence: 2 }));
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
    expect(sequences(reader)).to.deep.equal([1, 2]);
  });

  checked('a mirror that forges is passed over', async (publisher) => {
    network.answer(FIRST, { status: 500 });
    serve(MIRROR, publication({ sequence: 1e15 }));
    serve(`${MIRROR}?2`, await publisher.sign({ sequence: 3 }));
    const { origin: source, feed } = await watch(undefined, { mirrors: [MIRROR, `${MIRROR}?2`] }).next();
    expect([source, feed?.sequence]).to.deep.equal(['mirror', 3]);
  });

  checked('what a mirror says is the publisher’s word: it binds the first address, and may close the feed', async (publisher) => {
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
    expect(environment.due).to.equal(3_600_000);
  });

  checked('the kept copy and the HTTP cache are checked like any other', async (publisher) => {
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

  checked('closed during the check: nothing is told or stored', async (publisher) => {
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

  it('it is another watch than one without: neither takes the other’s word', async () => {
    serve(FIRST, publication());
    const [pinned, plain] = [watch(), watch([])];
    expect((await plain.next()).status).to.equal('fresh');
    expect((await pinned.next()).status).to.equal('failed');
    expect(plain.states.length).to.equal(1);
  });
});
