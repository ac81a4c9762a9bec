/** `placard revise`: numbers, dates and the record of a change follow from an edit, and what a reader will see is shown. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { makeFolder, placard, placardJson, read, readJson, write, type Ran } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

const ITEM = '/items/0';
const FACTS = '/items/0/_placard';
const CASE = `${FACTS}/cases/0`;
const LATER = '2026-03-09T10:00:00Z';

interface Told {
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

/** A folder with a published feed and the edited one. */
function desk(
  edited: Json,
  published: Json = soundFeed(),
): {
  folder: string;
  revise(...options: string[]): Promise<Ran>;
  told(...options: string[]): Promise<Told & { code: number | null }>;
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
    told: (...options) => placardJson<Told>(args(options), { cwd: folder }),
    feed: () => readJson<Json>(folder, 'feed.json'),
    item: () => readJson<{ items: (Json & { _placard: Json })[] }>(folder, 'feed.json').items[0]!,
  };
}

const withSecond = (feed: Json): Json => {
  const items = feed.items as Json[];
  return { ...feed, items: [...items, { ...items[0], id: 'second', title: 'Another case' }] };
};

describe('placard revise, after an edit', () => {
  it('raises sequence and revision, dates both, and says that it is an update', async () => {
    const { told, feed, item, folder } = desk(withPart(`${CASE}/status`, 'decided', withPart(`${CASE}/next`, undefined)));
    const { code, written, sequence, items } = await told();
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

  it('makes what every client takes after what it held, and nothing of it is turned back', async () => {
    const { revise, feed } = desk(withSecond(withPart(`${ITEM}/title`, 'Two press cards withdrawn')));
    await revise();
    const held = parseFeed(soundFeed());
    for (const id of held.ids) held.item(id);
    const next = parseFeed(feed());
    for (const id of next.ids) next.item(id);
    next.retainFrom(held);
    assert.deepEqual(next.issues, []);
    assert.equal(next.item('press-cards')!.title, 'Two press cards withdrawn');
    assert.ok(next.sequence > held.sequence);
  });

  it('shows what a reader will see, in the words of the widget, and nothing else', async () => {
    const edited = withPart(`${CASE}/next`, { type: 'hearing', date_status: 'postponed' }, withPart(`${CASE}/as_of`, '2026-03-09'));
    const { revise } = desk(withPart('/_placard/contacts/0/phone', '+44 20 7946 0123', edited));
    const { code, out } = await revise();
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'feed.json is ready to publish: sequence 4, made 2026-03-09T10:00:00Z',
        '',
        'Item "press-cards", "Three press cards withdrawn": revision 3, update. A reader will see:',
        '  - The hearing is set for 14 April 2026.',
        '  - Example Administrative Court · As of 2 March 2026',
        '  - Call · tel:+442079460958',
        '  - As of 2 March 2026',
        '  + The hearing was postponed, and no new date has been set.',
        '  + Example Administrative Court · As of 9 March 2026',
        '  + Call · tel:+442079460123',
        '  + As of 9 March 2026',
        '  Course of the case',
        '  - 14 April 2026: The hearing is set for 14 April 2026.',
        '  + next: The hearing was postponed, and no new date has been set.',
        '',
        'With every statement a reader will see:',
        '  Press contact',
        '  - +44 20 7946 0958',
        '  + +44 20 7946 0123',
        '',
      ].join('\n'),
    );
  });

  it('does nothing where nothing changed, however it is laid out', async () => {
    const { revise, folder } = desk(Object.fromEntries(Object.entries(soundFeed()).toReversed()));
    const before = read(folder, 'feed.json');
    const { code, out } = await revise();
    assert.equal(code, 0);
    assert.match(out, /says what was published: nothing is raised, and nothing written/);
    assert.equal(read(folder, 'feed.json'), before);
  });

  it('leaves alone the items that did not change, and numbers a new one from one', async () => {
    const second = withSecond(soundFeed());
    const third = { id: 'third', title: 'A third case', summary: 'New.', _placard: { kind: 'case', revision: 1 } };
    const { told, feed } = desk({ ...second, items: [...(second.items as Json[]), third] }, second);
    const { items, sequence } = await told();
    assert.deepEqual(
      items.map(({ id, revision, change }) => [id, revision, change]),
      [['third', 1, 'new']],
    );
    assert.equal(sequence, 4);
    const [one, two, new_] = feed().items as Json[];
    assert.deepEqual([one, two], second.items);
    assert.equal(new_!.date_published, LATER);
  });

  it('raises the sequence alone where only the head changed', async () => {
    const { told, item } = desk(withPart('/_placard/publisher/about', 'A union.'));
    const { items, everywhere, sequence } = await told();
    assert.deepEqual([items, sequence], [[], 4]);
    assert.deepEqual(everywhere, [{ section: 'About Example Union', before: [], now: ['A union.'] }]);
    assert.equal(item()._placard.revision, 2);
  });

  it('says when a status changed under its old date', async () => {
    const { told, revise } = desk(withPart(`${CASE}/status`, 'appealed'));
    assert.deepEqual((await told('--dry-run')).undated, [`${CASE}/as_of`]);
    assert.match((await revise()).out, /A status changed, and \/items\/0\/_placard\/cases\/0\/as_of still has its old date/);
  });

  it('says nothing of the kind where the date is that of today: a status that changes twice a day is dated well', async () => {
    const today = '2026-03-09';
    const dated = () => withPart(`${CASE}/as_of`, today);
    for (const published of [today, { date: today }, '2026-03'])
      assert.deepEqual(
        (
          await desk(
            withPart(`${CASE}/status`, 'appealed', withPart(`${CASE}/as_of`, published)),
            withPart(`${CASE}/as_of`, published),
          ).told()
        ).undated,
        [],
      );
    const { out } = await desk(withPart(`${CASE}/status`, 'appealed', dated()), dated()).revise();
    assert.doesNotMatch(out, /old date/);
  });

  it('tells in full what is wrong with a status, and counts the other warnings', async () => {
    const decided = withPart(`${CASE}/status`, 'decided', withPart(`${CASE}/outcome`, 'granted', withPart(`${ITEM}/summary`, undefined)));
    const { code, err } = await desk(decided).revise();
    assert.equal(code, 0);
    assert.match(err, /cases\/0\/next \(line \d+\) \[next-left-over\]\n +The case is decided, and still says what comes next/);
    assert.doesNotMatch(err, /no-summary/);
    assert.match(err, /The feed has 2 warnings\. To see them, run: placard validate feed\.json/);
  });

  it('says that absence is no withdrawal', async () => {
    const { told, revise } = desk(soundFeed(), withSecond(soundFeed()));
    assert.deepEqual((await told('--dry-run')).missing, ['second']);
    assert.match((await revise()).out, /"second" was published .* absence is no withdrawal\.\n.*--retract REASON --item=second/);
  });

  it('takes out signatures, which are void then, and says so', async () => {
    const { told, feed } = desk(withPart('/_placard/signatures', ['e30..AA'], withPart(`${ITEM}/title`, 'Two')));
    assert.equal((await told()).unsigned, true);
    assert.ok(!('signatures' in (feed()._placard as Json)));
  });

  it('takes out every remark', async () => {
    const { revise, folder } = desk(withPart(`${FACTS}/_comment`, 'a', withPart('/_comment', ['b'])));
    assert.match((await revise()).out, /says what was published/); // a remark is no change
    const edited = desk(withPart(`${FACTS}/_comment`, 'a', withPart(`${ITEM}/title`, 'Two')));
    await edited.revise();
    assert.doesNotMatch(read(edited.folder, 'feed.json'), /_comment/);
    assert.match(read(folder, 'feed.json'), /_comment/);
  });

  it('only shows it with --dry-run', async () => {
    const { told, folder } = desk(withPart(`${ITEM}/title`, 'Two'));
    const before = [read(folder, 'feed.json'), read(folder, 'feed.published.json')];
    const { written, changed, sequence } = await told('--dry-run');
    assert.deepEqual([written, changed, sequence], [false, true, 4]);
    assert.deepEqual([read(folder, 'feed.json'), read(folder, 'feed.published.json')], before);
  });
});

