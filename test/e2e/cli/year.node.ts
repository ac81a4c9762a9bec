/**
 * Tests a year of one fictional case: each publication by the commands, with embeds in two languages open all the time, unsigned and
 * signed with a pinned key.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser';
import type { Browser, Page } from 'puppeteer-core';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { untilText } from '../../support/composed-text.mjs';
import { bundles, makeFolder, placard, read, readJson, write } from './cli.js';
import { serve, serveFolder } from './server.js';

type Json = Record<string, unknown>;
type Item = Json & { id: string; _placard: Json & { timeline?: Json[]; corrections?: Json[] } };

/** A publication: its day, its command or edit, and the words that the open English card then has. */
interface Publication {
  readonly day: string;
  readonly update?: readonly string[];
  readonly edit?: (item: Item) => void;
  readonly correction?: string;
  readonly shows: string;
}

const update = (day: string, shows: string, what: string, ...more: string[]): Publication => ({
  day,
  shows,
  update: ['--what', what, ...more],
});

const YEAR: readonly Publication[] = [
  update('2026-01-12', 'set for 2 February 2027', 'hearing-set', '--day', '2027-02-02'),
  update('2026-01-20', 'postponed to 9 February 2027', 'postponed', '--day', '2027-02-09'),
  update('2026-01-25', 'no new date has been set', 'postponed', '--day', ''),
  update('2026-02-01', 'set for 16 February 2027', 'hearing-set', '--day', '2027-02-16'),
  update('2026-02-17', 'took place on 16 February 2026', 'held', '--day', '2026-02-16', '--text', 'The court heard both sides.'),
  update('2026-03-03', 'Claim granted', 'ruling', '--day', '2026-03-02', '--outcome', 'granted', '--text', 'The court granted the claim.'),
  {
    day: '2026-03-05',
    shows: 'has not been carried out',
    edit: ({ _placard }) => void ((_placard.cases as Json[])[0]!.compliance = 'ignored'),
  },
  update('2026-03-20', 'Under appeal', 'appeal', '--day', '2026-03-19', '--text', 'The ministry appealed.'),
  update('2026-04-02', 'set for 3 May 2027', 'hearing-set', '--day', '2027-05-03'),
  update('2026-05-04', 'took place on 3 May 2026', 'held', '--day', '2026-05-03', '--text', 'The appeal was heard.'),
  update(
    '2026-05-20',
    'Claim denied',
    'ruling',
    '--day',
    '2026-05-19',
    '--outcome',
    'denied',
    '--text',
    'The appeal court denied the claim.',
  ),
  { day: '2026-05-22', correction: 'Two cards were withdrawn, not three.', shows: 'Two cards were withdrawn, not three.' },
  update('2026-06-10', 'One reporter was questioned.', 'other', '--day', '2026-06-09', '--text', 'One reporter was questioned.'),
  {
    day: '2026-06-12',
    correction: 'The questioning was reported wrongly.',
    edit: ({ _placard }) => void (_placard.timeline = _placard.timeline!.filter(({ text }) => text !== 'One reporter was questioned.')),
    shows: 'The questioning was reported wrongly.',
  },
  update('2026-06-20', 'since 19 June 2026', 'arrested', '--day', '2026-06-19', '--text', 'A reporter was arrested.'),
  update('2026-08-01', 'Released on 31 July 2026', 'released', '--day', '2026-07-31', '--text', 'The reporter is free again.'),
  { day: '2026-08-10', edit: (item) => void (item.summary = 'Two press cards were withdrawn.'), shows: 'Two press cards were withdrawn.' },
  update('2026-09-01', 'The file was closed.', 'closed', '--day', '2026-08-31', '--text', 'The file was closed.'),
  { day: '2026-09-15', edit: ({ _placard }) => void (_placard.superseded_by = 'second-case'), shows: 'There is a newer statement:' },
];

const INITIAL = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Union',
  language: 'en',
  _placard: {
    spec: 1,
    sequence: 1,
    generated_at: '2026-01-05T09:00:00Z',
    publisher: { name: 'Example Union', url: 'https://union.example/' },
    contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958' }],
  },
};
const CASE = {
  id: 'press-cards',
  title: 'Press cards withdrawn',
  summary: 'Three press cards were withdrawn.',
  language: 'en',
  date_published: '2026-01-05T09:00:00Z',
  _placard: {
    kind: 'case',
    revision: 1,
    cases: [
      { id: 'suit', forum: 'Example Court', status: 'pending', as_of: '2026-01-05', next: { type: 'hearing', date_status: 'not-set' } },
    ],
    persons: [{ id: 'reporter', named: 'withheld', role: 'reporter' }],
    actions: [{ id: 'call', type: 'contact', contact: 'press' }],
  },
};

