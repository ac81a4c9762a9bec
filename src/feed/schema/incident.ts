/** The schema of what happened: place, people affected, those responsible, equipment. */
import * as z from 'zod/mini';
import { country, date, list, may, member, name, nonNegativeInt, optional, optionalArray, text } from './basics.js';

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
  what: optional(text),
  when: optional(date),
  place: optional(
    z.object({
      name: optional(name),
      region: may(name, 'Region', 'The region or province.'),
      country: may(country, 'Country', 'The country by ISO 3166-1 alpha-2, where the place has one.'),
    }),
  ),
  categories: optionalArray(name),
  affected: optional(
    z.object({
      description: optional(text),
      count: optional(nonNegativeInt),
      killed: may(nonNegativeInt, 'Killed', 'How many were killed.'),
      injured: may(nonNegativeInt, 'Injured', 'How many were injured.'),
      held: may(nonNegativeInt, 'Held', 'How many are held.'),
      names: optionalArray(name),
      affiliation: optional(name),
    }),
  ),
  actor: optional(z.object({ name, kind: actorKind })),
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
  grounds: optional(text),
  state: optional(z.literal(['active', 'resolved', 'killed', 'impunity', 'fate-unknown'])),
});
