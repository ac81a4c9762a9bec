/** Finds links of a feed that lead to a file of the site that does not exist: a picture that was not copied, a page with another name. */
import { walk, type Json } from '../lint/json-pointer.js';

/** Returns the addresses in an item that are below `base`, also those in its HTML, without query and fragment. */
export function linksBelow(base: string, item: Json): Set<string> {
  const found = new Set<string>();
  for (const { path, value } of walk(item)) {
    if (typeof value !== 'string' || !value.includes(base)) continue;
    const addresses = path === '/content_html' ? [...value.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!) : [value];
    for (const address of addresses) if (address.startsWith(base) && URL.canParse(address)) found.add(address.replace(/[?#].*$/s, ''));
  }
  return found;
}

/** Returns the path of the file that a server sends for an address. */
export function fileOf(base: string, address: string): string {
  const path = decode(address.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // the path of no file
  }
}
