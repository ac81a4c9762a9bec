/** Tests the commands that change a feed: `add`, `status`, `update` and `retract`, in one file and in a folder of item files. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { makeFolder, placard, placardJson, read, readJson, write } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';

const AT = ['--date', '2026-03-09T09:00:00Z'];
type Item = Json & { id: string; _placard: Json & { revision: number; cases: Json[]; timeline: Json[] } };
interface Feed {
  items: Item[];
  _placard: { sequence: number };
}

/** Returns the name of a published source: a folder of item files, or one file. */
async function source(kind: 'file' | 'folder', feed = soundFeed()): Promise<string> {
  const folder = makeFolder();
  const { items, ...head } = feed as Json & { items: Item[] };
  if (kind === 'file') write(folder, 'feed.json', { ...head, items });
  else {
    mkdirSync(join(folder, 'cases'));
    write(join(folder, 'cases'), 'feed.json', head);
    for (const item of items) write(join(folder, 'cases'), `${item.id}.json`, item);
  }
  const name = join(folder, kind === 'file' ? 'feed.json' : 'cases');
  const { code, err } = await placard(['revise', name, '--initial', ...AT]);
  assert.equal(code, 0, err);
  return name;
}

/** Returns the sound feed with another value in its case. */
const publishedAs = (part: string, value: unknown): Json => withPart(`/items/0/_placard/${part}`, value);

/** Returns an item as it is in the source. */
const itemIn = (name: string, id: string): Item =>
  name.endsWith('.json') ? readJson<Feed>(name).items.find((item) => item.id === id)! : readJson<Item>(name, `${id}.json`);
const headOf = (name: string) => readJson<Feed>(name.endsWith('.json') ? name : join(name, 'feed.json'))._placard;

async function ran(...args: string[]): Promise<void> {
  const { code, err } = await placard([...args, ...AT]);
  assert.equal(code, 0, err);
}

/** Returns the ids of the translations that readers see as out of date. */
async function outdated(name: string): Promise<string[]> {
  const { problems } = await placardJson<{ problems: { code: string; path: string }[] }>(['validate', name, '--json', ...AT]);
  const { items } = readJson<Feed>(name.endsWith('.json') ? name.replace('.json', '.published.json') : join(name, 'feed.published.json'));
  const found = problems.filter(({ code }) => code === 'translation-outdated');
  const idAt = (path: string) => /^\/items\/(\d+)/.exec(path)?.[1];
  return found.map(({ path }) => items[Number(idAt(path))]?.id ?? path.replace('.json', '')).sort();
}

/** Changes an item where it is in the source. */
function editItem(name: string, id: string, change: (item: Item) => Item): void {
  const isFile = name.endsWith('.json');
  const feed = isFile ? readJson<Feed>(name) : undefined;
  if (!feed) return void write(name, `${id}.json`, change(itemIn(name, id)));
  write(dirname(name), basename(name), { ...feed, items: feed.items.map((item) => (item.id === id ? change(item) : item)) });
}

const withLinkRevision =
  (revision: number) =>
  (item: Item): Item => {
    const translations = (item._placard.translations as Json[]).map((link) => ({ ...link, of_revision: revision }));
    return { ...item, _placard: { ...item._placard, translations } };
  };

const GERMAN = ['--translation-of', 'press-cards', '--language', 'de', '--title', 'Drei Presseausweise entzogen'];
const TRANSLATION = ['--translation-of', 'press-cards', '--language', 'fr', '--title', 'Trois cartes retirées'];

