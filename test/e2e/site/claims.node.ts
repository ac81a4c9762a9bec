/** Compares the numbers and the names of controls in the documentation with the product of today. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { RECIPES } from '../../../demo/site/format/cookbook.js';
import { buildBundles } from '../../../demo/server/bundles.js';
import { LANGUAGES } from '../../../src/bundler/packages.js';
import { en } from '../../../src/studio/words/en.js';
import { SITUATIONS } from '../visual/situations.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const [README, SECURITY] = ['README.md', 'SECURITY.md'];
const doc = (name: string) => `demo/docs/${name}.md`;

const WORDS: Record<string, number> = { three: 3, four: 4, nine: 9, ten: 10, twelve: 12, twenty: 20, 'twenty-one': 21 };
const numberOf = (text: string) => WORDS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));

/** Returns kB after Brotli, of the files that builder.node.ts compares with the builder. A text says “about”, which is within 2 percent. */
const weightOf = (...names: RegExp[]): number => {
  const files = ['dist/', 'dist/parts/'].flatMap((folder) => readdirSync(root + folder).map((name) => folder + name));
  const bytes = names.map((name) => brotliCompressSync(readFileSync(root + files.find((path) => name.test(path))!)).length);
  return bytes.reduce((sum, each) => sum + each) / 1000;
};
const BUNDLE = /^dist\/placard\.js$/;
const REST = /^dist\/parts\/rest-\w+\.js$/;
const FOLDS = /^dist\/parts\/folds-\w+\.js$/;
const LOADER = /^dist\/placard-loader\.js$/;
const STYLE = /^dist\/placard\.css$/;

/** Returns the value of a constant in a source, which may be a product of numbers. */
function limitIn(path: string, name: string): number {
  const value = new RegExp(`\\b${name}\\s*= ([\\d_ */.]+)`).exec(read(path));
  assert.ok(value, `${path} has ${name}`);
  return value[1]!
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1);
}

const RULES = 'src/feed/schema/field-rules.ts';
const PLUGIN = 'src/wordpress/includes/';
const MIB = 1024 * 1024;

