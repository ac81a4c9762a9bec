// Lists files by the end of their name: Node 20 has no glob of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Sorted paths below `folder` that end in `suffix`; they begin with `folder`. */
export function filesUnder(folder, suffix) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}
