/**
 * The two packages that are published from this repository: the library, and the command line. Their manifests are made from the
 * repository's own: the versions of dependencies stand there.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from '../embed/package-name.js';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const CLI_PACKAGE = `${PACKAGE}-cli`;

/** Where the build writes them, below ROOT. */
export const LIBRARY_FOLDER = 'dist';
export const CLI_FOLDER = 'dist-cli';

export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** Every module that can be imported, by its path: where it stands below src/, and below the library's folder. */
export const MODULES: Readonly<Record<string, string>> = {
  '.': 'index',
  './define': 'define',
  './feed': 'feed/index',
  './client': 'client/index',
  './embed': 'embed/index',
  './react': 'frameworks/react',
  './vue': 'frameworks/vue',
  './svelte': 'frameworks/svelte',
  ...Object.fromEntries(LANGUAGES.map((language) => [`./locales/${language}`, `locales/${language}`])),
};

/** What the files of the command line import, besides the library. Lit and DOMPurify, since it renders the elements. */
export const CLI_DEPENDENCIES = ['commander', 'dompurify', 'jsdom', 'lit', 'parse5'];

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
  [field: string]: unknown;
}

const repository = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Manifest;
const { version, license, type, engines } = repository;
const shared = { version, license, type };

export function libraryManifest(): object {
  return {
    name: PACKAGE,
    ...shared,
    description: repository.description,
    exports: {
      ...Object.fromEntries(
        Object.entries(MODULES).map(([path, module]) => [path, { types: `./${module}.d.ts`, default: `./${module}.js` }]),
      ),
      './schema.json': './schema.json',
      './custom-elements.json': './custom-elements.json',
    },
    sideEffects: ['./define.js', './placard*.js'],
    customElements: 'custom-elements.json',
    'web-types': 'web-types.json',
    dependencies: rangesOf(['dompurify', 'lit']),
    // Types of frameworks, for those who have them.
    peerDependencies: { '@types/react': '>=19', svelte: '>=5', vue: '>=3.4' },
    peerDependenciesMeta: { '@types/react': { optional: true }, svelte: { optional: true }, vue: { optional: true } },
  };
}

/** It needs the library of the same version: that is where the scripts are that `build` hands on. */
export function cliManifest(): object {
  return {
    name: CLI_PACKAGE,
    ...shared,
    engines,
    description: 'The command line of Placard: writes, checks, publishes and signs campaign feeds.',
    bin: { placard: 'main.js' },
    exports: { './package.json': './package.json' }, // a program, and nothing to import
    imports: { '#package.json': './package.json', '#library/*': `${PACKAGE}/*` },
    dependencies: { ...rangesOf(CLI_DEPENDENCIES), [PACKAGE]: version },
  };
}

const rangesOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, repository.dependencies[name]!]));
