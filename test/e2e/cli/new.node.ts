/** `placard new`: a feed that is valid at once and says nothing that nobody said. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeFolder, placard, placardJson, read, readJson } from './cli.js';
import type { Json } from './feeds.js';

const folder = makeFolder();

const SAID = [
  ...['--publisher', 'Example Union', '--url', 'https://example.org/', '--feed-url', 'https://example.org/feed.json'],
  ...['--phone', '+44 20 7946 0958', '--title', 'Three press cards withdrawn'],
  ...['--summary', 'The ministry withdrew the press cards of three reporters.', '--date', '2026-03-02'],
];
const create = (file: string, ...options: string[]) => placard(['new', file, ...options], { cwd: folder });
const itemIn = (file: string) => readJson<{ items: Json[] }>(folder, file).items[0]!;

describe('placard new', () => {
  it('writes a feed without an error, from options alone', async () => {
    const { code, out } = await create('feed.json', ...SAID);
    assert.equal(code, 0);
    assert.match(out, /feed\.json is written/);
    assert.match(out, /Access-Control-Allow-Origin: \*/);
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

  it('tells in remarks what else can be said, as the format has it', async () => {
    await create('remarks.json', ...SAID);
    const { _placard } = itemIn('remarks.json');
    const remark = (_placard as Json)._comment as string;
    for (const member of ['incident', 'timeline', 'quotes', 'sources', 'translations']) assert.ok(remark.includes(member), member);
    assert.ok(!remark.includes('actions')); // it is there
    assert.match(read(folder, 'remarks.json'), /never a private number/);
  });

  it('writes a proceeding where a court is named, and not a word of what comes next, which nobody said', async () => {
    await create('case.json', ...SAID, '--kind', 'case', '--forum', 'Example Administrative Court', '--status', 'pending');
    const { kind, cases } = itemIn('case.json')._placard as Json;
    assert.equal(kind, 'case');
    const [{ _comment, ...proceeding }] = cases as [Json];
    assert.deepEqual(proceeding, {
      id: 'proceeding-1',
      forum: 'Example Administrative Court',
      status: 'pending',
      as_of: '2026-03-02',
    });
    assert.match(_comment as string, /Add "next" once you know it/);
    await create('decided.json', ...SAID, '--forum', 'Example Administrative Court', '--status', 'decided');
    const [decided] = (itemIn('decided.json')._placard as { cases: Json[] }).cases;
    assert.deepEqual([decided!.status, decided!.next, decided!._comment], ['decided', undefined, undefined]);
  });

  it('asks for what is missing, again where the answer cannot be, and takes the rest as it is usual', async () => {
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
    const { code, err } = await placard(['new', 'asked.json', '--date', '2026-03-02'], { cwd: folder, input: answers.join('\n') });
    assert.equal(code, 0, err);
    assert.match(err, /Who publishes this\?/);
    assert.match(err, /Language, as a tag\? \[en\]/);
    assert.match(err, /it or a telephone is needed\) \n {2}This is needed\./);
    assert.match(err, /Write "https:\/\/union\.example"/);
    assert.match(err, /Begin with \+ and the country code/);
    assert.match(err, /hidden from robots\. Write one address/);
    assert.match(err, /Did you mean "case"\?/);
    assert.doesNotMatch(err, /What it is doing/); // no court was named
    const { title, _placard: head } = readJson<{ title: string; _placard: { contacts: Json[] } }>(folder, 'asked.json');
    assert.equal(title, 'Example Union');
    assert.equal(head.contacts[0]!.email, 'press@example.org');
    assert.ok(!('phone' in head.contacts[0]!));
    const item = itemIn('asked.json');
    assert.deepEqual([item.id, item.language, (item._placard as Json).kind], ['statement-2026-03-02', 'en', 'case']);
  });

  it('says which options are missing where nobody answers, and writes nothing', async () => {
    const { code, err } = await create('silent.json', '--publisher', 'Example Union');
    assert.equal(code, 2);
    assert.match(err, /Nothing is written: --title, --summary, --phone or --email still has to be said/);
    assert.ok(!existsSync(join(folder, 'silent.json')));
  });

  it('refuses options that would make a broken feed, and a file that is there', async () => {
    const broken = await create('broken.json', ...SAID, '--kind', 'rumour');
    assert.equal(broken.code, 2);
    assert.match(broken.err, /Write one of "statement", "case", "campaign"/);
    assert.ok(!existsSync(join(folder, 'broken.json')));
    for (const [option, value, says] of [
      ['--url', 'union.example', /Write "https:\/\/union\.example"/],
      ['--phone', '020 7946 0958', /Begin with \+ and the country code/],
    ] as const) {
      const { code, err } = await create('broken.json', ...SAID, option, value);
      assert.equal(code, 2, option);
      assert.match(err, says);
      assert.ok(!existsSync(join(folder, 'broken.json')));
    }
    await create('there.json', ...SAID);
    const before = read(folder, 'there.json');
    const again = await create('there.json', ...SAID);
    assert.equal(again.code, 2);
    assert.match(again.err, /there\.json exists already/);
    assert.equal(read(folder, 'there.json'), before);
  });

  it('speaks to machines', async () => {
    const told = await placardJson<Json>(['new', 'machine.json', '--id', 'cards', ...SAID], { cwd: folder });
    assert.deepEqual(told, { ok: true, file: 'machine.json', id: 'cards', code: 0 });
  });
});
