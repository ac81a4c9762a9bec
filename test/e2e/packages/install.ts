/** Packs the output of `npm run build`, and installs it into empty folders. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CLI_FOLDER, LIBRARY_FOLDER, ROOT } from '../../../src/bundler/packages.js';
import { makeFolder, shell, write, type Ran } from '../cli/cli.js';

/** @throws with the output if the script fails */
export async function succeed(script: string, cwd: string): Promise<Ran> {
  const ran = await shell(script, cwd);
  if (ran.code !== 0) throw new Error(`"${script}" ended with code ${ran.code}:\n${ran.out}${ran.err}`);
  return ran;
}

/** Returns the paths of the tarballs, the library first. */
export async function pack(): Promise<string[]> {
  const folder = makeFolder();
  const tarballs: string[] = [];
  for (const each of [LIBRARY_FOLDER, CLI_FOLDER]) {
    const { out } = await succeed(`npm pack --silent --pack-destination "${folder}"`, join(ROOT, each));
    tarballs.push(join(folder, out.trim().split('\n').at(-1)!));
  }
  return tarballs;
}

/** Returns an empty folder with the packages installed. */
export async function install(...packages: string[]): Promise<string> {
  const folder = makeFolder();
  write(folder, 'package.json', { private: true, type: 'module' });
  await succeed(`npm install --prefer-offline --no-audit --no-fund ${packages.map((name) => `"${name}"`).join(' ')}`, folder);
  return folder;
}

/** Returns the sorted names of the packages in node_modules. */
export function installedIn(folder: string): string[] {
  const modules = join(folder, 'node_modules');
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`) : name)).sort();
}

/** Returns the sorted paths of all files below a folder, with slashes. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export const megabytes = (folder: string): number =>
  filesIn(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1_000_000;
