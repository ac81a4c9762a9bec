/** Builds the package of the library: bundles for a <script> tag, modules for other bundlers, and their types and schemas. */
import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { ROOT_SCHEMAS } from '../feed/schema/validator.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import { compile } from './compile-validators.js';
import { LIBRARY_FOLDER, libraryManifest } from './packages.js';
import { libraryReadme } from './readmes.js';
import { declareTypes } from './write-types.js';

const run = promisify(execFile);

export async function buildLibrary(): Promise<void> {
  await build({ logLevel: 'warn', build: { outDir: LIBRARY_FOLDER } });
  await run('npx', ['tsc', '-p', 'tsconfig.build.json']);
  await rm(join(LIBRARY_FOLDER, 'frameworks/attributes.js')); // contains only types
  await replaceZod();
  await run('npx', ['cem', 'analyze']);
  await writeJson('schema.json', jsonSchema());
  await writeJson('package.json', libraryManifest());
  await writeFile(join(LIBRARY_FOLDER, 'README.md'), libraryReadme());
  await copyFile('LICENSE', join(LIBRARY_FOLDER, 'LICENSE'));
}

/** Replaces the Zod schemas with compiled validators and plain types, so that modules validate a feed as the bundles do. */
async function replaceZod(): Promise<void> {
  const schema = join(LIBRARY_FOLDER, 'feed/schema');
  const modules = (await readdir(schema)).filter((name) => name.endsWith('.js'));
  for (const name of modules) {
    if (!importsZod(await readFile(join(schema, name), 'utf8'))) continue;
    await rm(join(schema, name));
    await rm(join(schema, name.replace(/js$/, 'd.ts')));
  }
  await writeFile(join(schema, 'validator.js'), compile(ROOT_SCHEMAS));
  await writeFile(join(schema, 'schema.d.ts'), declareTypes());
}

const importsZod = (code: string): boolean => /from ['"](zod|\.\/schema\.js)/.test(code);

const writeJson = (name: string, content: object) => writeFile(join(LIBRARY_FOLDER, name), `${JSON.stringify(content, null, 2)}\n`);
