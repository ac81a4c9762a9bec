/** The facts: the people affected, those responsible, the official reason, the challenged act, equipment; and the quotes. */
import { getOwn } from '../../feed/schema/compiled-runtime.js';
import { commaAfter } from '../../i18n/comma.js';
import { detailsOf, type Details } from '../../i18n/details.js';
import { numberText } from '../../i18n/format.js';
import { placeText } from '../../i18n/names.js';
import { orderedCases } from '../../i18n/sentences.js';
import type { Incident, ItemExtension } from '../../feed/schema/schema.js';
import type { Block, Quote, Runs } from '../card.js';
import { section } from '../blocks.js';
import { textDirection, EMPTY, type Context } from '../context.js';
import { fill, join, reference, span, time, words } from '../runs.js';
import { people } from './people.js';

export function facts(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const all = Object.entries(rowsOf(context, extension.incident ?? EMPTY)) as [keyof Details['facts'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: detailsOf(locale).facts[name], value }));
  const { quotes = [] } = extension;
  return [
    ...(rows.length ? [{ kind: 'rows' as const, role: 'facts' as const, rows }] : []),
    ...people(context),
    ...section(
      context,
      'quotes',
      [detailsOf(locale).headings.quotes],
      quotes.map((quote) => quoteBlock(context, quote)),
    ),
  ];
}

/** Returns the rows in display order. */
function rowsOf(
  context: Context,
  { affected, actor, actors = [], place, when, grounds, categories = [], equipment = [] }: Incident,
): Record<keyof Details['facts'], Runs> {
  const { locale, item } = context;
  const each = (names: readonly string[]) => join(...names.map((name) => words(context, name)));
  const count = affected?.count;
  return {
    who: join(
      words(context, affected?.description),
      words(context, affected?.affiliation),
      count ? [locale.counts.people(numberText(count, locale), count)] : [],
      ...harm(context, affected),
    ),
    names: each(affected?.names ?? []),
    actor: join(...[...(actor ? [actor] : []), ...actors].map((one) => actorRuns(context, one))),
    grounds: words(context, grounds),
    court: join(
      ...orderedCases(item).map(({ challenges }) =>
        challenges ? fill((gap) => locale.labelled(locale.challenges, gap!), words(context, challenges)) : [],
      ),
    ),
    where: place ? placeRuns(context, place) : [],
    when: time(context, when),
    categories: join(...(categories.length ? categories : (item.tags ?? [])).map((code) => categoryRuns(context, code))),
    equipment: join(...equipment.map((one) => equipmentRuns(context, one))),
  };
}

/** Returns how many were killed, injured or held. */
function harm({ locale }: Context, { killed, injured, held }: NonNullable<Incident['affected']> = EMPTY): Runs[] {
  const text = (count: number | undefined, say: (number: string, count: number) => string): Runs =>
    count ? [say(numberText(count, locale), count)] : [];
  return [text(killed, locale.fates.killed), text(injured, detailsOf(locale).injured), text(held, locale.fates.held)];
}

/** Returns an actor with its kind, and how certain it is. */
function actorRuns(context: Context, { name, kind, certainty }: NonNullable<Incident['actors']>[number]): Runs {
  const { locale } = context;
  const notes = [detailsOf(locale).actors[kind], certainty ? detailsOf(locale).certainties[certainty] : ''].filter(Boolean);
  if (!name) return [listed(notes)];
  return [...words(context, name), ' ', span('note', `(${listed(notes)})`)];
}

const listed = (parts: string[]): string => parts.reduce((before, next) => before + commaAfter(before) + next);

/** Returns the word of a code in the reader's language, or the words of the feed. */
function categoryRuns(context: Context, code: string): Runs {
  const known = getOwn(detailsOf(context.locale).categories, code);
  return typeof known === 'string' ? [known] : words(context, code);
}

function equipmentRuns(context: Context, { what, count, state }: NonNullable<Incident['equipment']>[number]): Runs {
  const { locale } = context;
  const amount = count === undefined ? [] : [`${numberText(count, locale)} × `];
  return [...amount, ...words(context, what), ...(state ? [' ', span('note', `(${detailsOf(locale).equipment[state]})`)] : [])];
}

function placeRuns(context: Context, place: NonNullable<Incident['place']>): Runs {
  const { locale } = context;
  const { name, region } = place;
  if (!name && !region && !place.country) return [];
  const gaps = [name, region].filter((part) => part !== undefined);
  const named = ([first, second]: readonly (string | undefined)[]) =>
    placeText({ ...place, name: name && first, region: region && (name ? second : first) }, locale);
  return fill((...filled) => named(filled), ...gaps.map((part) => words(context, part)));
}

function quoteBlock(
  context: Context,
  { text, form, speaker, role, organisation, source, language }: NonNullable<ItemExtension['quotes']>[number],
): Quote {
  const lang = language ?? context.lang;
  const caption = join(
    [span('strong', ...words(context, speaker))],
    words(context, role),
    words(context, organisation),
    reference(context, source),
  );
  return { kind: 'quote', direct: form === 'direct', text, lang, dir: textDirection(lang), caption };
}
