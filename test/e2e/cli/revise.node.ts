/** Tests `placard revise`: it sets the numbers, the dates and the kind of a change, and shows what changes for readers. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { detailsOf } from '../../../src/i18n/details.js';
import { translationInfo } from '../../../src/feed/translations.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { checkApproved, ranSection, type Section } from './approved.js';
import { makeFolder, placard, placardJson, read, readJson, write, type Ran } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

const en = await loadLocale('en');
const details = detailsOf(en);
const ITEM = '/items/0';
const FACTS = '/items/0/_placard';
const CASE = `${FACTS}/cases/0`;
const LATER = '2026-03-09T10:00:00Z';

interface Result {
  ok: boolean;
  written: boolean;
  changed: boolean;
  sequence: number;
  generatedAt: string;
  items: { id: string; revision: number; change: string; changes: { section: string; before: string[]; now: string[] }[] }[];
  everywhere: { section: string; before: string[]; now: string[] }[];
  missing: string[];
  undated: string[];
  uncorrected?: string;
  unsigned: boolean;
}

/** Returns a folder with a published feed and the edited feed. */
function desk(
  edited: Json,
  published: Json = soundFeed(),
): {
  folder: string;
  revise(...options: string[]): Promise<Ran>;
  reviseJson(...options: string[]): Promise<Result & { code: number | null }>;
  feed(): Json;
  item(): Json & { _placard: Json };
} {
  const folder = makeFolder();
  write(folder, 'feed.json', edited);
  write(folder, 'feed.published.json', published);
  const args = (options: string[]) => ['revise', 'feed.json', '--date', LATER, ...options];
  return {
    folder,
    revise: (...options) => placard(args(options), { cwd: folder }),
    reviseJson: (...options) => placardJson<Result>(args(options), { cwd: folder }),
    feed: () => readJson<Json>(folder, 'feed.json'),
    item: () => readJson<{ items: (Json & { _placard: Json })[] }>(folder, 'feed.json').items[0]!,
  };
}

const withSecond = (feed: Json): Json => {
  const items = feed.items as Json[];
  return { ...feed, items: [...items, { ...items[0], id: 'second', title: 'Another case' }] };
};

/** Outputs for the approved text. */
const sections: Section[] = [];

