/** The words of an action below its link: a letter to read and copy, the text of a petition, its progress, an event. */
import { withOffset } from '../../feed/values/zoned-time.js';
import type { Action } from '../../feed/schema/schema.js';
import { clockText, dateText, numberText } from '../../i18n/format.js';
import { calendarUrl } from '../calendar.js';
import { directionOf } from '../../i18n/load-locale.js';
import type { Block, Runs, Words } from '../card.js';
import { fold, paragraph, wordsParagraph } from '../blocks.js';
import type { Context } from '../context.js';
import { join, link, time, words } from '../runs.js';
import type { Letter } from './contacts.js';

const dashed = (point: string): string => `– ${point}`;

/** Returns the words that a mail begins with. */
export function letterOf({ subject, salutation, text, points = [] }: Action): Letter {
  const body = [salutation, text, ...points.map(dashed)].filter(Boolean).join('\n\n');
  return { subject, body: body || undefined };
}

/** Returns the words of an action that its link does not say. */
export function actionWords(context: Context, action: Action): readonly Block[] {
  const { event, progress } = action;
  return [
    ...(event ? occasion(context, action, event) : []),
    ...(progress ? paragraph('progress', progressOf(context, progress)) : []),
    ...(action.type === 'write' ? letterFold(context, action) : plainWords(context, action)),
  ];
}

function plainWords(context: Context, { salutation, text, points = [] }: Action): readonly Block[] {
  return [...wordsParagraph(context, 'act-text', salutation), ...wordsParagraph(context, 'act-text', text), ...pointsList(context, points)];
}

/** Returns the letter, folded: its subject, salutation, text and points. */
function letterFold(context: Context, action: Action): readonly Block[] {
  const { locale, copied } = context;
  const { subject, salutation, text, points = [] } = action;
  const paragraphs = [
    ...wordsParagraph(context, 'act-text', subject),
    ...wordsParagraph(context, 'act-text', salutation),
    ...(text ?? '').split(/\n\s*\n/).flatMap((part) => wordsParagraph(context, 'act-text', part.trim())),
    ...pointsList(context, points),
  ];
  const { body } = letterOf(action);
  if (!body) return [];
  const { copyLetter: label, letterCopied } = locale;
  return [fold('rest', [locale.letter], [...paragraphs, { kind: 'copy', label, text: body, status: copied === body ? letterCopied : '' }])];
}

/** Returns the points as the mail has them, each in the direction of its words. */
function pointsList(context: Context, points: readonly string[]): readonly Block[] {
  return points.flatMap((point) => wordsParagraph(context, 'act-text', dashed(point)));
}

type Progress = NonNullable<Action['progress']>;

/** Returns "1,200 of 2,000 signatures · as of 25 July 2025". */
function progressOf(context: Context, { count, goal, unit, as_of: asOf }: Progress): Runs {
  const { locale } = context;
  const number = numberText(count, locale);
  const amount = goal === undefined ? number : locale.progress(number, numberText(goal, locale));
  const said = [amount, ...(unit ? [' ', ...words(context, unit)] : [])];
  return join(said, time(context, asOf, { phrase: locale.asOf }));
}

type Occasion = NonNullable<Action['event']>;

/** Returns the time and the place of an event, and a link that adds it to a calendar. */
function occasion(context: Context, action: Action, { start, end, time_zone: zone, place, url }: Occasion): readonly Block[] {
  const { locale, item } = context;
  const from = alone(context, moment(context, start, zone));
  const to: Runs = end === undefined || end === start ? [] : [' – ', alone(context, moment(context, end, zone, start.slice(0, 10)))];
  const where = place ? link(url, words(context, place), place) : [];
  const calendar = calendarUrl({
    start,
    end,
    zone,
    place,
    url: url ?? item.url,
    title: action.label ?? item.title ?? '',
    id: `${item.id}/${action.id}`,
  });
  return [
    ...paragraph('occasion', join([from, ...to], where)),
    ...paragraph('calendar', [{ kind: 'link', url: calendar, copyUrl: item.url ?? url, role: 'calendar', runs: [locale.calendar] }]),
  ];
}

/** Isolates a time: the letters of its zone reorder the other time from right to left. */
function alone({ locale }: Context, text: string): Words {
  return { kind: 'words', lang: locale.tag, dir: directionOf(locale.tag), runs: [text] };
}

/** Returns a day and its time, or the time alone where the day is said. Without a zone, the time is that of the place. */
function moment({ locale }: Context, text: string, zone: string | undefined, said?: string): string {
  const day = text.slice(0, 10);
  const clock = clockText(withOffset(text, zone), locale);
  if (clock && day === said) return clock;
  return clock ? locale.clock(dateText(day, locale), clock) : dateText(day, locale);
}
