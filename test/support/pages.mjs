// Gives the browser tests of a folder one page, because a page costs a second of processor time, and its code is compiled only once.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Their tests are about the first card of a page, or about a language that no card has loaded. The last one has a file of snapshots. */
const ALONE = ['lazy-activation', 'language-missing', 'languages', 'sentences'];
/** The runner serves only files below the project. */
const FOLDER = 'node_modules/.cache/browser-tests';

/**
 * Writes a module for each folder, which imports its test files.
 * @param {string[]} files the paths of the test files, from the root of the project
 * @returns {string[]} the files that the runner opens, those with the most tests first
 */
export function pages(files) {
  const alone = files.filter((file) => ALONE.includes(basename(file, '.test.ts')));
  const shared = files.filter((file) => !alone.includes(file));
  const folders = [...new Set(shared.map(dirname))].map((folder) => ({ folder, tests: shared.filter((file) => dirname(file) === folder) }));
  folders.sort((some, others) => others.tests.length - some.tests.length);
  mkdirSync(FOLDER, { recursive: true });
  return [...folders.map(({ folder, tests }) => write(`${folder.replaceAll('/', '-')}.js`, tests)), ...alone];
}

/** Another run may read the file at this moment. */
function write(name, tests) {
  const path = join(FOLDER, name);
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, tests.map((file) => `import '/${file}';\n`).join(''));
  renameSync(unfinished, path);
  return path;
}
