/** The schemas of the affected persons: custody, charges and sentence. */
import * as z from 'zod/mini';
import { contactId } from './contacts.js';
import { country, date, id, linkUrl, list, may, member, name, reference, text, webUrl } from './basics.js';

const custody = z.object({
  state: member(
    z.literal([
      'free',
      'detained',
      'house-arrest',
      'bail',
      'imprisoned',
      'released',
      'missing',
      'deported',
      'exiled',
      'killed',
      'died-in-custody',
      'unknown',
    ]),
    'State',
    'Where the person is now, as a code.',
  ),
  since: may(date, 'Since', 'The day on which the custody or the absence began.'),
  until: may(date, 'Until', 'The day on which it ended, such as the day of the release or of the death.'),
  place: may(name, 'Place', 'The prison, the police station or the town.'),
  authority: may(name, 'Authority', 'The authority that holds the person.'),
  as_of: may(date, 'As of', 'The last day on which this was known.'),
  source: may(reference, 'Source', 'Where this can be checked.'),
});

const charge = z.object({
  text: member(text, 'Charge', 'The accusation in words.'),
  law: may(name, 'Law', 'The article of the law.'),
  status: may(z.literal(['pending', 'dropped', 'convicted', 'acquitted']), 'Status', 'The state of the charge.'),
  date: may(date, 'Date', 'The day of this status.'),
});

const sentence = z.object({
  text: member(text, 'Sentence', 'The sentence in words, such as "four years in prison".'),
  from: may(date, 'From', 'The first day of the sentence.'),
  until: may(date, 'Until', 'The last day of the sentence.'),
  suspended: may(z.boolean(), 'Suspended', 'True if the sentence is not carried out.'),
});

export const person = z.object({
  id: member(id, 'Id', 'The name by which proceedings refer to this person.'),
  name: may(name, 'Name', 'The name; without it, the person is not named.'),
  named: may(z.literal(['real', 'pseudonym', 'withheld']), 'Kind of name', 'Whether the name is real, a pseudonym, or withheld.'),
  role: may(name, 'Role', 'The profession or function, such as "photographer".'),
  affiliation: may(name, 'Affiliation', 'The outlet or organisation.'),
  image: may(webUrl, 'Picture', 'The address of a portrait.'),
  custody: may(custody, 'Custody', 'Where the person is, and since when.'),
  charges: list(charge, 'Charges', 'The accusations against the person.'),
  sentence: may(sentence, 'Sentence', 'The sentence against the person.'),
  contact: contactId,
});

export const persons = list(person, 'Persons', 'The affected persons one by one, each with custody, charges and sentence.');

export const signatories = list(
  z.object({
    name: member(name, 'Name', 'The name of the signatory.'),
    kind: may(z.literal(['organisation', 'person']), 'Kind', 'Whether it is an organisation or a person.'),
    url: may(linkUrl, 'Address', 'The page of the signatory.'),
    logo: may(webUrl, 'Logo', 'The address of the logo.'),
    country: may(country, 'Country', 'The country by ISO 3166-1 alpha-2.'),
    since: may(date, 'Since', 'The day of the signature.'),
  }),
  'Signatories',
  'The organisations and persons that signed a joint statement, in order.',
);
