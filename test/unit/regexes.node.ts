/** No regular expression of the source takes more than a bounded number of steps for each character, whatever it is given. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { parseSync } from 'vite';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

interface Found {
  readonly pattern: string;
  readonly flags: string;
}

/** The literals of a module, and how many expressions it makes otherwise. */
function expressionsIn(file: string): { literals: Found[]; made: number } {
  const literals: Found[] = [];
  let made = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || node instanceof RegExp) return;
    const { regex, type, callee } = node as { regex?: Found; type?: string; callee?: { name?: string } };
    if (regex) literals.push(regex);
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made++;
    for (const part of Object.values(node)) visit(part);
  };
  const { program, errors } = parseSync(file, readFileSync(join(SOURCE, file), 'utf8'));
  assert.equal(errors.length, 0, file);
  visit(program);
  return { literals, made };
}

/** Reads our own source alone, when the bundles are built. */
const BUILD_TIME = /^bundler\//;
/** Modules that make an expression while they run: of pieces that are checked, or of the schema's own. */
const MAKING = ['lint/explain-issue.ts', 'lint/source-lines.ts'];

/** ms */
const LONG = 300_000;

describe('the regular expressions of the source', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !BUILD_TIME.test(file.replaceAll('\\', '/')),
  );
  const found = new Map(files.map((file) => [file, expressionsIn(file)]));

  it('are written as literals, so that they can be checked', () => {
    const making = [...found].filter(([, { made }]) => made).map(([file]) => file.replaceAll('\\', '/'));
    assert.deepEqual(making.sort(), MAKING);
  });

  it('are found', () => {
    assert.ok([...found.values()].flatMap(({ literals }) => literals).length > 150);
  });

  for (const [file, { literals }] of found)
    for (const { pattern, flags } of literals)
      it(`take steps in proportion to the input: ${file} /${pattern.slice(0, 60)}/${flags}`, () => {
        // Steps decide, and not the time, of which a busy machine needs more. The seed gives the same source the same result.
        const { status } = checkSync(pattern, flags, { timeout: LONG, attackTimeout: LONG, incubationTimeout: LONG, randomSeed: 0 });
        assert.equal(status, 'safe');
      });
});
