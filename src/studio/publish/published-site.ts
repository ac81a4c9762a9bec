/** Reads texts of a site that is online already, from the address that the user entered. */
import { fetchText } from '../fetch-text.js';

export const fetchKept =
  (base: string) =>
  (path: string): Promise<string | undefined> =>
    fetchText(new URL(path, base).href);
