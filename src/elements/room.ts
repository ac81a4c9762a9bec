/**
 * The room of a card. What has no room stands folded behind "Show all", so that no feed makes a card that a reader scrolls for
 * minutes, or that a browser lays out for seconds. The card of a usual case folds nothing.
 */
import { html, nothing } from 'lit';
import type { Content, View } from './view.js';

/** Characters in the column of a telephone of 360 px, where each takes about 1.1 px of height: 12,000 px. */
const CARD = 11_000;
/** The statement comes last and has what is left, but no less than this. */
const STATEMENT = 6_500;
const PARAGRAPH = 500;
/** An entry's margins, date and last line. */
const ENTRY = 60;
/** What a line break leaves empty. */
const LINE = 40;

/** What is left of a card while it is rendered: its parts take from it in their order. */
const left = new WeakMap<View, number>();
export const roomOf = (view: View, least = 0): number => Math.max(left.get(view) ?? CARD, least);

/** The room that a text takes: Arabic and what follows it in Unicode counts half as much again, wide scripts four times. */
function extent(text: string): number {
  const [tall, wide] = [/[\0-\u058f]+/g, /[\0-\u07ff]+/g].map((others) => text.replace(others, '').length) as [number, number];
  return text.length + tall / 2 + 2.5 * wide + LINE * (text.split('\n').length - 1);
}

/** What is shown of an entry, roughly: neither its members' names nor its addresses. */
const wordsOf = (entry: unknown) => (typeof entry === 'string' ? entry : JSON.stringify(entry).replace(/"\w+":|"https?:[^"]*"/g, ''));

/** Keeps room for the statement, whatever came before. */
export const statementRoom = (view: View): void => void left.set(view, roomOf(view, STATEMENT));

/**
 * How many entries have room, from the first on; takes it.
 * @param each what an entry takes besides its words
 * @param words what an entry says
 */
export function fitting<T>(view: View, entries: readonly T[], each = ENTRY, words: (entry: T) => string = wordsOf): number {
  let room = roomOf(view);
  const first = entries.findIndex((entry) => (room -= each + extent(words(entry))) < 0);
  left.set(view, room);
  return first < 0 ? entries.length : first;
}

/** Entries as `list` shows them, those without room folded. */
export function folded<T>(
  view: View,
  entries: readonly T[],
  list: (entries: readonly T[]) => unknown,
  each?: number,
  words?: (entry: T) => string,
): unknown {
  const open = fitting(view, entries, each, words);
  if (open === entries.length) return list(entries);
  return html`${open ? list(entries.slice(0, open)) : nothing}${rest(view, list(entries.slice(open)))}`;
}

/** A paragraph, the end of a long one folded; cut between words where there are any. */
export function foldedText(view: View, text: string, paragraph: (text: string) => Content): unknown {
  const room = roomOf(view, PARAGRAPH);
  const needed = extent(text);
  left.set(view, room - needed);
  if (needed <= room) return paragraph(text);
  const most = Math.floor((text.length * room) / needed);
  const end = text.lastIndexOf(' ', most) + 1 || most - Number(/[\ud800-\udbff]/.test(text[most - 1]!));
  return html`${paragraph(text.slice(0, end))}${rest(view, paragraph(text.slice(end)))}`;
}

function rest(view: View, content: unknown): Content {
  return html`<details class="rest">
    <summary>${view.locale.showAll}</summary>
    ${content}
  </details>`;
}
