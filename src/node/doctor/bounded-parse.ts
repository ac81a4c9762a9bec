/**
 * Parses a page with a bound on the work: a few kilobytes of misnested markup can become a million elements. The tree adapter
 * counts each element, and each move of one, as the parser asks for it.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { CliError } from '../io/cli-error.js';

/** Elements within each other; browsers' own parsers stop at this depth (Chromium, WebKit). */
const MAX_DEPTH = 512;
/** Steps that any page may take, and those for each of its characters. */
const BASE_STEPS = 200_000;
const STEPS_PER_CHARACTER = 4;

/** @throws Failure for a page that takes more work than a page does */
export function parseWithinLimits(html: string): DefaultTreeAdapterTypes.Document {
  let remaining = BASE_STEPS + STEPS_PER_CHARACTER * html.length;
  let depth = 0;
  const spend = (steps: number) => {
    remaining -= steps;
    if (remaining < 0) throw new CliError('The markup of the page is too tangled to be read: it has misnested tags by the thousand.');
  };
  const { createElement, insertBefore, insertTextBefore, detachNode, adoptAttributes } = defaultTreeAdapter;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...args) {
      spend(1);
      return createElement(...args);
    },
    insertBefore(parent, ...args) {
      spend(parent.childNodes.length);
      insertBefore(parent, ...args);
    },
    insertTextBefore(parent, ...args) {
      spend(parent.childNodes.length);
      insertTextBefore(parent, ...args);
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
      if (++depth > MAX_DEPTH) throw new CliError(`The page nests more than ${MAX_DEPTH} elements in each other; it cannot be read.`);
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(html, { sourceCodeLocationInfo: true, treeAdapter });
}
