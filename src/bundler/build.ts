/** `npm run build` builds both packages for `npm pack` and `npm publish`, and the WordPress plugin. Prints one line for each. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build-cli.js';
import { buildStudio } from './build-studio.js';
import { buildLibrary } from './build-library.js';
import { buildWordPress } from './build-wordpress.js';
import { filesBelow } from './files-below.js';
import { CLI_FOLDER, CLI_PACKAGE, LIBRARY_FOLDER, ROOT, WORDPRESS_FOLDER } from './packages.js';
import { PACKAGE } from '../embed/package-name.js';

for (const [name, folder, build] of [
  [PACKAGE, LIBRARY_FOLDER, buildLibrary],
  [CLI_PACKAGE, CLI_FOLDER, buildCliWithStudio],
  ['the WordPress plugin', WORDPRESS_FOLDER, buildWordPress],
] as const) {
  rmSync(folder, { recursive: true, force: true });
  await build();
  const files = filesBelow(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  console.log(`${folder}/: ${name}, ${files.length} files, ${Math.round(bytes / 1000)} kB`);
}

/** `placard studio` serves the studio from its package. */
async function buildCliWithStudio(): Promise<void> {
  await buildCli();
  await buildStudio(join(ROOT, CLI_FOLDER, 'studio'));
}
