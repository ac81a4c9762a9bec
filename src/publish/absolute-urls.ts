/**
 * A feed with absolute addresses. The feed of one item has another address than the feed that it is made from, so that relative
 * addresses would lead elsewhere.
 */
import { defaultTreeAdapter as tree, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { schemasAt } from '../lint/schema-lookup.js';
import { parentOf, parsePointer, valueAt, walk, type Json } from '../lint/json-pointer.js';
import type { FeedDocument } from './feed-document.js';

/** Returns a copy of the document, with each relative address resolved against `base`. */
export function withAbsoluteUrls(document: FeedDocument, base: string): FeedDocument {
  const copy = structuredClone(document);
  const toAbsolute = (address: string) => (!URL.canParse(address) && URL.canParse(address, base) ? new URL(address, base).href : address);
  for (const { path, value } of [...walk(copy)]) {
    if (typeof value !== 'string' || !value) continue;
    const name = parsePointer(path).at(-1)!;
    const owner = valueAt(copy, parentOf(path)) as Json;
    if (/^\/items\/\d+\/content_html$/.test(path)) owner[name] = withAbsoluteLinks(value, toAbsolute);
    else if (!URL.canParse(value) && schemasAt(path).some(({ format }) => format === 'uri-reference')) owner[name] = toAbsolute(value);
  }
  return copy;
}

/** Returns the same markup, byte for byte, if it has no relative link. */
function withAbsoluteLinks(html: string, toAbsolute: (address: string) => string): string {
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
