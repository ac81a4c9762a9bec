/**
 * The snapshot of a card: the same sentences in the same order, as HTML that lives anywhere. Made from the rendered card
 * itself, so that it cannot say anything else. It is well-formed XML without blank lines, styles or scripts, and still reads
 * as a statement where a content filter leaves nothing but p, a, strong and blockquote.
 */
import { escapeAttribute, escapeHtml, templateGuard } from '../escape/html.js';

/** Not for a page that is read later, or elsewhere: pictures and their captions, controls, what the widget says about itself. */
const UNTOLD =
  'svg, img, button, slot, style, .hidden, .rich, .checked, .earlier > summary, .rest > summary, [part=notice], [part=skeleton]';
/** Each is one line of its own, whatever it is made of. */
const LINES = 'p:not(.masthead), .masthead > *, li:not(.entry), dl > div, figcaption, summary, h2, h3, h4, h5, h6, .action, .phone';
/** The full text, where there is a summary to read before it. */
const FOLDED = 'details.statement:not([open])';
/** What `placard.css` tells apart, so that the snapshot looks like the card; the class means nothing to anybody else. */
const KINDS = [
  'masthead',
  'headline',
  'summary',
  'stamp',
  'sentence',
  'since',
  'label',
  'phone',
  'action',
  'facts',
  'timeline',
  'background',
  'quote',
  'channels',
  'languages',
  'provenance',
];
/** A date that leads a line among them: where there are no styles, nothing else keeps it from the words behind it. */
const STRONG = 'b, strong, dt, summary, h2, h3, h4, h5, h6, .stamp, .sentence, .when, .title';

export interface SnapshotOptions {
  /** The feed's `valid_until`: past it, the loader brings the live card at once. */
  readonly validUntil?: string;
  /** As the body of a page of its own: headings, pictures, a name (`act`) for where readers can do something, the statement's sanitised HTML. */
  readonly page?: { readonly statement?: string };
}

/** @param card the element with the part `card`, rendered */
export function snapshotOf(card: Element, { validUntil, page }: SnapshotOptions = {}): string {
  const told = lines(card, page);
  const attributes = {
    class: 'placard-snapshot',
    lang: card.getAttribute('lang') ?? '',
    dir: card.getAttribute('dir') ?? 'auto',
    ...(validUntil && { 'data-valid-until': validUntil }),
    ...templateGuard(told.join('')),
  };
  const open = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  // Without any style the publisher's words end where the page's go on.
  const edge = page ? [] : ['<hr />'];
  return [`<div${open.join('')}>`, ...edge, ...told, ...edge, '</div>'].join('\n');
}

function lines(element: Element, page: SnapshotOptions['page']): string[] {
  if (element.matches('figure[part=picture]')) return page ? picture(element) : [];
  if (element.matches(UNTOLD)) return [];
  if (page?.statement !== undefined && element.matches('[part=text]')) return [`<div${foreign(element)}>`, page.statement, '</div>'];
  if (element.matches(LINES)) {
    const text = inline(element);
    const name = page ? headingFor(element) : element.matches(`${FOLDED} > summary`) ? 'summary' : 'p';
    return text ? [`<${name}${kind(element)}${foreign(element)}>${text}</${name}>`] : [];
  }
  const within = [...element.children].flatMap((child) => lines(child, page));
  if (page && element.matches('[part=actions]')) return ['<div id="act">', ...within, '</div>'];
  if (!page && element.matches(FOLDED)) return ['<details>', ...within, '</details>'];
  if (element.localName !== 'blockquote') return within;
  const text = inline(element);
  return text ? [`<blockquote${foreign(element)}><p>${text}</p></blockquote>`] : [];
}

function headingFor(element: Element): string {
  if (element.matches('.headline')) return 'h1';
  return /^(h\d|summary)$/.test(element.localName) ? 'h2' : 'p';
}

function picture(element: Element): string[] {
  const image = element.querySelector('img')!;
  const caption = element.querySelector('figcaption');
  const told = ['src', 'alt', 'lang'].map((name) => ` ${name}="${escapeAttribute(image.getAttribute(name) ?? '')}"`).join('');
  return [
    `<figure><img${told} loading="lazy" referrerpolicy="no-referrer">`,
    ...(caption ? [`<figcaption>${inline(caption)}</figcaption>`] : []),
    '</figure>',
  ];
}

/** Everything within as one run of text and links; what stands in different boxes gets a space between. */
function inline(element: Element): string {
  if (element.matches(UNTOLD)) return '';
  const inner = [...element.childNodes]
    .map((node) =>
      node instanceof Element ? (isBox(node) ? ` ${inline(node)} ` : inline(node)) : node instanceof Text ? escapeHtml(node.data) : '',
    )
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' '); // as HTML folds; a no-break space stays one
  const text = isBox(element) ? inner.trim() : inner;
  if (!text.trim()) return text;
  if (element.localName === 'a') {
    const href = element.getAttribute('href') ?? '';
    return `<a href="${escapeAttribute(href)}"${/^https?:/.test(href) ? ' rel="noreferrer"' : ''}${own(element)}>${text}</a>`;
  }
  if (element.localName === 'time') return `<time datetime="${escapeAttribute(element.getAttribute('datetime') ?? '')}">${text}</time>`;
  if (element.localName === 'bdi' && (own(element) || reorders(element))) return `<bdi${own(element)}>${text}</bdi>`;
  return element.matches(STRONG) ? `<strong>${text}</strong>` : text;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

/** Letters that run against the card's direction take numbers and marks around them along, if nothing keeps them apart. */
function reorders(element: Element): boolean {
  const others = element.textContent.replace(RIGHT_TO_LEFT, '');
  return element.closest('[part=card]')?.getAttribute('dir') === 'rtl' ? /\p{L}/u.test(others) : others !== element.textContent;
}

/** Language and direction within a line, where they are not those around: other words, a telephone number. */
function own(element: Element): string {
  return ['lang', 'dir']
    .map((name) => {
      const value = element.getAttribute(name);
      const around = element.parentElement?.closest(`[${name}]`)?.getAttribute(name);
      return value && value !== around ? ` ${name}="${escapeAttribute(value)}"` : '';
    })
    .join('');
}

function isBox(element: Element): boolean {
  return /^(p|div|li|dt|dd|figcaption|blockquote|section|ul|h[2-6]|summary)$/.test(element.localName);
}

function kind(element: Element): string {
  const name =
    KINDS.find((each) => element.classList.contains(each)) ?? KINDS.find((each) => element.parentElement?.classList.contains(each));
  return name ? ` class="placard-${name}"` : '';
}

/** The feed's own words keep their language and direction where these are not the card's. */
function foreign(element: Element): string {
  const own = element.closest('[lang]');
  const card = element.closest('[part=card]');
  if (!own || own.getAttribute('lang') === card?.getAttribute('lang')) return '';
  return ` lang="${escapeAttribute(own.getAttribute('lang') ?? '')}" dir="${escapeAttribute(own.getAttribute('dir') ?? 'auto')}"`;
}
