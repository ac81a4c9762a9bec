/**
 * The files of translators. `npm run locale export kk` writes kk.po, `check kk.po` reports its faults, and `import kk.po` writes its texts
 * into src/locales.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { LANGUAGES, ROOT } from '../packages.js';
import { withTexts } from './catalog.js';
import { faultsIn, readPo, toPo, type Sources } from './po-file.js';

const USAGE = `Use: npm run locale export LANGUAGE, npm run locale check FILE, or npm run locale import FILE. Languages: ${LANGUAGES.join(' ')}.`;

const pathsOf = (language: string) => ({ main: `${ROOT}src/locales/${language}.ts`, details: `${ROOT}src/locales/details/${language}.ts` });

async function sourcesOf(language: string): Promise<Sources> {
  const { main, details } = pathsOf(language);
  return { main: await readFile(main, 'utf8'), details: await readFile(details, 'utf8') };
}

/** Returns the sources with the texts of a PO file. @throws Error with a line for each fault */
export async function withTranslation(file: Buffer | string, sources: Sources): Promise<Sources> {
  const translation = readPo(file);
  const faults = faultsIn(translation, sources);
  if (faults.length) throw new Error(faults.join('\n'));
  const apply = async (folder: 'main' | 'details') => {
    const ownName = `${translation.language}.`;
    const texts = new Map(
      [...translation.texts].flatMap(([place, text]): [string, string][] => {
        if (!place.startsWith(`${folder}/`)) return [];
        const name = place.slice(folder.length + 1);
        return [
          [name, text],
          [ownName + name, text],
          [`details.${name}`, text],
        ];
      }),
    );
    const style = await resolveConfig(`${ROOT}package.json`);
    return format(withTexts(sources[folder], texts), { ...style, parser: 'typescript' });
  };
  return { main: await apply('main'), details: await apply('details') };
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
  const paths = pathsOf(language);
  await writeFile(paths.main, changed.main);
  await writeFile(paths.details, changed.details);
  return `src/locales has the texts of ${name}. Read the difference, then run "npm test".`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await run(process.argv.slice(2)));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
