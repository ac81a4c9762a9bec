/** A zip file of a site. The same files give the same bytes: the dates inside are fixed. */
import { zipSync } from 'fflate';

/** The first date that a zip file can have, in the time zone that fflate reads. */
const DATE = new Date(1980, 0, 1);

export function zip(files: ReadonlyMap<string, Uint8Array>): Blob {
  const bytes = zipSync(Object.fromEntries(files), { level: 6, mtime: DATE });
  return new Blob([bytes], { type: 'application/zip' });
}