describe('placard revise after an edit', () => {
  it('raises sequence and revision, sets their dates, and marks an update', async () => {
    const { reviseJson, feed, item, folder } = desk(withPart(`${CASE}/status`, 'decided', withPart(`${CASE}/next`, undefined)));
    const { code, written, sequence, items } = await reviseJson();
    assert.deepEqual([code, written, sequence], [0, true, 4]);
    assert.deepEqual(
      items.map(({ id, revision, change }) => [id, revision, change]),
      [['press-cards', 3, 'update']],
    );
    const { sequence: raised, generated_at: made } = feed()._placard as Json;
    assert.deepEqual([raised, made], [4, LATER]);
    assert.deepEqual([item()._placard.revision, item()._placard.change, item().date_modified], [3, 'update', LATER]);
    assert.equal(item().date_published, '2026-02-20T10:00:00Z');
    assert.equal(read(folder, 'feed.published.json'), read(folder, 'feed.json'));
    assert.deepEqual(readdirSync(folder).sort(), ['feed.json', 'feed.published.json']);
  });

  it('returns a feed that clients accept after the published feed', async () => {
    const { revise, feed } = desk(withSecond(withPart(`${ITEM}/title`, 'Two press cards withdrawn')));
    await revise();
    const published = parseFeed(soundFeed());
    for (const id of published.ids) published.item(id);
    const next = parseFeed(feed());
    for (const id of next.ids) next.item(id);
    next.retainFrom(published);
    assert.deepEqual(next.issues, []);
    assert.equal(next.item('press-cards')!.title, 'Two press cards withdrawn');
    assert.ok(next.sequence > published.sequence);
  });

  it('shows the changes for readers in the words of the card', async () => {
    const edited = withPart(`${CASE}/next`, { type: 'hearing', date_status: 'postponed' }, withPart(`${CASE}/as_of`, '2026-03-09'));
    const { revise } = desk(withPart('/_placard/contacts/0/phone', '+44 20 7946 0123', edited));
    const { code, out } = await revise();
    assert.equal(code, 0);
    sections.push(['changes for readers', out]);
  });

  it('writes no file without a change, for any layout of the JSON', async () => {
    const { revise, folder } = desk(Object.fromEntries(Object.entries(soundFeed()).toReversed()));
    const before = read(folder, 'feed.json');
    const { code, out } = await revise();
    assert.equal(code, 0);
    sections.push(['no change', out]);
    assert.equal(read(folder, 'feed.json'), before);
  });

  it('leaves unchanged items as they are, and starts a new item with revision 1', async () => {
    const second = withSecond(soundFeed());
    const third = { id: 'third', title: 'A third case', summary: 'New.', _placard: { kind: 'case', revision: 1 } };
    const { reviseJson, feed } = desk({ ...second, items: [...(second.items as Json[]), third] }, second);
    const { items, sequence } = await reviseJson();
    assert.deepEqual(
      items.map(({ id, revision, change }) => [id, revision, change]),
      [['third', 1, 'new']],
    );
    assert.equal(sequence, 4);
    const [one, two, new_] = feed().items as Json[];
    assert.deepEqual([one, two], second.items);
    assert.equal(new_!.date_published, LATER);
  });

  it('raises only the sequence if only the head changed', async () => {
    const { reviseJson, item } = desk(withPart('/_placard/publisher/about', 'A union.'));
    const { items, everywhere, sequence } = await reviseJson();
    assert.deepEqual([items, sequence], [[], 4]);
    assert.deepEqual(everywhere, [{ section: details.about('Example Union'), before: [], now: ['A union.'] }]);
    assert.equal(item()._placard.revision, 2);
  });

  it('reports a status that changed with its old date', async () => {
    const { reviseJson, revise } = desk(withPart(`${CASE}/status`, 'appealed'));
    assert.deepEqual((await reviseJson('--dry-run')).undated, [`${CASE}/as_of`]);
    const { out } = await revise();
    assert.ok(out.includes(`${CASE}/as_of`), out);
    sections.push(['a status with its old date', out]);
  });

  it('accepts a status that changes twice on the day of its date', async () => {
    const today = '2026-03-09';
    const dated = () => withPart(`${CASE}/as_of`, today);
    for (const published of [today, { date: today }, '2026-03'])
      assert.deepEqual(
        (
          await desk(
            withPart(`${CASE}/status`, 'appealed', withPart(`${CASE}/as_of`, published)),
            withPart(`${CASE}/as_of`, published),
          ).reviseJson()
        ).undated,
        [],
      );
    const { undated } = await desk(withPart(`${CASE}/status`, 'appealed', dated()), dated()).reviseJson();
    assert.deepEqual(undated, []);
  });

  it('prints warnings about a status in full, and the number of the other warnings', async () => {
    const decided = withPart(`${CASE}/status`, 'decided', withPart(`${CASE}/outcome`, 'granted', withPart(`${ITEM}/summary`, undefined)));
    const { code, err } = await desk(decided).revise();
    assert.equal(code, 0);
    assert.match(err, /cases\/0\/next \(line \d+\) \[next-left-over\]\n/);
    assert.doesNotMatch(err, /no-summary/);
    assert.match(err, /2 warnings.*placard validate feed\.json/);
    sections.push(['warnings', err]);
  });

  it('reports a missing item, and shows the command that retracts it', async () => {
    const { reviseJson, revise } = desk(soundFeed(), withSecond(soundFeed()));
    assert.deepEqual((await reviseJson('--dry-run')).missing, ['second']);
    const { out } = await revise();
    assert.match(out, /--retract REASON --item=second$/m);
    sections.push(['a missing item', out]);
  });

  it('removes the signatures, and reports it', async () => {
    const { reviseJson, feed } = desk(withPart('/_placard/signatures', ['e30..AA'], withPart(`${ITEM}/title`, 'Two')));
    assert.equal((await reviseJson()).unsigned, true);
    assert.ok(!('signatures' in (feed()._placard as Json)));
  });

  it('removes every comment', async () => {
    const { reviseJson, folder } = desk(withPart(`${FACTS}/_comment`, 'a', withPart('/_comment', ['b'])));
    assert.equal((await reviseJson()).changed, false); // a comment does not count as a change
    const edited = desk(withPart(`${FACTS}/_comment`, 'a', withPart(`${ITEM}/title`, 'Two')));
    await edited.revise();
    assert.doesNotMatch(read(edited.folder, 'feed.json'), /_comment/);
    assert.match(read(folder, 'feed.json'), /_comment/);
  });

  it('writes no file with --dry-run', async () => {
    const { reviseJson, folder } = desk(withPart(`${ITEM}/title`, 'Two'));
    const before = [read(folder, 'feed.json'), read(folder, 'feed.published.json')];
    const { written, changed, sequence } = await reviseJson('--dry-run');
    assert.deepEqual([written, changed, sequence], [false, true, 4]);
    assert.deepEqual([read(folder, 'feed.json'), read(folder, 'feed.published.json')], before);
  });
});

