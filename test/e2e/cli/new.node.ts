/** Tests `placard new`: the feed is valid at once, and has only the given facts. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkApproved, ranSection, type Section } from './approved.js';
import { makeFolder, placard, placardJson, read, readJson } from './cli.js';
import type { Json } from './feeds.js';

const folder = makeFolder();

const OPTIONS = [
  ...['--publisher', 'Example Union', '--url', 'https://example.org/', '--feed-url', 'https://example.org/feed.json'],
  ...['--phone', '+44 20 7946 0958', '--title', 'Three press cards withdrawn'],
  ...['--summary', 'The ministry withdrew the press cards of three reporters.', '--date', '2026-03-02'],
];
const create = (file: string, ...options: string[]) => placard(['new', file, ...options], { cwd: folder });
const itemIn = (file: string) => readJson<{ items: Json[] }>(folder, file).items[0]!;

const sections: Section[] = [];

describe('placard new', () => {
  it('writes a feed without errors from options alone', async () => {
    const { code } = await create('feed.json', ...OPTIONS);
    assert.equal(code, 0);
    const { problems } = await placardJson<{ problems: { level: string; code: string }[] }>([
      'validate',
      join(folder, 'feed.json'),
      '--date',
      '2026-03-02',
    ]);
    assert.deepEqual([...new Set(problems.map((problem) => `${problem.level} ${problem.code}`))].sort(), [
      'warning guidance-left',
      'warning no-sources',
      'warning no-way-to-correct',
    ]);
    const { _placard: head } = readJson<{ _placard: Json }>(folder, 'feed.json');
    assert.deepEqual([head.spec, head.sequence, head.generated_at], [1, 1, '2026-03-02T00:00:00Z']);
    const item = itemIn('feed.json');
    assert.deepEqual([item.id, item.date_published, item.language], ['three-press-cards-withdrawn', '2026-03-02', 'en']);
  });

  it('names the unused fields of the format in comments', async () => {
    await create('comments.json', ...OPTIONS);
    const { _placard } = itemIn('comments.json');
    const comment = (_placard as Json)._comment as string;
    for (const member of ['incident', 'timeline', 'quotes', 'sources', 'translations']) assert.ok(comment.includes(member), member);
    assert.ok(!comment.includes('actions')); // the feed has it
  });

  it('writes a case if a court is given, without a next step', async () => {
    await create('case.json', ...OPTIONS, '--kind', 'case', '--forum', 'Example Administrative Court', '--status', 'pending');
    const { kind, cases } = itemIn('case.json')._placard as Json;
    assert.equal(kind, 'case');
    const [{ _comment, ...proceeding }] = cases as [Json];
    assert.deepEqual(proceeding, {
      id: 'proceeding-1',
      forum: 'Example Administrative Court',
      status: 'pending',
      as_of: '2026-03-02',
    });
    assert.match(_comment as string, /"next"/);
    await create('decided.json', ...OPTIONS, '--forum', 'Example Administrative Court', '--status', 'decided');
    const [decided] = (itemIn('decided.json')._placard as { cases: Json[] }).cases;
    assert.deepEqual([decided!.status, decided!.next, decided!._comment], ['decided', undefined, undefined]);
  });

  it('asks for missing answers, repeats a question after an invalid answer, and uses the defaults', async () => {
    const answers = [
      'Example Union',
      'union.example',
      '',
      '',
      '',
      '020 7946 0958',
      '',
      '',
      'press(at)example.org',
      'press@example.org',
      'Три карты',
      '',
      'Withdrawn.',
      'cse',
      'case',
      '',
    ];
    const asked = await placard(['new', 'asked.json', '--date', '2026-03-02'], { cwd: folder, input: answers.join('\n') });
    assert.equal(asked.code, 0, asked.err);
    sections.push(['the questions', asked.err]);
    const { title, _placard: head } = readJson<{ title: string; _placard: { contacts: Json[] } }>(folder, 'asked.json');
    assert.equal(title, 'Example Union');
    assert.equal(head.contacts[0]!.email, 'press@example.org');
    assert.ok(!('phone' in head.contacts[0]!));
    const item = itemIn('asked.json');
    assert.deepEqual([item.id, item.language, (item._placard as Json).kind], ['statement-2026-03-02', 'en', 'case']);
  });

  it('exits with code 2 without the answers that it needs, and writes no file', async () => {
    const { code } = await create('silent.json', '--publisher', 'Example Union');
    assert.equal(code, 2);
    assert.ok(!existsSync(join(folder, 'silent.json')));
  });

  it('rejects options that make an invalid feed, and an existing file', async () => {
    const broken = await create('broken.json', ...OPTIONS, '--kind', 'rumour');
    assert.equal(broken.code, 2);
    assert.ok(!existsSync(join(folder, 'broken.json')));
    for (const [option, value, problem] of [
      ['--url', 'union.example', 'address-without-scheme'],
      ['--phone', '020 7946 0958', 'telephone-not-international'],
      ['--phone', '+44 20 7946', 'telephone-length'],
      ['--language', 'english', 'unknown-language'],
    ] as const) {
      const { code, err } = await create('broken.json', ...OPTIONS, option, value);
      assert.equal(code, 2, option);
      assert.ok(err.includes(`[${problem}]`), err);
      assert.ok(!existsSync(join(folder, 'broken.json')));
    }
    await create('there.json', ...OPTIONS);
    const before = read(folder, 'there.json');
    const again = await create('there.json', ...OPTIONS);
    assert.equal(again.code, 2);
    assert.equal(read(folder, 'there.json'), before);
  });

  it('prints JSON with --json', async () => {
    const result = await placardJson<Json>(['new', 'machine.json', '--id', 'cards', ...OPTIONS], { cwd: folder });
    assert.deepEqual(result, { ok: true, file: 'machine.json', id: 'cards', code: 0 });
  });
});

describe('the wording of placard new', () => {
  it('is the approved text', async () => {
    const cwd = makeFolder();
    const runs = [
      ['new', '--help'],
      ['new', 'feed.json', ...OPTIONS],
      ['new', 'feed.json', ...OPTIONS],
      ['new', 'other.json', '--publisher', 'Example Union'],
      ['new', 'other.json', ...OPTIONS, '--kind', 'rumour'],
    ];
    const ran: Section[] = [];
    for (const args of runs) ran.push(ranSection(args, await placard(args, { cwd })));
    checkApproved('new', [...ran, ...sections, ['the feed', read(cwd, 'feed.json')]]);
  });
});
