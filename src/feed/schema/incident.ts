/** The schema of what happened: place, people affected, those responsible, equipment. */
import * as z from 'zod/mini';
import { country, date, list, may, member, name, nonNegativeInt, text } from './basics.js';

const actorKind = z.literal([
  'state',
  'court',
  'police',
  'company',
  'non-state',
  'unknown',
  'private-individual',
  'politician',
  'party',
  'criminal-group',
  'military',
  'unknown-persons',
]);

export const incident = z.object({
  what: may(text, 'In a sentence or two', 'The event in a sentence or two, for feeds without a summary.'),
  when: may(date, 'When', 'The date of the event.'),
  place: may(
    z.object({
      name: may(name, 'Place', 'The town or place.'),
      region: may(name, 'Region', 'The region or province.'),
      country: may(country, 'Country (two letters)', 'The country by ISO 3166-1 alpha-2, where the place has one.'),
    }),
    'Where',
    'The place of the event.',
  ),
  categories: list(name, 'Categories', 'Codes that readers see in their own language, or words of your own.'),
  affected: may(
    z.object({
      description: may(text, 'Who, without names', 'The affected people without names.'),
      count: may(nonNegativeInt, 'How many', 'The number of affected people.'),
      killed: may(nonNegativeInt, 'Killed', 'How many were killed.'),
      injured: may(nonNegativeInt, 'Injured', 'How many were injured.'),
      held: may(nonNegativeInt, 'Held', 'How many are held.'),
      names: list(name, 'Names', 'The names of affected people. Write a name only if the person agrees: copies on other pages keep it.'),
      affiliation: may(name, 'Affiliation', 'The outlet or organisation of the affected people.'),
    }),
    'People affected',
    'The people who are affected.',
  ),
  actor: may(
    z.object({
      name: member(name, 'Name', 'The name of the one that is responsible.'),
      kind: member(actorKind, 'Kind', 'The kind of the one that is responsible, as a code.'),
    }),
    'Responsible',
    'The one that is responsible for the event.',
  ),
  actors: list(
    z.object({
      name: may(name, 'Name', 'The name; unknown persons have none.'),
      kind: member(actorKind, 'Kind', 'The kind of the actor, as a code.'),
      certainty: may(z.literal(['known', 'suspected', 'claimed']), 'Certainty', 'Whether it is known, suspected, or claimed by them.'),
    }),
    'Actors',
    'Several who are responsible, each with how certain it is.',
  ),
  equipment: list(
    z.object({
      what: member(name, 'Equipment', 'The thing, such as "laptop".'),
      count: may(nonNegativeInt, 'Count', 'How many of them.'),
      state: may(z.literal(['seized', 'damaged', 'searched', 'returned']), 'State', 'The fate of the equipment.'),
    }),
    'Equipment',
    'Equipment that was seized, damaged, searched or returned.',
  ),
  grounds: may(text, 'Official reason', 'The official reason, in the words of the authority. The card marks it as such.'),
  state: may(
    z.literal(['active', 'resolved', 'killed', 'impunity', 'fate-unknown']),
    'Is it over?',
    'The state of the event where no proceeding says more.',
  ),
});
