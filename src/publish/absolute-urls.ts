/**
 * Absolute addresses. The feed of one item has another address than the feed that it is made from, so that relative addresses would lead
 * elsewhere.
 */
import { defaultTreeAdapter as tree, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { schemasAt } from '../lint/schema-lookup.js';
import { parentOf, parsePointer, valueAt, walk, type Json } from '../lint/json-pointer.js';

export interface UrlResolver {
  /** Returns the head of a feed, without its items. */
  head(document: Json): Json;
  item(item: Json): Json;
}

/** Returns functions that resolve relative addresses against `base`. They return the same object if it has no relative address. */
export function createUrlResolver(base: string): UrlResolver {
  const toAbsolute = (address: string) => (!URL.canParse(address) && URL.canParse(address, base) ? new URL(address, base).href : address);
  const resolveIn = (part: Json, place: string): Json => {
    const changes: [path: string, value: string][] = [];
    for (const { path, value } of walk(part)) {
      if (typeof value !== 'string' || !value) continue;
      const changed = place + path === HTML ? withAbsoluteLinks(value, toAbsolute) : isAddress(place + path) ? toAbsolute(value) : value;
      if (changed !== value) changes.push([path, changed]);
    }
    if (!changes.length) return part;
    const copy = structuredClone(part);
    for (const [path, value] of changes) (valueAt(copy, parentOf(path)) as Json)[parsePointer(path).at(-1)!] = value;
    return copy;
  };
  return {
    head: (document) => {
      const { items: _, ...head } = document;
      return resolveIn(head, '');
    },
    item: (item) => resolveIn(item, '/items/0'),
  };
}

const HTML = '/items/0/content_html';
const addressPaths = new Map<string, boolean>();

/** Returns whether the format has an address at a path. Remembers the answer, because each item asks for the same places. */
function isAddress(path: string): boolean {
  const pattern = path.replace(/\/\d+(?=\/|$)/g, '/0');
  let answer = addressPaths.get(pattern);
  if (answer === undefined) {
    answer = schemasAt(pattern).some(({ format }) => format === 'uri-reference');
    if (addressPaths.size < 1_000) addressPaths.set(pattern, answer); // a feed can have any number of unknown fields
  }
  return answer;
}

/** Returns the same markup, byte for byte, if it has no relative link. */
function withAbsoluteLinks(html: string, toAbsolute: (address: string) => string): string {
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
