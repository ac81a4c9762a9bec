/** What the closed card says about its sections: whether each one has content, and the number and newest date of it. */
import { compareDates, parsePartialDate, type PartialDate } from '../../feed/values/partial-date.js';
import { htmlToText } from '../../feed/values/html-to-text.js';
import type { Incident, Item, Proceeding, Publisher } from '../../feed/schema/schema.js';
import { dayOf, numberText } from '../../i18n/format.js';
import { asOfDate, orderedCases } from '../../i18n/sentences.js';
import type { Runs } from '../card.js';
import type { Context } from '../context.js';
import { extent } from '../extent.js';
import { join, time } from '../runs.js';
import { shownContacts } from './contacts.js';
import { otherPictures } from './head.js';
import { isRecording } from './recording.js';

/** Returns the number of dates, and the newest date. */
export function timelineHint(context: Context): Runs {
  const { locale, feed } = context;
  const steps = timelineSteps(context);
  const last = steps.at(-1);
  if (!last) return [];
  const made = feed.head._placard?.generated_at;
  const sameYear = made !== undefined && yearOf(last.date) === yearOf(made);
  const text = sameYear ? dayOf(last.date, locale)! : plainDate(context, last.date);
  return join([locale.counts.dates(numberText(steps.length, locale), steps.length)], [locale.latest(text)]);
}

/** Returns the steps of the item and the earlier steps of its proceedings, the oldest first. */
export function timelineSteps({ extension, item }: Context): readonly Step[] {
  const history = orderedCases(item).flatMap((proceeding) => (proceeding.history ?? []).map((step) => ({ ...step, proceeding })));
  return [...(extension.timeline ?? []), ...history]
    .filter(({ text, status, outcome }: Step) => text ?? status ?? outcome)
    .sort((a, b) => compareDates(a.date, b.date));
}

export type Step = Partial<NonNullable<Proceeding['history']>[number]> & {
  readonly date: PartialDate;
  /** Undefined for a step of the item itself. */
  readonly proceeding?: Proceeding;
};

export const plainDate = (context: Context, date: PartialDate): string => {
  const [run] = time(context, date);
  return typeof run === 'object' && run.kind === 'time' ? run.text : '';
};

export const yearOf = (date: PartialDate): number => parsePartialDate(date)!.components.year;

/** Returns the number of affected people and the number of quotes. */
export function factsHint({ extension, locale }: Context): Runs {
  const people = extension.incident?.affected?.count ?? extension.persons?.length;
  const { quotes = [] } = extension;
  return join(
    people ? [locale.counts.people(numberText(people, locale), people)] : [],
    quotes.length ? [locale.counts.quotes(numberText(quotes.length, locale), quotes.length)] : [],
  );
}

/** Returns the number of signatories, and the reading time in minutes. */
export function readingHint(context: Context): Runs {
  const { locale, extension } = context;
  const texts = [statementText(context.item), ...(extension.background ?? []).map(({ text }) => text)];
  const length = texts.reduce((sum, text) => sum + (text ? extent([text]) : 0), 0);
  const minutes = Math.round(length / CHARACTERS_A_MINUTE);
  const signed = signatoriesText(context);
  return join(signed ? [signed] : [], minutes ? [locale.counts.minutes(numberText(minutes, locale), minutes)] : []);
}

/** About 200 words (Brysbaert 2019, silent reading of non-fiction: 238 words of English a minute). */
const CHARACTERS_A_MINUTE = 1_200;

/** Returns "19 organisations"; undefined without signatories. */
export function signatoriesText({ extension, locale }: Context): string | undefined {
  const { signatories = [], signatories_count: total = signatories.length } = extension;
  if (!total) return undefined;
  const kinds = new Set(signatories.map(({ kind }) => kind));
  const [kind] = kinds.size === 1 ? kinds : [];
  const count = Math.max(total, signatories.length);
  const counted =
    kind === 'organisation' ? locale.counts.organisations : kind === 'person' ? locale.counts.people : locale.counts.signatories;
  return counted(numberText(count, locale), count);
}

/** Returns the text of the full statement. */
export function statementText({ content_text: text, content_html: html }: Item): string | undefined {
  return text ?? (html && htmlToText(html));
}

/** Returns whether the facts have content. */
export function hasFacts({ extension, item }: Context): boolean {
  const { incident = {}, persons = [], quotes = [] } = extension;
  const { what: _what, state: _state, place, affected, ...others } = incident as Partial<Incident>;
  const { name, region, country } = place ?? {};
  return hasAny([
    name,
    region,
    country,
    ...Object.values(affected ?? {}),
    ...Object.values(others),
    persons,
    quotes,
    item.tags,
    challenges(item),
  ]);
}

/** @param whole whether the section includes the full statement */
export function hasReading(context: Context, whole = true): boolean {
  const { extension, feed, item } = context;
  const { about, figures, follow, url } = feed.head._placard?.publisher ?? ({} as Partial<Publisher>);
  const { background, corrections, interventions, documents, media = [], signatories, signatories_count: count, sources } = extension;
  const cases = item._placard?.cases ?? [];
  const names = (item.authors ?? []).filter(({ name }) => name);
  return hasAny([
    ...(whole ? [statementText(item)] : []),
    ...[
      background,
      corrections,
      interventions,
      documents,
      item.attachments,
      otherPictures(context),
      media.some(({ url }) => url && isRecording(url)),
      count,
      signatories,
      sources,
    ],
    ...cases.flatMap(({ external, source }) => [external, source]),
    ...[shownContacts(context), about, figures, follow, url, extension.provenance, names.slice(1), asOfDate(item)],
  ]);
}

/** Returns whether the status has sources. */
export const hasCourtSources = ({ item }: Context): boolean =>
  hasAny([challenges(item), ...(item._placard?.cases ?? []).flatMap(({ external, source }) => [external, source])]);

const challenges = ({ _placard }: Item): (string | undefined)[] => (_placard?.cases ?? []).flatMap(({ challenges: one }) => one ?? []);

const hasAny = (values: readonly unknown[]): boolean => values.some((value) => (Array.isArray(value) ? value.length : value));
