/** Corrects words for readers. An address in a text stays, unless the wrong words are an address: it would lead elsewhere. */
import type { Json } from '../../lint/json-pointer.js';
import { setAt } from '../document/edit.js';
import { readerWords } from '../document/reader-words.js';

/** The texts of earlier corrections name the mistake. */
const EARLIER = '/_placard/corrections/';

/** Returns the item with the right words; the same object if no text for readers has the wrong words. */
export function correctWords(item: Json, wrong: string, right: string): Json {
  return readerWords(item)
    .filter(({ path }) => !path.startsWith(EARLIER))
    .reduce(
      (result, { path, text, isHtml }) => setAt(result, path, isHtml ? inHtml(text, wrong, right) : inText(text, wrong, right)),
      item,
    );
}

export const hasWords = (item: Json, words: string): boolean => correctWords(item, words, '') !== item;

const isAddress = (words: string): boolean => /@|:\/\/|\p{L}\.\p{L}{2}/u.test(words);

/** Each address and each word as one piece, so that the time grows with the text alone. */
const PIECES = /(https?:\/\/[\w.%+~/:?#=&@-]+|[\w.%+~-]+(?:@[\w.-]+)?)/;
const HTML_PIECES = /(<[^<>]*>|https?:\/\/[\w.%+~/:?#=&;@-]+|[\w.%+~-]+(?:@[\w.-]+)?)/;
const KEPT_PIECE = /^<[^<>]*>$|@|:\/\//;

function inText(text: string, wrong: string, right: string): string {
  if (isAddress(wrong)) return text.replaceAll(wrong, () => right);
  return outside(PIECES, text, (words) => words.replaceAll(wrong, () => right));
}

function inHtml(html: string, wrong: string, right: string): string {
  const [from, to] = [inMarkup(wrong), inMarkup(right)];
  if (isAddress(wrong)) return html.replaceAll(from, () => to.replaceAll('"', '&quot;'));
  // The letters of a reference, such as "&nbsp;", stay.
  return outside(HTML_PIECES, html, (words) =>
    words.replaceAll(from, (found, at: number) => (/&\w{0,8}$/.test(words.slice(Math.max(0, at - 9), at)) ? found : to)),
  );
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

/** Returns words as a browser writes them into HTML. */
const inMarkup = (words: string): string => words.replace(/[&<>\u00a0]/g, (character) => REFERENCES[character]!);

/** Changes the text between its addresses and tags. */
function outside(pieces: RegExp, text: string, change: (words: string) => string): string {
  let [done, words] = ['', ''];
  for (const piece of text.split(pieces)) {
    if (KEPT_PIECE.test(piece)) [done, words] = [done + change(words) + piece, ''];
    else words += piece;
  }
  return done + change(words);
}