describe('placard revise, by kind of change', () => {
  it('--correction tells readers what was wrong, behind what was told before', async () => {
    const earlier = [{ at: '2026-03-01', revision: 2, text: 'An earlier one.' }];
    const published = withPart(`${FACTS}/corrections`, earlier);
    const edited = withPart(`${FACTS}/corrections`, earlier, withPart(`${FACTS}/incident/affected/count`, 4));
    const { told, item } = desk(edited, published);
    const { items } = await told('--correction', 'There were four, not three.');
    assert.equal(items[0]!.change, 'correction');
    assert.deepEqual(item()._placard.corrections, [...earlier, { at: '2026-03-09', revision: 3, text: 'There were four, not three.' }]);
    assert.deepEqual(
      items[0]!.changes.filter(({ section }) => section === 'Corrections' || section === 'What happened'),
      [
        { section: 'What happened', before: ['How many: 3'], now: ['How many: 4'] },
        { section: 'Corrections', before: [], now: ['9 March 2026: There were four, not three.'] },
      ],
    );
  });

  it('--correction warns where nothing else was changed, and not where the head was', async () => {
    const untouched = await desk(soundFeed()).told('--dry-run', '--correction', 'There were four, not three.');
    assert.deepEqual([untouched.code, untouched.uncorrected], [0, 'press-cards']);
    const { out } = await desk(soundFeed()).revise('--correction', 'There were four, not three.');
    assert.match(out, /"press-cards" now says what was wrong, and nothing else in it was changed\./);
    for (const [at, value] of [
      [`${FACTS}/incident/affected/count`, 4],
      ['/_placard/contacts/0/phone', '+44 20 7946 0123'],
    ] as const) {
      const mended = await desk(withPart(at, value)).told('--correction', 'It was wrong.');
      assert.equal(mended.uncorrected, undefined, at);
    }
  });

  it('a correction that was written by hand is one, too', async () => {
    const { told } = desk(
      withPart(`${FACTS}/corrections`, [{ at: '2026-03-09', revision: 3, text: 'Four.' }], withPart(`${FACTS}/revision`, 3)),
    );
    const { items } = await told();
    assert.deepEqual([items[0]!.change, items[0]!.revision], ['correction', 3]);
  });

  it('--retract withdraws a statement with its reason, and keeps its id', async () => {
    const { told, revise, item } = desk(soundFeed());
    const shown = await revise('--dry-run', '--retract', 'A source took it back.');
    assert.match(
      shown.out,
      /\+ Withdrawn on 9 March 2026\n {2}\+ Three press cards withdrawn\n {2}\+ Reason: A source took it back\.\n {2}and nothing else of it/,
    );
    const { items } = await told('--retract', 'A source took it back.');
    assert.deepEqual([items[0]!.id, items[0]!.revision, items[0]!.change], ['press-cards', 3, 'retraction']);
    assert.deepEqual(item()._placard.retraction, { at: '2026-03-09', reason: 'A source took it back.' });
    assert.ok(item().content_text); // until it is erased
  });

  it('--erase leaves nothing of it but headline and reason', async () => {
    const { told, item, folder } = desk(soundFeed());
    await told('--retract', 'It endangers somebody.', '--erase');
    assert.deepEqual(Object.keys(item()).sort(), ['_placard', 'date_modified', 'date_published', 'id', 'language', 'title', 'url']);
    assert.deepEqual(Object.keys(item()._placard).sort(), ['change', 'kind', 'retraction', 'revision']);
    assert.doesNotMatch(read(folder, 'feed.published.json'), /three reporters/); // nor is it kept beside
  });

  it('a withdrawn statement stays withdrawn through later edits, until --update says otherwise', async () => {
    const withdrawn = withPart(`${FACTS}/change`, 'retraction', withPart(`${FACTS}/retraction`, { at: '2026-03-02', reason: 'No.' }));
    const edited = withPart(`${ITEM}/title`, 'A headline without a name', structuredClone(withdrawn));
    assert.equal((await desk(edited, withdrawn).told()).items[0]!.change, 'retraction');
    assert.equal((await desk(edited, withdrawn).told('--update')).items[0]!.change, 'update');
  });

  it('shows that a translation is withdrawn with its original', async () => {
    const french = {
      id: 'cartes',
      title: 'Trois cartes',
      language: 'fr',
      _placard: { kind: 'case', revision: 1, translations: [{ language: 'en', item_id: 'press-cards', kind: 'original' }] },
    };
    const both = { ...soundFeed(), items: [...(soundFeed().items as Json[]), french] };
    const { items } = await desk(both, both).told('--retract', 'No.', '--item', 'press-cards');
    assert.deepEqual(
      items.map(({ id, revision, change }) => [id, revision, change]),
      [
        ['press-cards', 3, 'retraction'],
        ['cartes', undefined, undefined],
      ],
    );
    assert.ok(items[1]!.changes[0]!.now.includes('Reason: No.'));
    assert.match(
      (await desk(both, both).revise('--retract', 'No.', '--item', 'press-cards')).out,
      /Item "cartes", "Trois cartes": unchanged itself\. A reader will see:/,
    );
  });

  it('asks which statement is meant where that is not plain', async () => {
    const both = withSecond(soundFeed());
    const unclear = await desk(both, both).revise('--retract', 'No.');
    assert.equal(unclear.code, 2);
    assert.match(unclear.err, /--item .*"press-cards", "second"/);
    const named = await desk(both, both).told('--retract', 'No.', '--item', 'second');
    assert.deepEqual(
      named.items.map(({ id, change }) => [id, change]),
      [['second', 'retraction']],
    );
    const edited = withSecond(withPart(`${ITEM}/title`, 'Two'));
    const plain = await desk(edited, withSecond(soundFeed())).told('--correction', 'Two.');
    assert.deepEqual(
      plain.items.map(({ id, change }) => [id, change]),
      [['press-cards', 'correction']],
    );
    const unknown = await desk(both, both).revise('--retract', 'No.', '--item', 'thrid');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /No item has the id "thrid"/);
  });

  it('refuses what contradicts itself', async () => {
    const cases: [string[], RegExp][] = [
      [['--correction', 'a', '--retract', 'b'], /cannot be used with/],
      [['--update', '--correction', 'a'], /cannot be used with/],
      [['--correction', ' '], /The text is empty/],
      [['--erase'], /--erase goes with --retract/],
      [['--item', 'press-cards'], /--item goes with/],
      [['--first', '--previous', 'feed.json'], /contradict each other/],
      [['--first'], /was published before/],
      [['--date', 'soon'], /no day and no moment/],
    ];
    const { revise, folder } = desk(withPart(`${ITEM}/title`, 'Two'));
    const before = read(folder, 'feed.json');
    for (const [options, says] of cases) {
      const { code, err } = await revise(...options);
      assert.equal(code, 2, options.join(' '));
      assert.match(err, says);
    }
    assert.equal(read(folder, 'feed.json'), before);
  });
});

