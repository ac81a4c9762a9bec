/** Decides whether a snapshot has anything to read. A script, a style, a hidden paragraph or a counting pixel is not a snapshot. */
import { isBlank } from '../../feed/values/clean-text.js';
import { native } from '../../client/native-member.js';

/** Elements that show something without text. */
const EMBEDDED = /^(svg|video|iframe|object|canvas)$/;

/** Returns whether a reader can see a part of the node. Reads no layout: the node may be in a closed tab, or replaced by the card. */
function isVisible(node: Node): boolean {
  if (node instanceof Text) return !isBlank(node.data);
  // Chromium gives `noscript` a display, and no box.
  if (!(node instanceof Element) || native(node, 'localName') === 'noscript' || getComputedStyle(node).display === 'none') return false;
  if (node instanceof HTMLImageElement) return !!node.alt.trim() || !isPixel(node);
  // The style of each node in a snapshot that the browser does not lay out yet costs a calculation of the whole snapshot.
  if (native(node, 'matches')('.placard-snapshot')) return !isBlank(native(node, 'textContent')!);
  if (EMBEDDED.test(native(node, 'localName'))) return !isPixel(node);
  return hasVisibleContent(native(node, 'shadowRoot') ?? node);
}

export function hasVisibleContent(parent: ParentNode & Node): boolean {
  return [...native(parent, 'childNodes')].some(isVisible);
}

function isPixel(element: Element): boolean {
  const isLoaded = element instanceof HTMLImageElement && element.complete;
  return /^[01](px)?$/.test(element.getAttribute('width') ?? '') || (isLoaded && element.naturalWidth <= 1);
}
