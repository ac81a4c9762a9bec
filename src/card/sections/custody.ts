/** Where the affected persons are: one person is a status of its own, several are counted. */
import { dayOfMoment, daysBetween, endedSentence, fatesText, isHeld, sinceText } from '../../i18n/custody.js';
import { numberText, untilText, formatWhen } from '../../i18n/format.js';
import { personsInCustody, shownName, type PersonInCustody } from '../../i18n/persons.js';
import type { Block, Mark, Runs } from '../card.js';
import { group, paragraph, stamp } from '../blocks.js';
import type { Context } from '../context.js';
import { custodyMark } from '../marks.js';
import { fill, join, span, time, words } from '../runs.js';

/** Returns the strip of the persons, which comes before those of the proceedings. */
export function custodyStrip(context: Context): readonly Block[] {
  const persons = personsInCustody(context.item);
  const [first] = persons;
  if (!first) return [];
  const mark = custodyMark(persons);
  return persons.length > 1 ? several(context, persons, mark) : one(context, first, mark);
}

function several({ locale }: Context, persons: readonly PersonInCustody[], mark: Mark): readonly Block[] {
  return group('status', stamp([fatesText(persons, locale)]), { code: 'custody', mark });
}

function one(context: Context, person: PersonInCustody, mark: Mark): readonly Block[] {
  const { locale } = context;
  const { custody } = person;
  const { state, since, until, place, authority, as_of: asOf } = custody;
  const ended = endedSentence(custody, locale);
  const held = sinceText(custody, locale);
  const date: Runs = held
    ? time(context, since, { phrase: () => held })
    : ended
      ? time(context, asOf, { phrase: locale.asOf })
      : time(context, until ?? since, { phrase: ({ within }) => within });
  const origin = join(
    words(context, shownName(person)),
    words(context, place),
    words(context, authority),
    untilRuns(context, person),
    ended ? [] : time(context, asOf, { phrase: locale.asOf }),
  );
  const now = group('now', [...paragraph('sentence', ended ? [ended] : countedDays(context, person)), ...paragraph('since', origin)]);
  return group('status', [...stamp([locale.custody[state]], date), ...now], { code: state, mark });
}

/** Returns the last day of a custody that is not over, such as that of an order of detention. */
export function untilRuns({ locale }: Context, { custody }: PersonInCustody): Runs {
  const { since, until } = custody;
  return until && since && sinceText(custody, locale) ? [untilText(until, locale)] : [];
}

/** Returns the days of a custody until today, with the day of the count: a card may be printed, saved or copied. */
export function countedDays({ locale, now, freshness }: Context, { custody }: PersonInCustody): Runs {
  const today = dayOfMoment(now, !!freshness);
  const isOver = daysBetween(custody.until, today) !== undefined;
  if (isOver || !(isHeld(custody) || custody.state === 'missing')) return [];
  const count = daysBetween(custody.since, today);
  if (count === undefined) return [];
  return fill((gap) => locale.days(gap!, count, formatWhen(today, locale)!), [span('count', numberText(count, locale))]);
}
