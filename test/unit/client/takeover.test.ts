/** An attacker answers for the publisher's host for an hour. The effect must end within a day after the attack. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { ManualEnvironment, memoryStorage } from './environment.js';
import { publication, type Publication } from './feeds.js';
import { Network } from './network.js';
import { Reader } from './test-subscriber.js';

const FIRST = 'https://publisher.example/feed.json';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Past the day: the longest interval, and an hour where the feed said that it expired. */
const SLACK = 2 * HOUR;
const HUGE = Number.MAX_SAFE_INTEGER;
const BEFORE: Publication = { sequence: 5, items: [{ id: 'case', revision: 4, title: 'Refused' }] };
const AFTER: Publication = { sequence: 6, items: [{ id: 'case', revision: 5, title: 'Pending' }] };
const lie = (more: Publication = {}): Publication => ({
  sequence: HUGE,
  items: [{ id: 'case', revision: HUGE, title: 'Nothing happened' }],
  ...more,
});

describe('after a takeover of the host', () => {
  let network: Network;
  let environment: ManualEnvironment;
  const watch = (options = {}) => new Reader(FIRST, { environment, ...options });
  const title = (reader: Reader) => reader.state.feed?.item('case')?.title;
  const serve = (content: Publication, headers?: Record<string, string>) => network.answer(FIRST, { body: publication(content), headers });

  beforeEach(() => {
    network = new Network();
    environment = new ManualEnvironment(network);
  });

  const lies: Record<string, Publication> = {
    'a huge sequence': lie(),
    'a huge epoch': lie({ epoch: HUGE }),
    'the next epoch with a huge sequence': lie({ epoch: 1 }),
    'an epoch that was left out': lie({ epoch: 2, sequence: 0 }),
    expired: lie({ expired: true }),
    'a far valid_until': lie({ validUntil: Date.UTC(2099, 0) }),
    'a withdrawal': lie({ items: [{ id: 'case', revision: HUGE, change: 'retraction' }] }),
  };
  for (const [what, content] of Object.entries(lies)) {
    it(`an open page shows the publisher's next publication within a day, after ${what}`, async () => {
      serve(BEFORE);
      const reader = watch();
      await reader.next();
      title(reader);
      serve(content);
      await environment.advance(HOUR);
      title(reader);
      expect(reader.state.feed?.sequence).to.equal(content.sequence);
      serve(AFTER);
      await environment.advance(DAY + SLACK);
      expect([reader.state.status, title(reader)]).to.deep.equal(['fresh', 'Pending']);
    });

    it(`a page opened during the takeover, and one with a stored copy, recover within a day, after ${what}`, async () => {
      const storage = memoryStorage();
      const visit = (later = 0) => {
        environment = new ManualEnvironment(network, environment.now() + later);
        environment.storage = () => storage;
        return watch({ keep: true });
      };
      serve(content, { date: new Date(environment.now() + 300 * DAY).toUTCString() });
      const open = visit();
      await open.next();
      title(open);
      serve(AFTER);
      await environment.advance(DAY + SLACK);
      expect([open.state.status, title(open)]).to.deep.equal(['fresh', 'Pending']);
      open.close();

      storage.entries.clear();
      serve(content, { date: new Date(environment.now() + 300 * DAY).toUTCString() });
      const earlier = visit();
      await earlier.next();
      earlier.close();
      serve(AFTER);
      const next = visit(DAY);
      await next.next();
      expect([next.state.status, title(next)]).to.deep.equal(['fresh', 'Pending']);
    });
  }

  it('shows a stored copy from a host with a fast clock for at most thirty days', async () => {
    const storage = memoryStorage();
    environment.storage = () => storage;
    serve(lie(), { date: new Date(environment.now() + 29 * DAY).toUTCString() });
    const reader = watch({ keep: true });
    await reader.next();
    reader.close();
    network.answer(FIRST, { fault: 'refused' });
    environment = new ManualEnvironment(network, environment.now() + 31 * DAY);
    environment.storage = () => storage;
    expect((await watch({ keep: true }).next()).status).to.equal('failed');
  });

  it('rejects older feeds for a day, and always from a mirror and from the HTTP cache', async () => {
    serve(BEFORE);
    const mirror = 'https://mirror.example/feed.json';
    const reader = watch({ mirrors: [mirror] });
    await reader.next();
    serve(lie());
    await environment.advance(HOUR);
    serve(AFTER);
    network.answer(mirror, { body: publication(AFTER) });
    await environment.advance(22 * HOUR);
    expect([reader.state.feed?.sequence, reader.state.error?.code]).to.deep.equal([HUGE, 'rollback']);
    network.answer(FIRST, { status: 500 });
    await environment.advance(3 * DAY);
    expect(reader.state.feed?.sequence).to.equal(HUGE);
  });

  it('never goes back below the version before the leap', async () => {
    serve(BEFORE);
    const reader = watch();
    await reader.next();
    serve(lie());
    await environment.advance(HOUR);
    serve({ ...BEFORE, sequence: 4 });
    await environment.advance(3 * DAY);
    expect(reader.state.feed?.sequence).to.equal(HUGE);
    serve(BEFORE);
    await environment.advance(HOUR);
    expect(reader.state.feed?.sequence).to.equal(5);
  });

  it('ignores a wrong Date of an earlier host', async () => {
    serve(BEFORE, { date: new Date(environment.now() + 300 * DAY).toUTCString() });
    const reader = watch();
    await reader.next();
    serve({ ...AFTER, validUntil: environment.now() + DAY });
    await environment.tick();
    expect((await reader.next()).outdated).to.equal(false);
  });

  it('does not extend a leap when the page preloads the feed from the HTTP cache', async () => {
    environment.isPreloaded = () => true;
    serve(lie());
    const reader = watch();
    await reader.next();
    serve(AFTER);
    await environment.tick();
    expect([reader.state.status, title(reader)]).to.deep.equal(['fresh', 'Pending']);
  });

  it('rejects an older publication for good after a normal step', async () => {
    for (const [higher, lower] of [
      [{ sequence: 10_005 }, { sequence: 9000 }],
      [{ epoch: 1, sequence: 1 }, { sequence: 5 }],
      [{ sequence: 6 }, { sequence: 5 }],
    ]) {
      environment = new ManualEnvironment(network);
      serve(BEFORE);
      const reader = watch({ refresh: 900 });
      await reader.next();
      serve(higher!);
      await environment.advance(HOUR);
      serve(lower!);
      await environment.advance(5 * DAY);
      expect([reader.state.feed?.sequence, reader.state.error?.code]).to.deep.equal([higher!.sequence, 'rollback']);
      reader.close();
    }
  });

  it('accepts the publisher within a day after arbitrary publications', async () => {
    const number = fc.oneof(fc.integer({ min: 10_006, max: 1e6 }), fc.integer({ min: 1e6, max: HUGE }));
    const anyLie = fc.record({
      sequence: number,
      epoch: fc.oneof(fc.constant(undefined), fc.integer({ min: 2, max: HUGE })),
      revision: number,
      expired: fc.boolean(),
      ahead: fc.integer({ min: -400, max: 400 }),
      withdrawn: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 3000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(anyLie, { minLength: 1, maxLength: 4 }), async (before, lies) => {
        environment = new ManualEnvironment(network);
        const reader = watch({ refresh: 900 });
        if (before) {
          serve(BEFORE);
          await environment.advance(0);
        }
        for (const { sequence, epoch, revision, expired, ahead, withdrawn, minutes } of lies) {
          const items = [{ id: 'case', revision, title: 'Nothing happened', ...(withdrawn && { change: 'retraction' as const }) }];
          serve({ sequence, epoch, items, expired }, { date: new Date(environment.now() + ahead * DAY).toUTCString() });
          await environment.advance(minutes * 60_000);
          title(reader);
        }
        serve({ ...AFTER, validUntil: environment.now() + 9 * DAY });
        await environment.advance(DAY + SLACK);
        expect([reader.state.status, title(reader), reader.state.outdated]).to.deep.equal(['fresh', 'Pending', false]);
        reader.close();
      }),
      { numRuns: 20 },
    );
  });
});
