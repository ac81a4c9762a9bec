import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { circles, forbiddenImports, importsOf } from './imports.mjs';

describe('imports between the rooms of src', () => {
  it('contain only allowed imports, and no circle', () => {
    const imports = importsOf();
    assert.ok(imports.size > 150, `${imports.size} files`);
    assert.deepEqual([...forbiddenImports(imports), ...circles(imports)], []);
  });

  for (const [from, to] of [
    ['src/feed/a.ts', 'src/client/b.ts'],
    ['src/card/a.ts', 'lit'],
    ['src/lint/a.ts', 'node:fs'],
    ['src/elements/a.ts', 'demo/b.ts'],
    ['src/node/a.ts', 'src/index.ts'],
    ['src/node/a.ts', 'src/studio/b.ts'],
  ] as const) {
    it(`reports an import of ${to} in ${from}`, () => {
      assert.deepEqual(forbiddenImports(new Map([[from, [to]]])), [`${from} imports ${to}`]);
    });
  }

  it('reports a circle of files', () => {
    const circle = new Map([
      ['src/feed/a.ts', ['src/feed/b.ts']],
      ['src/feed/b.ts', ['src/feed/a.ts']],
    ]);
    assert.deepEqual(circles(circle), ['src/feed/a.ts → src/feed/b.ts → src/feed/a.ts']);
  });
});
