/**
 * Makes what DOMPurify let through the card's own: headings below the card's, links that say where they lead, pictures that ask
 * nobody before they are seen, clean text. And nothing nested in a way that a parser would not nest it by itself: what is
 * written out and parsed again, in whatever engine, is the same.
 */
import type { ContentPolicy } from './content-policy.js';

type Parent = Element | DocumentFragment;

/** They would be landmarks or controls within the card: plain boxes here. */
export const SECTIONING_ELEMENTS = 'address article aside center details fieldset footer form header main nav section summary'.split(' ');

/** Stands in names that must not be read as such; no character, so that it is in nobody's text. */
export const SENTINEL = '\ufdd0';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/** @param level of the heading above the content */
export function normalizeHtml(content: DocumentFragment, level: number, { cleanFragment, describeDestination }: ContentPolicy): void {
  /** The end of the text so far: one character with its marks may be spread over elements. */
  let end = '';

  const within = (parent: Parent) => {
    let node = parent.firstChild;
    while (node) {
      let next = node.nextSibling;
      if (node.nodeType !== 1) clean(node as Text);
      else {
        const element = node as Element;
        const name = resolveTagName(parent, element, shift);
        if (name) {
          const kept = renameElement(element, name);
          within(kept);
          if (name === 'a') decorateLink(kept, describeDestination);
          if (name === 'img') decoratePicture(kept);
        } else {
          next = element.firstChild ?? next;
          element.replaceWith(...element.childNodes);
        }
      }
      node = next;
    }
  };

  const clean = (node: Text) => {
    let text = cleanFragment(end + node.data.replaceAll(SENTINEL, '')).slice(end.length);
    end = [...(end + text).slice(-40)].slice(-20).join(''); // no half of a surrogate pair
    // A parser drops the first line break in it, each time.
    if (node.parentElement?.localName === 'pre' && !node.previousSibling) text = text.replace(/^\n+/, '');
    if (text) node.data = text;
    else node.remove();
  };

  content.normalize();
  const outer = [...content.querySelectorAll(HEADINGS)].filter((heading) => !heading.parentElement?.closest(HEADINGS));
  const shift = level + 1 - Math.min(...outer.map(({ localName }) => Number(localName[1])));
  within(content);
  content.normalize();
}

/** What an element is to be called in its place; nothing where only what is in it stays. */
function resolveTagName(parent: Parent, element: Element, shift: number): string | undefined {
  const { localName: name } = element;
  const { localName: outer = '', parentElement: beyond } = parent as Element;
  const inside = (selector: string) => (parent as Element).closest?.(selector);
  // The one box that a parser leaves in a table's own parts, and in a paragraph that stood there.
  if (name === 'form' && (/^t[abfhr]/.test(outer) || inside('p'))) return undefined;
  // Nothing may turn the digits of a number around.
  if (inside('a[href^="tel:"]') && !(name === 'bdi' && element.getAttribute('dir') === 'ltr')) return undefined;
  if (/^h\d/.test(name)) return inside(HEADINGS) ? undefined : `h${Math.max(2, Math.min(6, Number(name[1]) + shift))}`;
  if (name === 'a') return element.hasAttribute('href') && !inside('a') ? name : undefined;
  if (name === 'img') {
    if (element.hasAttribute('src')) return name;
    element.append(element.getAttribute('alt') ?? ''); // what it shows, in words
    return undefined;
  }
  if (name === 'menu') return 'ul';
  const lost =
    (name === 'li' && !/^[uo]l/.test(outer)) || (/^d[dt]/.test(name) && outer !== 'dl' && !(outer === 'div' && beyond?.localName === 'dl'));
  return lost || SECTIONING_ELEMENTS.includes(name) ? 'div' : name;
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
  const own = describeDestination(link.textContent, href);
  if (!own) return;
  const told = link.ownerDocument.createElement('bdi');
  told.setAttribute('dir', 'ltr');
  told.append(`(${own})`);
  link.append(' ', told);
}

function decoratePicture(picture: Element): void {
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('referrerpolicy', 'no-referrer');
}
