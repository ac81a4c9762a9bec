/** Tests the program: its help, its exit codes, and its start from the source and from the built package. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkApproved, ranSection, type Section } from './approved.js';
import { codeWithoutReader, makeFolder, placard, placardJson, readJson, run, spawned, write } from './cli.js';
import { soundFeed } from './feeds.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const COMMANDS = ['new', 'validate', 'revise', 'build', 'keys', 'sign', 'verify', 'doctor'];

/** Arguments without a command, with a wrong name, too few, too many, and with invalid values. */
const WRONG = [
  [],
  ['valdate'],
  ['validate'],
  ['validate', 'a.json', 'b.json'],
  ['validate', 'a.json', '--strikt'],
  ['validate', 'a.json', '--timeout', 'soon'],
  ['validate', 'a.json', '--date', '2026-02-30'],
  ['sign', 'a.json'],
];

describe('placard', () => {
  it('starts from the source', async () => {
    const { code, out } = await run(['--import', 'tsx', 'src/node/cli/main.ts', '--version'], root);
    assert.deepEqual([code, out], [0, `${version}\n`]);
  });

  it('lists its commands with --help', async () => {
    const { code, out, err } = await spawned(['--help']);
    assert.deepEqual([code, err], [0, '']);
    for (const command of COMMANDS) assert.match(out, new RegExp(`^ {2}${command}\\b.* \\S`, 'm'));
    assert.match(out, /Exit codes: 0 .*1 .*2 /);
  });

  for (const command of COMMANDS) {
    it(`prints the help of "${command}", with an example and --json`, async () => {
      const { code, out, err } = await spawned([command, '--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, new RegExp(`Examples?:\\n {2}placard ${command}\\b`));
      assert.match(out, /--json/);
    });
  }

  it('exits with code 2 for wrong arguments', async () => {
    const sections: Section[] = [ranSection(['--help'], await placard(['--help']))];
    for (const args of WRONG) {
      const ran = await placard(args);
      assert.deepEqual([ran.code, ran.out], [2, ''], args.join(' '));
      assert.doesNotMatch(ran.err, /\n\s+at /); // no stack
      sections.push(ranSection(args, ran));
    }
    checkApproved('program', sections);
  });

  it('takes no empty argument, in any command', async () => {
    const folder = makeFolder();
    const feed = write(folder, 'feed.json', soundFeed());
    for (const args of [
      ['validate', ''],
      ['build', feed, '--out', '', '--base-url', 'https://example.org/'],
      ['add', feed, '--title', ' '],
      ['sign', feed, '--key', ''],
    ]) {
      const { code, out, err } = await placard(args, { cwd: folder });
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /^placard: \S.* is empty\./);
    }
    assert.deepEqual(readdirSync(folder), ['feed.json']);
    assert.deepEqual(readJson(feed), soundFeed());
  });

  it('names the folder that is missing', async () => {
    const folder = makeFolder();
    write(folder, 'feed.json', soundFeed());
    const answers = ['--publisher', 'Example Union', '--phone', '+44 20 7946 0958', '--title', 'A headline', '--summary', 'A case.'];
    for (const [named, ...args] of [
      ['nodir', 'keys', 'nodir/key.json'],
      ['nodir', 'new', 'nodir/feed.json', ...answers],
      ['feed.json', 'keys', 'feed.json/key.json'],
    ] as const) {
      const { code, err } = await placard(args, { cwd: folder });
      assert.equal(code, 2, args.join(' '));
      assert.ok(err.split(/\s|\.(?= )/).includes(named), err);
    }
  });

  it('ends a build into a place that takes no folder', async () => {
    const feed = write(makeFolder(), 'feed.json', soundFeed());
    const { code, err } = await placard(['build', feed, '--out', '/proc/site', '--base-url', 'https://example.org/']);
    assert.equal(code, 2);
    assert.match(err, /\/proc/);
  });

  it('ends the process with the exit code of the command', async () => {
    const codes = await Promise.all(
      [['--version'], ['validate', '--help'], ['valdate'], ['validate', 'missing.json']].map((args) => spawned(args)),
    );
    assert.deepEqual(
      codes.map(({ code }) => code),
      [0, 0, 2, 2],
    );
  });

  it('ends with the exit code of the command when the reader has closed the pipe', async () => {
    const folder = makeFolder();
    write(folder, 'sound.json', soundFeed());
    write(folder, 'broken.json', '{}');
    const codes = await Promise.all(
      ['sound.json', 'broken.json', 'missing.json'].map((name) => codeWithoutReader(['validate', name], folder)),
    );
    assert.deepEqual(codes, [0, 1, 2]);
  });

  it('prints an error as JSON with --json', async () => {
    const { ok, error, code } = await placardJson<{ ok: boolean; error: string }>(['validate', 'missing.json'], { cwd: tmpdir() });
    assert.deepEqual([ok, typeof error, code], [false, 'string', 2]);
  });
});