describe('placard revise by kind of change', () => {
  it('adds the text of --correction after earlier corrections', async () => {
    const earlier = [{ at: '2026-03-01', revision: 2, text: 'An earlier one.' }];
    const published = withPart(`${FACTS}/corrections`, earlier);
    const edited = withPart(`${FACTS}/corrections`, earlier, withPart(`${FACTS}/incident/affected/count`, 4));
    const { reviseJson, item } = desk(edited, published);
    const { items } = await reviseJson('--correction', 'There were four, not three.');
    assert.equal(items[0]!.change, 'correction');
    assert.deepEqual(item()._placard.corrections, [...earlier, { at: '2026-03-09', revision: 3, text: 'There were four, not three.' }]);
    assert.deepEqual(
      items[0]!.changes.filter(({ section }) => section === details.headings.corrections || section === en.headings.facts),
      [
        {
          section: en.headings.facts,
          before: [`${details.facts.who}: three reporters · 3 people`],
          now: [`${details.facts.who}: three reporters · 4 people`],
        },
        { section: details.headings.corrections, before: [], now: ['9 March 2026: There were four, not three.'] },
      ],
    );
  });

  it('reports a --correction without any other change in the item or the head', async () => {
    const untouched = await desk(soundFeed()).reviseJson('--dry-run', '--correction', 'There were four, not three.');
    assert.deepEqual([untouched.code, untouched.uncorrected], [0, 'press-cards']);
    const { out } = await desk(soundFeed()).revise('--correction', 'There were four, not three.');
    sections.push(['a correction without a change', out]);
    for (const [at, value] of [
      [`${FACTS}/incident/affected/count`, 4],
      ['/_placard/contacts/0/phone', '+44 20 7946 0123'],
    ] as const) {
      const fixed = await desk(withPart(at, value)).reviseJson('--correction', 'It was wrong.');
      assert.equal(fixed.uncorrected, undefined, at);
    }
  });

  it('recognizes a correction that was written by hand', async () => {
    const { reviseJson } = desk(
      withPart(`${FACTS}/corrections`, [{ at: '2026-03-09', revision: 3, text: 'Four.' }], withPart(`${FACTS}/revision`, 3)),
    );
    const { items } = await reviseJson();
    assert.deepEqual([items[0]!.change, items[0]!.revision], ['correction', 3]);
  });

  it('retracts a statement with the reason of --retract, and keeps its id', async () => {
    const { reviseJson, revise, item } = desk(soundFeed());
    const shown = await revise('--dry-run', '--retract', 'A source took it back.');
    sections.push(['a retraction', shown.out]);
    const { items } = await reviseJson('--retract', 'A source took it back.');
    assert.deepEqual([items[0]!.id, items[0]!.revision, items[0]!.change], ['press-cards', 3, 'retraction']);
    assert.deepEqual(item()._placard.retraction, { at: '2026-03-09', reason: 'A source took it back.' });
    assert.ok(item().content_text); // until it is erased
  });

  it('keeps only the headline and the reason with --erase', async () => {
    const { reviseJson, item, folder } = desk(soundFeed());
    await reviseJson('--retract', 'It endangers somebody.', '--erase');
    assert.deepEqual(Object.keys(item()).sort(), ['_placard', 'date_modified', 'date_published', 'id', 'language', 'title', 'url']);
    assert.deepEqual(Object.keys(item()._placard).sort(), ['change', 'kind', 'retraction', 'revision']);
    assert.doesNotMatch(read(folder, 'feed.published.json'), /three reporters/); // nor in the copy
  });

  it('keeps a statement retracted through later edits, until --update', async () => {
    const withdrawn = withPart(`${FACTS}/change`, 'retraction', withPart(`${FACTS}/retraction`, { at: '2026-03-02', reason: 'No.' }));
    const edited = withPart(`${ITEM}/title`, 'A headline without a name', structuredClone(withdrawn));
    assert.equal((await desk(edited, withdrawn).reviseJson()).items[0]!.change, 'retraction');
    assert.equal((await desk(edited, withdrawn).reviseJson('--update')).items[0]!.change, 'update');
  });

  it('shows that a translation is retracted with its original', async () => {
    const french = {
      id: 'cartes',
      title: 'Trois cartes',
      language: 'fr',
      _placard: { kind: 'case', revision: 1, translations: [{ language: 'en', item_id: 'press-cards', kind: 'original' }] },
    };
    const both = { ...soundFeed(), items: [...(soundFeed().items as Json[]), french] };
    const { items } = await desk(both, both).reviseJson('--retract', 'No.', '--item', 'press-cards');
    assert.deepEqual(
      items.map(({ id, revision, change }) => [id, revision, change]),
      [
        ['press-cards', 3, 'retraction'],
        ['cartes', 2, 'retraction'],
      ],
    );
    assert.ok(items[1]!.changes[0]!.now.includes('Reason: No.'));
    sections.push(['a retraction with a translation', (await desk(both, both).revise('--retract', 'No.', '--item', 'press-cards')).out]);
  });

  it('takes one correction for a mistake in an original and its translation', async () => {
    const french = {
      id: 'cartes',
      title: 'Trois cartes',
      language: 'fr',
      _placard: { kind: 'case', revision: 1, translations: [{ language: 'en', item_id: 'press-cards', kind: 'original' }] },
    };
    const withTitles = (english: string, other: string) => {
      const [item] = soundFeed().items as Json[];
      return {
        ...soundFeed(),
        items: [
          { ...item, title: english },
          { ...french, title: other },
        ],
      };
    };
    const { code, items } = await desk(withTitles('Two cards', 'Deux cartes'), withTitles('Three cards', 'Trois cartes')).reviseJson(
      '--correction',
      'Two cards, not three.',
    );
    assert.equal(code, 0);
    assert.deepEqual(
      items.map(({ id, change }) => [id, change]),
      [
        ['press-cards', 'correction'],
        ['cartes', 'correction'],
      ],
    );
  });

  it('keeps a translation up to date that is corrected with its original, and not one that is left as it was', async () => {
    const translated = (english: string, french: string, german: string): Json => {
      const [item] = soundFeed().items as (Json & { _placard: Json })[];
      const entry = (language: string) => ({ language, item_id: language, kind: 'official', of_revision: 2 });
      const version = (language: string, title: string) => ({ id: language, title, language, _placard: { kind: 'case', revision: 1 } });
      return {
        ...soundFeed(),
        items: [
          { ...item, title: english, _placard: { ...item!._placard, translations: [entry('fr'), entry('de')] } },
          version('fr', french),
          version('de', german),
        ],
      };
    };
    const { reviseJson, item, feed } = desk(
      translated('Two cards', 'Deux cartes', 'Drei Karten'),
      translated('Three cards', 'Trois cartes', 'Drei Karten'),
    );
    assert.equal((await reviseJson('--correction', 'Two cards, not three.')).code, 0);
    const { revision, translations } = item()._placard as { revision: number; translations: Json[] };
    assert.deepEqual(
      translations.map(({ language, of_revision: of }) => [language, of]),
      [
        ['fr', revision],
        ['de', 2],
      ],
    );
    const revised = parseFeed(feed());
    assert.deepEqual(
      ['fr', 'de'].map((id) => translationInfo(revised, revised.item(id)!).outdated),
      [false, true],
    );
  });

  it('rejects a --date before the last publication, and accepts its day', async () => {
    const edited = withPart(`${ITEM}/title`, 'Two cards withdrawn');
    const made = (soundFeed()._placard as Json).generated_at as string;
    const dated = (date: string) => {
      const { folder } = desk(edited);
      return placard(['revise', 'feed.json', '--date', date], { cwd: folder });
    };
    const early = await dated('2026-01-01');
    assert.equal(early.code, 2);
    sections.push(['an early date', early.err]);
    assert.equal((await dated(made.slice(0, 10))).code, 0);
  });

  it('needs --item if several statements match', async () => {
    const both = withSecond(soundFeed());
    const unclear = await desk(both, both).revise('--retract', 'No.');
    assert.equal(unclear.code, 2);
    assert.match(unclear.err, /--item .*"press-cards", "second"/);
    sections.push(['several statements', unclear.err]);
    const named = await desk(both, both).reviseJson('--retract', 'No.', '--item', 'second');
    assert.deepEqual(
      named.items.map(({ id, change }) => [id, change]),
      [['second', 'retraction']],
    );
    const edited = withSecond(withPart(`${ITEM}/title`, 'Two'));
    const plain = await desk(edited, withSecond(soundFeed())).reviseJson('--correction', 'Two.');
    assert.deepEqual(
      plain.items.map(({ id, change }) => [id, change]),
      [['press-cards', 'correction']],
    );
    const unknown = await desk(both, both).revise('--retract', 'No.', '--item', 'thrid');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /"thrid"/);
    sections.push(['an unknown id', unknown.err]);
  });

  it('exits with code 2 for options that exclude each other', async () => {
    const cases = [
      ['--correction', 'a', '--retract', 'b'],
      ['--update', '--correction', 'a'],
      ['--correction', ' '],
      ['--erase'],
      ['--item', 'press-cards'],
      ['--initial', '--previous', 'feed.json'],
      ['--initial'],
      ['--date', 'soon'],
    ];
    const { revise, folder } = desk(withPart(`${ITEM}/title`, 'Two'));
    const before = read(folder, 'feed.json');
    for (const options of cases) {
      const ran = await revise(...options);
      assert.equal(ran.code, 2, options.join(' '));
      sections.push(ranSection(['revise', 'feed.json', ...options], ran));
    }
    assert.equal(read(folder, 'feed.json'), before);
  });
});

