/** The status of an item in a word, and in a text. */
import type { Item } from '../feed/schema/schema.js';
import { custodySentence, fatesText } from './custody.js';
import type { Locale } from './load-locale.js';
import { personsInCustody } from './persons.js';
import { isLoss, orderedCases, proceedingSentences, statusOf, type Status } from './sentences.js';

/** Returns the status of an item: of its persons, its proceedings, or the incident; undefined where the feed has no status. */
export function itemStatus(item: Item, locale: Locale): Status | undefined {
  const persons = personsInCustody(item);
  const state = item._placard?.incident?.state;
  if (persons.length > 1) return { code: 'custody', word: fatesText(persons, locale) };
  if (persons[0]) return { code: persons[0].custody.state, word: locale.custody[persons[0].custody.state] };
  const [first] = orderedCases(item);
  if (first && !isLoss(state)) return statusOf(first, locale);
  return state && { code: state, word: locale.incidentStates[state] };
}

/** Returns the whole status as one text, for the announcer. */
export function statusSentence(item: Item, locale: Locale, now: number): string {
  const persons = personsInCustody(item);
  const state = item._placard?.incident?.state;
  const cases = orderedCases(item);
  const known =
    state && (state !== 'active' || !(cases.length || persons.length))
      ? [locale.incidentStates[state] + (cases.length || persons.length ? locale.stop : '')]
      : [];
  const sentences = cases.map((proceeding) =>
    [statusOf(proceeding, locale).word + locale.stop, ...proceedingSentences(proceeding, locale, now)].join(' '),
  );
  const all = [
    ...(persons.length ? [custodySentence(persons, locale)] : []),
    ...(isLoss(state) ? [...known, ...sentences] : [...sentences, ...known]),
  ];
  return all.join(' ');
}
