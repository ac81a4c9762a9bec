/** Checks that each decision record names its tests, and that these files exist. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}demo/docs/decisions/`;

describe('decision record', () => {
  for (const file of readdirSync(folder))
    it(`names existing tests: ${file}`, () => {
      const [, held = ''] = /Held by: ([^]*)/.exec(readFileSync(folder + file, 'utf8')) ?? [];
      const tests = [...held.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
      assert.ok(tests.length > 0);
      for (const path of tests) assert.ok(existsSync(root + path), path);
    });
});
