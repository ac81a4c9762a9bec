/** The only request of the app: to an address that the user has entered. */

import { readBody } from '../client/read-body.js';

/** Bytes after decompression. Larger than any feed. */
const MAX_BYTES = 32 * 1024 * 1024;

/** @returns undefined for an address that does not answer, or that this browser may not read */
export async function fetchText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
    return response.ok ? await readBody(response, Error, MAX_BYTES) : undefined;
  } catch {
    return undefined;
  }
}
