/** What happened, to whom, by whom, where, when, and on what stated ground. */
import { numberText } from '../../i18n/format.js';
import { placeText } from '../../i18n/sentences.js';
import type { Incident } from '../../feed/schema/schema.js';
import type { Locale } from '../../i18n/load-locale.js';
import type { Block, Runs } from '../card.js';
import { section } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { fill, join, span, time, words } from '../runs.js';

export function facts(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const all = Object.entries(rowsOf(context, extension.incident ?? EMPTY)) as [keyof Locale['facts'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: locale.facts[name], value }));
  return section(context, 'facts-section', [locale.headings.facts], rows.length ? [{ kind: 'rows', role: 'facts', rows }] : []);
}

/** In the order in which they are shown. */
function rowsOf(
  context: Context,
  { what, affected, actor, place, when, grounds, categories = [] }: Incident,
): Record<keyof Locale['facts'], Runs> {
  const { locale } = context;
  const each = (names: readonly string[]) => join(...names.map((name) => words(context, name)));
  return {
    what: words(context, what),
    who: words(context, affected?.description),
    count: affected?.count === undefined ? [] : [numberText(affected.count, locale)],
    names: each(affected?.names ?? []),
    affiliation: words(context, affected?.affiliation),
    actor: actor ? [...words(context, actor.name), ' ', span('note', `(${locale.actors[actor.kind]})`)] : [],
    where: place ? placeRuns(context, place) : [],
    when: time(context, when),
    grounds: words(context, grounds),
    categories: each(categories),
  };
}

function placeRuns(context: Context, place: NonNullable<Incident['place']>): Runs {
  const { locale } = context;
  if (!place.name) return [placeText(place, locale)];
  return fill((gap) => placeText({ ...place, name: gap }, locale), words(context, place.name));
}
