/** Tests `placard validate`: it reports each problem of a feed with its code and its path. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enumValuesAt } from '../../../src/lint/schema-lookup.js';
import { checkApproved, problemSection, ranSection, type Section } from './approved.js';
import { makeFolder, placard, placardJson, write } from './cli.js';
import { soundFeed, TODAY, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

interface Found {
  ok: boolean;
  problems: { level: string; code: string; path: string; line?: number; message: string; fix: string }[];
}

const folder = makeFolder();
let files = 0;

const validate = (content: unknown, ...options: string[]) =>
  placardJson<Found>(['validate', write(folder, `feed-${files++}.json`, content), '--date', TODAY, ...options]);

const PLACARD = '/items/0/_placard';
const CASE = `${PLACARD}/cases/0`;

/** The place, its value (`undefined` removes it), the code of the problem, and the problem's path if it is another one. */
type Broken = [at: string, value: unknown, code: string, path?: string];

const BROKEN: Broken[] = [
  ['/version', undefined, 'required'],
  ['/version', 'https://jsonfeed.org/version/2', 'bad-value'],
  ['/items', undefined, 'required'],
  ['/items', {}, 'wrong-type'],
  ['/_placard/spec', undefined, 'required'],
  ['/_placard/spec', '1', 'unknown-value'],
  ['/_placard/spec', 2, 'unsupported-spec'],
  ['/_placard/sequence', '3', 'wrong-type'],
  ['/_placard/sequence', -1, 'bad-value'],
  ['/_placard/generated_at', '2026-03-02', 'bad-date'],
  ['/_placard/generated_at', '2026-03-02T10:00:00', 'bad-date'],
  ['/_placard/publisher', undefined, 'required'],
  ['/_placard/publisher/name', '', 'bad-value'],
  ['/_placard/contacts/0/role', 'pres', 'unknown-value'],
  ['/_placard/contacts/0/phone', 'call us', 'bad-phone'],
  ['/_placard/contacts/0/email', '[email protected]', 'bad-email'],
  ['/_placard/contacts/0/languages', ['en_GB'], 'bad-value', '/_placard/contacts/0/languages/0'],
  ['/_placard/mirrors/0', 'mailto:press@example.org', 'bad-url'],
  ['/items/0/id', undefined, 'required'],
  ['/items/0/url', 'javascript:alert(1)', 'bad-url'],
  ['/items/0/url', 'https://example.org@evil.example/', 'bad-url'],
  ['/items/0/title', 7, 'wrong-type'],
  ['/items/0/image', 'tel:+442079460958', 'bad-url'],
  ['/items/0/date_published', '20.2.2026', 'bad-date'],
  ['/items/0/date_modified', '2026-02-30', 'bad-date'],
  ['/items/0/language', 'english language', 'bad-value'],
  ['/items/0/tags', 'accreditation', 'wrong-type'],
  [`${PLACARD}/kind`, 'cases', 'unknown-value'],
  [`${PLACARD}/revision`, 0, 'bad-value'],
  [`${PLACARD}/change`, 'retraction', 'required', `${PLACARD}/retraction`],
  [`${PLACARD}/media/0/alt`, undefined, 'required'],
  [`${PLACARD}/incident/place/country`, 'Kazakhstan', 'bad-value'],
  [`${PLACARD}/incident/when/rel`, 'until', 'unknown-value'],
  [`${PLACARD}/incident/affected/count`, 'three', 'wrong-type'],
  [`${PLACARD}/incident/actor/kind`, 'goverment', 'unknown-value'],
  [`${CASE}/status`, 'waiting', 'unknown-value'],
  [`${CASE}/as_of`, undefined, 'required'],
  [`${CASE}/as_of`, 'last week', 'bad-date'],
  [`${CASE}/outcome`, 'won', 'unknown-value'],
  [`${CASE}/outcome`, 'pending', 'unknown-value'],
  [`${CASE}/next/date`, undefined, 'required'],
  [`${CASE}/next/date_status`, 'scheduld', 'unknown-value'],
  [`${PLACARD}/timeline/0/text`, undefined, 'required'],
  [`${PLACARD}/quotes/0/form`, undefined, 'required'],
  [`${PLACARD}/actions/0/type`, 'call', 'unknown-value'],
  [`${PLACARD}/sources/0`, null, 'wrong-type'],
];

