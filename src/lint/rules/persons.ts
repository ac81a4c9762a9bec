/** Checks what endangers the persons of a case: a child's name, a withheld name, a home, an address that identifies. */
import { queryObjects, type Json } from '../json-pointer.js';
import { idOf, listIn, objectIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** "aged 15", "15-year-old", and words for a child. */
const CHILD = /\b(?:child|minor|schoolboy|schoolgirl|teenager|(?:aged?\s|^)(?:\d|1[0-7])\b|(?:\d|1[0-7])[- ]years?[- ]old)\b/i;
/** Words for a street, in the languages that have one. */
const STREET = /^(?:street|road|avenue|lane|drive|boulevard|rue|calle|avenida|ulitsa|ул|көшесі)$/iu;
const GERMAN_STREET = /stra(?:ß|ss)e$/i;
const HOUSE_NUMBER = /^\d{1,4}\p{L}?$/u;
/** Words between a street and its number. */
const MAX_BETWEEN = 3;

/** Returns whether a sentence has a street with a number near it. */
function hasStreet(sentence: string): boolean {
  const words = sentence.split(/[^\p{L}\p{N}’-]+/u);
  return words.some((word, index) => {
    if (!STREET.test(word) && !GERMAN_STREET.test(word)) return false;
    return words.slice(Math.max(0, index - MAX_BETWEEN - 1), index + MAX_BETWEEN + 2).some((near) => HOUSE_NUMBER.test(near));
  });
}

const HOME = /\b(?:home|house|flat|apartment|lives?|lived|resid(?:es|ed|ence)|domicile|wohn\w*)\b|живёт|проживает|квартир/i;

export function* personRule(context: RuleContext): Generator<Warning> {
  const feedContacts = queryObjects(context.document, '/_placard/contacts/*').map(({ value }) => value);
  for (const item of context.items) {
    const contacts = [...listIn(item, 'contacts').map(({ value }) => value), ...feedContacts];
    for (const { path, value } of listIn(item, 'persons')) yield* checkPerson(path, value, contacts);
    yield* checkHomes(item);
  }
}

function* checkPerson(path: string, person: Json, contacts: readonly Json[]): Generator<Warning> {
  const isWithheld = person.named === 'withheld';
  const name = textIn(person, 'name');
  if (isWithheld && name) {
    yield {
      level: 'error',
      code: 'withheld-name',
      path: `${path}/name`,
      message: 'The name of this person is withheld, and the feed has it. Cards hide it, and everybody can read it in the feed.',
      fix: 'Remove "name".',
    };
  }
  if (isWithheld && textIn(person, 'image')) {
    yield {
      code: 'withheld-picture',
      path: `${path}/image`,
      message: 'The name of this person is withheld, and the feed has a portrait. Cards hide it, and everybody can open it.',
      fix: 'Remove "image".',
    };
  }
  const contact = contacts.find(({ id }) => idOf(id) !== undefined && idOf(id) === idOf(person.contact));
  if ((isWithheld || !name) && contact && (contact.role === 'prison' || Array.isArray(contact.postal))) {
    yield {
      code: 'withheld-address',
      path: `${path}/contact`,
      message: 'This person is not named, and the postal address shows who it is.',
      fix: 'Remove "contact". Let readers write to your own office, which passes letters on.',
    };
  }
  if (name && person.named !== 'pseudonym' && CHILD.test(`${textIn(person, 'role')} ${textIn(person, 'affiliation')}`)) {
    yield {
      code: 'child-named',
      path: `${path}/name`,
      message: 'This person seems to be a child, and is named on every page that shows this, permanently.',
      fix: 'Remove the name and the portrait, and set "named" to "withheld".',
    };
  }
}

const TEXTS = ['title', 'summary', 'content_text', 'content_html'];

/** Warns of a sentence about a home with a street and a number. The address of an office is not a home. */
function* checkHomes({ path, value, extension }: RuleContext['items'][number]): Generator<Warning> {
  const places = [
    ...TEXTS.map((name) => ({ at: `${path}/${name}`, text: textIn(value, name) })),
    { at: `${path}/_placard/incident/what`, text: textIn(objectIn(extension, 'incident'), 'what') },
    ...queryObjects(extension, '/timeline/*').map((step) => ({
      at: `${path}/_placard${step.path}/text`,
      text: textIn(step.value, 'text'),
    })),
  ];
  for (const { at, text } of places) {
    // A dot also ends "ул."; its street follows it.
    if (
      !text
        .replace(/\s+/g, ' ')
        .split(/(?<!ул)[.!?] /)
        .some((sentence) => HOME.test(sentence) && hasStreet(sentence))
    )
      continue;
    yield {
      code: 'home-address',
      path: at,
      message: 'The text seems to have the address of a home, which others can find and copy.',
      fix: 'Remove the street and the number. The town is enough.',
    };
  }
}