describe('placard revise, against what was published', () => {
  it('asks for it where it is not known, and names the feed’s own address', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', soundFeed());
    const { code, err } = await placard(['revise', 'feed.json'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /--previous https:\/\/example\.org\/feed\.json$/m);
    assert.match(err, /--first/);
  });

  it('begins with --first: the numbers stay, and a copy is kept', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', withPart('/_placard/sequence', 1, withPart('/_comment', 'a')));
    const { code, sequence, generatedAt } = await placardJson<Told>(['revise', 'feed.json', '--first', '--date', LATER], { cwd: folder });
    assert.deepEqual([code, sequence, generatedAt], [0, 1, LATER]);
    assert.ok(existsSync(join(folder, 'feed.published.json')));
    assert.doesNotMatch(read(folder, 'feed.json'), /_comment/);
  });

  it('compares with an address', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', withPart(`${ITEM}/title`, 'Two'));
    await using server = await serve((_req, res) => res.end(JSON.stringify(withPart('/_placard/sequence', 3))));
    const { code, sequence } = await placardJson<Told>(['revise', 'feed.json', '--previous', `${server.url}feed.json`, '--date', LATER], {
      cwd: folder,
    });
    assert.deepEqual([code, sequence], [0, 4]);
  });

  it('refuses a file that is older than what is published: somebody else’s change would be lost', async () => {
    const sequence = await desk(withPart(`${ITEM}/title`, 'Two'), withPart('/_placard/sequence', 5)).revise();
    assert.equal(sequence.code, 1);
    assert.match(sequence.err, /"sequence" is at 3 in the file and was published at 5/);
    const revision = await desk(withPart(`${ITEM}/title`, 'Two'), withPart(`${FACTS}/revision`, 4)).revise();
    assert.equal(revision.code, 1);
    assert.match(revision.err, /The revision of "press-cards" is at 2/);
  });

  it('keeps a raised epoch, under which the sequence begins anew', async () => {
    const { told, feed } = desk(withPart('/_placard/epoch', 1, withPart('/_placard/sequence', 1)), withPart('/_placard/sequence', 900));
    assert.equal((await told()).sequence, 1);
    assert.equal((feed()._placard as Json).epoch, 1);
  });

  it('refuses a file with an error, and writes nothing', async () => {
    const { revise, folder } = desk(withPart(`${CASE}/status`, 'waiting'));
    const before = read(folder, 'feed.json');
    const { code, err } = await revise();
    assert.equal(code, 1);
    assert.match(err, /feed\.json has 1 error\..*placard validate feed\.json$/m);
    assert.match(err, /Write one of "unknown"/);
    assert.equal(read(folder, 'feed.json'), before);
  });
});
