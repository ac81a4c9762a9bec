/** Builds the runs of text that sections share. A list is empty if the feed has no such content. */
import { toDateTimeAttribute, type PartialDate } from '../feed/values/partial-date.js';
import type { Action, Reference } from '../feed/schema/schema.js';
import { safeUrl, type SafeUrl } from '../feed/values/safe-url.js';
import { canNameAddress } from '../feed/values/address-text.js';
import { describeDestination } from '../feed/values/link-destination.js';
import { splitNumbers } from '../feed/values/numbers-in-text.js';
import { dayOf, formatWhen } from '../i18n/format.js';
import { commaAfter } from '../i18n/comma.js';
import { referenceText } from '../i18n/sentences.js';
import type { When } from '../i18n/load-locale.js';
import type { Isolated, Link, Run, Runs, Span, Words } from './card.js';
import { textDirection, publisherLanguage, type Context } from './context.js';

/** Returns words of the item. */
export function words({ lang }: Pick<Context, 'lang'>, text: string | undefined, language = lang): Runs {
  return text ? [wordsIn(text, language)] : [];
}

/** Returns words of the feed's head. */
export function headWords(context: Context, text: string | undefined): Runs {
  return words(context, text, publisherLanguage(context));
}

function wordsIn(text: string, lang: string | undefined): Words {
  const dir = textDirection(lang);
  return { kind: 'words', lang, dir, runs: textRuns(text, dir) };
}

/** Isolates telephone numbers. Otherwise, words from right to left reverse the groups of digits. */
export function textRuns(text: string, dir: string): (string | Isolated)[] {
  return splitNumbers(text, dir).map((piece, index) => (index % 2 ? { ...isolated(piece), always: true } : piece));
}

export const isolated = (text: string): Isolated => ({ kind: 'isolated', text });

export const span = (role: Span['role'], ...runs: Runs): Span => ({ kind: 'span', role, runs });

const GAPS = ['\ue000', '\ue001'];

/** Returns a sentence of the interface with runs in its gaps. The sentence and the runs keep their languages. */
export function fill(sentence: (...gaps: string[]) => string, ...gaps: Runs[]): Runs {
  return sentence(...GAPS.slice(0, gaps.length))
    .split(/([\ue000\ue001])/)
    .flatMap((piece): Runs => (GAPS.includes(piece) ? gaps[GAPS.indexOf(piece)]! : piece ? [piece] : []));
}

/** Joins the parts that are not empty. */
export function join(...parts: (Runs | undefined)[]): Runs {
  const there = parts.filter((part): part is Runs => !!part?.length);
  return there.length ? [{ kind: 'join', parts: there }] : [];
}

/** Joins the runs that are not empty, each in a cell: a copy and the live card break the line at the same places. */
export function cells(...all: Runs[]): Runs {
  const [first = [], ...others] = all.filter(({ length }) => length);
  return others.length ? [span('cell', ...first), ...others.flatMap((cell): Runs => [' ', span('cell', ...cell)])] : first;
}

/**
 * Returns a link around runs. Without an address, returns the runs.
 * @param text the words as plain text; if they name another destination, the real one follows them
 */
export function link(url: SafeUrl | undefined, runs: Runs, text?: string, more: Partial<Link> = {}): Runs {
  return url && runs.length ? [{ kind: 'link', url, role: 'link', runs: [...runs, ...destination(text, url)], ...more }] : runs;
}

/** Returns the destination of an address if the words name another one. */
export function destination(text: string | undefined, url: string): Runs {
  const place = text && canNameAddress(text, url) && describeDestination(text, url);
  return place ? [' ', span('note', '(', isolated(place), ')')] : [];
}

interface TimeOptions {
  /** Adds the time of day. */
  readonly clock?: boolean;
  /** Returns a sentence with the date. */
  readonly phrase?: (when: When) => string;
  /** Omits the year, which a heading shows. */
  readonly yearless?: boolean;
}

/** Returns a date in the precision of the feed, and the publisher's note about it. */
export function time(
  context: Context,
  value: PartialDate | undefined,
  { clock = false, phrase = alone, yearless = false }: TimeOptions = {},
): Runs {
  const when = value === undefined ? undefined : formatWhen(value, context.locale, clock);
  if (value === undefined || !when) return [];
  const note = typeof value === 'string' ? [] : words(context, value.text);
  const run: Run = { kind: 'time', value: toDateTimeAttribute(value), text: yearless ? dayOf(value, context.locale)! : phrase(when) };
  return note.length ? [run, ' ', span('note', '(', ...note, ')')] : [run];
}

const alone = ({ alone: text }: When): string => text;

/** Returns the source of a fact. */
export function reference(context: Context, value: Reference | undefined): Runs {
  if (!value) return [];
  const { title, url } = referenceText(value);
  const runs =
    typeof value === 'string' || !value.publisher
      ? words(context, title)
      : [...words(context, value.title), commaAfter(value.title), ...words(context, value.publisher)];
  return [span('source', ...link(url ? safeUrl(url) : undefined, runs, title))];
}

/** Returns a link with an action, which the page gets in an event before the link opens. */
export function actionLink(action: Action, url: SafeUrl, runs: Runs, role: Link['role']): Runs {
  return link(url, runs, action.label, { role, action });
}
