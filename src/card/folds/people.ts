/** The affected persons one by one: name, role, custody, charges and sentence. */
import { endedSentence, sinceText } from '../../i18n/custody.js';
import { detailsOf } from '../../i18n/details.js';
import { shownName } from '../../i18n/persons.js';
import type { Person } from '../../feed/schema/schema.js';
import type { Block, Runs } from '../card.js';
import { group, list, paragraph, section } from '../blocks.js';
import type { Context } from '../context.js';
import { fill, join, reference, span, time, words } from '../runs.js';
import { countedDays, untilRuns } from '../sections/custody.js';
import { picture } from '../sections/head.js';

export function people(context: Context): readonly Block[] {
  const { extension, locale } = context;
  const each = (extension.persons ?? []).flatMap((person) => personBlock(context, person));
  return section(context, 'people', [detailsOf(locale).headings.people], each);
}

function personBlock(context: Context, person: Person): readonly Block[] {
  const { role, affiliation, image, custody, charges = [], sentence } = person;
  return group('person', [
    ...(image && person.named !== 'withheld' ? picture(context, { url: image, alt: person.name ?? '' }) : []),
    ...paragraph('name', nameOf(context, person)),
    ...paragraph('also', join(words(context, role), words(context, affiliation))),
    ...(custody ? custodyLines(context, { ...person, custody }) : []),
    ...list(
      'charges',
      charges.map((charge) => paragraph('line', chargeRuns(context, charge))),
    ),
    ...paragraph('also', sentence ? sentenceRuns(context, sentence) : []),
  ]);
}

/** Returns the name, and whether it is the real one. */
function nameOf(context: Context, person: Person): Runs {
  const details = detailsOf(context.locale);
  const { named } = person;
  const name = shownName(person);
  if (!name) return [named === 'withheld' ? details.withheld : details.unnamed];
  return [span('strong', ...words(context, name)), ...(named === 'pseudonym' ? [' ', span('note', `(${details.pseudonym})`)] : [])];
}

/** Returns the custody in one line. Its end is a sentence, which has a line of its own. */
function custodyLines(context: Context, person: Person & { custody: NonNullable<Person['custody']> }): readonly Block[] {
  const { locale } = context;
  const { custody } = person;
  const { state, since, until, place, authority, as_of: asOf, source } = custody;
  const ended = endedSentence(custody, locale);
  const held = sinceText(custody, locale);
  const facts = join(
    ended ? [] : [locale.custody[state]],
    held ? time(context, since, { phrase: () => held }) : ended ? [] : time(context, until ?? since),
    countedDays(context, person),
    words(context, place),
    words(context, authority),
    untilRuns(context, person),
    time(context, asOf, { phrase: locale.asOf }),
    reference(context, source),
  );
  return [...paragraph('also', ended ? [ended] : []), ...paragraph('also', facts)];
}

type Charge = NonNullable<Person['charges']>[number];

function chargeRuns(context: Context, { text, law, status, date }: Charge): Runs {
  const details = detailsOf(context.locale);
  return join(
    fill((gap) => details.charged(gap!), words(context, text)),
    words(context, law),
    status ? [details.charges[status]] : [],
    time(context, date),
  );
}

function sentenceRuns(context: Context, { text, from, until, suspended }: NonNullable<Person['sentence']>): Runs {
  const details = detailsOf(context.locale);
  const dates: Runs = [...time(context, from), ...(from && until ? [' – '] : []), ...time(context, until)];
  return join(
    fill((gap) => details.sentenced(gap!), words(context, text)),
    suspended ? [details.suspended] : [],
    dates,
  );
}
