// What each shipped script may weigh, in bytes after brotli, and its budget. Where the budget is met, it is the ceiling; else the
// ceiling is what was reached, and falls with it. It rises only in the change that causes it, with the reason beside it.
import { shipped } from './test/tools/shipped.mjs';

const WHOLE = 14_336; // one round trip's window
const FIRST_STEP = 1_400; // with headers, one packet
const FRAME = 1_024;
const PART = 1_536;
const PURIFY = 10_305; // DOMPurify alone, built as the part is

/** By the path without its hash: budget, and the ceiling where that is not met. */
const SCRIPTS = {
  // 1.4 kB of it: wishes that bind one element alone, leaps that bind for a day, and the memory of what a page has seen.
  'placard.js': [WHOLE, 33_360],
  'placard.iife.js': [WHOLE, 33_420],
  'placard-loader.js': [FIRST_STEP],
  'placard-frame.js': [FRAME],
  'placard-host.js': [FRAME],
  'parts/signature.js': [PART],
  'parts/statement.js': [PURIFY + PART],
  // Dates are written from here, not by Intl: the shape of one, and Persian digits.
  'parts/ar.js': [PART, 1_740],
  'parts/de.js': [PART, 1_890],
  'parts/es.js': [PART, 1_690],
  'parts/fa.js': [PART, 1_730],
  'parts/fr.js': [PART, 1_780],
  'parts/kk.js': [PART, 2_460],
  'parts/pt.js': [PART, 1_640],
  'parts/ru.js': [PART, 2_160],
  'parts/tr.js': [PART, 1_870],
  'parts/uk.js': [PART, 2_090],
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
