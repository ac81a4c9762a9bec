import { expect } from '@open-wc/testing';
import { ManualEnvironment } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const MIRROR = 'https://mirror.example/feed.json';
const OTHER = 'https://other-mirror.example/feed.json';

describe('rollback', () => {
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

  it('rejects and reports a lower sequence, and accepts the same and a higher one', async () => {
    watch();
    await round({ first: { sequence: 5 } });
    const { feed } = reader.state;
    const refused = await round({ first: { sequence: 4 } });
    expect([refused.status, refused.feed, refused.error?.code]).to.deep.equal(['stale', feed, 'rollback']);
    expect((await round({ first: { sequence: 5, generatedAt: 0 } })).status).to.equal('fresh');
    expect((await round({ first: { sequence: 6 } })).feed?.sequence).to.equal(6);
  });

  it('rejects a feed whose extension is invalid after one with a valid extension', async () => {
    watch();
    await round({ first: { sequence: 5 } });
    network.answer(FIRST, { body: publication().replace('"sequence":1,', '') });
    await environment.tick();
    expect([reader.state.feed?.sequence, reader.state.error?.code]).to.deep.equal([5, 'rollback']);
  });

  it('keeps an item against a lower revision, and against other content under the same revision', async () => {
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

  it('keeps a missing item over many publications, and shows a retraction', async () => {
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

  it('keeps the hundred missing items that were read last', async () => {
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

  describe('an unsigned mirror', () => {
    it('does not shut out the publisher by a huge sequence', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      expect((await round({ mirror: { sequence: 1e15 } })).origin).to.equal('mirror');
      const back = await round({ first: { sequence: 6 } });
      expect([back.status, back.origin, back.feed?.sequence]).to.deep.equal(['fresh', 'first', 6]);
    });

    it('does not shut out the publisher by a huge version before the publisher’s first response', async () => {
      watch();
      await round({ mirror: { sequence: 1e15, epoch: 1e15 } });
      expect((await round({ first: { sequence: 1 } })).feed?.sequence).to.equal(1);
    });

    it('does not bind the publisher by a huge revision or a retraction', async () => {
      watch();
      await round({ first: { sequence: 5, items: [{ id: 'case', revision: 2 }] } });
      expect(title()).to.equal('case, revision 2');
      await round({ mirror: { sequence: 6, items: [{ id: 'case', revision: 1e15, change: 'retraction' }] } });
      expect(reader.state.feed?.item('case')?._placard?.change).to.equal('retraction');
      await round({ first: { sequence: 6, items: [{ id: 'case', revision: 3 }] } });
      expect(title()).to.equal('case, revision 3');
    });

    it('does not bind the publisher when another mirror sends the publisher’s own text', async () => {
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

    it('does not stop the polling by expired', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      await round({ mirror: { sequence: 6, expired: true } });
      expect((await round({ first: { sequence: 7 } })).feed?.sequence).to.equal(7);
    });

    it('binds the other mirrors: an older one is skipped', async () => {
      watch();
      await round({ mirror: { sequence: 6 } });
      expect((await round({ other: { sequence: 5 } })).feed?.sequence).to.equal(6);
    });

    it('is rejected if it is older than the publisher, although another mirror was newer', async () => {
      watch();
      await round({ first: { sequence: 5 } });
      await round({ mirror: { sequence: 1e15 } });
      await round({ first: { sequence: 6 } });
      expect((await round({ mirror: { sequence: 5 } })).feed?.sequence).to.equal(6);
    });
  });

  describe('epoch', () => {
    it('accepts a lower sequence and lower revisions under a higher epoch', async () => {
      watch({ minSequence: 10 });
      await round({ first: { sequence: 999_999, items: [{ id: 'case', revision: 50 }] } });
      expect(title()).to.equal('case, revision 50');
      const state = await round({ first: { epoch: 1, sequence: 3, items: [{ id: 'case', revision: 2 }] } });
      expect([state.status, state.feed?.sequence, title()]).to.deep.equal(['fresh', 3, 'case, revision 2']);
    });

    it('rejects a lower epoch with a higher sequence', async () => {
      watch();
      await round({ first: { epoch: 2, sequence: 1 } });
      expect((await round({ first: { epoch: 1, sequence: 1e9 } })).error?.code).to.equal('rollback');
    });
  });

  describe('min-sequence', () => {
    it('rejects a lower sequence for a first feed too', async () => {
      watch({ minSequence: 5 });
      const refused = await round({ first: { sequence: 4 }, mirror: { sequence: 3 } });
      expect([refused.status, refused.feed, refused.error?.code]).to.deep.equal(['failed', undefined, 'rollback']);
      expect((await round({ first: { sequence: 4 }, mirror: { sequence: 5 } })).feed?.sequence).to.equal(5);
    });

    it('binds only the subscriber that sets it', async () => {
      const strict = watch({ minSequence: 5 });
      const lenient = watch({ minSequence: 3 });
      await round({ first: { sequence: 4 } });
      expect([strict.state.error?.code, lenient.state.feed?.sequence]).to.deep.equal(['rollback', 4]);
    });

    it('drops the current feed when it is raised above it, and polls again', async () => {
      watch();
      await round({ first: { sequence: 4 } });
      network.answer(FIRST, { body: publication({ sequence: 5 }) });
      reader.update({ minSequence: 5 });
      expect([reader.state.status, reader.state.feed]).to.deep.equal(['loading', undefined]);
      await environment.advance(0);
      expect(reader.state.feed?.sequence).to.equal(5);
    });

    it('applies to a poll during which it is raised', async () => {
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