describe('a year of one case', () => {
  let browser: Browser;
  before(async () => {
    await bundles();
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const signed of [false, true])
    it(`reaches every open card, ${signed ? 'signed with the key that its page pins' : 'unsigned'}`, async () => {
      const work = makeFolder();
      const out = join(work, 'public');
      await using host = await serveFolder(() => out);
      const cases = join(work, 'cases');
      mkdirSync(cases);
      const { jwk, publicKey } = generateKey();
      const key = signed ? ['--key', write(work, 'key.jwk.json', jwk)] : [];
      write(cases, 'feed.json', { ...INITIAL, feed_url: `${host.url}feed.json` });
      write(cases, 'press-cards.json', CASE);
      const calendars = new Set<string>();
      const run = async (...args: string[]) => {
        const { code, out: printed, err } = await placard(args);
        assert.equal(code, 0, `${args.join(' ')}: ${printed}${err}`);
      };
      const build = () => run('build', cases, '--out', out, '--base-url', host.url, ...key);
      const edit = (change: (item: Item) => void) => {
        const item = readJson<Item>(cases, 'press-cards.json');
        change(item);
        write(cases, 'press-cards.json', item);
      };

      await run('revise', cases, '--initial', '--date', '2026-01-05T09:00:00Z');
      await run(
        'add',
        cases,
        '--translation-of',
        'press-cards',
        '--language',
        'fr',
        '--title',
        'Cartes de presse retirées',
        '--date',
        '2026-01-06',
      );
      await run(
        'add',
        cases,
        '--id',
        'second-case',
        '--title',
        'A second case',
        '--summary',
        'It goes on.',
        '--date',
        '2026-01-06',
        '--draft',
      );
      await run('revise', cases, '--date', '2026-01-07');
      await build();

      const pinned = signed ? ` data-placard-public-key="${publicKey}"` : '';
      const snippet = (id: string) =>
        read(out, id, 'snippets/full.html').replace('<div data-placard-src', `<div data-placard-refresh="1"${pinned} data-placard-src`);
      const pageOf = (id: string) => `<!doctype html><title>Partner</title>${snippet(id)}`;
      const [english, french] = [pageOf('press-cards'), pageOf('press-cards-fr')];
      await using partner = await serve(
        (req, res) => void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(req.url === '/fr' ? french : english),
      );
      const open = (path: string, use: (page: Page) => Promise<void>) => visit(browser, partner.url + path, use);
      await open('', (inEnglish) =>
        open('fr', async (inFrench) => {
          for (const { day, update: what, edit: change, correction, shows } of YEAR) {
            if (shows === 'There is a newer statement:') {
              const second = readJson<Item>(cases, 'second-case.json');
              write(cases, 'second-case.json', { ...second, _placard: { ...second._placard, draft: undefined } });
            }
            if (change) edit(change);
            if (what) await run('update', cases, 'press-cards', ...withoutEmptyDay(what), '--date', day);
            else await run('revise', cases, '--date', day, ...(correction ? ['--correction', correction, '--item', 'press-cards'] : []));
            await build();
            if (existsSync(join(out, 'press-cards/calendar.ics'))) calendars.add(read(out, 'press-cards/calendar.ics'));
            await inEnglish.bringToFront();
            await untilText(inEnglish, shows);
          }
          await run('retract', cases, 'press-cards', '--reason', 'The source has taken it back.', '--erase', '--date', '2026-10-01');
          await build();
          await inEnglish.bringToFront();
          assert.match(await untilText(inEnglish, 'The source has taken it back.'), /Withdrawn/);
          await inFrench.bringToFront();
          await untilText(inFrench, 'The source has taken it back.');
        }),
      );

      const { sequence } = readJson<{ _placard: { sequence: number } }>(out, 'feed.json')._placard;
      assert.equal(sequence, 1 + 1 + YEAR.length + 1, 'one number for each publication');
      const { revision } = readJson<Item>(cases, 'press-cards.json')._placard;
      assert.equal(revision, YEAR.length + 3);
      const hearings = [...calendars].flatMap((text) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid));
      assert.equal(new Set(hearings).size, 2, 'the hearing of the appeal does not move the first one');
      assert.match(parseAtom(read(out, 'press-cards/atom.xml')).title!, /Withdrawn/);
      assert.doesNotMatch(read(out, 'press-cards/index.html') + read(out, 'press-cards-fr/snapshot.json'), /press cards were withdrawn/);
      if (!signed) return;
      for (const file of ['feed.json', 'press-cards/feed.json', 'press-cards-fr/feed.json'])
        assert.equal((await placard(['verify', join(out, file), '--public-key', publicKey])).code, 0, file);
    });
});

/** The new day of a postponed hearing can be unknown: its option is left out, and the answer is an empty line. */
const withoutEmptyDay = (args: readonly string[]): string[] => (args.at(-1) === '' ? args.slice(0, -2) : [...args]);
