/** Letters that an engine keeps in two bytes are escapes in the bundles, and mean the same. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { escapeWide } from '../../../src/bundler/escape-wide-letters.js';

it('escapes them in texts, templates and patterns', async () => {
  const code = 'export default ["’“”", `a…é${"😀"}`, /[–—]/.test("—"), /^\\p{L}😀$/u.test("я😀")];';
  const escaped = escapeWide(code);
  assert.match(escaped, /^[\0-\u00ff]+$/);
  const [before, after] = await Promise.all(
    [code, escaped].map((each) => import(`data:text/javascript;charset=utf-8,${encodeURIComponent(each)}`)),
  );
  assert.deepEqual((after as { default: unknown }).default, (before as { default: unknown }).default);
});
