/**
 * Makes what DOMPurify let through the card's own: headings below the card's, links that say where they lead, pictures that ask
 * nobody before they are seen, clean text. And nothing nested in a way that a parser would not nest it by itself: what is
 * written out and parsed again, in whatever engine, is the same.
 */
import type { Judges } from '../feed/judges.js';

/** They would be landmarks or controls within the card: plain boxes here. */
export const BOXES = 'address article aside center details fieldset footer form header hgroup main nav search section summary'.split(' ');

/** Stands in names that must not be read as such; no character, so that it is in nobody's text. */
export const MARK = '\ufdd0';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';
/** They hold nothing but parts of a table; anything else, a parser moves before it. */
const TABLES = ['table', 'thead', 'tbody', 'tfoot', 'tr'];
const TABLE_PARTS = [...TABLES, 'caption', 'td', 'th'];

export class Tidying {
  /** Combining marks at the end of the text so far: a run of them may be spread over elements. */
  private marks = '';
  /** Of the level of each heading. */
  private shift = 0;

  constructor(private readonly judges: Judges) {}

  /** @param level of the heading above the content */
  tidy(content: DocumentFragment, level: number): void {
    content.normalize();
    const outer = [...content.querySelectorAll(HEADINGS)].filter((heading) => !heading.parentElement?.closest(HEADINGS));
    this.shift = level + 1 - Math.min(...outer.map(({ localName }) => Number(localName[1])));
    this.within(content);
    content.normalize();
  }

  private within(parent: Element | DocumentFragment): void {
    let node = parent.firstChild;
    while (node) {
      let next = node.nextSibling;
      if (node.nodeType !== 1) this.text(node as Text);
      else {
        const element = node as Element;
        const name = this.name(element, parent);
        if (name) {
          const kept = renamed(element, name);
          this.within(kept);
          if (name === 'a') finishLink(kept, this.judges);
          if (name === 'img') finishPicture(kept);
        } else {
          next = element.firstChild ?? next;
          unwrap(element);
        }
      }
      node = next;
    }
  }

  /** What an element is to be called in its place; nothing where only what is in it stays. */
  private name(element: Element, parent: Element | DocumentFragment): string | undefined {
    const { localName: name } = element;
    const { localName: outer = '', parentElement: beyond } = parent as Element;
    const inside = (selector: string) => (parent as Element).closest?.(selector);
    if (TABLES.includes(outer) && !TABLE_PARTS.includes(name)) return undefined;
    // Nothing may turn the digits of a number around.
    if (inside('a[href^="tel:"]') && !(name === 'bdi' && element.getAttribute('dir') === 'ltr')) return undefined;
    if (/^h\d$/.test(name)) return inside(HEADINGS) ? undefined : `h${Math.max(2, Math.min(6, Number(name[1]) + this.shift))}`;
    switch (name) {
      case 'a':
        return element.hasAttribute('href') && !inside('a') ? name : undefined;
      case 'img':
        if (element.hasAttribute('src')) return name;
        element.append(element.getAttribute('alt') ?? ''); // what it shows, in words
        return undefined;
      case 'li':
        return outer === 'ul' || outer === 'ol' ? name : 'div';
      case 'dt':
      case 'dd':
        return outer === 'dl' || (outer === 'div' && beyond?.localName === 'dl') ? name : 'div';
      case 'menu':
        return 'ul';
    }
    return BOXES.includes(name) ? 'div' : name;
  }

  private text(node: Text): void {
    let clean = this.judges.cleanRun(this.marks + node.data.replaceAll(MARK, '')).slice(this.marks.length);
    this.marks = /\p{M}*$/u.exec((this.marks + clean).slice(-16))![0];
    // A parser drops the first line break in it, each time.
    if (node.parentElement?.localName === 'pre' && !node.previousSibling) clean = clean.replace(/^\n+/, '');
    if (clean) node.data = clean;
    else node.remove();
  }
}

function renamed(element: Element, name: string): Element {
  if (element.localName === name) return element;
  const other = element.ownerDocument.createElement(name);
  for (const kept of ['lang', 'dir']) {
    const value = element.getAttribute(kept);
    if (value !== null) other.setAttribute(kept, value);
  }
  while (element.firstChild) other.append(element.firstChild);
  element.replaceWith(other);
  return other;
}

/** One by one: of some ten thousand at once a call would break. */
function unwrap(element: Element): void {
  while (element.firstChild) element.before(element.firstChild);
  element.remove();
}

function finishLink(link: Element, { whither }: Judges): void {
  const href = link.getAttribute('href')!;
  link.setAttribute('rel', 'noopener noreferrer');
  if (href.startsWith('tel:')) link.setAttribute('dir', 'ltr');
  const own = whither(link.textContent, href);
  if (!own) return;
  const told = link.ownerDocument.createElement('bdi');
  told.setAttribute('dir', 'ltr');
  told.append(`(${own})`);
  link.append(' ', told);
}

function finishPicture(picture: Element): void {
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  picture.setAttribute('referrerpolicy', 'no-referrer');
}
