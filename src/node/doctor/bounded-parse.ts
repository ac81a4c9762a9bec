/**
 * Parses a page with a bound on the work: a few kilobytes of misnested markup can become a million elements. The tree adapter
 * counts each element, and each move of one, as the parser asks for it.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { Failure } from '../io/cli-error.js';

/** Elements within each other; browsers' own parsers stop at this depth (Chromium, WebKit). */
const DEEPEST = 512;
/** Steps that any page may take, and those for each of its characters. */
const FREE_STEPS = 200_000;
const STEPS_PER_CHARACTER = 4;

/** @throws Failure for a page that takes more work than a page does */
export function boundedParse(html: string): DefaultTreeAdapterTypes.Document {
  let left = FREE_STEPS + STEPS_PER_CHARACTER * html.length;
  let depth = 0;
  const spend = (steps: number) => {
    left -= steps;
    if (left < 0) throw new Failure('The markup of the page is too tangled to be read: it has misnested tags by the thousand.');
  };
  const { createElement, insertBefore, insertTextBefore, detachNode, adoptAttributes } = defaultTreeAdapter;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...given) {
      spend(1);
      return createElement(...given);
    },
    insertBefore(parent, ...given) {
      spend(parent.childNodes.length);
      insertBefore(parent, ...given);
    },
    insertTextBefore(parent, ...given) {
      spend(parent.childNodes.length);
      insertTextBefore(parent, ...given);
    },
    detachNode(node) {
      spend(node.parentNode?.childNodes.length ?? 0);
      detachNode(node);
    },
    adoptAttributes(recipient, attributes) {
      spend(recipient.attrs.length + attributes.length);
      adoptAttributes(recipient, attributes);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new Failure(`The page nests more than ${DEEPEST} elements in each other; it cannot be read.`);
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(html, { sourceCodeLocationInfo: true, treeAdapter });
}
