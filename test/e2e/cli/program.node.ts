/** The tool as a whole: its help, its exit codes, and that it starts from the source and from the built package alike. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { placard, placardJson, run, spawned } from './cli.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const COMMANDS = ['new', 'validate', 'revise', 'build', 'keys', 'sign', 'verify', 'doctor'];

describe('placard', () => {
  it('starts from its source', async () => {
    const { code, out } = await run(['--import', 'tsx', 'src/node/cli/main.ts', '--version'], root);
    assert.deepEqual([code, out], [0, `${version}\n`]);
  });

  it('tells its commands and its exit codes', async () => {
    const { code, out, err } = await spawned(['--help']);
    assert.deepEqual([code, err], [0, '']);
    for (const command of COMMANDS) assert.match(out, new RegExp(`^ {2}${command}\\b.* \\S`, 'm'));
    assert.match(out, /Exit codes: 0 all is well, 1 something is not in order, 2 the command could not be carried out/);
  });

  for (const command of COMMANDS) {
    it(`tells what "${command}" does, with an example and --json`, async () => {
      const { code, out, err } = await spawned([command, '--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, new RegExp(`Examples?:\\n {2}placard ${command}\\b`));
      assert.match(out, /--json/);
    });
  }

  it('ends with 2 where it is asked wrongly, and says what can be said', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /Usage: placard/],
      [['valdate'], /unknown command 'valdate'\n\(Did you mean validate\?\)/],
      [['validate'], /missing required argument 'feed'/],
      [['validate', 'a.json', 'b.json'], /too many arguments/],
      [['validate', 'a.json', '--strikt'], /unknown option '--strikt'\n\(Did you mean --strict\?\)/],
      [['validate', 'a.json', '--timeout', 'soon'], /a number of seconds/],
      [['validate', 'a.json', '--date', '2026-02-30'], /no day and no moment/],
      [['sign', 'a.json'], /required option '--key <file>' not specified/],
    ];
    for (const [args, says] of wrong) {
      const { code, out, err } = await placard(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, says);
      assert.doesNotMatch(err, /\n\s+at /); // no stack
    }
  });

  it('ends a process with the exit code of the command', async () => {
    const codes = await Promise.all(
      [['--version'], ['validate', '--help'], ['valdate'], ['validate', 'missing.json']].map((args) => spawned(args)),
    );
    assert.deepEqual(
      codes.map(({ code }) => code),
      [0, 0, 2, 2],
    );
  });

  it('tells machines, too, why it could not', async () => {
    const told = await placardJson<{ ok: boolean; error: string }>(['validate', 'missing.json'], { cwd: tmpdir() });
    assert.deepEqual(told, { ok: false, error: 'missing.json does not exist. Check the path.', code: 2 });
  });
});
