/** The files of the documentation by their path on the site. `npm start` makes each on request, and `npm run build:site` writes all. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PAGES } from './contents.js';
import { searchIndex } from './search-index.js';
import { renderIndex, renderPage } from './template.js';
import { openAcr } from './trust/conformance.js';

export interface SiteFile {
  readonly type: string;
  readonly body: () => Promise<string>;
}

const source = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const html = (body: () => Promise<string>): SiteFile => ({ type: 'text/html; charset=utf-8', body });

/** @param built resolves when dist/ is built: the review sheet lists its files */
export function documentationFiles(built: Promise<void>): Record<string, SiteFile> {
  const pages = PAGES.map((page): [string, SiteFile] => [
    `/docs/${page.name}.html`,
    html(() => afterBuild(page.name, built).then(() => renderPage(page))),
  ]);
  return {
    '/docs/': html(async () => renderIndex()),
    '/docs/index.html': html(async () => renderIndex()),
    ...Object.fromEntries(pages),
    '/docs/docs.css': { type: 'text/css; charset=utf-8', body: () => readFile(source('docs.css'), 'utf8') },
    '/docs/search.js': { type: 'text/javascript; charset=utf-8', body: searchScript },
    '/docs/search.json': { type: 'application/json', body: () => built.then(searchIndex) },
    '/docs/placard.openacr.yaml': { type: 'application/yaml; charset=utf-8', body: async () => openAcr() },
  };
}

/** Only the review sheet waits for the build, so that all other pages answer at once. */
const afterBuild = (name: string, built: Promise<void>): Promise<void> => (name === 'review-sheet' ? built : Promise.resolve());

let bundled: Promise<string> | undefined;

/** Every page of the documentation asks for it. */
const searchScript = (): Promise<string> => (bundled ??= bundleSearch());

async function bundleSearch(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source('search.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}
