/** `placard validate`: each fault of a feed is named with its code and its place, and what to write instead is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enumValuesAt } from '../../../src/lint/schema-lookup.js';
import { makeFolder, placard, placardJson, write } from './cli.js';
import { soundFeed, TODAY, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

interface Found {
  ok: boolean;
  problems: { level: string; code: string; path: string; line?: number; what: string; fix: string }[];
}

const folder = makeFolder();
let files = 0;

const validate = (content: unknown, ...options: string[]) =>
  placardJson<Found>(['validate', write(folder, `feed-${files++}.json`, content), '--date', TODAY, ...options]);

const PLACARD = '/items/0/_placard';
const CASE = `${PLACARD}/cases/0`;

/** What is broken: the place, the value there (`undefined` takes it out), the code, what the advice says, and the path where it is another. */
type Broken = [at: string, value: unknown, code: string, says: RegExp, path?: string];

const BROKEN: Broken[] = [
  ['/version', undefined, 'required', /Add "version": "https:\/\/jsonfeed\.org\/version\/1\.1"/],
  ['/version', 'https://jsonfeed.org/version/2', 'bad-value', /Write "https:\/\/jsonfeed\.org\/version\/1\.1"/],
  ['/items', undefined, 'required', /Add "items": the list of statements/],
  ['/items', {}, 'wrong-type', /Write the list of statements/],
  ['/_placard/spec', undefined, 'required', /Add "spec": the number 1/],
  ['/_placard/spec', '1', 'unknown-value', /Write 1, without quotation marks/],
  ['/_placard/spec', 2, 'unsupported-spec', /Write 1\./],
  ['/_placard/sequence', '3', 'wrong-type', /a whole number that grows/],
  ['/_placard/sequence', -1, 'bad-value', /a whole number that grows/],
  ['/_placard/generated_at', '2026-03-02', 'bad-date', /needs the time of day.*"2026-03-02T10:00:00Z"/],
  ['/_placard/generated_at', '2026-03-02T10:00:00', 'bad-date', /no time zone: add "Z"/],
  ['/_placard/publisher', undefined, 'required', /who publishes this/],
  ['/_placard/publisher/name', '', 'bad-value', /Write a name/],
  ['/_placard/contacts/0/role', 'pres', 'unknown-value', /Did you mean "press"\? Write one of "press", "legal", "support"/],
  ['/_placard/contacts/0/phone', 'call us', 'bad-phone', /dialled from abroad, such as "\+44 20 7946 0958"/],
  ['/_placard/contacts/0/email', '[email protected]', 'bad-email', /hidden from robots\. Write one address/],
  [
    '/_placard/contacts/0/languages',
    ['en_GB'],
    'bad-value',
    /Did you mean "en-GB"\? Write a language tag/,
    '/_placard/contacts/0/languages/0',
  ],
  ['/_placard/mirrors/0', 'mailto:press@example.org', 'bad-url', /a whole address, such as "https:/],
  ['/items/0/id', undefined, 'required', /a short name that never changes/],
  ['/items/0/url', 'javascript:alert(1)', 'bad-url', /a whole address/],
  ['/items/0/url', 'https://example.org@evil.example/', 'bad-url', /a whole address/],
  ['/items/0/title', 7, 'wrong-type', /a headline/],
  ['/items/0/image', 'tel:+442079460958', 'bad-url', /a whole address/],
  ['/items/0/date_published', '20.2.2026', 'bad-date', /Did you mean "2026-02-20"\?/],
  ['/items/0/date_modified', '2026-02-30', 'bad-date', /a date such as "2026-03-02"/],
  ['/items/0/language', 'english language', 'bad-value', /a language tag, such as "en"/],
  ['/items/0/tags', 'accreditation', 'wrong-type', /a list of words/],
  [`${PLACARD}/kind`, 'cases', 'unknown-value', /Did you mean "case"\? Write one of "statement", "case", "campaign"/],
  [`${PLACARD}/revision`, 0, 'bad-value', /a whole number, 1 at first/],
  [`${PLACARD}/change`, 'retraction', 'required', /when and why it is withdrawn/, `${PLACARD}/retraction`],
  [`${PLACARD}/media/0/alt`, undefined, 'required', /what the picture shows/],
  [`${PLACARD}/incident/place/country`, 'Kazakhstan', 'bad-value', /Did you mean "KZ"\? Write the two capital letters/],
  [`${PLACARD}/incident/when/rel`, 'until', 'unknown-value', /Write one of "on", "by", "before"/],
  [`${PLACARD}/incident/affected/count`, 'three', 'wrong-type', /how many people/],
  [`${PLACARD}/incident/actor/kind`, 'goverment', 'unknown-value', /Write one of "state", "court", "police"/],
  [`${CASE}/status`, 'waiting', 'unknown-value', /Write one of "unknown", "none", "investigating", "pending"/],
  [`${CASE}/as_of`, undefined, 'required', /the day as of which this status holds/],
  [`${CASE}/as_of`, 'last week', 'bad-date', /the day as of which this status holds/],
  [`${CASE}/outcome`, 'won', 'unknown-value', /Write one of "granted"/],
  [`${CASE}/outcome`, 'pending', 'unknown-value', /^"pending" is a status: write "status": "pending", and take "outcome" out/],
  [`${CASE}/next/date`, undefined, 'required', /or set "date_status" to "not-set"/],
  [`${CASE}/next/date_status`, 'scheduld', 'unknown-value', /Did you mean "scheduled"\?/],
  [`${PLACARD}/timeline/0/text`, undefined, 'required', /what happened on that date/],
  [`${PLACARD}/quotes/0/form`, undefined, 'required', /one of "direct", "indirect"/],
  [`${PLACARD}/actions/0/type`, 'call', 'unknown-value', /Write one of "contact", "write", "sign"/],
  [`${PLACARD}/sources/0`, null, 'wrong-type', /an object \{ … \}|a text/],
];

describe('placard validate, on a broken feed', { concurrency: 2 }, () => {
  for (const [at, value, code, says, path = at] of BROKEN) {
    const whole = value === undefined ? 'missing' : JSON.stringify(value);
    it(`names ${at} ${whole}`, async () => {
      const { code: exit, ok, problems } = await validate(withPart(at, value));
      const errors = problems.filter(({ level }) => level === 'error');
      assert.deepEqual(
        errors.map((error) => [error.code, error.path]),
        [[code, path]],
      );
      assert.match(errors[0]!.fix, says);
      assert.ok(errors[0]!.what.length > 10);
      assert.equal(ok, false);
      assert.equal(exit, 1);
    });
  }

  it('knows every outcome that is written as a status, and writes a case as it says', async () => {
    for (const outcome of enumValuesAt(`${CASE}/outcome`)) {
      const { problems } = await validate(withPart(`${CASE}/status`, outcome));
      const { fix } = problems.find(({ path }) => path === `${CASE}/status`)!;
      const [, status] = new RegExp(`^"${outcome}" is an outcome: write "status": "(decided|closed)", "outcome": "${outcome}"\\.$`).exec(
        fix,
      )!;
      const mended = withPart(`${CASE}/status`, status, withPart(`${CASE}/outcome`, outcome, withPart(`${CASE}/next`, undefined)));
      assert.deepEqual((await validate(mended)).problems, []);
    }
    const granted = await validate(withPart(`${CASE}/status`, 'granted'));
    assert.match(granted.problems[0]!.fix, /"status": "decided"/);
    const withdrawn = await validate(withPart(`${CASE}/status`, 'withdrawn'));
    assert.match(withdrawn.problems[0]!.fix, /"status": "closed"/);
  });

  it('tells all of several faults, whatever one of them costs, with their lines', async () => {
    const feed = withPart('/version', undefined, withPart(`${CASE}/status`, 'waiting', withPart('/items/0/title', '')));
    const { problems } = await validate(feed);
    const errors = problems.filter(({ level }) => level === 'error');
    assert.deepEqual(
      errors.map(({ path }) => path),
      [`${CASE}/status`, '/items/0/title', '/version'].sort((a, b) => a.localeCompare(b, 'en')),
    );
    const lines = JSON.stringify(feed, null, 2).split('\n');
    const status = errors.find(({ path }) => path === `${CASE}/status`)!;
    assert.match(lines[status.line! - 1]!, /"status": "waiting"/);
    assert.equal(errors.find(({ path }) => path === '/version')!.line, 1);
  });

  it('says what a fault costs', async () => {
    const lost = async (at: string, value: unknown) => (await validate(withPart(at, value))).problems[0]!.what;
    assert.match(await lost('/version', undefined), /nobody can read the feed/);
    assert.match(await lost('/items/0/id', undefined), /this statement is left out/);
    assert.match(await lost(`${PLACARD}/revision`, 'two'), /a plain statement is shown/);
    assert.match(await lost(`${CASE}/as_of`, undefined), /this proceeding is left out/);
    assert.match(await lost(`${CASE}/outcome`, 'won'), /"outcome" is left out/);
    assert.match(await lost(`${PLACARD}/incident/when/rel`, 'until'), /"when" is left out/);
    assert.match(await lost(`${CASE}/next/date`, undefined), /"next" is left out/);
  });

  it('names the second of two items with one id, and what is wrong in it', async () => {
    const feed = soundFeed();
    const [item] = feed.items as Json[];
    feed.items = [item, { ...item, title: '' }];
    const { problems } = await validate(feed);
    const errors = problems.filter(({ level }) => level === 'error').map(({ code, path }) => [code, path]);
    assert.deepEqual(errors, [
      ['duplicate-id', '/items/1/id'],
      ['bad-value', '/items/1/title'],
    ]);
  });

  const TEXTS: [text: string, code: string, line: number | undefined, says: RegExp][] = [
    ['', 'not-json', 1, /placard new/],
    ['<!doctype html><p>Sign in</p>', 'html', undefined, /address of the feed itself/],
    ['{\n  "title": "a",\n}', 'not-json', 3, /comma before it/],
    ['{\n  "a": 1\n  "b": 2\n}', 'not-json', 3, /comma is missing/],
    ['{\n  "a": “b”\n}', 'not-json', 2, /straight double quotation marks/],
    ['{\n  // remark\n  "a": 1\n}', 'not-json', 2, /_comment/],
    ['{\n  "a": [1, 2', 'not-json', 2, /counterpart/],
    ['{\n  "a": "one\ntwo"\n}', 'not-json', 2, /does not end on its line/],
    ['{\n  "a": "he said "no""\n}', 'not-json', 2, /quotation mark within a text/],
    ['[]', 'not-a-feed', undefined, /placard new/],
    ['7', 'not-a-feed', undefined, /placard new/],
  ];
  for (const [text, code, line, says] of TEXTS) {
    it(`says why ${JSON.stringify(text)} is no feed`, async () => {
      const { code: exit, problems } = await validate(text);
      assert.deepEqual(
        problems.map((problem) => problem.code),
        [code],
      );
      assert.match(problems[0]!.fix, says);
      if (line !== undefined) assert.equal(problems[0]!.line, line);
      assert.equal(exit, 1);
    });
  }
});

/** What may harm somebody: the place, the value, the code, what the advice says, the path where it is another. */
const HARMFUL: Broken[] = [
  [`${PLACARD}/incident/affected/names`, ['A. Nobody'], 'names-affected', /unless those persons agreed/],
  ['/_placard/contacts/0/name', 'A. Nobody', 'personal-telephone', /press desk/, '/_placard/contacts/0/phone'],
  ['/_placard/contacts/0/email', 'a.nobody@gmail.com', 'personal-email', /press@example\.org/],
  ['/items/0/content_text', 'Call +44 20 7946 0123.', 'telephone-in-text', /contacts/],
  [`${PLACARD}/timeline/0/text`, 'Write to nobody@example.org.', 'email-in-text', /contacts/],
  [`${PLACARD}/media`, undefined, 'picture-without-alt', /"alt": what it shows/, '/items/0/image'],
  [`${PLACARD}/media/0/alt`, '', 'picture-without-alt', /what it shows/],
  [`${PLACARD}/media/0/credit`, undefined, 'picture-without-credit', /Add "credit"/, `${PLACARD}/media/0`],
  ['/items/0/image', 'https://pictures.example.com/a.png', 'picture-from-elsewhere', /your own host/],
  [`${PLACARD}/quotes/0/source`, undefined, 'quote-without-source', /Add "source"/, `${PLACARD}/quotes/0`],
  [`${PLACARD}/quotes/0/text`, '“We will not be silent.”', 'quote-marks-twice', /Take the outer/],
  [`${CASE}/as_of`, '2026', 'undated-status', /at least the month/],
  [`${CASE}/as_of`, '2026-05-01', 'status-in-future', /last knew it/],
  [`${CASE}/as_of`, '2026-02-10', 'status-behind-timeline', /still holds/],
  [`${CASE}/status`, 'decided', 'next-left-over', /Take "next" out/, `${CASE}/next`],
  [`${CASE}/status`, 'closed', 'next-left-over', /"held" or "cancelled"/, `${CASE}/next`],
  [`${CASE}/next/date`, '2026-03-05', 'scheduled-in-past', /"held", "postponed"/, `${CASE}/next`],
  ['/_placard/valid_until', '2026-03-01T00:00:00Z', 'expired', /later date/],
  ['/_placard/generated_at', '2026-05-01T00:00:00Z', 'made-in-future', /placard revise/],
  ['/items/0/date_published', undefined, 'undated', /Add "date_published"/, '/items/0'],
  ['/items/0/date_published', '2026-06-01', 'published-in-future', /only on that day/],
  ['/items/0/date_modified', '2026-01-01', 'modified-before-published', /last changed/],
  ['/items/0/title', undefined, 'no-title', /Add "title"/, '/items/0'],
  ['/items/0/summary', undefined, 'no-summary', /Add "summary"/, '/items/0'],
  [`${PLACARD}/sources`, [], 'no-sources', /Add "sources"/, PLACARD],
  ['/_placard/contacts', [], 'no-contact', /Add "contacts"/, '/_placard'],
  ['/_placard/contacts/0', { id: 'press', role: 'press' }, 'contact-without-channel', /"phone", "email"/],
  ['/_placard/contacts/0/phone', '020 7946 0958', 'telephone-not-international', /country code/],
  ['/_placard/publisher/corrections_url', undefined, 'no-way-to-correct', /corrections_url/, '/_placard/publisher'],
  [`${PLACARD}/actions/0/contact`, 'pres', 'unknown-reference', /Write "press"/],
  [`${PLACARD}/actions/1/type`, 'sign', 'action-leads-nowhere', /Add "url"/, `${PLACARD}/actions/1`],
  [`${PLACARD}/superseded_by`, 'other', 'unknown-reference', /keep that item/],
  ['/feed_url', undefined, 'no-feed-url', /Add "feed_url"/],
  ['/items/0/url', 'http://example.org/press-cards', 'insecure-address', /"https:\/\/example\.org\/press-cards"/],
  ['/items/0/url', 'example.org/press-cards', 'address-without-scheme', /"https:\/\/example\.org\/press-cards"/],
  ['/home_page_url', 'http://localhost:8080/', 'local-address', /public address/],
  ['/_placard/sequence', 9_000_000_000_001, 'sequence-huge', /raise "epoch"/],
  [`${PLACARD}/revision`, 4, 'revision-above-sequence', /Raise "sequence"/],
  [`${PLACARD}/change`, 'new', 'change-revision-mismatch', /revision 1 alone/],
  [`${PLACARD}/change`, 'correction', 'correction-untold', /--correction TEXT/],
  ['/items/0/date_modified', undefined, 'change-undated', /Add "date_modified"/, '/items/0'],
  [
    `${PLACARD}/corrections`,
    [{ at: '2026-03-02', revision: 5, text: 'Three.' }],
    'correction-ahead',
    /Raise the revision/,
    `${PLACARD}/corrections/0/revision`,
  ],
  [`${PLACARD}/retraction`, { at: '2026-03-02', reason: 'No.' }, 'retraction-without-change', /Set "change" to "retraction"/],
  [`${PLACARD}/timeline/1`, { id: 'withdrawn', date: '2026-02-19', text: 'Again.' }, 'id-twice', /its own id/, `${PLACARD}/timeline/1/id`],
  ['/items/0/sumary', 'x', 'unknown-member', /Did you mean "summary"/],
  ['/items/0/cases', [], 'unknown-member', /Move it into "_placard"/],
  ['/items/0/_comment', 'x', 'guidance-left', /before you publish/],
  [
    `${PLACARD}/provenance`,
    [{ role: 'translator', name: 'Example Office' }],
    'translation-unmarked',
    /"kind": "official" or "machine"/,
    PLACARD,
  ],
];

describe('placard validate, on a feed that may harm somebody', { concurrency: 2 }, () => {
  it('says nothing about a sound feed', async () => {
    const file = write(folder, 'sound.json', soundFeed());
    assert.deepEqual(await placardJson(['validate', file, '--date', TODAY]), { feed: file, ok: true, problems: [], code: 0 });
  });

  for (const [at, value, code, says, path = at] of HARMFUL) {
    it(`warns of ${code} at ${at}`, async () => {
      const { code: exit, ok, problems } = await validate(withPart(at, value));
      assert.deepEqual(
        problems.map((problem) => [problem.level, problem.code, problem.path]),
        [['warning', code, path]],
      );
      assert.match(problems[0]!.fix, says);
      assert.equal(ok, true);
      assert.equal(exit, 0);
    });
  }

  it('takes what may still come of a case that is over: a step that was held or has a name, a deadline, a release', async () => {
    const next = (step: Json) => validate(withPart(`${CASE}/status`, 'decided', withPart(`${CASE}/next`, step)));
    for (const step of [
      { type: 'hearing', date_status: 'held', date: '2026-03-01' },
      { type: 'hearing', date_status: 'cancelled' },
      { type: 'hearing', date_status: 'not-set', label: 'Hearing on the costs' },
      { type: 'deadline', date_status: 'scheduled', date: '2026-04-14' },
      { type: 'release', date_status: 'not-set' },
    ])
      assert.deepEqual((await next(step)).problems, [], JSON.stringify(step));
    const [left] = (await next({ type: 'hearing', date_status: 'not-set' })).problems;
    assert.equal(left!.what, 'The case is decided, and still says what comes next: readers may take it for undecided.');
  });

  it('warns of a statement without a language, and of a status without any date', async () => {
    const languageless = withPart('/language', undefined, withPart('/items/0/language', undefined));
    assert.deepEqual(
      (await validate(languageless)).problems.map(({ code }) => code),
      ['no-language'],
    );
    const feed = withPart(`${PLACARD}/cases`, undefined);
    const { problems } = await validate(
      withPart('/items/0/date_published', undefined, withPart('/items/0/date_modified', undefined, feed)),
    );
    assert.ok(problems.some(({ code, path }) => code === 'undated-status' && path === `${PLACARD}/incident/state`));
  });

  it('warns of a machine’s translation that counts as official, and of one that is older than its original', async () => {
    const feed = soundFeed();
    const [original] = feed.items as Json[];
    const facts = original!._placard as Json;
    facts.translations = [{ language: 'fr', item_id: 'cartes', kind: 'official', of_revision: 1 }];
    (feed.items as Json[]).push({
      ...original,
      id: 'cartes',
      language: 'fr',
      _placard: {
        ...facts,
        provenance: [{ role: 'translator', name: 'DeepL', alterations: 'translated' }],
        translations: [{ language: 'en', item_id: 'press-cards', kind: 'original' }],
      },
    });
    assert.deepEqual(
      (await validate(feed)).problems.map(({ code, path }) => [code, path]),
      [
        ['translation-unmarked', '/items/1/_placard/provenance'],
        ['translation-outdated', '/items/1'],
      ],
    );
  });

  it('warns of a translation that is not there', async () => {
    const feed = withPart(`${PLACARD}/translations`, [{ language: 'fr', item_id: 'cartes', kind: 'official' }]);
    const [item] = feed.items as Json[];
    (feed.items as Json[]).push({ ...item, id: 'other', _placard: { ...(item!._placard as Json), translations: undefined } });
    assert.deepEqual(
      (await validate(feed)).problems.map(({ code, path }) => [code, path]),
      [['unknown-reference', `${PLACARD}/translations/0/item_id`]],
    );
  });

  it('warns of a withdrawn statement whose text is still there', async () => {
    const feed = withPart(
      `${PLACARD}/change`,
      'retraction',
      withPart(`${PLACARD}/retraction`, { at: '2026-03-02', reason: 'A source took it back.' }),
    );
    const { problems } = await validate(feed);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['retraction-keeps-text'],
    );
    assert.match(problems[0]!.fix, /--retract REASON --erase/);
  });

  it('fails on warnings with --strict, and leaves out those that were considered with --accept', async () => {
    const feed = withPart('/items/0/summary', undefined, withPart('/feed_url', undefined));
    assert.equal((await validate(feed)).code, 0);
    const strict = await validate(feed, '--strict');
    assert.deepEqual([strict.code, strict.ok, strict.problems.length], [1, false, 2]);
    const accepted = await validate(feed, '--strict', '--accept', 'no-summary', '--accept', 'no-feed-url');
    assert.deepEqual([accepted.code, accepted.ok, accepted.problems.length], [0, true, 0]);
    const wrong = await validate(withPart('/version', undefined), '--accept', 'required');
    assert.deepEqual([wrong.code, wrong.problems.length], [1, 1]); // an error cannot be accepted
  });

  it('tells people where, what and what instead', async () => {
    const file = write(folder, 'told.json', withPart(`${CASE}/status`, 'pendin'));
    const { code, out, err } = await placard(['validate', file, '--date', TODAY]);
    assert.equal(code, 1);
    assert.equal(err, '');
    assert.match(out, /told\.json: 1 error\n/);
    assert.match(out, /^error {4}\/items\/0\/_placard\/cases\/0\/status \(line \d+\) \[unknown-value\]$/m);
    assert.match(out, /"status" says "pendin", which the format does not know\. Until it is right this proceeding is left out\./);
    assert.match(out, /Did you mean "pending"\? Write one of "unknown"/);
  });
});

