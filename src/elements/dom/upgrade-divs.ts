/**
 * Replaces `<div data-placard-src="…" data-placard-item="…">snapshot</div>` by an element. Editors use it where the page removes scripts
 * and unknown tags, and an administrator installed the script for the site.
 */
import { native } from '../../client/native-member.js';
import type { PlacardElement } from '../base/placard-element.js';
import { warn } from './warn-once.js';

const PREFIX = 'data-placard-';
const TAG = /^placard-(campaign|incident|status|action|statement|list|feed)$/;

/** Upgrades every such `div` below `root`, with the snapshot in it. A failed upgrade does not stop the others. */
export function upgradeDivs(root: ParentNode): void {
  for (const placeholder of native(root, 'querySelectorAll')<HTMLElement>(`[${PREFIX}src]`)) {
    try {
      upgrade(placeholder);
    } catch (cause) {
      warn('An element with data-placard-src could not be upgraded.', cause);
    }
  }
}

function upgrade(placeholder: HTMLElement): void {
  const tag = native(placeholder, 'getAttribute')(`${PREFIX}tag`) ?? '';
  const element = native(document, 'createElement')(TAG.test(tag) ? tag : 'placard-campaign');
  // Copy only known attributes: a permission for `data-` attributes must not permit `onclick` or `style`.
  const known = (element.constructor as typeof PlacardElement).observedAttributes;
  for (const { name, value } of native(placeholder, 'attributes')) {
    if (name.startsWith(PREFIX) && known.includes(name.slice(PREFIX.length))) element.setAttribute(name.slice(PREFIX.length), value);
    else if (name === 'class' || name === 'id' || name === 'lang' || name === 'dir') element.setAttribute(name, value);
  }
  // Keep the response that the loader fetched. A form may have a field with this name, so check the type.
  const { prefetched } = placeholder as Partial<PlacardElement>;
  if (typeof prefetched?.text === 'string') Object.assign(element, { prefetched });
  element.append(...native(placeholder, 'childNodes'));
  native(placeholder, 'replaceWith')(element);
}

/** Upgrades the page after it is parsed. */
export function upgradeWhenParsed(): void {
  const upgradeAll = () => upgradeDivs(document);
  if (native(document, 'readyState') === 'loading') native(document, 'addEventListener')('DOMContentLoaded', upgradeAll, { once: true });
  else upgradeAll();
}
