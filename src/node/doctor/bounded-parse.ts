/**
 * Parses a page within limits: a few kilobytes of misnested markup can become a million elements. The tree adapter counts each element,
 * and each move of an element.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { CliError } from '../io/cli-error.js';

/** Nested elements; the parsers of Chromium and WebKit stop at this depth. */
const MAX_DEPTH = 512;
/** Steps for each page, and steps for each of its characters. */
const BASE_STEPS = 200_000;
const STEPS_PER_CHARACTER = 4;

/** @throws CliError for a page that exceeds the limits */
export function parseWithinLimits(html: string): DefaultTreeAdapterTypes.Document {
  let remaining = BASE_STEPS + STEPS_PER_CHARACTER * html.length;
  let depth = 0;
  const spend = (steps: number) => {
    remaining -= steps;
    if (remaining < 0) throw new CliError('The page has thousands of misnested tags, so it cannot be parsed. Fix its markup.');
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
      if (++depth > MAX_DEPTH)
        throw new CliError(`The page has more than ${MAX_DEPTH} nested elements, so it cannot be parsed. Fix its markup.`);
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(html, { sourceCodeLocationInfo: true, treeAdapter });
}
