/** A page that keeps a copy has seen a withdrawal also after it was closed. */
import { expect } from '@open-wc/testing';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';

describe('a retraction in a stored copy', () => {
  let network: Network;
  let storage: ReturnType<typeof memoryStorage>;
  const gone = { id: 'case', revision: 2, change: 'retraction' as const };

  async function visit(content: Publication | undefined, keep = true) {
    const environment = new ManualEnvironment(network);
    environment.storage = () => storage;
    network.answer(FIRST, content ? { body: publication(content) } : { fault: 'refused' });
    const { feed } = await new Reader(FIRST, { environment, keep }).next();
    Reader.closeAll();
    return feed?.item('case')?._placard?.change;
  }

  beforeEach(() => {
    network = new Network();
    storage = memoryStorage();
  });

  it('stays over many visits while the feed omits the item, and while all requests fail', async () => {
    await visit({ sequence: 1, items: [gone] });
    for (let sequence = 2; sequence < 5; sequence++) expect(await visit({ sequence, items: [] })).to.equal('retraction');
    expect(await visit(undefined)).to.equal('retraction');
    expect(await visit({ sequence: 1, epoch: 1, items: [] })).to.equal('retraction');
  });

  it('ends when the publisher publishes the item again', async () => {
    await visit({ sequence: 1, items: [gone] });
    await visit({ sequence: 2, items: [] });
    expect(await visit({ sequence: 3, items: [{ id: 'case', revision: 3 }] })).to.equal(undefined);
    expect(await visit({ sequence: 4, items: [] })).to.equal(undefined);
  });

  it('is unknown without keep', async () => {
    await visit({ sequence: 1, items: [gone] }, false);
    expect(await visit({ sequence: 2, items: [] }, false)).to.equal(undefined);
  });

  it('survives a copy with a damaged list of retractions', async () => {
    await visit({ sequence: 1, items: [gone] });
    for (const [key, value] of [...storage.entries]) {
      for (const withdrawn of [5, [null, 7, 'x'], {}]) {
        storage.setItem(key, JSON.stringify({ ...(JSON.parse(value) as object), withdrawn }));
        expect(await visit({ sequence: 2, items: [] })).to.equal('retraction');
      }
    }
  });
});
