/**
 * For editors whose page keeps neither scripts nor unknown tags: `<div data-placard-src="…" data-placard-item="…">snapshot</div>`
 * becomes an element, once an administrator has installed the script for the whole site.
 */
import { native } from '../../client/native-member.js';
import type { PlacardElement } from '../base/placard-element.js';
import { warn } from './warn-once.js';

const PREFIX = 'data-placard-';
const TAG = /^placard-(campaign|incident|status|action|statement|list|feed)$/;

/** Every such `div` below `root`; its children, the snapshot, move along. One that cannot be upgraded costs only itself. */
export function upgradeDivs(root: ParentNode): void {
  for (const placeholder of native(root, 'querySelectorAll')<HTMLElement>(`[${PREFIX}src]`)) {
    try {
      upgrade(placeholder);
    } catch (cause) {
      warn('A marked element could not be upgraded.', cause);
    }
  }
}

function upgrade(placeholder: HTMLElement): void {
  const tag = native(placeholder, 'getAttribute')(`${PREFIX}tag`) ?? '';
  const element = native(document, 'createElement')(TAG.test(tag) ? tag : 'placard-campaign');
  // Nothing else: whoever may write a `data-` attribute may not, for that, write `onclick` or `style`.
  const known = (element.constructor as typeof PlacardElement).observedAttributes;
  for (const { name, value } of native(placeholder, 'attributes')) {
    if (name.startsWith(PREFIX) && known.includes(name.slice(PREFIX.length))) element.setAttribute(name.slice(PREFIX.length), value);
    else if (name === 'class' || name === 'id' || name === 'lang' || name === 'dir') element.setAttribute(name, value);
  }
  // What the loader has fetched for it comes along too; a form may have a field of that name.
  const { prefetched } = placeholder as Partial<PlacardElement>;
  if (typeof prefetched?.text === 'string') Object.assign(element, { prefetched });
  element.append(...native(placeholder, 'childNodes'));
  native(placeholder, 'replaceWith')(element);
}

/** Once the page is parsed: now, or when it is. */
export function upgradeWhenParsed(): void {
  const run = () => upgradeDivs(document);
  if (native(document, 'readyState') === 'loading') native(document, 'addEventListener')('DOMContentLoaded', run, { once: true });
  else run();
}
