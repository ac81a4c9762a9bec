/**
 * The two packages of this repository: the library and the command line. Their manifests are generated from the repository's manifest,
 * which has the versions of dependencies.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from '../embed/package-name.js';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const CLI_PACKAGE = `${PACKAGE}-cli`;

/** The output folders of the build, below ROOT. */
export const LIBRARY_FOLDER = 'dist';
export const CLI_FOLDER = 'dist-cli';
export const STUDIO_FOLDER = 'dist-studio';
export const WORDPRESS_FOLDER = 'dist-wordpress';

export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** The modules by their import path. A module has the same place below src/ and below the library's folder. */
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

/** The packages that the command line imports, without the library. It renders the elements with Lit and DOMPurify. */
export const CLI_DEPENDENCIES = ['commander', 'dompurify', 'jsdom', 'libphonenumber-js', 'lit', 'parse5', 'puppeteer-core'];

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
  [field: string]: unknown;
}

const repository = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Manifest;
export const { version }: Manifest = repository;
const { license, type, engines } = repository;
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
    // Optional: only applications with one of these frameworks need the types.
    peerDependencies: { '@types/react': '>=19', svelte: '>=5', vue: '>=3.4' },
    peerDependenciesMeta: { '@types/react': { optional: true }, svelte: { optional: true }, vue: { optional: true } },
  };
}

/** Depends on the library of the same version, because `build` copies its scripts. */
export function cliManifest(): object {
  return {
    name: CLI_PACKAGE,
    ...shared,
    engines,
    description: 'The command line of Placard: writes, checks, publishes and signs campaign feeds.',
    bin: { placard: 'main.js' },
    exports: { './package.json': './package.json' }, // a program without modules to import
    imports: { '#package.json': './package.json', '#library/*': `${PACKAGE}/*`, '#studio/*': './studio/*' },
    dependencies: { ...rangesOf(CLI_DEPENDENCIES), [PACKAGE]: version },
  };
}

const rangesOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, repository.dependencies[name]!]));
