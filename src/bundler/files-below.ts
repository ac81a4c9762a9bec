/** Lists the files of a folder. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Returns the sorted paths of all files below a folder, relative to it, with slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
