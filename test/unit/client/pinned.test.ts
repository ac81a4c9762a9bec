/** The same key may sign several feeds. A page that pins it asks for one of them. */
import { expect } from '@open-wc/testing';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';
import { KEYS, Signer } from './signing.js';

const FIRST = 'https://publisher.example/feed.json';
const OTHER = 'https://publisher.example/other/feed.json';
const MIRROR = 'https://mirror.example/feed.json';

describe('a page that pins a key', () => {
  let network: Network;
  let environment: ManualEnvironment;
  let publisher: Signer | undefined;
  const watch = (options = {}) => new Reader(FIRST, { environment, publicKeys: [KEYS[0].x], mirrors: [MIRROR], ...options });

  before(async () => {
    publisher = await Signer.of(KEYS[0]);
  });
  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
  });

  /** Without Ed25519 in the browser, the test expects that a pinned key rejects every feed. */
  const checked = (name: string, test: (publisher: Signer) => Promise<void>) =>
    it(name, async () => {
      if (publisher) return test(publisher);
      network.answer(FIRST, { body: publication({ signatures: ['e30..AA'] }) });
      expect((await watch().next()).error?.code).to.equal('signature-unchecked');
    });

  const others: Record<string, string | undefined> = {
    'of another address': OTHER,
    'without an address': undefined,
    'with a relative address': 'feed.json',
    'with an invalid address': 'https://',
  };
  for (const [what, feedUrl] of Object.entries(others))
    checked(`rejects a signed feed ${what}, from its own address, a mirror, the HTTP cache and storage`, async (publisher) => {
      const body = await publisher.sign({ sequence: 9, feedUrl });
      network.answer(FIRST, { body });
      network.answer(MIRROR, { body });
      const refused = await watch().next();
      expect([refused.status, refused.error?.code]).to.deep.equal(['failed', 'another-feed']);
      Reader.closeAll();

      network.answer(FIRST, { fault: 'refused' });
      network.cached.set(FIRST, { body });
      const storage = memoryStorage();
      const copy = { text: body, url: FIRST, at: environment.now(), trusted: true, feed: FIRST };
      storage.setItem(`placard:${FIRST} ${KEYS[0].x}`, JSON.stringify(copy));
      environment.storage = () => storage;
      expect((await watch({ keep: true }).next()).status).to.equal('failed');
    });

  checked('accepts the feed of its address from a mirror, and another spelling of the address', async (publisher) => {
    network.answer(FIRST, { status: 500 });
    network.answer(MIRROR, { body: await publisher.sign({ feedUrl: 'HTTPS://PUBLISHER.example:443/./feed.json' }) });
    const { status, origin: source } = await watch().next();
    expect([status, source]).to.deep.equal(['fresh', 'mirror']);
  });

  checked('accepts a signed leap, and never goes back', async (publisher) => {
    const serve = async (content: Publication) => network.answer(FIRST, { body: await publisher.sign(content) });
    const watched = watch({ mirrors: [] });
    await serve({ sequence: 5 });
    await watched.next();
    await serve({ sequence: 1e15 });
    await environment.tick();
    expect((await watched.next()).feed?.sequence).to.equal(1e15);
    await serve({ sequence: 6 });
    await environment.advance(0);
    environment.jump(48 * 3_600_000);
    await environment.tick();
    expect((await watched.next()).error?.code).to.equal('rollback');
  });

  it('shows no feed for an empty key', async () => {
    for (const body of [publication(), publication({ signatures: ['e30..AA'] })]) {
      network.answer(FIRST, { body });
      expect((await watch({ publicKeys: [''] }).next()).status).to.equal('failed');
      Reader.closeAll();
    }
  });
});
