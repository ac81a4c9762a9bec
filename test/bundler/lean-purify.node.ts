/** That DOMPurify without the lists that it never looks into leaves the same of every hostile piece, and of every attribute in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { build, type Rollup } from 'vite';
import { createSanitiser, type Sanitise } from '../../src/elements/sanitise.js';
import { judges } from '../../src/feed/judges.js';
import { parseFeed } from '../../src/feed/parse.js';
import { hostile, MARKUP } from '../security/markup.js';
import { written } from '../security/written.js';
import { leanPurify } from '../../src/bundler/lean-purify.js';

const { window } = new JSDOM('');
const feed = parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: [] }, 'https://publisher.example/feed.json');
const whole = createSanitiser(window as never, judges)!;
let lean: Sanitise;

async function built(): Promise<typeof createSanitiser> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [leanPurify()],
    build: { write: false, lib: { entry: 'src/elements/sanitise.ts', formats: ['es'] } },
  })) as [Rollup.RollupOutput];
  const module = (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)) as {
    createSanitiser: typeof createSanitiser;
  };
  return module.createSanitiser;
}

describe('DOMPurify inside the part', () => {
  before(async () => (lean = (await built())(window as never, judges)!));

  const same = (html: string) => {
    const [a, b] = [lean, whole].map((sanitise) => sanitise(html, feed, 2));
    assert.equal(a && written(a.content), b && written(b.content));
    assert.equal(a?.refused, b?.refused);
  };

  for (const html of MARKUP) it(`leaves the same of ${html.slice(0, 70)}`, () => same(hostile(html)));

  it('leaves the same of every attribute that it knows', () => {
    const source = readFileSync(fileURLToPath(import.meta.resolve('dompurify')), 'utf8');
    const names = new Set(source.match(/(?<=^\t")[\w:-]+(?=",?$)/gm));
    assert(names.has('accent-height') && names.has('xlink:href') && names.has('columnalign'));
    for (const tag of ['p', 'a', 'img', 'li', 'svg']) same([...names].map((name) => `<${tag} ${name}="1">x</${tag}>`).join(''));
  });
});
