/** `npm run build` builds both packages for `npm pack` and `npm publish`. Prints one line for each. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build-cli.js';
import { buildStudio } from './build-studio.js';
import { buildLibrary } from './build-library.js';
import { CLI_FOLDER, CLI_PACKAGE, LIBRARY_FOLDER, ROOT } from './packages.js';
import { PACKAGE } from '../embed/package-name.js';

for (const [name, folder, build] of [
  [PACKAGE, LIBRARY_FOLDER, buildLibrary],
  [CLI_PACKAGE, CLI_FOLDER, buildCli],
] as const) {
  rmSync(folder, { recursive: true, force: true });
  await build();
  if (folder === CLI_FOLDER) await buildStudio(join(ROOT, folder, 'studio'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  console.log(`${folder}/: ${name}, ${files.length} files, ${Math.round(bytes / 1000)} kB`);
}
