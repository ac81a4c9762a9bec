// The seed of the property tests. The source decides it: a run of the same source gives the same result, and each change tries other
// values. SEED=1234 sets another one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesUnder } from './files.mjs';

export function seed() {
  if (process.env.SEED) return process.env.SEED;
  const hash = createHash('sha256');
  for (const file of filesUnder('src', '.ts')) hash.update(readFileSync(file));
  return String(hash.digest().readInt32BE());
}
