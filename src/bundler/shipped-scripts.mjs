// Lists the scripts that are shipped for a <script> tag: what is measured and searched.
import { existsSync, readdirSync } from 'node:fs';

/** @returns the paths of dist/placard*.js and of every part that they load lazily, sorted */
export const shippedScripts = () =>
  ['dist', 'dist/parts']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => /^dist\/(placard|parts\/)[^/]*\.js$/.test(path))
    .sort();
