/** The published types of the format, written from the schemas, are those that TypeScript infers from the schemas. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { ROOT } from '../../../src/bundler/packages.js';
import { declareTypes } from '../../../src/bundler/write-types.js';
import { NAMED_SCHEMAS } from '../../../src/feed/schema/schema.js';
import { makeFolder, run, write } from '../../e2e/cli/cli.js';

const NAMES = Object.keys(NAMED_SCHEMAS);

/** Returns what the compiler reports of declarations beside those of the source. */
async function compared(declarations: string): Promise<string> {
  const folder = makeFolder(join(ROOT, 'node_modules/.cache')); // where the packages are found
  write(folder, 'written.ts', declarations.replace(/'\.\.\/(?=values\/)/g, `'${ROOT}src/feed/`));
  write(
    folder,
    'compare.ts',
    `import type * as written from './written.js';
import type * as inferred from '${join(ROOT, 'src/feed/schema/schema.js')}';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
${NAMES.map((name) => `export const of${name}: Same<Plain<written.${name}>, Plain<inferred.${name}>> = true;`).join('\n')}`,
  );
  write(folder, 'tsconfig.json', {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { types: [], rootDir: ROOT },
    files: ['compare.ts'],
    include: [],
  });
  return (await run([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], ROOT)).out;
}

it('says the same of every named type', async () => {
  assert.ok(NAMES.length > 10);
  assert.equal(await compared(declareTypes()), '');
});

it('reports types that differ in one member', async () => {
  for (const [right, wrong] of [
    ['sequence: number;', 'sequence?: number | undefined;'],
    ['role: "press" | ', 'role: '],
    ['as_of: PartialDate;', 'as_of: string;'],
  ] as const) {
    assert.ok(declareTypes().includes(right), right);
    assert.match(await compared(declareTypes().replace(right, wrong)), /is not assignable to type 'false'/, right);
  }
});

it('imports no package', () => assert.doesNotMatch(declareTypes(), /from '[^.]/));
