/** Rebuilds the links of mails that a feed has. */
import { decode, encode, encodeEmail, isEmail, normalizeEmail } from './url-text.js';

/** More addresses are a mailing list. */
const MAX_RECIPIENTS = 10;

/**
 * Returns the link rebuilt from its addresses and allowed fields (RFC 6068). Another field could add a hidden copy or a file, and a
 * line break in the subject could start one. Rejects a fragment: mail programs read fields after `#` too.
 */
export function safeMailto({ pathname, search, hash }: URL): string | undefined {
  const fields = search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((field) => [field.split('=', 1)[0]!, field.slice(field.indexOf('=') + 1)].map(decode) as [string, string])
    .map(([name, content]): [string, string] => [name.toLowerCase(), content]);
  const lists = [decode(pathname), ...fields.filter(([name]) => name === 'cc').map(([, content]) => content)];
  const addresses = lists.flatMap((list, place) => (list || place || pathname ? list.split(/, */) : []));
  if (hash || addresses.length > MAX_RECIPIENTS || !addresses.every(isEmail)) return undefined;
  if (!fields.every(([name, content]) => name === 'body' || name === 'cc' || (name === 'subject' && !/[\r\n]/.test(content))))
    return undefined;
  const encodeList = (list: string) =>
    list &&
    list
      .split(/, */)
      .map((address) => encodeEmail(normalizeEmail(address)!))
      .join();
  const query = fields.map(([name, content]) => `${name}=${name === 'cc' ? encodeList(content) : encode(content)}`).join('&');
  return `mailto:${encodeList(lists[0]!)}${query && `?${query}`}`;
}
