/**
 * The fault matrix: one test for each fault of a host or a network, against real servers. A reader with a feed keeps it, and sees its
 * age. A reader without a feed gets the error code. Both recover without a reload.
 */
import { expect } from '@open-wc/testing';
import { MAX_DELAY_MS } from '../../../src/client/retry-timing.js';
import type { FeedState, WatchOptions } from '../../../src/client/watch-feed.js';
import type { ErrorCode } from '../../../src/feed/errors.js';
import { Script, type StubResponse } from '../../support/servers/client.js';
import { ManualEnvironment } from './environment.js';
import { publication } from './feeds.js';
import { Reader } from './test-subscriber.js';

const at = (sequence: number): StubResponse => ({ body: publication({ sequence, items: [{ id: 'case', revision: sequence }] }) });
const HOUR = 3_600_000;

describe('faults', () => {
  let environment: ManualEnvironment;
  const watch = (url: string, options: WatchOptions = {}) => new Reader(url, { environment, ...options });

  beforeEach(() => (environment = new ManualEnvironment()));

  describe('keeps the last good feed', () => {
    const row = (name: string, fault: StubResponse, code: ErrorCode, status?: number) =>
      it(name, async () => {
        const script = await Script.of(fault);
        const reader = watch(script.url);
        const failed = await reader.next();
        expect([failed.status, failed.error?.code, failed.error?.status]).to.deep.equal(['failed', code, status]);
        expect(failed.feed).to.equal(undefined);

        await script.replace(at(1));
        const first = await recovered(reader);
        expect(first.feed?.sequence).to.equal(1);

        await script.replace(fault);
        await environment.tick();
        const stale = await reader.next();
        expect([stale.status, stale.error?.code, stale.error?.status]).to.deep.equal(['stale', code, status]);
        expect(stale.feed).to.equal(first.feed);
        expect(stale.checkedAt).to.equal(first.checkedAt);
        expect(stale.checkedAt).to.be.below(environment.now());

        await script.replace(at(2));
        expect((await recovered(reader)).feed?.sequence).to.equal(2);
      });

    /** Polls again within the maximum delay, without other timers. */
    async function recovered(reader: Reader): Promise<FeedState> {
      expect(environment.timers.size).to.equal(1);
      expect(environment.nextTimerMs).to.be.at.most(MAX_DELAY_MS);
      await environment.tick();
      const state = await reader.next();
      expect([state.status, state.error]).to.deep.equal(['fresh', undefined]);
      return state;
    }

    const body = publication({ sequence: 3 });
    row('hung up before an answer', { fault: 'hangup' }, 'network');
    row('reset midway', { fault: 'reset', body }, 'network');
    row('a redirect that leads to itself', { fault: 'loop' }, 'network');
    row('a redirect to nowhere', { fault: 'redirect', body: 'http://127.0.0.1:1/' }, 'network');
    row('no CORS headers', { cors: 'none', body }, 'network');
    row('no CORS headers on an error', { cors: 'none', status: 500 }, 'network');
    for (const status of [401, 403, 404, 410, 500, 502]) row(`${status}`, { status, body }, 'http-status', status);
    row('200 with an empty body', { body: '' }, 'not-json');
    row('204', { status: 204 }, 'not-json');
    row('truncated JSON', { body: body.slice(0, -20) }, 'not-json');
    row(
      'a web page with 200, as a captive portal sends it',
      { headers: { 'content-type': 'text/html' }, body: '\uFEFF\n<!doctype html><p>Log in' },
      'html',
    );
    row('JSON without items', { body: '{"error":"none"}' }, 'not-a-feed');
    row('a format of the future', { body: body.replace('"spec":1', '"spec":2') }, 'unsupported-spec');
    row('UTF-16', { base64: btoa(String.fromCharCode(0xff, 0xfe) + body.replace(/./g, '$&\0')) }, 'not-json');
    row('another charset', { base64: btoa(publication({ items: [{ id: 'case', title: 'Redacci\u00f3n' }] })) }, 'not-json');
    row('a gigabyte of zeros in a megabyte of gzip', { fault: 'gzip-bomb' }, 'too-large');
    row('50 MB', { fault: 'flood' }, 'too-large');
  });

  it('aborts a response body that does not end', async () => {
    const script = await Script.of({ fault: 'endless' });
    const { error } = await watch(script.url).next();
    expect(error?.code).to.equal('too-large');
    expect((await script.seen(1, 1)).some(({ broken }) => broken)).to.equal(true);
  });

  describe('that takes its time is given up after 20 s', () => {
    /** `answered`: whether headers come. The clock moves on only when things are so far. */
    const row = (name: string, fault: StubResponse, answered: boolean) =>
      it(name, async () => {
        const script = await Script.of(fault);
        const reader = watch(script.url);
        await script.seen(1);
        await environment.waitForRequests(1, Number(answered));
        await environment.tick();
        // The HTTP cache follows. Chromium may return the response that it has begun to write there.
        await environment.waitForRequests(2);
        await environment.tick();
        const failed = await reader.next();
        expect([failed.status, failed.error?.code]).to.deep.equal(['failed', 'timeout']);
        expect(environment.uptime).to.equal(25_000);

        await script.replace(at(1));
        await environment.tick();
        const { feed } = await reader.next();
        await script.replace(fault);
        const before = environment.answered;
        const seen = (await script.seen()).length;
        await environment.tick();
        const begun = environment.uptime;
        await script.seen(seen + 1);
        await environment.waitForRequests(4, before + Number(answered));
        await environment.tick();
        const stale = await reader.next();
        expect([stale.status, stale.error?.code, stale.feed]).to.deep.equal(['stale', 'timeout', feed]);
        expect(environment.uptime - begun).to.equal(20_000);
        await script.seen(0, 2); // the client aborted both times
      });

    row('stalled before the headers', { fault: 'stall' }, false);
    row('stalled after the headers', { fault: 'stall-after-head', body: publication() }, true);
    row('one byte a second', { fault: 'drip', body: publication() }, true);
  });

  it('takes a mirror when the primary URL refuses the connection', async () => {
    const script = await Script.of(at(1));
    const mirror = await Script.of(at(1));
    const alone = watch(script.refusing);
    const helped = watch(`${script.refusing}?helped`, { mirrors: [mirror.url] });
    const failed = await alone.next();
    expect([failed.status, failed.error?.code]).to.deep.equal(['failed', 'network']);
    const fresh = await helped.next();
    expect([fresh.status, fresh.origin, fresh.error?.code]).to.deep.equal(['fresh', 'mirror', 'network']);
  });

  it('reports http-status for a 304 without a cached feed', async () => {
    const script = await Script.of({ status: 304 });
    const reader = watch(script.url);
    expect((await reader.next()).error?.status).to.equal(304);
    await script.replace(at(1));
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
  });

  describe('Retry-After', () => {
    const inFiveMinutes = { seconds: () => '300', date: () => new Date(Date.now() + 300_000).toUTCString() };
    for (const status of [429, 503])
      for (const [form, value] of Object.entries(inFiveMinutes)) {
        it(`sends no request during the Retry-After of a ${status}, in ${form}`, async () => {
          const script = await Script.of({ status, headers: { 'retry-after': value() } });
          const reader = watch(script.url);
          const { error } = await reader.next();
          expect(error?.status).to.equal(status);
          expect(environment.nextTimerMs / 1000).to.be.within(300, 330);
          environment.wake();
          expect(environment.nextTimerMs / 1000).to.be.at.least(299);
          expect((await script.seen()).length).to.equal(1);
          await script.replace(at(1));
          await environment.tick();
          expect((await reader.next()).status).to.equal('fresh');
        });

        it(`backs off after a ${status} with Retry-After that is not exposed, in ${form}`, async () => {
          const script = await Script.of({ status, cors: 'plain', headers: { 'retry-after': value() } });
          expect((await watch(script.url).next()).error?.status).to.equal(status);
          expect(environment.nextTimerMs).to.equal(60_000);
        });
      }
  });

  describe('that is none', () => {
    const row = (name: string, answer: StubResponse, title = 'Журналісты') =>
      it(name, async () => {
        const state = await watch((await Script.of(answer)).url).next();
        expect([state.status, state.error]).to.deep.equal(['fresh', undefined]);
        expect(state.feed?.item('case')?.title).to.equal(title);
      });

    const body = publication({ items: [{ id: 'case', title: 'Журналісты' }] });
    row('a charset that is not that of the bytes', { headers: { 'content-type': 'application/json; charset=windows-1251' }, body });
    row('a byte order mark', { body: `\uFEFF${body}` });
    row('another content type', { headers: { 'content-type': 'text/html' }, body });
    row('an unknown content type', { headers: { 'content-type': 'x/y' }, body });
    row(
      '10,000 items',
      {
        body: publication({
          items: Array.from({ length: 10_000 }, (_, index) => ({ id: index ? `${index}` : 'case', title: `Item ${index}` })),
        }),
      },
      'Item 0',
    );
  });

  it('shows the first of two items with one id, and reports the second', async () => {
    const items = ['first', 'second'].map((title) => ({ id: 'case', title }));
    const { status, feed } = await watch((await Script.of({ body: publication({ items }) })).url).next();
    expect([status, feed?.item('case')?.title]).to.deep.equal(['fresh', 'first']);
    expect(feed?.ids).to.deep.equal(['case']); // which takes a look at all of them
    expect(feed?.issues).to.deep.equal([{ code: 'duplicate-id', path: '/items/1/id' }]);
  });

  it('parses JSON that is nested 100,000 levels deep', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const nested = (sequence: number) => {
      const text = publication({ sequence });
      return { body: `${text.slice(0, -1)},"x":${deep}}`.replace('"id":"case"', `"id":"case","x":${deep}`) };
    };
    const script = await Script.of(nested(1));
    const reader = watch(script.url);
    const first = await reader.next();
    // Where an engine reads it, it costs nothing; where not, it is a document that cannot be read.
    if (first.status === 'failed') expect(first.error?.code).to.equal('not-json');
    else expect(first.feed?.item('case')?.title).to.equal('case, revision 1');
    await script.replace(nested(2));
    await environment.tick();
    const second = await reader.next();
    expect(second.status).to.equal(first.status);
    expect(second.feed?.item('case')?.title).to.equal(first.feed?.item('case')?.title);
    await script.replace(at(3));
    await environment.tick();
    expect((await reader.next()).feed?.item('case')?.title).to.equal('case, revision 3');
  });

  for (const hours of [5, -5])
    it(`uses the later clock of reader and host when the reader's is ${hours > 0 ? 'five hours ahead' : 'five hours behind'}`, async () => {
      environment = new ManualEnvironment(undefined, Date.now() + hours * HOUR);
      const script = await Script.of({ body: publication({ validUntil: Date.now() + Math.max(0, hours) * HOUR + HOUR }) });
      const reader = watch(script.url);
      const valid = await reader.next();
      expect([valid.status, valid.outdated, valid.checkedAt]).to.deep.equal(['fresh', false, environment.now()]);
      await script.replace({ body: publication({ validUntil: Date.now() - HOUR }) });
      await environment.tick();
      const outdated = await reader.next();
      expect([outdated.status, outdated.outdated]).to.deep.equal(['stale', true]);
    });

  it('ignores a response that arrives after a newer one', async () => {
    const script = await Script.of({ fault: 'stall', ...at(1) }, at(2));
    const early = watch(script.url);
    await script.seen(1);
    early.close();
    const late = watch(script.url);
    expect((await late.next()).feed?.sequence).to.equal(2);
    await script.seen(2, 1); // the first was broken off
    expect(early.states.length).to.equal(0);
  });

  it('aborts the request when the last subscriber closes', async () => {
    for (const fault of ['stall', 'stall-after-head'] as const) {
      const script = await Script.of({ fault, ...at(1) });
      const reader = watch(script.url);
      await script.seen(1);
      reader.close();
      await script.seen(1, 1);
      expect(environment.timers.size + environment.wakers.size).to.equal(0);
      expect([reader.states.length, reader.state.status]).to.deep.equal([0, 'loading']);
    }
  });

  it('works when storage throws', async () => {
    const broken = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    for (const storage of [broken, () => ({ getItem: broken, setItem: broken, removeItem: broken }), () => undefined]) {
      environment.storage = storage;
      const script = await Script.of(at(1));
      const reader = watch(script.url, { keep: true });
      expect((await reader.next()).status).to.equal('fresh');
      reader.close();
    }
  });

  it('rejects a mirror that is older', async () => {
    const [first, mirror] = [await Script.of(at(5)), await Script.of(at(4))];
    const reader = watch(first.url, { mirrors: [mirror.url] });
    const { feed } = await reader.next();
    await first.replace({ status: 503 });
    await environment.tick();
    const state = await reader.next();
    expect([state.status, state.feed, state.origin, state.error?.status]).to.deep.equal(['stale', feed, 'first', 503]);
    expect((await mirror.seen()).length).to.equal(1);
  });

  it('replaces a false revision of a mirror when the publisher answers', async () => {
    const [first, mirror] = [await Script.of(at(5)), await Script.of(at(5))];
    const reader = watch(first.url, { mirrors: [mirror.url] });
    const before = (await reader.next()).feed?.item('case');
    await first.replace({ status: 503 });
    await mirror.replace({ body: publication({ sequence: 6, items: [{ id: 'case', revision: 5, title: 'Nothing happened' }] }) });
    await environment.tick();
    const { feed, origin: source } = await reader.next();
    expect([source, feed?.item('case')]).to.deep.equal(['mirror', before]);
    expect(feed?.issues).to.deep.include({ code: 'revision-reused', path: '/items/0' });
    await mirror.replace({ body: publication({ sequence: 7, items: [{ id: 'case', revision: 4, title: 'Nothing happened' }] }) });
    await environment.tick();
    const again = (await reader.next()).feed;
    expect(again?.item('case')).to.equal(before);
    expect(again?.issues).to.deep.include({ code: 'revision-rollback', path: '/items/0' });
  });

  it('tries the mirrors of each subscriber, and the primary URL once for both', async () => {
    const [first, bad, good] = [await Script.of({ status: 404 }), await Script.of({ body: '<p>' }), await Script.of(at(1))];
    const states = await Promise.all([bad, good].map((mirror) => watch(first.url, { mirrors: [mirror.url] }).next()));
    expect(states.map(({ status, error }) => [status, error?.status])).to.deep.equal([
      ['failed', 404],
      ['fresh', 404],
    ]);
    expect((await first.seen()).length).to.be.at.most(3); // with the HTTP cache's
    expect([(await bad.seen()).length, (await good.seen()).length]).to.deep.equal([1, 1]);
  });
});
