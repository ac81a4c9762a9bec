/**
 * Absolute addresses. The feed of one item has another address than the feed that it is made from, so that relative addresses would lead
 * elsewhere.
 */
import { defaultTreeAdapter as tree, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { isJsonObject, type Json } from '../lint/json-pointer.js';
import { addressesIn, type Addresses } from '../lint/schema-lookup.js';

export interface UrlResolver {
  /** Returns the head of a feed, without its items. */
  head(document: Json): Json;
  item(item: Json): Json;
}

type ToAbsolute = (address: string) => string;

/** Returns functions that resolve relative addresses against `base`. They return the same object if it has no relative address. */
export function createUrlResolver(base: string): UrlResolver {
  const toAbsolute = (address: string) => {
    if (/^https?:\/\//.test(address)) return address; // most of them: to parse each takes longer
    return !URL.canParse(address) && URL.canParse(address, base) ? new URL(address, base).href : address;
  };
  return {
    head: (document) => {
      const { items: _, ...head } = document;
      return resolved(head, addressesIn(''), toAbsolute) as Json;
    },
    item: (item) => {
      const result = resolved(item, addressesIn('/items/0'), toAbsolute) as Json;
      const { content_html: html } = item;
      const changed = typeof html === 'string' ? withAbsoluteLinks(html, toAbsolute) : html;
      return changed === html ? result : { ...result, content_html: changed };
    },
  };
}

/** Returns the value with absolute addresses at the places that the format has. */
function resolved(value: unknown, places: Addresses, toAbsolute: ToAbsolute): unknown {
  if (typeof value === 'string') return places === 'address' && value ? toAbsolute(value) : value;
  if (places === 'address') return value;
  if (Array.isArray(value)) {
    const entries = places['*'];
    const changed = entries ? value.map((each: unknown) => resolved(each, entries, toAbsolute)) : value;
    return changed.some((each, index) => each !== value[index]) ? changed : value;
  }
  if (!isJsonObject(value)) return value;
  let changed = value;
  for (const [name, below] of Object.entries(places)) {
    if (!Object.hasOwn(value, name)) continue;
    const member = resolved(value[name], below, toAbsolute);
    if (member !== value[name]) changed = { ...changed, [name]: member };
  }
  return changed;
}

/** Returns the same markup, byte for byte, if it has no relative link. */
function withAbsoluteLinks(html: string, toAbsolute: ToAbsolute): string {
  if (!/href|src/i.test(html)) return html;
  const root = parseFragment(html);
  const pending: DefaultTreeAdapterTypes.Node[] = [root];
  let changed = false;
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ('childNodes' in node) pending.push(...node.childNodes);
    if (!tree.isElementNode(node)) continue;
    for (const attribute of node.attrs) {
      if (!['href', 'src'].includes(attribute.name)) continue;
      const address = toAbsolute(attribute.value);
      changed ||= address !== attribute.value;
      attribute.value = address;
    }
  }
  return changed ? serialize(root) : html;
}
