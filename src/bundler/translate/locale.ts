/**
 * The files of translators. `npm run locale export kk` writes kk.po, `check kk.po` reports its faults, and `import kk.po` writes its texts
 * into the source.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { LANGUAGES, ROOT } from '../packages.js';
import { withTexts } from './catalog.js';
import { faultsIn, readPo, toPo, type Sources, type Translation } from './po-file.js';

const USAGE = `Use: npm run locale export LANGUAGE, npm run locale check FILE, or npm run locale import FILE. Languages: ${LANGUAGES.join(' ')}.`;

const FOLDERS = { main: 'src/locales', details: 'src/locales/details', copy: 'src/locales/copies', studio: 'src/studio/words' };

/** Returns the paths of a language's files. The studio has fewer languages than the card. */
function pathsOf(language: string): [part: string, path: string][] {
  const paths = Object.entries(FOLDERS).map(([part, folder]): [string, string] => [part, `${ROOT}${folder}/${language}.ts`]);
  return paths.filter(([, path]) => existsSync(path));
}

/** Reads the sources of a language. */
export async function sourcesOf(language: string): Promise<Sources> {
  return Object.fromEntries(
    await Promise.all(pathsOf(language).map(async ([part, path]) => [part, await readFile(path, 'utf8')] as const)),
  );
}

/** Returns the sources with the texts of a PO file. @throws Error with a line for each fault */
export async function withTranslation(file: Buffer | string, sources: Sources): Promise<Sources> {
  const translation = readPo(file);
  const faults = faultsIn(translation, sources);
  if (faults.length) throw new Error(faults.join('\n'));
  const style = await resolveConfig(`${ROOT}package.json`);
  const changed = Object.entries(sources).map(async ([part, source]) => {
    const text = withTexts(source, placesIn(part, translation));
    return [part, await format(text, { ...style, parser: 'typescript' })] as const;
  });
  return Object.fromEntries(await Promise.all(changed));
}

/** Returns the new texts of one source, by their place there. The name of the constant is a part of some places. */
function placesIn(part: string, { language, texts }: Translation): Map<string, string> {
  const own = [...texts].filter(([place]) => place.startsWith(`${part}/`));
  return new Map(
    own.flatMap(([place, text]): [string, string][] => {
      const name = place.slice(part.length + 1);
      return [name, `${language}.${name}`].map((each) => [each, text]);
    }),
  );
}

async function run([command, name]: readonly string[]): Promise<string> {
  if (command === 'export' && LANGUAGES.includes(name ?? '')) {
    await writeFile(`${name}.po`, toPo(name!, await sourcesOf(name!), await sourcesOf('en')));
    return `${name}.po is ready.`;
  }
  if ((command !== 'check' && command !== 'import') || !name) throw new Error(USAGE);
  const file = await readFile(name);
  const { language, texts } = readPo(file);
  if (!LANGUAGES.includes(language)) throw new Error(`${name} has no language in its header, or an unknown one: "${language}".`);
  const changed = await withTranslation(file, await sourcesOf(language));
  if (command === 'check') return `${name} has ${texts.size} texts, and no fault.`;
  for (const [part, path] of pathsOf(language)) await writeFile(path, changed[part]!);
  return `The source has the texts of ${name}. Read the difference, then run "npm test".`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await run(process.argv.slice(2)));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
