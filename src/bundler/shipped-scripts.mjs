// Lists the published scripts for a <script> tag. Other checks measure and search them.
import { existsSync, readdirSync } from 'node:fs';

/** Returns the sorted paths of dist/placard*.js and of their lazy chunks. */
export const shippedScripts = () =>
  ['dist', 'dist/parts']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => /^dist\/(placard|parts\/)[^/]*\.js$/.test(path))
    .sort();
