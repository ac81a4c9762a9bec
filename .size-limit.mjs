// What each shipped script may weigh, in bytes after brotli, and its budget. Where the budget is met, it is the ceiling; else the
// ceiling is what was reached, and falls with it. It rises only in the change that causes it, with the reason beside it.
import { shipped } from './test/tools/shipped.mjs';

const WHOLE = 14_336; // one round trip's window
const LOADER = 1_024;
const PART = 1_536;
const PURIFY = 10_305; // DOMPurify alone, built as the part is

/** By the path without its hash: budget, and the ceiling where that is not met. */
const SCRIPTS = {
  // 2,000 B for bounds: limits of lists and texts, the room of a card, clusters by script, any words that look like an address.
  'placard.js': [WHOLE, 33_450],
  'placard.iife.js': [WHOLE, 33_480],
  'placard-loader.js': [LOADER],
  'placard-frame.js': [LOADER],
  'placard-host.js': [LOADER],
  'parts/signature.js': [PART],
  'parts/statement.js': [PURIFY + PART],
  // Dates are written from here, not by Intl: the shape of one, and Persian digits. One sentence more than before: "Show all".
  'parts/ar.js': [PART, 1_740],
  'parts/de.js': [PART, 1_890],
  'parts/es.js': [PART, 1_700],
  'parts/fa.js': [PART, 1_730],
  'parts/fr.js': [PART, 1_790],
  'parts/kk.js': [PART, 2_470],
  'parts/pt.js': [PART, 1_650],
  'parts/ru.js': [PART, 2_170],
  'parts/tr.js': [PART, 1_880],
  'parts/uk.js': [PART, 2_100],
  'parts/zh.js': [PART],
};

const paths = new Map(shipped().map((path) => [path.replace(/^dist\/|-[\da-f]{8}(?=\.js$)/g, ''), path]));
for (const name of new Set([...paths.keys(), ...Object.keys(SCRIPTS)])) {
  if (!SCRIPTS[name]) throw new Error(`dist/${name} has no ceiling: give it one in .size-limit.mjs.`);
  if (!paths.has(name)) throw new Error(`dist/${name} has a ceiling in .size-limit.mjs, and was not built.`);
}

export default Object.entries(SCRIPTS).map(([name, [budget, ceiling = budget]]) => ({
  name: `${name}, budget ${budget.toLocaleString('en')} B`,
  path: paths.get(name),
  limit: `${ceiling} B`,
}));
