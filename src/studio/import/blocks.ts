/** Reads HTML or plain text as clean blocks: what the sanitizer of the card keeps, one entry for each paragraph, heading or list. */
import { countReopened } from '../../elements/sanitizer/html-bounds.js';
import { htmlToText } from '../../feed/values/html-to-text.js';
import { parseInert, sanitizeFragment } from '../document/sanitize.js';

export interface TextBlock {
  readonly tag: string;
  readonly text: string;
  /** Clean HTML of the whole block. */
  readonly html: string;
}

export interface ReadText {
  readonly blocks: readonly TextBlock[];
  /** The language that the HTML names. */
  readonly language?: string;
}

/** Words between square brackets that copying leaves in the place of a picture or a link. */
const PLACEHOLDER = /^\[(link|image|photo|picture|video)\]$/i;
/** A line of its own that names the photographer of such a picture. */
const CREDIT = /^(photo |image )?(credit|crédit|crédito|foto|photo|фото|الصورة)s?( photo)?\s?:.{2,80}$/i;

const isLeftover = (text: string): boolean => PLACEHOLDER.test(text) || CREDIT.test(text);

const HOLDERS = 'div, section, article, main, header, footer, aside, nav, figure, body';

/** Limits of a whole page, whose menus a parser reads too: tags, and elements that a parser opens again. */
const MAX_PAGE_TAGS = 100_000;
const MAX_PAGE_REOPENED = 200_000;

/** HTML that a parser would multiply is read as text: a few kilobytes could block the app for minutes. */
export function readHtml(html: string): ReadText {
  if (countReopened(html, MAX_PAGE_TAGS) > MAX_PAGE_REOPENED) return readText(htmlToText(html));
  const content = sanitizeFragment(withoutNavigation(html), 1);
  if (!content) return { blocks: [] };
  const language = languageOfTag('html', html) ?? languageOfTag('body', html);
  for (const picture of content.querySelectorAll('img, figcaption')) picture.remove();
  return { blocks: [...blocksIn(content)], language };
}

/** Characters of a tag that are searched for its language. */
const MAX_TAG_CHARS = 1000;

/** Not by a parser of the browser: it would apply the styles of the text, which the policy of the page forbids. */
function languageOfTag(name: string, html: string): string | undefined {
  const start = html.toLowerCase().indexOf(`<${name} `);
  const tag = start < 0 ? '' : html.slice(start, start + MAX_TAG_CHARS).split('>', 1)[0]!;
  return /\slang=["']?([a-z-]{2,35})/i.exec(tag)?.[1];
}

export function readText(text: string): ReadText {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  // Without empty lines, each line is a paragraph.
  const parts = paragraphs.length > 1 ? paragraphs : text.split('\n');
  return { blocks: parts.flatMap((part) => block('p', ...part.trim().split('\n'))) };
}

function block(tag: string, ...lines: string[]): TextBlock[] {
  const words = lines.map((line) => line.trim()).filter(Boolean);
  const text = words.join(' ');
  if (!text || isLeftover(text)) return [];
  const element = document.createElement(tag);
  for (const [index, line] of words.entries()) element.append(...(index ? [document.createElement('br')] : []), line);
  return [{ tag, text, html: element.outerHTML }];
}

function* blocksIn(root: ParentNode & Node): Generator<TextBlock> {
  for (const child of root.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield* block('p', child.textContent ?? '');
    if (!(child instanceof Element)) continue;
    if (child.matches(HOLDERS) || child.querySelector('p, h1, h2, h3, h4, h5, h6')?.matches(':not(li *, blockquote *, td *)'))
      yield* blocksIn(child);
    else if (child.textContent?.trim() && !isLeftover(child.textContent.trim()))
      yield {
        tag: child.localName,
        text: child.textContent.replace(/\s+/g, ' ').trim(),
        html: isBlock(child) ? child.outerHTML : `<p>${child.outerHTML}</p>`,
      };
  }
}

const isBlock = (element: Element): boolean => /^(p|h[1-6]|ul|ol|blockquote|table|pre|dl|hr)$/.test(element.localName);

/** A page's menus are no part of its statement. Takes the main part, if the page names one. */
function withoutNavigation(html: string): string {
  const page = parseInert(html);
  for (const element of page.querySelectorAll('script, style, nav, header nav, form, [hidden], head')) element.remove();
  const content = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  return content.innerHTML;
}
