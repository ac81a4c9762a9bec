/** The review sheet of the library, for the security reviewer of a partner: files, hashes, dependencies, requests, storage, globals. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { LIBRARY_FOLDER, libraryManifest, version } from '../../../src/bundler/packages.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const compress = promisify(brotliCompress);
const readJson = async <T>(path: string) => JSON.parse(await readFile(root + path, 'utf8')) as T;

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly description?: string;
}

export async function reviewSheet(): Promise<string> {
  const hashes = await readJson<Record<string, string>>(`${LIBRARY_FOLDER}/integrity.json`);
  const files = await Promise.all(
    Object.entries(hashes).map(async ([name, hash]) => {
      const bytes = await readFile(`${root}${LIBRARY_FOLDER}/${name}`);
      return `| \`${name}\` | ${bytes.length} | ${(await compress(bytes)).length} | \`${hash}\` |`;
    }),
  );
  const { dependencies } = libraryManifest() as { dependencies: Record<string, string> };
  const packages = await Promise.all(
    Object.entries(dependencies).map(async ([name, range]) => {
      const manifest = await readJson<Manifest>(`node_modules/${name}/package.json`);
      return `| \`${name}\` | ${range} | ${manifest.version} | ${manifest.license} |`;
    }),
  );
  const text = await readFile(`${root}demo/docs/review-sheet.md`, 'utf8');
  return `${text}
## Dependencies in the page

The bundles contain these packages as they are published. A page loads no other code.

| package | range | built with | licence |
| --- | --- | --- | --- |
${packages.join('\n')}

## Files of version ${version}

| file | bytes | after Brotli | hash |
| --- | --: | --: | --- |
${files.join('\n')}
`;
}
