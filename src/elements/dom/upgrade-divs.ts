/**
 * Puts an element into each `<div data-placard-src="…" data-placard-item="…">snapshot</div>`, around the snapshot. Editors use the `div`
 * where the page removes scripts and unknown tags, and an administrator installed the script for the site. The `div` stays, because it
 * belongs to the page: React, Vue and a refresh by morphing find it where they left it.
 */
import { native } from '../../client/native-member.js';
import type { PlacardElement } from '../base/placard-element.js';
import { warn } from './warn-once.js';

const PREFIX = 'data-placard-';
const SELECTOR = `[${PREFIX}src]`;
const TAG = /^placard-(campaign|incident|status|action|statement|list|feed)$/;

/** The element of each `div`. */
const upgraded = new WeakMap<Element, PlacardElement>();

const attribute = (element: Element, name: string) => native(element, 'getAttribute')(name);

/** Upgrades every such `div` below `root`, and follows its changes. A failed upgrade does not stop the others. */
export function upgradeDivs(root: ParentNode): void {
  for (const div of native(root, 'querySelectorAll')<HTMLElement>(SELECTOR)) tryUpgrade(div);
}

function tryUpgrade(div: HTMLElement): void {
  try {
    upgrade(div);
  } catch (cause) {
    warn('An element with data-placard-src could not be upgraded.', cause);
  }
}

function upgrade(div: HTMLElement): void {
  const wanted = attribute(div, `${PREFIX}tag`) ?? '';
  const tag = TAG.test(wanted) ? wanted : 'placard-campaign';
  const element = elementIn(div, tag) ?? (native(document, 'createElement')(tag) as PlacardElement);
  // Copy only known attributes: a permission for `data-` attributes must not permit `onclick` or `style`.
  for (const name of (element.constructor as typeof PlacardElement).observedAttributes) {
    const value = attribute(div, PREFIX + name);
    if (value === null) element.removeAttribute(name);
    else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
  }
  // Keep the response that the loader fetched. A form may have a field with this name, so check the type.
  const { prefetched } = div as Partial<PlacardElement>;
  if (typeof prefetched?.text === 'string') Object.assign(element, { prefetched });
  const previous = upgraded.get(div);
  if (previous && previous !== element) previous.replaceWith(...previous.childNodes); // the page changed the tag
  element.append(...[...native(div, 'childNodes')].filter((node) => node !== element));
  if (native(element, 'parentNode') !== div) native(div, 'append')(element);
  upgraded.set(div, element);
  (observer ??= new MutationObserver(onChange)).observe(div, { attributes: true, childList: true });
}

/** Returns the element in a `div`. A copy of an upgraded `div` has a copy of it, for example in the page cache of Turbo. */
function elementIn(div: Element, tag: string): PlacardElement | undefined {
  const children = [...native(div, 'childNodes')].filter((node) => node instanceof Element);
  const known = upgraded.get(div);
  const isCopy = (element: Element) =>
    children.length === 1 && attribute(element, 'src') === attribute(div, `${PREFIX}src`) && !upgraded.has(div);
  return children.find((child) => child.localName === tag && (child === known || isCopy(child))) as PlacardElement | undefined;
}

/** Undefined at first: a server imports this module too. */
let observer: MutationObserver | undefined;

function onChange(records: readonly MutationRecord[]): void {
  const found = new Set<HTMLElement>();
  for (const { target, addedNodes } of records) {
    if (target instanceof HTMLElement && native(target, 'matches')(SELECTOR)) found.add(target);
    for (const node of addedNodes) {
      if (!(node instanceof HTMLElement)) continue;
      if (native(node, 'matches')(SELECTOR)) found.add(node);
      for (const div of native(node, 'querySelectorAll')<HTMLElement>(SELECTOR)) found.add(div);
    }
  }
  for (const div of found) if (native(div, 'isConnected')) tryUpgrade(div);
}

/** Upgrades the page after it is parsed, and each `div` that comes later. */
export function upgradeWhenParsed(): void {
  const start = () => {
    upgradeDivs(document);
    (observer ??= new MutationObserver(onChange)).observe(document, { childList: true, subtree: true });
  };
  if (native(document, 'readyState') === 'loading') native(document, 'addEventListener')('DOMContentLoaded', start, { once: true });
  else start();
}
