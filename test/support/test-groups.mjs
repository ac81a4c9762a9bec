// Runs the tests of a folder together, in one page or in one process: a page costs a second of processor time, a process half a second,
// and code that is compiled once is faster in the next file.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The runner serves only files below the project. */
const FOLDER = 'node_modules/.cache/test-groups';

/** Their tests are about the first card of a page, or about a language that no card has loaded. The last one has a file of snapshots. */
const ALONE_IN_PAGE = ['lazy-activation', 'language-missing', 'languages', 'sentences'];
/** They set a variable of the environment, or have a function that runs before each test of a process. */
const ALONE_IN_PROCESS = ['dependencies', 'bundle', 'loader-hostile'];

/** @type {(files: string[]) => string[]} returns the files that the browser opens, from the paths of the browser tests */
export const pages = (files) => groups('pages', files, ALONE_IN_PAGE, (file) => `/${file}`);

/** @type {(files: string[]) => string[]} returns the files that Node starts, from the paths of its tests */
export const processes = (files) => groups('processes', files, ALONE_IN_PROCESS, (file) => pathToFileURL(resolve(file)).href);

/** Writes a module for each folder, which imports its test files. @returns the files to run, those with the most tests first */
function groups(kind, files, names, addressOf) {
  const isAlone = (file) => names.some((name) => basename(file).startsWith(`${name}.`));
  const shared = files.filter((file) => !isAlone(file));
  const folders = [...new Set(shared.map(dirname))].map((folder) => ({ folder, tests: shared.filter((file) => dirname(file) === folder) }));
  folders.sort((some, others) => others.tests.length - some.tests.length);
  mkdirSync(join(FOLDER, kind), { recursive: true });
  return [
    ...folders.map(({ folder, tests }) => write(`${kind}/${folder.replaceAll(/[/\\]/g, '-')}.mjs`, tests.map(addressOf))),
    ...files.filter(isAlone),
  ];
}

/** Another run may read the file at this moment. */
function write(name, addresses) {
  const path = join(FOLDER, name);
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, addresses.map((address) => `import '${address}';\n`).join(''));
  renameSync(unfinished, path);
  return path;
}
