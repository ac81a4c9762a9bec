/**
 * Adapts the output of DOMPurify to the card: heading levels, link destinations, lazy pictures, clean text. The output is stable:
 * serializing and parsing it again gives the same tree in every engine.
 */
import type { ContentPolicy } from './content-policy.js';

type Parent = Element | DocumentFragment;

/** Landmarks and controls, which become `div` elements in the card. */
export const SECTIONING_ELEMENTS = 'address article aside center details fieldset footer form header main nav section summary'.split(' ');

/** Marker that disables attribute names. It is a Unicode noncharacter without a direction: `cleanFragment` removes it from a text. */
export const SENTINEL = '\uffff';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/**
 * Normalizes the content in place.
 * @param level of the heading above the content
 */
export function normalizeHtml(
  content: DocumentFragment,
  level: number,
  { cleanFragment, describeDestination, splitNumbers }: ContentPolicy,
): void {
  /** The end of the previous text: a character and its combining marks may be in different elements. */
  let previousText = '';

  const normalizeChildren = (parent: Parent) => {
    let node = parent.firstChild;
    while (node) {
      let next = node.nextSibling;
      if (node.nodeType !== 1) clean(node as Text);
      else {
        const element = node as Element;
        const name = resolveTagName(parent, element, shift);
        if (name) {
          const renamed = renameElement(element, name);
          normalizeChildren(renamed);
          if (name === 'a') decorateLink(renamed, describeDestination);
          if (name === 'img') decoratePicture(renamed);
        } else {
          next = element.firstChild ?? next;
          element.replaceWith(...element.childNodes);
        }
      }
      node = next;
    }
  };

  const clean = (node: Text) => {
    let text = cleanFragment(previousText + node.data).slice(previousText.length);
    previousText = [...(previousText + text).slice(-40)].slice(-20).join(''); // keeps surrogate pairs whole
    // A parser drops the first line break of `pre`.
    if (node.parentElement?.localName === 'pre' && !node.previousSibling) text = text.replace(/^\n+/, '');
    const isIsolated = node.parentElement?.closest('a[href^="tel:"],bdi[dir=ltr]');
    node.replaceWith(...(isIsolated ? [text] : splitNumbers(text, dir).map((piece, index) => (index % 2 ? isolated(piece) : piece))));
  };

  const isolated = (number: string) => {
    const box = content.ownerDocument.createElement('bdi');
    box.setAttribute('dir', 'ltr');
    box.append(number);
    return box;
  };

  content.normalize();
  /** `auto` if any word is from right to left: a part of the content does not know the direction around it. */
  const dir = splitNumbers(`${content.textContent} 12 34 56`, 'ltr').length > 1 ? 'auto' : 'ltr';
  const outer = [...content.querySelectorAll(HEADINGS)].filter((heading) => !heading.parentElement?.closest(HEADINGS));
  const shift = level + 1 - Math.min(...outer.map(({ localName }) => Number(localName[1])));
  normalizeChildren(content);
  content.normalize();
}

/** Returns the tag name of an element in the output; undefined to keep only its content. */
function resolveTagName(parent: Parent, element: Element, shift: number): string | undefined {
  const { localName: name } = element;
  const { localName: outer = '', parentElement: beyond } = parent as Element;
  const inside = (selector: string) => (parent as Element).closest?.(selector);
  // A parser keeps `form` in a table row and in a paragraph; a `div` would move out of it.
  if (name === 'form' && (/^t[abfhr]/.test(outer) || inside('p'))) return undefined;
  // No element may reverse the digits of a telephone number.
  if (inside('a[href^="tel:"]') && !(name === 'bdi' && element.getAttribute('dir') === 'ltr')) return undefined;
  if (/^h\d/.test(name)) return inside(HEADINGS) ? undefined : `h${Math.max(2, Math.min(6, Number(name[1]) + shift))}`;
  if (name === 'a') return element.hasAttribute('href') && !inside('a') ? name : undefined;
  if (name === 'img') {
    if (element.hasAttribute('src')) return name;
    element.append(element.getAttribute('alt') ?? ''); // the alternative text replaces the picture
    return undefined;
  }
  if (name === 'menu') return 'ul';
  const isMisplaced =
    (name === 'li' && !/^[uo]l/.test(outer)) || (/^d[dt]/.test(name) && outer !== 'dl' && !(outer === 'div' && beyond?.localName === 'dl'));
  return isMisplaced || SECTIONING_ELEMENTS.includes(name) ? 'div' : name;
}

function renameElement(element: Element, name: string): Element {
  if (element.localName === name) return element;
  const other = element.ownerDocument.createElement(name);
  for (const { name, value } of element.attributes) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

function decorateLink(link: Element, describeDestination: ContentPolicy['describeDestination']): void {
  const href = link.getAttribute('href')!;
  if (href.startsWith('tel:')) link.setAttribute('dir', 'ltr');
  link.setAttribute('rel', 'noopener noreferrer');
  const destination = describeDestination(link.textContent, href);
  if (!destination) return;
  const note = link.ownerDocument.createElement('bdi');
  note.setAttribute('dir', 'ltr');
  note.append(`(${destination})`);
  link.append(' ', note);
}

function decoratePicture(picture: Element): void {
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('referrerpolicy', 'no-referrer');
}
