/** Runs each sample of the documentation, the README and the security page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { PAGES } from '../../../demo/site/contents.js';
import { makeProject } from '../cli/cli.js';
import { openSamples, samplesIn, type Samples } from '../../support/doc-samples.js';

const readme = () => readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
/** Their samples are members and items of feeds, not whole ones: format.node.ts checks them. */
const GENERATED = /^(format-|cookbook)/;
const TEXTS: [name: string, text: () => string | Promise<string>][] = [
  ['README.md', readme],
  ...PAGES.filter(({ name }) => !GENERATED.test(name)).map(({ name, text }): [string, typeof text] => [name, text]),
];

describe('samples of the documentation', () => {
  let samples: Samples;

  before(async () => (samples = await openSamples()));
  after(() => samples?.close());

  for (const [name, text] of TEXTS)
    it(`work in ${name}`, async () => {
      const folder = await makeProject();
      for (const sample of samplesIn(await text())) await samples.run(sample, folder);
    });

  it('are rejected if they are of an unknown kind', async () => {
    await assert.rejects(samples.run({ type: 'code', raw: '', text: 'x', lang: 'cobol' }, ''), /"cobol"/);
    assert.deepEqual(
      samplesIn('- a\n\n  ```html\n  <p>\n  ```\n\n> ```\n> b\n> ```\n\n<pre>c</pre>').map(({ lang }) => lang),
      ['html', '', ''],
    );
  });
});
