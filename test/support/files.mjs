// Lists files by suffix, because Node 20 has no glob function.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the sorted paths below `folder` that end in `suffix`. Each path begins with `folder`. */
export function filesUnder(folder, suffix) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}
