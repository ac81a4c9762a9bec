/** The only requests of the app: to addresses that the user has entered, and to the files below the address of a site. */
import { readBody } from '../client/read-body.js';

/** Bytes after decompression. Larger than any feed. */
const MAX_BYTES = 32 * 1024 * 1024;

export interface Answer {
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  /** As far as the browser shows them to another site. */
  readonly headers: Headers;
  readonly text: string;
}

const OPTIONS: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' };

/** @returns undefined for an address that does not answer, or that this browser may not read */
export async function fetchAnswer(address: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, OPTIONS);
    const { url, status, headers } = response;
    return { url, status, headers, text: await readBody(response, () => new Error(url), MAX_BYTES) };
  } catch {
    return undefined;
  }
}

export async function fetchText(address: string): Promise<string | undefined> {
  const answer = await fetchAnswer(address);
  return answer && answer.status >= 200 && answer.status < 300 ? answer.text : undefined;
}

/** Returns whether a host answers at all. The response stays hidden, so that this works for every host. */
export async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { ...OPTIONS, mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}