for (const kind of ['file', 'folder'] as const)
  describe(`a ${kind}`, () => {
    it('gets a case and a translation, which both sides of the link name', async () => {
      const name = await source(kind);
      await ran('add', name, '--title', 'A court is searched', '--summary', 'The police searched it.');
      await ran('add', name, ...TRANSLATION);
      assert.equal(itemIn(name, 'a-court-is-searched').title, 'A court is searched');
      assert.deepEqual((itemIn(name, 'press-cards')._placard.translations as Json[])[0]!.item_id, 'press-cards-fr');
      assert.deepEqual((itemIn(name, 'press-cards-fr')._placard.translations as Json[])[0]!.kind, 'original');
      const again = await placard(['add', name, ...TRANSLATION, ...AT]);
      assert.equal(again.code, 2);
      await ran('revise', name);
      assert.equal((await placard(['validate', name, '--date', '2026-03-10'])).code, 0);
    });

    it('calls no new translation out of date, and no other one because of it', async () => {
      const name = await source(kind);
      await ran('add', name, ...TRANSLATION);
      await ran('revise', name);
      assert.deepEqual(await outdated(name), []);
      await ran('add', name, ...GERMAN);
      await ran('revise', name);
      assert.deepEqual(await outdated(name), []);
    });

    it('knows which words a translation is from: those before an edit, or those after it', async () => {
      const name = await source(kind);
      const edit = (title: string) => editItem(name, 'press-cards', (item) => ({ ...item, title }));
      await ran('add', name, ...TRANSLATION);
      edit('Four press cards withdrawn');
      await ran('add', name, ...GERMAN);
      await ran('revise', name);
      assert.deepEqual(await outdated(name), ['press-cards-fr']);
      edit('Five press cards withdrawn');
      await ran('revise', name);
      assert.deepEqual(await outdated(name), ['press-cards-de', 'press-cards-fr']);
    });

    it('keeps a translation up to date whose own link alone names its revision', async () => {
      const name = await source(kind);
      await ran('add', name, ...TRANSLATION);
      editItem(name, 'press-cards', (item) => ({ ...item, _placard: { ...item._placard, translations: undefined } }));
      editItem(name, 'press-cards-fr', withLinkRevision(2));
      await ran('revise', name);
      await ran('add', name, ...GERMAN);
      await ran('revise', name);
      assert.deepEqual(await outdated(name), []);
    });

    it('accepts a translation that is checked again', async () => {
      const name = await source(kind);
      await ran('add', name, ...TRANSLATION);
      await ran('revise', name);
      editItem(name, 'press-cards', (item) => ({ ...item, title: 'Four press cards withdrawn' }));
      await ran('revise', name);
      assert.deepEqual(await outdated(name), ['press-cards-fr']);
      editItem(name, 'press-cards', (item) => withLinkRevision(item._placard.revision)(item));
      await ran('revise', name);
      assert.deepEqual(await outdated(name), []);
    });

    it('says what is not published', async () => {
      const name = await source(kind);
      const status = async (...more: string[]) =>
        (await placardJson<{ items: { id: string; state: string; changes: string[] }[] }>(['status', name, ...more, ...AT])).items.map(
          ({ id, state, changes }) => [id, state, changes],
        );
      assert.deepEqual(await status(), [['press-cards', 'published', []]]);
      await ran('add', name, '--title', 'A draft', '--draft');
      await ran('add', name, ...TRANSLATION);
      const all = new Map((await status()).map(([id, state]) => [id, state]));
      assert.deepEqual([all.get('a-draft'), all.get('press-cards-fr'), all.get('press-cards')], ['draft', 'new', 'changed']);
      const [, , changes] = (await status('press-cards'))[0]!;
      assert.ok((changes as string[]).every((path) => path.startsWith('/_placard/translations/')));
    });

    it('publishes an update, and keeps its drafts out of the publication', async () => {
      const name = await source(kind);
      const { sequence } = headOf(name);
      await ran('add', name, '--title', 'A draft', '--draft');
      await ran('update', name, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04');
      const { revision, cases } = itemIn(name, 'press-cards')._placard;
      assert.deepEqual([headOf(name).sequence, revision], [sequence + 1, 3]);
      assert.deepEqual(cases[0]!.next, { type: 'hearing', date: '2026-05-04', date_status: 'scheduled' });
      assert.equal(cases[0]!.as_of, '2026-03-09');
      assert.equal(itemIn(name, 'a-draft')._placard.draft, true);
      const copy = kind === 'file' ? name.replace('.json', '.published.json') : join(name, 'feed.published.json');
      assert.doesNotMatch(read(copy), /a-draft/);
    });

    it('retracts a case in all its languages, named by any of them', async () => {
      const name = await source(kind);
      await ran('add', name, ...TRANSLATION);
      await ran('revise', name);
      await ran('retract', name, 'press-cards-fr', '--reason', 'The source has taken it back.', '--erase');
      for (const id of ['press-cards', 'press-cards-fr']) {
        const item = itemIn(name, id);
        assert.deepEqual(item._placard.retraction, { at: '2026-03-09', reason: 'The source has taken it back.' }, id);
        assert.equal('content_text' in item || 'summary' in item, false, id);
      }
      const copy = kind === 'file' ? name.replace('.json', '.published.json') : join(name, 'feed.published.json');
      assert.doesNotMatch(read(copy), /They sued/);
    });
  });

describe('placard update', () => {
  it('asks for the event and its answers, again after a wrong one', async () => {
    const name = await source('file');
    const input = ['99', 'ruling', 'yesterday', '2026-03-08', 'won', 'granted', 'The court granted the claim.', ''].join('\n');
    const { code, err } = await placard(['update', name, 'press-cards', ...AT], { input });
    assert.equal(code, 0, err);
    const { cases, timeline } = itemIn(name, 'press-cards')._placard;
    assert.deepEqual(
      [cases[0]!.status, cases[0]!.outcome, cases[0]!.as_of, cases[0]!.next],
      ['decided', 'granted', '2026-03-08', undefined],
    );
    assert.deepEqual(timeline.at(-1), { id: 'event-2026-03-08', date: '2026-03-08', text: 'The court granted the claim.' });
  });

  it('writes nothing for a missing answer, an unknown case, or a feed that was never published', async () => {
    const name = await source('file');
    const before = read(name);
    for (const args of [
      ['update', name, 'press-cards', '--what', 'ruling', '--day', '2026-03-08'],
      ['update', name, 'press-cards', '--what', 'hearing-set', '--day', 'soon'],
      ['update', name, 'nothing', '--what', 'hearing-set', '--day', '2026-05-04'],
      ['retract', name, 'press-cards', '--reason', ' '],
      ['add', name, '--title', 'A case', '--language', 'english'],
    ])
      assert.equal((await placard([...args, ...AT])).code, 2, args.join(' '));
    const early = await placard(['update', name, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04', '--date', '2026-01-01']);
    assert.equal(early.code, 2);
    assert.equal(read(name), before);
    const folder = makeFolder();
    const fresh = write(folder, 'feed.json', soundFeed());
    const { code, err } = await placard(['retract', fresh, 'press-cards', '--reason', 'It was wrong.', ...AT]);
    assert.equal(code, 2);
    assert.match(err, /revise .*--initial/);
    assert.deepEqual(readdirSync(folder), ['feed.json']);
    assert.equal(existsSync(join(folder, 'feed.published.json')), false);
  });

  it('refuses a status that cannot be true, and writes nothing', async () => {
    const detained = { id: 'a', name: 'A. Reporter', custody: { state: 'detained', since: '2026-03-02', as_of: '2026-03-02' } };
    const released = ['--what', 'released', '--day', '2026-03-01'];
    for (const [part, value, ...answers] of [
      ['cases/0/status', 'closed', '--what', 'hearing-set', '--day', '2026-05-04'],
      ['cases/0/status', 'decided', '--what', 'postponed', '--day', '2026-05-04'],
      ['cases/0/status', 'pending', '--what', 'hearing-set', '--day', '1999-01-01'],
      ['persons', [detained], ...released, '--text', 'She is free.'],
      ...['held', 'appeal', 'closed'].map(
        (what) => ['change', 'update', '--what', what, '--day', '2026-05-04', '--text', 'It is so.'] as const,
      ),
    ] as const) {
      const name = await source('file', publishedAs(part, value));
      const before = read(name);
      const { code, out } = await placard(['update', name, 'press-cards', ...answers, ...AT]);
      assert.ok(code === 1 || code === 2, answers.join(' '));
      assert.deepEqual([out, read(name)], ['', before], answers.join(' '));
    }
  });

  it('refuses news of a draft and of a retracted case, which no reader would see', async () => {
    const [draft, retracted] = [await source('file'), await source('file')];
    editItem(draft, 'press-cards', (item) => ({ ...item, _placard: { ...item._placard, draft: true } }));
    await ran('retract', retracted, 'press-cards', '--reason', 'It was wrong.');
    for (const name of [draft, retracted]) {
      const before = read(name);
      const { code } = await placard(['update', name, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04', ...AT]);
      assert.deepEqual([code, read(name)], [2, before]);
    }
  });

  it('accepts a hearing after an appeal, and news beside an old contradiction', async () => {
    const closed = await source('file', publishedAs('cases/0/status', 'closed'));
    await ran('update', closed, 'press-cards', '--what', 'other', '--day', '2026-03-08', '--text', 'A protest.');
    await ran('update', closed, 'press-cards', '--what', 'appeal', '--day', '2026-03-08', '--text', 'The union appealed.');
    await ran('update', closed, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04');
    const [{ status, next }] = itemIn(closed, 'press-cards')._placard.cases as [Json];
    assert.deepEqual([status, next], ['appealed', { type: 'hearing', date: '2026-05-04', date_status: 'scheduled' }]);
  });

  it('shows what changes for readers, and the warnings', async () => {
    const name = await source('file', publishedAs('cases/0/as_of', '2026'));
    const { code, out, err } = await placard([
      'update',
      name,
      'press-cards',
      '--what',
      'other',
      '--day',
      '2026-03',
      '--text',
      'A protest.',
      ...AT,
    ]);
    assert.equal(code, 0, err);
    assert.match(out, /^ {2}\+ .*A protest\.$/m);
    assert.match(err, /\[undated-status\]/);
    const { items, written } = await placardJson<{ items: { id: string; changes: { now: string[] }[] }[]; written: boolean }>([
      'update',
      name,
      'press-cards',
      ...['--what', 'hearing-set', '--day', '2026-05-04', ...AT],
    ]);
    assert.deepEqual([items.map(({ id }) => id), written], [['press-cards'], true]);
    assert.ok(items[0]!.changes.some(({ now }) => now.length));
  });

  it('writes nothing if nothing changes', async () => {
    const name = await source('file');
    for (const args of [
      ['update', name, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04'],
      ['retract', name, 'press-cards', '--reason', 'It was wrong.'],
    ]) {
      await ran(...args);
      const before = read(name);
      const again = await placardJson<{ changed: boolean; written: boolean }>([...args, ...AT]);
      assert.deepEqual([again.code, again.changed, again.written, read(name)], [0, false, false, before]);
    }
  });

  it('shows a proceeding that a case without one can have', async () => {
    const name = await source('file', publishedAs('cases', undefined));
    const args = ['update', name, 'press-cards', '--what', 'hearing-set', '--day', '2026-05-04', ...AT];
    const { code, err } = await placard(args);
    assert.equal(code, 2);
    const [, cases] = /"cases": (.*)/.exec(err)!;
    editItem(name, 'press-cards', (item) => ({ ...item, _placard: { ...item._placard, cases: JSON.parse(cases!) as Json[] } }));
    assert.equal((await placard(args)).code, 0);
  });

  for (const [what, answers, expected] of [
    ['postponed', ['--day', '2026-06-01'], { type: 'hearing', date: '2026-06-01', date_status: 'postponed', was: '2026-04-14' }],
    ['held', ['--day', '2026-03-08', '--text', 'It was held.'], { type: 'hearing', date: '2026-03-08', date_status: 'held' }],
    ['appeal', ['--day', '2026-03-08', '--text', 'The ministry appealed.'], undefined],
  ] as const)
    it(`writes the next step after "${what}"`, async () => {
      const name = await source('file');
      await ran('update', name, 'press-cards', '--what', what, ...answers);
      assert.deepEqual(itemIn(name, 'press-cards')._placard.cases[0]!.next, expected);
    });
});

describe('the files of a folder', () => {
  it('are distinct for ids that give one name, and never replace a file that is there', async () => {
    const name = await source('folder');
    write(name, 'Court.json', { ...itemIn(name, 'press-cards'), id: 'another', url: undefined });
    const files: string[] = [];
    for (const id of ['a b', 'a-b', 'A.B', 'court', 'feed'])
      files.push((await placardJson<{ file: string }>(['add', name, '--title', 'A case', '--id', id, ...AT])).file);
    assert.deepEqual(
      files.map((file) => basename(file)),
      ['a-b.json', 'a-b-2.json', 'a-b-3.json', 'court-2.json', 'item-feed.json'],
    );
    assert.deepEqual(
      files.map((file) => readJson<Item>(file).id),
      ['a b', 'a-b', 'A.B', 'court', 'feed'],
    );
    assert.equal(itemIn(name, 'Court').id, 'another');
    await ran('revise', name);
    assert.deepEqual(
      files.map((file) => readJson<Item>(file).id),
      ['a b', 'a-b', 'A.B', 'court', 'feed'],
    );
  });

  it('have one id each, also if both are drafts', async () => {
    const name = await source('folder');
    await ran('add', name, '--title', 'A draft', '--draft');
    write(name, 'copy.json', itemIn(name, 'a-draft'));
    for (const command of ['validate', 'status', 'revise']) {
      const { code, err } = await placard([command, name, ...(command === 'validate' ? [] : AT)]);
      assert.equal(code, 1, command);
      assert.ok(
        ['copy.json', 'a-draft.json'].every((file) => err.includes(file)),
        err,
      );
    }
  });

  it('are not those of a published site', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', soundFeed());
    write(folder, 'placard-site.json', {});
    const { code, err } = await placard(['validate', folder]);
    assert.equal(code, 2);
    assert.ok(err.includes(folder), err);
  });
});
