/** Several elements of one page show one feed. They share the request, and the options of one do not bind another. */
import { expect } from '@open-wc/testing';
import type { WatchOptions } from '../../../src/client/watch-feed.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const GUEST = 'https://guest.example/feed.json';
const MINUTE = 60_000;

describe('another subscriber of the same feed', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options: WatchOptions = {}) => new Reader(FIRST, { environment, ...options });
  const serve = (url: string, content: Publication) => network.answer(url, { body: publication(content) });
  const asked = (url: string) =>
    environment.asked.splice(0).filter((request) => request.url === url && request.cache === 'no-cache').length;

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
    environment.randomValue = 0;
    serve(FIRST, { sequence: 5 });
    serve(GUEST, { sequence: 6, items: [{ id: 'case', revision: 9, title: 'Nothing happened' }] });
  });

  it('shares the first request and the later ones', async () => {
    const readers = [{}, { minSequence: 3 }, { mirrors: [GUEST] }, { keep: true }, { stamp: '5' }].map(watch);
    await Promise.all(readers.map((reader) => reader.next()));
    expect(asked(FIRST)).to.equal(1);
    await environment.advance(10 * MINUTE);
    expect(asked(FIRST)).to.equal(10);
  });

  for (const [what, wish] of Object.entries<WatchOptions>({
    'a huge min-sequence': { minSequence: '9007199254740991' },
    'a huge stamp': { stamp: '9007199254740991' },
  }))
    it(`does not change the first subscriber by ${what}`, async () => {
      const [mine, guest] = [watch(), watch(wish)];
      await environment.advance(MINUTE);
      expect([mine.state.status, guest.state.error?.code]).to.deep.equal(['fresh', 'rollback']);
    });

  it('does not add its mirrors to the first subscriber', async () => {
    const [mine, guest] = [watch(), watch({ mirrors: [GUEST] })];
    await environment.advance(0);
    network.answer(FIRST, { status: 500 });
    await environment.advance(MINUTE);
    expect([mine.state.status, mine.state.feed?.sequence, mine.state.origin]).to.deep.equal(['stale', 5, 'first']);
    expect([guest.state.feed?.sequence, guest.state.origin]).to.deep.equal([6, 'mirror']);
  });

  it('does not change how often the first subscriber polls, nor its mirrors', async () => {
    const mirror = 'https://mirror.example/feed.json';
    serve(mirror, { sequence: 5 });
    const mine = watch({ refresh: 600, mirrors: [mirror] });
    const guest = watch({ refresh: 1 });
    await environment.advance(MINUTE);
    network.answer(FIRST, { status: 500 });
    await environment.advance(9 * MINUTE);
    expect(environment.asked.filter(({ url }) => url === mirror).length).to.equal(0);
    guest.close();
    serve(FIRST, { sequence: 6 });
    asked(FIRST);
    await environment.advance(60 * MINUTE);
    expect(asked(FIRST)).to.be.at.most(6);
    expect(mine.state.feed?.sequence).to.equal(6);
  });

  it('does not change what the first subscriber stores', async () => {
    const storage = memoryStorage();
    environment.storage = () => storage;
    const [mine, guest] = [watch({ keep: true }), watch({ keep: true, mirrors: [GUEST] })];
    await environment.advance(0);
    network.answer(FIRST, { status: 500 });
    await environment.advance(MINUTE);
    expect(guest.state.feed?.sequence).to.equal(6);
    mine.close();
    guest.close();
    network.answer(GUEST, { fault: 'refused' });
    environment = new ManualEnvironment(network);
    environment.storage = () => storage;
    expect((await watch({ keep: true }).next()).feed?.sequence).to.equal(5);
    expect((await watch({ keep: true, mirrors: [GUEST] }).next()).feed?.sequence).to.equal(6);

    environment = new ManualEnvironment(network);
    environment.storage = () => expect.fail('looked at');
    serve(FIRST, { sequence: 5 });
    expect((await watch().next()).status).to.equal('fresh');
  });

  it('does not bind the first subscriber by its stored copy', async () => {
    const storage = memoryStorage();
    environment.storage = () => storage;
    await watch({ keep: true }).next();
    Reader.closeAll();
    environment = new ManualEnvironment(network);
    environment.storage = () => storage;
    serve(FIRST, { sequence: 4 });
    const [mine, guest] = [watch(), watch({ keep: true })];
    await environment.advance(0);
    expect([mine.state.feed?.sequence, guest.state.feed?.sequence, guest.state.origin]).to.deep.equal([4, 5, 'kept']);
  });

  it('receives a retraction together with the first subscriber, although it polls rarely', async () => {
    const readers = [{}, { refresh: 900 }, { refresh: 0, minSequence: 5 }].map(watch);
    await environment.advance(0);
    serve(FIRST, { sequence: 6, items: [{ id: 'case', revision: 2, change: 'retraction' }] });
    await environment.advance(MINUTE);
    for (const { state } of readers) expect(state.feed?.item('case')?._placard?.change).to.equal('retraction');
  });

  it('may close while the first subscriber waits for the same response', async () => {
    let answer: (() => void) | undefined;
    const { fetch } = network;
    network.fetch = (...request) => new Promise((resolve) => (answer = () => resolve(fetch.apply(network, request))));
    const [mine, guest] = [watch(), watch({ mirrors: [GUEST] })];
    await environment.advance(0);
    guest.close();
    await environment.advance(0);
    watch({ keep: true });
    await environment.advance(0);
    answer!();
    expect((await mine.next()).status).to.equal('fresh');
    expect(asked(FIRST)).to.equal(1);
  });

  it('respects a Retry-After that the first subscriber received', async () => {
    network.answer(FIRST, { status: 503, headers: { 'retry-after': '600' } });
    await watch().next();
    const guest = watch({ keep: true });
    expect((await guest.next()).status).to.equal('failed');
    await environment.advance(10 * MINUTE - 1);
    expect(asked(FIRST)).to.equal(1);
  });

  it('knows the newest version of the page, even after the first subscriber closed', async () => {
    serve(FIRST, { sequence: 9 });
    await watch().next();
    for (const gone of [false, true]) {
      if (gone) Reader.closeAll();
      serve(FIRST, { sequence: 8 });
      const late = watch({ minSequence: gone ? 2 : 1, refresh: 1 });
      await environment.advance(MINUTE);
      expect(late.state.feed?.sequence, `gone: ${gone}`).to.equal(gone ? undefined : 9);
      expect(late.state.error?.code).to.equal('rollback');
    }
  });

  it('keeps its feed when its options change', async () => {
    const reader = watch({ mirrors: [GUEST] });
    network.answer(FIRST, { status: 500 });
    await reader.next();
    const { feed } = reader.state;
    for (const wish of [{ mirrors: [GUEST], refresh: 5 }, { mirrors: [] }, { keep: true }, {}]) {
      reader.update(wish);
      expect(reader.state.feed).to.equal(feed);
    }
  });
});
