/**
 * The fault matrix: one test for each way in which a host or a network misbehaves, against real servers. Whatever happens, a reader
 * who has something keeps it and is told how old it is, one who has nothing is told why, and both recover by themselves.
 */
import { expect } from '@open-wc/testing';
import { LONGEST } from '../../../src/client/retry-timing.js';
import type { FeedState, WatchOptions } from '../../../src/client/watch-feed.js';
import type { ErrorCode } from '../../../src/feed/errors.js';
import { Script, type StubResponse } from '../../support/servers/client.js';
import { ManualEnvironment } from './environment.js';
import { publication } from './feeds.js';
import { Reader } from './test-subscriber.js';

const at = (sequence: number): StubResponse => ({ body: publication({ sequence, items: [{ id: 'case', revision: sequence }] }) });
const HOUR = 3_600_000;

describe('a fault', () => {
  let environment: ManualEnvironment;
  const watch = (url: string, options: WatchOptions = {}) => new Reader(url, { environment, ...options });

  beforeEach(() => (environment = new ManualEnvironment()));

  describe('costs nobody what is held', () => {
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

    /** Within the longest interval, with nothing under way meanwhile. */
    async function recovered(reader: Reader): Promise<FeedState> {
      expect(environment.timers.size).to.equal(1);
      expect(environment.due).to.be.at.most(LONGEST);
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
    row('JSON that is no feed', { body: '{"error":"none"}' }, 'not-a-feed');
    row('a format of the future', { body: body.replace('"spec":1', '"spec":2') }, 'unsupported-spec');
    row('UTF-16', { base64: btoa(String.fromCharCode(0xff, 0xfe) + body.replace(/./g, '$&\0')) }, 'not-json');
    row('another charset', { base64: btoa(publication({ items: [{ id: 'case', title: 'Redacci\u00f3n' }] })) }, 'not-json');
    row('a gigabyte of zeros in a megabyte of gzip', { fault: 'gzip-bomb' }, 'too-large');
    row('50 MB', { fault: 'flood' }, 'too-large');
  });

  it('a body without an end is broken off', async () => {
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
        await environment.until(1, Number(answered));
        await environment.tick();
        // Then the HTTP cache is asked. Chromium may hand it the answer that it has just begun to write there.
        await environment.until(2);
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
        await environment.until(4, before + Number(answered));
        await environment.tick();
        const stale = await reader.next();
        expect([stale.status, stale.error?.code, stale.feed]).to.deep.equal(['stale', 'timeout', feed]);
        expect(environment.uptime - begun).to.equal(20_000);
        await script.seen(0, 2); // the client hung up both times
      });

    row('stalled before the headers', { fault: 'stall' }, false);
    row('stalled after the headers', { fault: 'stall-after-head', body: publication() }, true);
    row('one byte a second', { fault: 'drip', body: publication() }, true);
  });

  it('refused', async () => {
    const script = await Script.of(at(1));
    const mirror = await Script.of(at(1));
    const alone = watch(script.refusing);
    const helped = watch(`${script.refusing}?helped`, { mirrors: [mirror.url] });
    const failed = await alone.next();
    expect([failed.status, failed.error?.code]).to.deep.equal(['failed', 'network']);
    const fresh = await helped.next();
    expect([fresh.status, fresh.source, fresh.error?.code]).to.deep.equal(['fresh', 'mirror', 'network']);
  });

  it('304 to somebody who holds nothing', async () => {
    const script = await Script.of({ status: 304 });
    const reader = watch(script.url);
    expect((await reader.next()).error?.status).to.equal(304);
    await script.replace(at(1));
    await environment.tick();
    expect((await reader.next()).status).to.equal('fresh');
  });

  describe('with Retry-After', () => {
    const inFiveMinutes = { seconds: () => '300', date: () => new Date(Date.now() + 300_000).toUTCString() };
    for (const status of [429, 503])
      for (const [form, value] of Object.entries(inFiveMinutes)) {
        it(`${status}, in ${form}: left alone for so long`, async () => {
          const script = await Script.of({ status, headers: { 'retry-after': value() } });
          const reader = watch(script.url);
          const { error } = await reader.next();
          expect(error?.status).to.equal(status);
          expect(environment.due / 1000).to.be.within(300, 330);
          environment.wake();
          expect(environment.due / 1000).to.be.at.least(299);
          expect((await script.seen()).length).to.equal(1);
          await script.replace(at(1));
          await environment.tick();
          expect((await reader.next()).status).to.equal('fresh');
        });

        it(`${status}, in ${form}, not exposed: backs off all the same`, async () => {
          const script = await Script.of({ status, cors: 'plain', headers: { 'retry-after': value() } });
          expect((await watch(script.url).next()).error?.status).to.equal(status);
          expect(environment.due).to.equal(60_000);
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
    row('an unknown one', { headers: { 'content-type': 'x/y' }, body });
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

  it('duplicate ids: the first is shown, the other reported', async () => {
    const items = ['first', 'second'].map((title) => ({ id: 'case', title }));
    const { status, feed } = await watch((await Script.of({ body: publication({ items }) })).url).next();
    expect([status, feed?.item('case')?.title]).to.deep.equal(['fresh', 'first']);
    expect(feed?.ids).to.deep.equal(['case']); // which takes a look at all of them
    expect(feed?.issues).to.deep.equal([{ code: 'duplicate-id', path: '/items/1/id' }]);
  });

  it('nesting of 100,000 levels, outside of items and in one', async () => {
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
    it(`a clock ${hours > 0 ? 'five hours ahead' : 'five hours behind'}: the later one counts, the reader's or the host's`, async () => {
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

  it('an answer that was overtaken by a newer one is nobody’s', async () => {
    const script = await Script.of({ fault: 'stall', ...at(1) }, at(2));
    const early = watch(script.url);
    await script.seen(1);
    early.close();
    const late = watch(script.url);
    expect((await late.next()).feed?.sequence).to.equal(2);
    await script.seen(2, 1); // the first was broken off
    expect(early.states.length).to.equal(0);
  });

  it('closed during a request, which is broken off', async () => {
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

  it('storage that throws', async () => {
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

  it('a mirror that is older', async () => {
    const [first, mirror] = [await Script.of(at(5)), await Script.of(at(4))];
    const reader = watch(first.url, { mirrors: [mirror.url] });
    const { feed } = await reader.next();
    await first.replace({ status: 503 });
    await environment.tick();
    const state = await reader.next();
    expect([state.status, state.feed, state.source, state.error?.status]).to.deep.equal(['stale', feed, 'first', 503]);
    expect((await mirror.seen()).length).to.equal(1);
  });

  it('a mirror that lies about a revision', async () => {
    const [first, mirror] = [await Script.of(at(5)), await Script.of(at(5))];
    const reader = watch(first.url, { mirrors: [mirror.url] });
    const before = (await reader.next()).feed?.item('case');
    await first.replace({ status: 503 });
    await mirror.replace({ body: publication({ sequence: 6, items: [{ id: 'case', revision: 5, title: 'Nothing happened' }] }) });
    await environment.tick();
    const { feed, source } = await reader.next();
    expect([source, feed?.item('case')]).to.deep.equal(['mirror', before]);
    expect(feed?.issues).to.deep.include({ code: 'revision-reused', path: '/items/0' });
    await mirror.replace({ body: publication({ sequence: 7, items: [{ id: 'case', revision: 4, title: 'Nothing happened' }] }) });
    await environment.tick();
    const again = (await reader.next()).feed;
    expect(again?.item('case')).to.equal(before);
    expect(again?.issues).to.deep.include({ code: 'revision-rollback', path: '/items/0' });
  });

  it('two askers with different mirrors: each has its own, and the first address is asked once', async () => {
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