describe('placard validate, on what others wrote', () => {
  it('lets no feed write over what the terminal shows', async () => {
    const hostile = withPart(`${PLACARD}/quotes/0`, { text: 'x', form: 'direct', speaker: '\u001b[2J\u009b2Jnothing wrong\u202e' });
    const file = write(folder, 'hostile.json', hostile);
    const { out } = await placard(['validate', file, '--date', TODAY]);
    assert.match(out, /mouth of \\u001b\[2J\\u009b2Jnothing wrong\\u202e,/);
    assert.doesNotMatch(out, /[\u001b\u009b\u202e]/);
    const json = await placard(['validate', file, '--date', TODAY, '--json']);
    assert.doesNotMatch(json.out, /[\u001b\u009b]/);
    assert.match((JSON.parse(json.out) as Found).problems[0]!.what, /\u001b\[2J\u009b2J/);
  });

  it('reads a feed of thousands of items, each with something to say about it', async () => {
    const feed = soundFeed();
    const [item] = feed.items as Json[];
    feed.items = Array.from({ length: 1000 }, (_, index) => ({ ...item, id: `i${index}`, summary: undefined }));
    const { problems, code } = await validate(feed);
    assert.deepEqual([code, problems.length], [0, 1000]);
    assert.equal(new Set(problems.map(({ line }) => line)).size, 1000);
  });
});

describe('placard validate, wherever the feed is', () => {
  it('reads an address, and minds that the feed says where it lives', async () => {
    await using server = await serve((_req, res) => {
      res.setHeader('content-type', 'application/feed+json').end(JSON.stringify(withPart('/feed_url', `${server.url}feed.json`)));
    });
    const here = await placardJson<Found>(['validate', `${server.url}feed.json`, '--date', TODAY]);
    assert.deepEqual(
      here.problems.map(({ code }) => code),
      ['local-address'],
    );
    const elsewhere = await placardJson<Found>(['validate', `${server.url}other.json`, '--date', TODAY]);
    assert.ok(elsewhere.problems.some(({ code }) => code === 'feed-url-differs'));
  });

  const CANNOT: [what: string, answer: Parameters<typeof serve>[0], says: RegExp][] = [
    ['an error', (_req, res) => void res.writeHead(500).end(), /answers with the status 500/],
    ['a redirect without end', (_req, res) => void res.writeHead(302, { location: '/' }).end(), /never to an answer/],
    ['a redirect out of the web', (_req, res) => void res.writeHead(302, { location: 'ftp://example.org/' }).end(), /no web address/],
    ['more than a page would read', (_req, res) => void res.end(' '.repeat(5 * 1024 * 1024)), /more than 4 MiB/],
    [
      'half an answer',
      (_req, res) => void (res.writeHead(200, { 'content-length': 100 }), res.write('{', () => res.destroy())),
      /broke off|cannot be read/,
    ],
    ['nothing in time', () => {}, /did not answer within 0\.3 seconds/],
  ];
  for (const [what, answer, says] of CANNOT) {
    it(`ends with 2 where the server sends ${what}`, async () => {
      await using server = await serve(answer);
      const { code, out, err } = await placard(['validate', server.url, '--timeout', what.startsWith('nothing') ? '0.3' : '20']);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, says);
      assert.doesNotMatch(err, /\n\s+at /); // no stack
    });
  }

  it('ends with 2 where nobody listens', async () => {
    const server = await serve(() => {});
    await server[Symbol.asyncDispose]();
    const { code, err } = await placard(['validate', server.url]);
    assert.equal(code, 2);
    assert.match(err, /nobody listens there/);
  });

  it('ends with 2 where there is no file, or a folder, and with 1 where it is no text', async () => {
    const missing = await placard(['validate', 'missing.json'], { cwd: folder });
    assert.deepEqual([missing.code, missing.err], [2, 'placard: missing.json does not exist. Check the path.\n']);
    const directory = await placard(['validate', folder]);
    assert.deepEqual([directory.code, directory.err], [2, `placard: ${folder} is a folder. Name the file in it.\n`]);
    const binary = await placard(['validate', write(folder, 'binary.json', new Uint8Array([0x7b, 0xff, 0xfe]))]);
    assert.equal(binary.code, 1);
    assert.match(binary.err, /not UTF-8/);
    const bom = await placard(['validate', write(folder, 'bom.json', `\ufeff${JSON.stringify(soundFeed())}`), '--date', TODAY]);
    assert.equal(bom.code, 0);
  });

  it('stands what no feed should hold: numbers beyond all bounds, names of the engine, nesting without end', async () => {
    for (const text of [
      JSON.stringify(soundFeed()).replace('"sequence":3', '"sequence":1e400'),
      JSON.stringify(soundFeed()).replace('{', '{"__proto__":{"id":1},"constructor":1,'),
      `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ]) {
      const { code, err } = await placard(['validate', write(folder, `odd-${files++}.json`, text), '--date', TODAY]);
      assert.ok(code === 0 || code === 1, err);
      assert.equal(err, '');
    }
  });
});
