/** Finds the element that gives its feed to another: the nearest `placard-feed` or `placard-campaign` around it, however deeply wrapped. */

import { native } from '../../client/native-member.js';

const PROVIDERS = /^placard-(feed|campaign)$/;

/** It may not be defined yet: the parser and the registry come in any order. */
export function closestProvider(element: Element): Element | undefined {
  for (let node = composedParent(element); node; node = composedParent(node)) {
    if (node instanceof Element && PROVIDERS.test(native(node, 'localName'))) return node;
  }
  return undefined;
}

/** One step out in the tree as it is shown: through slots and shadow roots. */
function composedParent(node: Node): Node | null {
  const slot = node instanceof Element && native(node, 'assignedSlot');
  return slot || native(node, 'parentNode') || (node instanceof ShadowRoot ? node.host : null);
}

/** The nearest `lang` around an element, through shadow roots; undefined where the page does not say. */
export function closestLanguage(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = composedParent(node)) {
    const lang = node instanceof Element && native(node, 'getAttribute')('lang');
    if (lang) return lang;
  }
  return undefined;
}