/** A text, the number that it states, and the number of today. */
const CLAIMS: [path: string, claim: RegExp, today: () => number][] = [
  [README, /is about (\d+) kB after Brotli/, () => weightOf(BUNDLE)],
  [README, /loads about ([\d.]+) kB more/, () => weightOf(FOLDS, REST)],
  [README, /budget of ([\d.]+) kB/, () => Math.round(limitIn('.size-limit.mjs', 'WHOLE') / 100) / 10],
  [README, /about (\d+) kB after Brotli \|\n\| zod/, () => limitIn('.size-limit.mjs', 'PURIFY') / 1000],
  [README, /\*\*Languages\.\*\* (\w+),/, () => LANGUAGES.length],
  [README, /compares ([\w-]+) cards/, () => SITUATIONS.length],
  ['demo/index.html', /(\d+) languages/, () => LANGUAGES.length],
  [doc('languages'), /exists in (\w+) languages/, () => LANGUAGES.length],
  [doc('partners'), /About ([\d.]+) kB until the case changes/, () => weightOf(LOADER, STYLE)],
  [doc('partners'), /then about (\d+) kB more/, () => weightOf(BUNDLE, FOLDS, REST)],
  [doc('developers'), /at first, about ([\d.]+) kB/, () => weightOf(LOADER, STYLE)],
  [doc('performance'), /size \(about ([\d.]+) kB/, () => weightOf(BUNDLE)],
  [doc('performance'), /size \(about [\d.]+ kB of ([\d.]+)\)/, () => Math.round(limitIn('.size-limit.mjs', 'WHOLE') / 100) / 10],
  [doc('people'), /items of (\w+) kinds/, () => RECIPES.length],
  [doc('site'), /at most (\d+) MiB/, () => limitIn('src/publish/build-item.ts', 'MAX_FEED_BYTES') / MIB],
  [doc('site'), /above (\d+) KiB/, () => limitIn('src/publish/build-site.ts', 'HEAVY_FEED_BYTES') / 1024],
  [doc('troubleshooting'), /up to (\d+) minutes/, () => limitIn('src/client/retry-timing.ts', 'MAX_DELAY_MS') / 60_000],
  [doc('developers'), /between two fetches, (\d+) by default/, () => limitIn('src/client/feed-watcher.ts', 'DEFAULT_REFRESH_SECONDS')],
  [doc('wordpress'), /every (\d+) minutes,/, () => limitIn(`${PLUGIN}renew.php`, 'INTERVAL') / 60],
  [doc('wordpress'), /at most (\w+) redirects/, () => Number(/'redirection' +=> (\d+)/.exec(read(`${PLUGIN}request.php`))![1])],
  [doc('wordpress'), /reads at most (\d+) MB/, () => limitIn(`${PLUGIN}request.php`, 'MAX_BYTES') / MIB],
  [doc('wordpress'), /for at most (\d+) seconds/, () => limitIn(`${PLUGIN}request.php`, 'TIMEOUT')],
  [doc('wordpress'), /more than ([\d,]+) versions/, () => limitIn(`${PLUGIN}renew.php`, 'MAX_STEP')],
  [doc('wordpress'), /WordPress ([\d.]+) and PHP/, () => Number(/Requires at least: ([\d.]+)/.exec(read('src/wordpress/placard.php'))![1])],
  [doc('wordpress'), /and PHP ([\d.]+)\.\n/, () => Number(/Requires PHP: +([\d.]+)/.exec(read('src/wordpress/placard.php'))![1])],
  [SECURITY, /at most (\d+) requests/, () => limitIn('src/node/doctor/index.ts', 'MAX_REQUESTS')],
  [SECURITY, /requests, (\w+) at once/, () => limitIn('src/node/io/http.ts', 'MAX_CONCURRENT')],
  [SECURITY, /a jump of more than ([\d,]+) binds/, () => limitIn('src/feed/values/feed-version.ts', 'MAX_STEP')],
  [SECURITY, /for at most (\d+) hours/, () => limitIn('src/client/minimum-version.ts', 'LEAP_BINDS_MS') / 3_600_000],
  [SECURITY, /Each list keeps (\d+) entries/, () => limitIn(RULES, 'MAX_ENTRIES')],
  [SECURITY, /A card shows (\d+) contacts/, () => limitIn(RULES, 'MAX_SHOWN_CONTACTS')],
  [SECURITY, /with (\w+) numbers/, () => limitIn(RULES, 'MAX_WAYS')],
  [SECURITY, /begins (\d+) mails/, () => limitIn('src/card/sections/actions.ts', 'MAX_LETTERS')],
  [SECURITY, /reads at\s+most (\d+) MB in/, () => limitIn(`${PLUGIN}request.php`, 'MAX_BYTES') / MIB],
  [SECURITY, /MB in at most (\d+) seconds/, () => limitIn(`${PLUGIN}request.php`, 'TIMEOUT')],
];

describe('the documentation', () => {
  before(buildBundles);

  for (const [path, claim, today] of CLAIMS)
    it(`states the number of today in ${path}: ${claim.source}`, () => {
      const found = claim.exec(read(path));
      assert.ok(found, `${path} has ${String(claim)}`);
      const ratio = numberOf(found[1]!) / today();
      assert.ok(
        /about/i.test(claim.source) ? Math.abs(ratio - 1) < 0.02 : ratio === 1,
        `${path} says ${found[1]}, and today it is ${today()}`,
      );
    });

  it('names the oldest browsers that the bundles are built for', () => {
    const [, chromium, firefox, safari] = /'chrome([\d.]+)', 'firefox([\d.]+)', 'safari([\d.]+)'/.exec(read('vite.config.ts'))!;
    for (const path of [README, doc('troubleshooting')])
      for (const browser of [`Chromium ${chromium}`, `Firefox ${firefox}`, `Safari ${safari}`])
        assert.ok(read(path).includes(browser), `${path} has ${browser}`);
  });

  it('names each package that the product depends on, and no other', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const table = read(README).split('## Dependencies')[1]!;
    const named = [...table.matchAll(/^\| (?!package|---)([^|]+) \|/gm)].flatMap(([, names]) => names!.split(', '));
    assert.deepEqual(named.sort(), [...Object.keys(dependencies), 'zod'].sort());
  });

  it('names the versions of the tools that are not at their newest', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const sentence = /Some tools are not at their newest version[^]*?\.\n/.exec(read(README))![0];
    const tools = [...sentence.matchAll(/`([^`]+)` ([\d.]*\d)/g)];
    assert.ok(tools.length > 4);
    for (const [, name, version] of tools)
      assert.ok(`${{ ...dependencies, ...devDependencies }[name!]!.replace('^', '')}.`.startsWith(`${version}.`), name);
  });

  it('writes the names of controls in bold, and only those that the studio or the builder has', () => {
    const controls = textsOf(en).join('\n') + read('src/studio/builder/builder.html').replace(/<[^>]+>/g, '\n');
    const guides = readdirSync(`${root}demo/docs`).filter((name) => name.endsWith('.md'));
    // A bold sentence ends with a full stop. The name of a control does not.
    const bold = guides.flatMap((name) => [...read(`demo/docs/${name}`).matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => [name, words!]));
    const named = bold.filter(([, words]) => !words!.endsWith('.'));
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter(([, words]) => !controls.split('\n').some((text) => text.trim() === words)),
      [],
    );
  });
});

/** Returns each text of a table of words, without those that are made of parts. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return words && typeof words === 'object' ? Object.values(words).flatMap(textsOf) : [];
}
