// Sets what each shipped script may weigh, in bytes after brotli: its budget, and a ceiling just above what was reached. A ceiling
// falls with what is reached. It rises only in the change that causes it, with the reason beside it.
import { shippedScripts } from './src/bundler/shipped-scripts.mjs';

const WHOLE = 26_624; // everything that a closed card needs
const LOADER = 1_400; // one packet
const PART = 8_192;
const PURIFY = 10_124; // DOMPurify as published, built by itself

/** By the path without its hash: budget, and the ceiling where that is not met. */
const SCRIPTS = {
  // One request, the closed card, and the guard of the snapshot. Above the budget: Lit as published 5,000 B; the styles of every width and
  // theme 4,500 B; checks of members that the closed card counts but does not show 2,500 B; the card as data, which three renderers share.
  // 70 B are patterns for ASCII, which an engine compiles in a tenth of the time.
  // The facts that translations share, 700 B, are inside: a reader of a translation would wait for a part first.
  // A status that cannot be read does not take the last one away: 200 B. The button says the extension of its number: 80 B.
  // A translation takes no code and no label of another tracker from itself: 50 B.
  'placard.js': [WHOLE, 43_980],
  // The names of the parts contain hashes: a change of a part changes this by up to 50 B.
  'placard.iife.js': [WHOLE, 44_000], // the frame of a classic script: 100 B; on paper, a copy gives the address of the full text: 40 B
  'placard-loader.js': [LOADER, 1_400],
  'placard-frame.js': [LOADER, 670],
  'placard-host.js': [LOADER, 590], // against a page's own height and ratio of frames: 100 B
  'placard-copy.js': [LOADER, 430],
  // The line that asks for a compilation beside the page's thread takes 15 to 25 B of each.
  // The sections that a reader opens, and the styles of paper. Addresses that fit below their term take 40 B, paper that loses no word
  // 40 B, and 40 B omit a contact that an action shows.
  'parts/folds.js': [PART, 7_760],
  'parts/rare.js': [PART, 6_780], // what few feeds need
  'parts/rest.js': [PART, 7_910], // what every card needs after its first view
  'parts/signature.js': [PART, 680],
  // Whole lists of attributes, 1,200 B of them for SVG, MathML and XML, which no statement may have; 500 B bound what a parser makes.
  // 130 B isolate numbers. A marker without a direction takes 15 B.
  'parts/statement.js': [PURIFY + PART, 12_920],
  // The outcomes on the stamp, the counts of the sections and the bylines took 10 to 160 B; the words of custody, procedures, letters,
  // papers and categories took 1,250 to 1,560 B.
  // The words of the sections have their keys, since no bundle has the English ones: 250 B.
  'parts/ar.js': [PART, 3_590],
  'parts/de.js': [PART, 3_640],
  'parts/es.js': [PART, 3_410],
  'parts/fa.js': [PART, 3_360],
  'parts/fr.js': [PART, 3_530],
  'parts/kk.js': [PART, 4_250],
  'parts/pt.js': [PART, 3_370],
  'parts/ru.js': [PART, 4_150],
  'parts/tr.js': [PART, 3_470],
  'parts/uk.js': [PART, 4_080],
  'parts/zh.js': [PART, 2_990],
};

const paths = new Map(shippedScripts().map((path) => [path.replace(/^dist\/|-[\da-f]{8}(?=\.js$)/g, ''), path]));
for (const name of new Set([...paths.keys(), ...Object.keys(SCRIPTS)])) {
  if (!SCRIPTS[name]) throw new Error(`dist/${name} has no ceiling: give it one in .size-limit.mjs.`);
  if (!paths.has(name)) throw new Error(`dist/${name} has a ceiling in .size-limit.mjs, and was not built.`);
}

export default Object.entries(SCRIPTS).map(([name, [budget, ceiling]]) => ({
  name: `${name}, budget ${budget.toLocaleString('en')} B`,
  path: paths.get(name),
  limit: `${ceiling} B`,
}));
