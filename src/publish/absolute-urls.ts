/**
 * A feed whose addresses are whole. The feed of a single item lies elsewhere than the feed that it is made from, and says so: where a
 * key is pinned, pages take a feed from the address that it names alone.
 */
import { defaultTreeAdapter as tree, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import type { Document } from '../node/io/feed-file.js';
import { schemasAt } from '../lint/schema-lookup.js';
import { everything, parentOf, tokens, valueAt, type Json } from '../lint/json-pointer.js';

/** Copies the document, with each relative address resolved against `base`. */
export function withWholeAddresses(document: Document, base: string): Document {
  const copy = structuredClone(document);
  const whole = (address: string) => (!URL.canParse(address) && URL.canParse(address, base) ? new URL(address, base).href : address);
  for (const { path, value } of [...everything(copy)]) {
    if (typeof value !== 'string' || !value) continue;
    const name = tokens(path).at(-1)!;
    const owner = valueAt(copy, parentOf(path)) as Json;
    if (/^\/items\/\d+\/content_html$/.test(path)) owner[name] = withWholeLinks(value, whole);
    else if (!URL.canParse(value) && schemasAt(path).some(({ format }) => format === 'uri-reference')) owner[name] = whole(value);
  }
  return copy;
}

/** The same markup, byte for byte, where no link in it is relative. */
function withWholeLinks(html: string, whole: (address: string) => string): string {
  const root = parseFragment(html);
  const ahead: DefaultTreeAdapterTypes.Node[] = [root];
  let changed = false;
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if ('childNodes' in node) ahead.push(...node.childNodes);
    if (!tree.isElementNode(node)) continue;
    for (const attribute of node.attrs) {
      if (!['href', 'src'].includes(attribute.name)) continue;
      const address = whole(attribute.value);
      changed ||= address !== attribute.value;
      attribute.value = address;
    }
  }
  return changed ? serialize(root) : html;
}
