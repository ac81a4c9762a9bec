/**
 * For editors whose page keeps neither scripts nor unknown tags: `<div data-placard-src="…" data-placard-item="…">snapshot</div>`
 * becomes an element, once an administrator has installed the script for the whole site.
 */
import type { PlacardElement } from './base.js';

const PREFIX = 'data-placard-';
const TAG = /^placard-(campaign|incident|status|action|statement|list|feed)$/;

/** Every such `div` below `root`; its children, the snapshot, move along. */
export function upgradeMarked(root: ParentNode): void {
  for (const marked of root.querySelectorAll(`[${PREFIX}src]`)) {
    const tag = marked.getAttribute(`${PREFIX}tag`) ?? '';
    const element = document.createElement(TAG.test(tag) ? tag : 'placard-campaign');
    // Nothing else: whoever may write a `data-` attribute may not, for that, write `onclick` or `style`.
    const known = (element.constructor as typeof PlacardElement).observedAttributes;
    for (const { name, value } of marked.attributes) {
      if (name.startsWith(PREFIX) && known.includes(name.slice(PREFIX.length))) element.setAttribute(name.slice(PREFIX.length), value);
      else if (name === 'class' || name === 'id' || name === 'lang' || name === 'dir') element.setAttribute(name, value);
    }
    // What the loader has fetched for it comes along too.
    Object.assign(element, { given: (marked as Partial<PlacardElement>).given });
    element.append(...marked.childNodes);
    marked.replaceWith(element);
  }
}

/** Once the page is parsed: now, or when it is. */
export function upgradeWhenParsed(): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => upgradeMarked(document), { once: true });
  else upgradeMarked(document);
}