const TEXTS: [text: string, code: string, line: number | undefined][] = [
  ['', 'not-json', 1],
  ['<!doctype html><p>Sign in</p>', 'html', undefined],
  ['{\n  "title": "a",\n}', 'not-json', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 'not-json', 3],
  ['{\n  "a": “b”\n}', 'not-json', 2],
  ['{\n  // remark\n  "a": 1\n}', 'not-json', 2],
  ['{\n  "a": [1, 2', 'not-json', 2],
  ['{\n  "a": "one\ntwo"\n}', 'not-json', 2],
  ['{\n  "a": "he said "no""\n}', 'not-json', 2],
  ['[]', 'not-a-feed', undefined],
  ['7', 'not-a-feed', undefined],
];

const HALF = 'half a response';
const NOTHING = 'nothing before the timeout';
/** Error outputs, for the approved text. */
const failed: Section[] = [];
/** The problems of TEXTS, for the approved text. */
const unreadable = new Map<string, Found['problems'][number]>();
/** The problems of the tables, for the approved text. */
const reported = new Map<Broken, Found['problems'][number]>();

describe('placard validate, for a broken feed', { concurrency: 2 }, () => {
  for (const entry of BROKEN) {
    const [at, value, code, path = at] = entry;
    const whole = value === undefined ? 'missing' : JSON.stringify(value);
    it(`reports ${code} for ${at} ${whole}`, async () => {
      const { code: exit, ok, problems } = await validate(withPart(at, value));
      const errors = problems.filter(({ level }) => level === 'error');
      assert.deepEqual(
        errors.map((error) => [error.code, error.path]),
        [[code, path]],
      );
      reported.set(entry, errors[0]!);
      assert.equal(ok, false);
      assert.equal(exit, 1);
    });
  }

  it('suggests a valid case for each outcome that is written as a status', async () => {
    for (const outcome of enumValuesAt(`${CASE}/outcome`)) {
      const { problems } = await validate(withPart(`${CASE}/status`, outcome));
      const { fix } = problems.find(({ path }) => path === `${CASE}/status`)!;
      // The fix has the two fields to write.
      const [, status] = new RegExp(`"status": "(decided|closed)", "outcome": "${outcome}"`).exec(fix)!;
      const fixed = withPart(`${CASE}/status`, status, withPart(`${CASE}/outcome`, outcome, withPart(`${CASE}/next`, undefined)));
      assert.deepEqual((await validate(fixed)).problems, []);
    }
    const granted = await validate(withPart(`${CASE}/status`, 'granted'));
    assert.match(granted.problems[0]!.fix, /"status": "decided"/);
    const withdrawn = await validate(withPart(`${CASE}/status`, 'withdrawn'));
    assert.match(withdrawn.problems[0]!.fix, /"status": "closed"/);
  });

  it('reports all errors of a rejected feed, with their lines', async () => {
    const feed = withPart('/version', undefined, withPart(`${CASE}/status`, 'waiting', withPart('/items/0/title', ' ')));
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

  it('reports a duplicate id, and the problems of the second item', async () => {
    const feed = soundFeed();
    const [item] = feed.items as Json[];
    feed.items = [item, { ...item, title: ' ' }];
    const { problems } = await validate(feed);
    const errors = problems.filter(({ level }) => level === 'error').map(({ code, path }) => [code, path]);
    assert.deepEqual(errors, [
      ['duplicate-id', '/items/1/id'],
      ['bad-value', '/items/1/title'],
    ]);
  });

  for (const [text, code, line] of TEXTS) {
    it(`reports ${code} for the text ${JSON.stringify(text)}`, async () => {
      const { code: exit, problems } = await validate(text);
      assert.deepEqual(
        problems.map((problem) => problem.code),
        [code],
      );
      unreadable.set(text, problems[0]!);
      if (line !== undefined) assert.equal(problems[0]!.line, line);
      assert.equal(exit, 1);
    });
  }
});

/** Warnings, as in BROKEN. */
const HARMFUL: Broken[] = [
  [`${PLACARD}/incident/affected/names`, ['A. Person'], 'names-affected'],
  ['/_placard/contacts/0/name', 'A. Person', 'personal-telephone', '/_placard/contacts/0/phone'],
  ['/_placard/contacts/0/email', 'a.person@gmail.com', 'personal-email'],
  ['/items/0/content_text', 'Call +44 20 7946 0123.', 'telephone-in-text'],
  [`${PLACARD}/timeline/0/text`, 'Write to person@example.org.', 'email-in-text'],
  [`${PLACARD}/media`, undefined, 'picture-without-alt', '/items/0/image'],
  [`${PLACARD}/media/0/alt`, '', 'picture-without-alt'],
  [`${PLACARD}/media/0/credit`, undefined, 'picture-without-credit', `${PLACARD}/media/0`],
  ['/items/0/image', 'https://pictures.example.com/a.png', 'picture-from-elsewhere'],
  [
    `${PLACARD}/signatories`,
    [{ name: 'A', logo: 'https://a.example.com/logo.png' }],
    'picture-from-elsewhere',
    `${PLACARD}/signatories/0/logo`,
  ],
  [`${PLACARD}/persons`, [{ id: 'p', image: 'https://a.example.com/p.png' }], 'picture-from-elsewhere', `${PLACARD}/persons/0/image`],
  [`${PLACARD}/persons`, [{ id: 'p', named: 'withheld', image: '/p.png' }], 'withheld-picture', `${PLACARD}/persons/0/image`],
  ['/items/0/summary', 'He lives at 12 Example Street in Almaty.', 'home-address'],
  [`${PLACARD}/timeline/0/text`, 'Police searched her flat in Beispielstraße 7.', 'home-address'],
  [
    `${PLACARD}/persons`,
    [{ id: 'p', named: 'pseudonym', custody: { state: 'detained', since: '2026-01-01', until: '2026-02-01' } }],
    'custody-over',
    `${PLACARD}/persons/0/custody/state`,
  ],
  [
    `${PLACARD}/persons`,
    [{ id: 'p', custody: { state: 'released', since: '2026-01-01' } }],
    'release-undated',
    `${PLACARD}/persons/0/custody`,
  ],
  [
    `${PLACARD}/persons`,
    [{ id: 'p', custody: { state: 'released', since: '2026-02-01', until: '2026-01-01' } }],
    'end-before-start',
    `${PLACARD}/persons/0/custody/until`,
  ],
  [`${PLACARD}/incident`, { what: 'x', state: 'resolved', affected: { killed: 1 } }, 'death-resolved', `${PLACARD}/incident/state`],
  [`${CASE}/outcome`, 'granted', 'outcome-undecided'],
  [`${CASE}/compliance`, 'ignored', 'compliance-without-outcome'],
  [`${CASE}/persons`, ['nobody'], 'unknown-reference', `${CASE}/persons/0`],
  [`${CASE}/next/time_zone`, 'Asia/Almaty', 'words-not-shown'],
  [`${CASE}/next/date_status`, 'not-set', 'words-not-shown', `${CASE}/next/date`],
  [
    `${PLACARD}/actions/1`,
    { id: 'a', type: 'share', starts: '2026-05-01', ends: '2026-04-01' },
    'end-before-start',
    `${PLACARD}/actions/1/ends`,
  ],
  [
    `${PLACARD}/actions/1`,
    { id: 'a', type: 'attend', url: '/vigil', event: { start: '2026-05-01T18:00', end: '2026-05-01T17:00' } },
    'end-before-start',
    `${PLACARD}/actions/1/event/end`,
  ],
  ['/items/0/language', 'english', 'unknown-language'],
  [`${PLACARD}/quotes/0/source`, undefined, 'quote-without-source', `${PLACARD}/quotes/0`],
  [`${PLACARD}/quotes/0/text`, '“We will not be silent.”', 'quote-marks-twice'],
  [`${CASE}/as_of`, '2026', 'undated-status'],
  [`${CASE}/as_of`, '2026-05-01', 'status-in-future'],
  [`${CASE}/as_of`, '2026-02-10', 'status-behind-timeline'],
  [`${CASE}/status`, 'decided', 'next-left-over', `${CASE}/next`],
  [`${CASE}/status`, 'closed', 'next-left-over', `${CASE}/next`],
  [`${CASE}/next/date`, '2026-03-05', 'scheduled-in-past', `${CASE}/next`],
  [`${CASE}/next`, { type: 'hearing', date_status: 'postponed', date: '2026-03-05', was: '2026-03-01' }, 'scheduled-in-past'],
  [`${CASE}/next`, { type: 'hearing', date_status: 'postponed', date: '2026-03-05' }, 'postponed-to-past'],
  ['/_placard/valid_until', '2026-03-01T00:00:00Z', 'expired'],
  ['/_placard/generated_at', '2026-05-01T00:00:00Z', 'made-in-future'],
  ['/items/0/date_published', undefined, 'undated', '/items/0'],
  ['/items/0/date_published', '2026-06-01', 'published-in-future'],
  ['/items/0/date_modified', '2026-01-01', 'modified-before-published'],
  ['/items/0/title', undefined, 'no-title', '/items/0'],
  ['/items/0/summary', undefined, 'no-summary', '/items/0'],
  [`${PLACARD}/sources`, [], 'no-sources', PLACARD],
  ['/_placard/contacts/0/phone', '020 7946 0958', 'telephone-not-international'],
  ['/_placard/contacts/0/phone', '+999 20 7946 0958', 'telephone-country'],
  ['/_placard/contacts/0/phone', '+44 20 7946', 'telephone-length'],
  ['/_placard/contacts/0/phones', ['+44 20 7946 0958 1234'], 'telephone-length', '/_placard/contacts/0/phones/0'],
  ['/_placard/contacts/0/fax', '+44 20 7946 095', 'telephone-unlikely'],
  ['/_placard/publisher/corrections_url', undefined, 'no-way-to-correct', '/_placard/publisher'],
  ['/_placard/contacts/1', { id: 'other', role: 'general', phone: '+44 20 7946 0959' }, 'contact-not-shown'],
  [`${PLACARD}/actions/1/subject`, 'x', 'words-not-shown'],
  [`${PLACARD}/actions/0/time_zone`, 'Nowhere/City', 'unknown-time-zone'],
  [`${PLACARD}/draft`, true, 'draft', '/items/0'],
  [`${PLACARD}/publish_at`, '2026-06-01T10:00:00Z', 'published-in-future'],
  ['/items/0/content_html', '<p>x</p><video src="a.mp4"></video>', 'html-not-shown'],
  ['/items/0/title', 'Reporter Jane Example was arrested', 'names-affected'],
  [`${PLACARD}/persons`, [{ id: 'p', name: 'Jane Example' }], 'names-affected', `${PLACARD}/persons/0/name`],
  [`${PLACARD}/actions/1/type`, 'sign', 'action-leads-nowhere', `${PLACARD}/actions/1`],
  [`${PLACARD}/superseded_by`, 'other', 'unknown-reference'],
  ['/feed_url', undefined, 'no-feed-url'],
  ['/items/0/url', 'http://example.org/press-cards', 'insecure-address'],
  ['/items/0/url', 'example.org/press-cards', 'address-without-scheme'],
  ['/home_page_url', 'http://localhost:8080/', 'local-address'],
  ['/_placard/sequence', 9_000_000_000_001, 'sequence-huge'],
  [`${PLACARD}/revision`, 4, 'revision-above-sequence'],
  [`${PLACARD}/change`, 'new', 'change-revision-mismatch'],
  [`${PLACARD}/change`, 'correction', 'correction-untold'],
  ['/items/0/date_modified', undefined, 'change-undated', '/items/0'],
  [`${PLACARD}/corrections`, [{ at: '2026-03-02', revision: 5, text: 'Three.' }], 'correction-ahead', `${PLACARD}/corrections/0/revision`],
  [`${PLACARD}/retraction`, { at: '2026-03-02', reason: 'No.' }, 'retraction-without-change'],
  [`${PLACARD}/timeline/1`, { id: 'withdrawn', date: '2026-02-19', text: 'Again.' }, 'id-twice', `${PLACARD}/timeline/1/id`],
  ['/items/0/sumary', 'x', 'unknown-member'],
  ['/items/0/cases', [], 'unknown-member'],
  ['/items/0/_comment', 'x', 'guidance-left'],
  [`${PLACARD}/provenance`, [{ role: 'translator', name: 'Example Office' }], 'translation-unmarked', PLACARD],
];

describe('placard validate, for a feed that can harm people', { concurrency: 2 }, () => {
  it('reports no problem for a sound feed', async () => {
    const file = write(folder, 'sound.json', soundFeed());
    assert.deepEqual(await placardJson(['validate', file, '--date', TODAY]), { feed: file, ok: true, problems: [], code: 0 });
  });

  for (const entry of HARMFUL) {
    const [at, value, code, path = at] = entry;
    it(`warns of ${code} at ${at}`, async () => {
      const { code: exit, ok, problems } = await validate(withPart(at, value));
      assert.deepEqual(
        problems.map((problem) => [problem.level, problem.code, problem.path]),
        [['warning', code, path]],
      );
      reported.set(entry, problems[0]!);
      assert.equal(ok, true);
      assert.equal(exit, 0);
    });
  }

  it('reports an action that leads nowhere as an error', async () => {
    for (const [at, value, code, path = at] of [
      [`${PLACARD}/actions/0/contact`, 'pres', 'unknown-reference'],
      [`${PLACARD}/actions/0/to`, ['nobody'], 'unknown-reference', `${PLACARD}/actions/0/to/0`],
      [`${PLACARD}/actions/0/contact`, undefined, 'action-leads-nowhere', `${PLACARD}/actions/0`],
      [`${PLACARD}/actions/1`, { id: 'w', type: 'write', text: 'Words.' }, 'action-leads-nowhere'],
      [`${PLACARD}/actions/1/url`, 'javascript:alert(1)', 'bad-url'],
      [`${PLACARD}/persons`, [{ id: 'p', contact: 'nobody' }], 'unknown-reference', `${PLACARD}/persons/0/contact`],
    ] as Broken[]) {
      const { code: exit, problems } = await validate(withPart(at, value));
      assert.deepEqual(
        problems.filter(({ level }) => level === 'error').map((problem) => [problem.code, problem.path]),
        [[code, path]],
      );
      assert.equal(exit, 1);
    }
  });

  it('reports a name that is withheld and in the feed, and an address that shows it', async () => {
    const prison = { id: 'prison', role: 'prison', postal: ['Prison 5', 'Example Town'] };
    const person = { id: 'p', named: 'withheld', name: 'Jane Example', contact: 'prison' };
    const { code, problems } = await validate(withPart(`${PLACARD}/contacts`, [prison], withPart(`${PLACARD}/persons`, [person])));
    assert.deepEqual(
      problems.map((problem) => [problem.level, problem.code, problem.path]),
      [
        ['error', 'withheld-name', `${PLACARD}/persons/0/name`],
        ['warning', 'withheld-address', `${PLACARD}/persons/0/contact`],
      ],
    );
    assert.equal(code, 1);
  });

  it('warns of a named child', async () => {
    for (const role of ['15-year-old student', 'schoolgirl', 'aged 9']) {
      const { problems } = await validate(withPart(`${PLACARD}/persons`, [{ id: 'p', name: 'Jane Example', role }]));
      assert.deepEqual(problems.map(({ code }) => code).sort(), ['child-named', 'names-affected'], role);
    }
    const grown = await validate(withPart(`${PLACARD}/persons`, [{ id: 'p', name: 'Jane Example', role: '45-year-old reporter' }]));
    assert.deepEqual(
      grown.problems.map(({ code }) => code),
      ['names-affected'],
    );
  });

  it('warns of the private number of a target, also among the recipients of a letter', async () => {
    const judge = { id: 'judge', role: 'target', name: 'Jane Example', phone: '+44 20 7946 0123', whatsapp: '+44 20 7946 0123' };
    const { problems } = await validate(withPart(`${PLACARD}/actions/1`, { id: 'w', type: 'write', url: '/write', to: [judge] }));
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [
        ['personal-telephone', `${PLACARD}/actions/1/to/0/phone`],
        ['personal-telephone', `${PLACARD}/actions/1/to/0/whatsapp`],
      ],
    );
  });

  it('warns of a number of signatories that is lower than their list', async () => {
    const signed = withPart(`${PLACARD}/signatories`, [{ name: 'A' }, { name: 'B' }]);
    const { problems } = await validate(withPart(`${PLACARD}/signatories_count`, 1, signed));
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [['count-too-low', `${PLACARD}/signatories_count`]],
    );
  });

  it('reports a draft as an error in the feed that readers get', async () => {
    const file = write(folder, 'draft.json', withPart(`${PLACARD}/draft`, true));
    const { code, problems } = await placardJson<Found>(['validate', file, '--date', TODAY, '--published']);
    assert.deepEqual([code, problems.map((problem) => [problem.level, problem.code])], [1, [['error', 'draft-published']]]);
  });

  it('warns of a feed without a contact, and of a contact without a channel', async () => {
    const codes = async (contacts: unknown) =>
      (await validate(withPart('/_placard/contacts', contacts))).problems
        .filter(({ level }) => level === 'warning')
        .map(({ code }) => code);
    assert.deepEqual(await codes([]), ['no-contact']);
    assert.deepEqual(await codes([{ id: 'press', role: 'press' }]), ['contact-without-channel']);
  });

  it('warns of a field that an object has twice', async () => {
    const text = JSON.stringify(soundFeed()).replace('"items":', '"title":"Twice","items":');
    const file = write(folder, 'twice.json', text);
    const { problems } = await placardJson<Found>(['validate', file, '--date', TODAY]);
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [['key-twice', '/title']],
    );
  });

  it('accepts pictures and accounts in a text, which are not e-mail addresses', async () => {
    assert.deepEqual(
      (await validate(withPart('/items/0/content_text', 'Image: shot@2x.png, https://video.example/@user/clips.example'))).problems,
      [],
    );
  });

  it('accepts a next step of a closed case that was held, has a label, or is a deadline or a release', async () => {
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
    assert.equal(left!.code, 'next-left-over');
  });

  it('warns of a statement without a language, and of a status without a date', async () => {
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

  it('warns of a machine translation that is marked as official, and of one that is older than its original', async () => {
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

  it('warns of a link to a missing translation', async () => {
    const feed = withPart(`${PLACARD}/translations`, [{ language: 'fr', item_id: 'cartes', kind: 'official' }]);
    const [item] = feed.items as Json[];
    (feed.items as Json[]).push({ ...item, id: 'other', _placard: { ...(item!._placard as Json), translations: undefined } });
    assert.deepEqual(
      (await validate(feed)).problems.map(({ code, path }) => [code, path]),
      [['unknown-reference', `${PLACARD}/translations/0/item_id`]],
    );
  });

  it('warns of a retracted statement that has its text', async () => {
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
  });

  it('exits with code 1 for warnings with --strict, except for those of --ignore', async () => {
    const feed = withPart('/items/0/summary', undefined, withPart('/feed_url', undefined));
    assert.equal((await validate(feed)).code, 0);
    const strict = await validate(feed, '--strict');
    assert.deepEqual([strict.code, strict.ok, strict.problems.length], [1, false, 2]);
    const ignored = await validate(feed, '--strict', '--ignore', 'no-summary', '--ignore', 'no-feed-url');
    assert.deepEqual([ignored.code, ignored.ok, ignored.problems.length], [0, true, 0]);
    const error = await validate(withPart('/version', undefined), '--ignore', 'required');
    assert.deepEqual([error.code, error.problems.length], [1, 1]); // errors cannot be ignored
    const oldName = await validate(feed, '--accept', 'no-summary', '--accept', 'no-feed-url');
    assert.deepEqual(oldName.problems, []);
  });

  it('prints the path, the line and the code for people', async () => {
    const file = write(folder, 'told.json', withPart(`${CASE}/status`, 'pendin'));
    const { code, out, err } = await placard(['validate', file, '--date', TODAY]);
    assert.equal(code, 1);
    assert.equal(err, '');
    assert.match(out, /\/items\/0\/_placard\/cases\/0\/status \(line \d+\) \[unknown-value\]$/m);
  });
});

describe('placard validate, for foreign text', () => {
  it('escapes control characters of a feed on the terminal and in JSON', async () => {
    const hostile = withPart(`${PLACARD}/quotes/0`, { text: 'x', form: 'direct', speaker: '\u001b[2J\u009b2Jnothing wrong\u202e' });
    const file = write(folder, 'hostile.json', hostile);
    const { out } = await placard(['validate', file, '--date', TODAY]);
    assert.ok(out.includes('\\u001b[2J\\u009b2Jnothing wrong\\u202e'), out);
    assert.doesNotMatch(out, /[\u001b\u009b\u202e]/);
    const json = await placard(['validate', file, '--date', TODAY, '--json']);
    assert.doesNotMatch(json.out, /[\u001b\u009b]/);
    assert.match((JSON.parse(json.out) as Found).problems[0]!.message, /\u001b\[2J\u009b2J/);
  });

  it('reads a feed of a thousand items with a problem each', async () => {
    const feed = soundFeed();
    const [item] = feed.items as Json[];
    feed.items = Array.from({ length: 1000 }, (_, index) => ({ ...item, id: `i${index}`, summary: undefined }));
    const { problems, code } = await validate(feed);
    assert.deepEqual([code, problems.length], [0, 1000]);
    // A thousand lines about one habit hide the others.
    const { out } = await placard(['validate', write(makeFolder(), 'feed.json', feed), '--date', TODAY]);
    assert.ok(out.split('\n').length < 20, out);
    assert.match(out, /\b997 more\b.*\[no-summary\]/);
  });
});

describe('placard validate, for files and addresses', () => {
  it('reads an address, and compares it with "feed_url"', async () => {
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

  const CANNOT: [answer: string, listener: Parameters<typeof serve>[0]][] = [
    ['an error', (_req, res) => void res.writeHead(500).end()],
    ['an endless redirect', (_req, res) => void res.writeHead(302, { location: '/' }).end()],
    ['a redirect to an ftp address', (_req, res) => void res.writeHead(302, { location: 'ftp://example.org/' }).end()],
    ['more bytes than a page reads', (_req, res) => void res.end(' '.repeat(5 * 1024 * 1024))],
    [HALF, (_req, res) => void (res.writeHead(200, { 'content-length': 100 }), res.write('{', () => res.destroy()))],
    [NOTHING, () => {}],
  ];
  for (const [answer, listener] of CANNOT) {
    it(`exits with code 2 if the server sends ${answer}`, async () => {
      await using server = await serve(listener);
      const { code, out, err } = await placard(['validate', server.url, '--timeout', answer === NOTHING ? '0.3' : '20']);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.doesNotMatch(err, /\n\s+at /); // no stack
      // The text of a broken connection depends on the moment.
      if (answer !== HALF) failed.push([answer, err.replaceAll(server.url, 'https://example.org/')]);
    });
  }

  it('exits with code 2 if the connection is refused', async () => {
    const server = await serve(() => {});
    await server[Symbol.asyncDispose]();
    const { code, err } = await placard(['validate', server.url]);
    assert.equal(code, 2);
    failed.push(['a refused connection', err.replaceAll(server.url, 'https://example.org/')]);
  });

  it('exits with code 2 for a missing file and for a folder, and with code 1 for a file that is not text', async () => {
    const missing = await placard(['validate', 'missing.json'], { cwd: folder });
    assert.equal(missing.code, 2);
    const directory = await placard(['validate', folder]);
    assert.equal(directory.code, 2);
    const binary = await placard(['validate', write(folder, 'binary.json', new Uint8Array([0x7b, 0xff, 0xfe]))]);
    assert.equal(binary.code, 1);
    for (const [name, { err }] of Object.entries({ 'a missing file': missing, 'a folder': directory, 'a binary file': binary }))
      failed.push([name, err.replaceAll(`${folder}/`, '').replaceAll(folder, 'folder')]);
    const bom = await placard(['validate', write(folder, 'bom.json', `\ufeff${JSON.stringify(soundFeed())}`), '--date', TODAY]);
    assert.equal(bom.code, 0);
  });

  it('survives hostile JSON: huge numbers, names of the engine, deep nesting', async () => {
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

describe('the wording of placard validate', () => {
  it('is the approved text', async () => {
    const cwd = makeFolder();
    write(cwd, 'sound.json', soundFeed());
    write(cwd, 'broken.json', withPart(`${CASE}/status`, 'pendin', withPart('/items/0/summary', undefined)));
    const help = ['validate', '--help'];
    const runs = ['sound.json', 'broken.json'].map((file) => ['validate', file, '--date', TODAY]);
    const sections = [];
    for (const args of [help, ...runs]) sections.push(ranSection(args, await placard(args, { cwd })));
    const withPlaces = (table: Broken[]) =>
      table.map((entry) => ({
        ...reported.get(entry)!,
        code: `${reported.get(entry)!.code}] [${entry[0]} = ${JSON.stringify(entry[1]) ?? 'missing'}`,
      }));
    const withTexts = TEXTS.map(([text]) => ({
      ...unreadable.get(text)!,
      code: `${unreadable.get(text)!.code}] [${JSON.stringify(text)}`,
    }));
    checkApproved('validate', [
      ...sections,
      problemSection('every error', withPlaces(BROKEN)),
      problemSection('a text that is not a feed', withTexts),
      problemSection('every warning', withPlaces(HARMFUL)),
      ...failed,
    ]);
  });
});
