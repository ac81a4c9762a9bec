import { expect } from '@open-wc/testing';
import { ManualEnvironment } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';
const OTHER = 'https://other-mirror.example/feed.json';

describe('anti-rollback', () => {
  let network: Network;
  let environment: ManualEnvironment;
  let reader: Reader;
  const watch = (options = {}) => (reader = new Reader(FIRST, { environment, mirrors: [MIRROR, OTHER], ...options }));
  const title = () => reader.state.feed?.item('case')?.title;

  /** One more round, in which only these answer. */
  async function round(answers: { first?: Publication; mirror?: Publication; other?: Publication }) {
    const hosts = { [FIRST]: answers.first, [MIRROR]: answers.mirror, [OTHER]: answers.other };
    for (const [url, content] of Object.entries(hosts)) network.answer(url, content ? { body: publication(content) } : { status: 500 });
    if (reader.state.status === 'loading') await environment.advance(0);
    else await environment.advance(16 * 60_000); // every rest is over
    return reader.state;
  }

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
  });

  it('a lower sequence is refused and reported, the same and a higher one are taken', async () => {
    watch();
    await round({ first: { sequence: 5 } });
    const { feed } = reader.state;
    const refused = await round({ first: { sequence: 4 } });
    expect([refused.status, refused.feed, refused.error?.code]).to.deep.equal(['stale', feed, 'rollback']);
    expect((await round({ first: { sequence: 5, generatedAt: 0 } })).status).to.equal('fresh');
    expect((await round({ first: { sequence: 6 } })).feed?.sequence).to.equal(6);
  });

  it('a feed whose extension can no longer be read is older than any that had one', async () => {
    watch();
    await round({ first: { sequence: 5 } });
    network.answer(FIRST, { body: publication().replace('"sequence":1,', '') });
    await environment.tick();
    expect([reader.state.feed?.sequence, reader.state.error?.code]).to.deep.equal([5, 'rollback']);
  });

  it('a lower revision, and another content under the same one, keep the item that was shown', async () => {
    watch();
    await round({
      first: {
        sequence: 1,
        items: [
          { id: 'case', revision: 3, title: 'Held' },
          { id: 'unseen', revision: 3 },
        ],
      },
    });
    expect(title()).to.equal('Held');
    const lower = await round({
      first: {
        sequence: 2,
        items: [
          { id: 'case', revision: 2, title: 'Lower' },
          { id: 'unseen', revision: 2, title: 'Nobody saw another' },
        ],
      },
    });
    expect([lower.status, title()]).to.deep.equal(['fresh', 'Held']);
    expect(lower.feed?.issues).to.deep.equal([{ code: 'revision-rollback', path: '/items/0' }]);
    expect(lower.feed?.item('unseen')?.title).to.equal('Nobody saw another');
    const reused = await round({ first: { sequence: 3, items: [{ id: 'case', revision: 3, title: 'Reused' }] } });
    expect(title()).to.equal('Held');
    expect(reused.feed?.issues).to.deep.include({ code: 'revision-reused', path: '/items/0' });
    await round({ first: { sequence: 4, items: [{ id: 'case', revision: 4, title: 'Higher' }] } });
    expect(title()).to.equal('Higher');
  });

  it('absence is no retraction, however many publications it lasts; a retraction is one', async () => {
    watch();
    await round({ first: { sequence: 1, items: [{ id: 'case', title: 'Held' }] } });
    expect(title()).to.equal('Held');
    for (let sequence = 2; sequence < 6; sequence++) {
      const { feed } = await round({ first: { sequence, items: [] } });
      expect(title()).to.equal('Held');
      expect(feed?.issues).to.deep.equal([{ code: 'item-missing', path: '/items/-' }]);
    }
    await round({ first: { sequence: 6, items: [{ id: 'case', revision: 1, title: 'Reused' }] } });
    expect(title()).to.equal('Held');
    await round({ first: { sequence: 7, items: [{ id: 'case', revision: 2, change: 'retraction' }] } });
    expect(reader.state.feed?.item('case')?._placard?.change).to.equal('retraction');
  });

  it('of items that went missing the last hundred asked for are kept', async () => {
    watch();
    const items = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => ({ id: `item-${from + index}` }));
    for (let sequence = 1; sequence <= 30; sequence++) {
      const { feed } = await round({ first: { sequence, items: items(sequence * 20, sequence * 20 + 20) } });
      feed?.item('item-20'); // somebody shows this one all the time
      for (const id of feed!.ids) feed!.item(id);
    }
    const { feed } = reader.state;
    expect(feed?.item('item-20')?.title).to.equal('item-20, revision 1');
    expect(feed?.item('item-599')?.title).to.equal('item-599, revision 1');
    expect(feed?.item('item-21')).to.equal(undefined);
    expect([...(feed as unknown as { cache: Map<string, unknown> }).cache].length).to.be.at.most(130);
  });

  describe('what only an unsigned mirror said', () => {
    it('a huge sequence does not shut out the publisher', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      expect((await round({ mirror: { sequence: 1e15 } })).origin).to.equal('mirror');
      const back = await round({ first: { sequence: 6 } });
      expect([back.status, back.origin, back.feed?.sequence]).to.deep.equal(['fresh', 'first', 6]);
    });

    it('nor one that came before the publisher was ever heard', async () => {
      watch();
      await round({ mirror: { sequence: 1e15, epoch: 1e15 } });
      expect((await round({ first: { sequence: 1 } })).feed?.sequence).to.equal(1);
    });

    it('a huge revision or a retraction does not either', async () => {
      watch();
      await round({ first: { sequence: 5, items: [{ id: 'case', revision: 2 }] } });
      expect(title()).to.equal('case, revision 2');
      await round({ mirror: { sequence: 6, items: [{ id: 'case', revision: 1e15, change: 'retraction' }] } });
      expect(reader.state.feed?.item('case')?._placard?.change).to.equal('retraction');
      await round({ first: { sequence: 6, items: [{ id: 'case', revision: 3 }] } });
      expect(title()).to.equal('case, revision 3');
    });

    it('not even by way of another mirror that has the publisher’s own text', async () => {
      watch();
      await round({ first: { sequence: 5, items: [{ id: 'case', revision: 2 }] } });
      expect(title()).to.equal('case, revision 2');
      await round({ mirror: { sequence: 6, items: [{ id: 'case', revision: 1e15, title: 'Nothing happened' }] } });
      expect(title()).to.equal('Nothing happened');
      const news = { sequence: 7, items: [{ id: 'case', revision: 3 }] };
      await round({ other: news });
      await round({ first: news });
      expect(title()).to.equal('case, revision 3');
    });

    it('expired does not stop the polling', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      await round({ mirror: { sequence: 6, expired: true } });
      expect((await round({ first: { sequence: 7 } })).feed?.sequence).to.equal(7);
    });

    it('binds the mirrors: an older one is passed over', async () => {
      watch();
      await round({ mirror: { sequence: 6 } });
      expect((await round({ other: { sequence: 5 } })).feed?.sequence).to.equal(6);
    });

    it('a mirror older than the publisher is refused, although another one was newer', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      await round({ mirror: { sequence: 1e15 } });
      await round({ first: { sequence: 6 } });
      expect((await round({ mirror: { sequence: 5 } })).feed?.sequence).to.equal(6);
    });
  });

  describe('epoch', () => {
    it('a raised one recovers from a mistaken sequence, and sets the revisions free', async () => {
      watch({ minSequence: 10 });
      await round({ first: { sequence: 999_999, items: [{ id: 'case', revision: 50 }] } });
      expect(title()).to.equal('case, revision 50');
      const state = await round({ first: { epoch: 1, sequence: 3, items: [{ id: 'case', revision: 2 }] } });
      expect([state.status, state.feed?.sequence, title()]).to.deep.equal(['fresh', 3, 'case, revision 2']);
    });

    it('a lower one is refused, whatever its sequence', async () => {
      watch();
      await round({ first: { epoch: 2, sequence: 1 } });
      expect((await round({ first: { epoch: 1, sequence: 1e9 } })).error?.code).to.equal('rollback');
    });
  });

  describe('min-sequence', () => {
    it('refuses what is lower, also where nothing is held', async () => {
      watch({ minSequence: 5 });
      const refused = await round({ first: { sequence: 4 }, mirror: { sequence: 3 } });
      expect([refused.status, refused.feed, refused.error?.code]).to.deep.equal(['failed', undefined, 'rollback']);
      expect((await round({ first: { sequence: 4 }, mirror: { sequence: 5 } })).feed?.sequence).to.equal(5);
    });

    it('binds the one who asked for it alone', async () => {
      const strict = watch({ minSequence: 5 });
      const lenient = watch({ minSequence: 3 });
      await round({ first: { sequence: 4 } });
      expect([strict.state.error?.code, lenient.state.feed?.sequence]).to.deep.equal(['rollback', 4]);
    });

    it('lets go of what is held once it is raised, and asks again', async () => {
      watch();
      await round({ first: { sequence: 4 } });
      network.answer(FIRST, { body: publication({ sequence: 5 }) });
      reader.update({ minSequence: 5 });
      expect([reader.state.status, reader.state.feed]).to.deep.equal(['loading', undefined]);
      await environment.advance(0);
      expect(reader.state.feed?.sequence).to.equal(5);
    });

    it('raised during a round, it holds for its answer', async () => {
      watch();
      await round({ first: { sequence: 4 } });
      network.answer(FIRST, () => {
        reader.update({ minSequence: 5 });
        return { body: publication({ sequence: 4 }) };
      });
      await environment.tick();
      expect([reader.state.status, reader.state.error?.code]).to.deep.equal(['failed', 'rollback']);
    });
  });
});
