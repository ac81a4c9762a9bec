/** The facts: the people affected, the people responsible, the official reason, the challenged act; and the quotes. */
import { numberText } from '../../i18n/format.js';
import { orderedCases, placeText } from '../../i18n/sentences.js';
import type { Incident, ItemExtension } from '../../feed/schema/schema.js';
import type { Locale } from '../../i18n/load-locale.js';
import type { Block, Quote, Runs } from '../card.js';
import { section } from '../blocks.js';
import { directionFor, EMPTY, type Context } from '../context.js';
import { fill, join, reference, span, time, words } from '../runs.js';

export function facts(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const all = Object.entries(rowsOf(context, extension.incident ?? EMPTY)) as [keyof Locale['facts'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: locale.facts[name], value }));
  const { quotes = [] } = extension;
  return [
    ...(rows.length ? [{ kind: 'rows' as const, role: 'facts' as const, rows }] : []),
    ...section(
      context,
      'quotes',
      [locale.headings.quotes],
      quotes.map((quote) => quoteBlock(context, quote)),
    ),
  ];
}

/** Returns the number of affected people and the number of quotes. */
export function factsHint({ extension, locale }: Context): Runs {
  const people = extension.incident?.affected?.count;
  const { quotes = [] } = extension;
  return join(
    people ? [locale.counts.people(numberText(people, locale), people)] : [],
    quotes.length ? [locale.counts.quotes(numberText(quotes.length, locale), quotes.length)] : [],
  );
}

/** Returns the rows in display order. */
function rowsOf(
  context: Context,
  { affected, actor, place, when, grounds, categories = [] }: Incident,
): Record<keyof Locale['facts'], Runs> {
  const { locale, item } = context;
  const each = (names: readonly string[]) => join(...names.map((name) => words(context, name)));
  const count = affected?.count;
  return {
    who: join(
      words(context, affected?.description),
      words(context, affected?.affiliation),
      count ? [locale.counts.people(numberText(count, locale), count)] : [],
    ),
    names: each(affected?.names ?? []),
    actor: actor ? [...words(context, actor.name), ' ', span('note', `(${locale.actors[actor.kind]})`)] : [],
    grounds: words(context, grounds),
    court: join(
      ...orderedCases(item).map(({ challenges }) =>
        challenges ? fill((gap) => locale.labelled(locale.challenges, gap!), words(context, challenges)) : [],
      ),
    ),
    where: place ? placeRuns(context, place) : [],
    when: time(context, when),
    categories: each(categories),
  };
}

function placeRuns(context: Context, place: NonNullable<Incident['place']>): Runs {
  const { locale } = context;
  if (!place.name) return [placeText(place, locale)];
  return fill((gap) => placeText({ ...place, name: gap }, locale), words(context, place.name));
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
  return { kind: 'quote', direct: form === 'direct', text, lang, dir: directionFor(lang), caption };
}
