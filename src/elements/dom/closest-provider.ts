/** Finds the element that provides a feed: the closest `placard-feed` or `placard-campaign`, also through shadow roots. */

import { native } from '../../client/native-member.js';

const PROVIDERS = /^placard-(feed|campaign)$/;

/** Returns the closest provider. It may still be undefined as a custom element. */
export function closestProvider(element: Element): Element | undefined {
  for (let node = composedParent(element); node; node = composedParent(node)) {
    if (node instanceof Element && PROVIDERS.test(native(node, 'localName'))) return node;
  }
  return undefined;
}

/** Returns the parent in the composed tree, through slots and shadow roots. */
export function composedParent(node: Node): Node | null {
  const slot = node instanceof Element && native(node, 'assignedSlot');
  return slot || native(node, 'parentNode') || (node instanceof ShadowRoot ? node.host : null);
}
