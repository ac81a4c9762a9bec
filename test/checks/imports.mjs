/**
 * Checks the imports between the rooms of src. A row of the table lists the rooms that a room may import in addition to itself.
 * Reads `import` and `import()` with a relative path or a package name, types included. Fails for each forbidden import, and for each
 * circle of files.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from '../support/files.mjs';

/** Rooms of src by name; `.` is src itself. `*` means every room. */
const ALLOWED = {
  feed: [],
  locales: [],
  escape: ['feed'],
  client: ['feed'],
  i18n: ['feed', 'locales', 'client'],
  card: ['feed', 'i18n', 'escape'],
  elements: ['feed', 'client', 'locales', 'i18n', 'card', 'escape'],
  embed: ['feed', 'client', 'i18n', 'card', 'escape', 'frameworks'],
  frameworks: ['feed', 'elements'],
  lint: ['feed', 'escape'],
  publish: ['feed', 'i18n', 'card', 'embed', 'escape', 'lint'],
  revise: ['feed', 'i18n', 'card', 'escape', 'lint', 'publish'],
  node: ['feed', 'i18n', 'card', 'elements', 'embed', 'escape', 'lint', 'publish', 'revise'],
  studio: ['feed', 'client', 'i18n', 'card', 'elements', 'embed', 'escape', 'frameworks', 'lint', 'publish', 'revise', '.'],
  bundler: ['feed', 'client', 'locales', 'i18n', 'embed', 'card', 'publish'],
  '.': ['feed', 'client', 'elements', 'i18n', 'frameworks'],
};

/** Packages by room. A missing room may not import packages. Only `node` and `bundler` may import Node's modules. */
const PACKAGES = {
  feed: /^zod\/mini$/,
  elements: /^(lit(\/.+)?|dompurify)$/,
  frameworks: /^(react|vue|svelte)(\/.+)?$/,
  node: /^(node:.+|commander|parse5|jsdom|dompurify|puppeteer-core)$/,
  lint: /^libphonenumber-js\/min$/,
  publish: /^parse5$/,
  bundler: /./,
  studio: /^(lit(\/.+)?|@tiptap\/.+|mammoth|idb|fflate)$/,
};

const SPECIFIER = /^\s*(?:import|export)\s(?:[^;'"]*?from\s*)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** @returns {Map<string, string[]>} the imports of every TypeScript file of src, by its path */
export function importsOf(files = filesUnder('src', '.ts')) {
  // An import without a file is inside a text. The compiler reports missing modules.
  const isImport = (name) => !/^src\/|\$/.test(name) || files.includes(name);
  const names = (path) => [...readFileSync(path, 'utf8').matchAll(SPECIFIER)].map(([, from, lazy]) => resolve(path, from ?? lazy));
  return new Map(files.map((path) => [path, names(path).filter(isImport)]));
}

/** @returns {string[]} a line for each forbidden import */
export function forbiddenImports(imports) {
  return [...imports].flatMap(([path, names]) => names.filter((name) => !isAllowed(path, name)).map((name) => `${path} imports ${name}`));
}

/** @returns {string[]} one line for each circle of files */
export function circles(imports) {
  const found = [];
  const done = new Set();
  const visit = (path, way) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    done.add(path);
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}

function isAllowed(path, name) {
  const from = roomOf(path);
  if (!name.startsWith('src/')) return !/^(test|demo)\//.test(name) && (name.endsWith('.json') || !!PACKAGES[from]?.test(name));
  if (name === 'src/index.ts' && from !== 'frameworks') return false;
  const to = roomOf(name);
  return to === from || ALLOWED[from].includes(to);
}

function roomOf(path) {
  const [, room] = path.split('/');
  return room.endsWith('.ts') ? '.' : room;
}

function resolve(path, name) {
  if (!name.startsWith('.')) return name;
  return posix.normalize(join(dirname(path), name)).replace(/\.js$/, '.ts');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const imports = importsOf();
  const faults = [...forbiddenImports(imports), ...circles(imports)];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}