describe('placard revise against the published feed', () => {
  it('needs the published feed, and suggests the address of the feed', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', soundFeed());
    const { code, err } = await placard(['revise', 'feed.json'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /--previous https:\/\/example\.org\/feed\.json$/m);
    assert.match(err, /--initial$/m);
    sections.push(['an unknown published feed', err]);
  });

  it('keeps the numbers and writes a copy with --initial, and with its old name --first', async () => {
    for (const option of ['--initial', '--first']) {
      const folder = makeFolder();
      write(folder, 'feed.json', withPart('/_placard/sequence', 1, withPart('/_comment', 'a')));
      const { code, sequence, generatedAt } = await placardJson<Result>(['revise', 'feed.json', option, '--date', LATER], { cwd: folder });
      assert.deepEqual([code, sequence, generatedAt], [0, 1, LATER], option);
      assert.ok(existsSync(join(folder, 'feed.published.json')));
      assert.doesNotMatch(read(folder, 'feed.json'), /_comment/);
    }
  });

  it('compares with the feed at an address', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', withPart(`${ITEM}/title`, 'Two'));
    await using server = await serve((_req, res) => res.end(JSON.stringify(withPart('/_placard/sequence', 3))));
    const { code, sequence } = await placardJson<Result>(['revise', 'feed.json', '--previous', `${server.url}feed.json`, '--date', LATER], {
      cwd: folder,
    });
    assert.deepEqual([code, sequence], [0, 4]);
  });

  it('rejects a file that is older than the published feed, whose changes would be lost', async () => {
    const sequence = await desk(withPart(`${ITEM}/title`, 'Two'), withPart('/_placard/sequence', 5)).revise();
    assert.equal(sequence.code, 1);
    sections.push(['an old sequence', sequence.err]);
    const revision = await desk(withPart(`${ITEM}/title`, 'Two'), withPart(`${FACTS}/revision`, 4)).revise();
    assert.equal(revision.code, 1);
    assert.match(revision.err, /"press-cards"/);
    sections.push(['an old revision', revision.err]);
  });

  it('keeps a raised epoch, in which the sequence starts again', async () => {
    const { reviseJson, feed } = desk(
      withPart('/_placard/epoch', 1, withPart('/_placard/sequence', 1)),
      withPart('/_placard/sequence', 900),
    );
    assert.equal((await reviseJson()).sequence, 1);
    assert.equal((feed()._placard as Json).epoch, 1);
  });

  it('rejects a file with an error, and writes no file', async () => {
    const { revise, folder } = desk(withPart(`${CASE}/status`, 'waiting'));
    const before = read(folder, 'feed.json');
    const { code, err } = await revise();
    assert.equal(code, 1);
    assert.match(err, /\[unknown-value\]/);
    sections.push(['an error in the file', err]);
    assert.equal(read(folder, 'feed.json'), before);
  });
});

describe('the wording of placard revise', () => {
  it('is the approved text', async () => {
    const help = ['revise', '--help'];
    checkApproved('revise', [ranSection(help, await placard(help)), ...sections]);
  });
});
