/**
 * The plain words for what is wrong in a feed: for each code and place what it is, what it costs, and what to write instead.
 * Which values, members and shapes are allowed comes from the schema (format.ts); what they mean stands here.
 */
import { parseDate } from '../feed/values/partial-date.js';
import type { Issue, IssueCode } from '../feed/errors.js';
import { LONGEST_SUMMARY, MOST_ENTRIES } from '../feed/schema/field-rules.js';
import { isBlank } from '../feed/values/clean-text.js';
import { safeUrl } from '../feed/values/safe-url.js';
import { enumValuesAt, isArrayItem, droppedWith, toPattern, schemasAt } from './schema-lookup.js';
import { nearest } from './suggest.js';
import { parsePointer, valueAt } from './json-pointer.js';

const DATE = 'a date such as "2026-03-02", "2026-03" or "2026"';
const DAY = `${DATE}, or { "date": "2026-04", "rel": "by" }`;
const INSTANT = 'a moment with its time zone, such as "2026-03-02T10:00:00Z"';
const ADDRESS = 'a whole address, such as "https://example.org/case"';
const NAME = 'a name';
const WORDS = 'a sentence or two';

/** What belongs where: by the place in the format, else by the last member's name. */
const EXPECTED_VALUES: Record<string, string> = {
  '/version': '"https://jsonfeed.org/version/1.1"',
  '/_placard/spec': 'the number 1, the version of this format',
  '/_placard/sequence': 'a whole number that grows with every publication, beginning with 1',
  '/_placard/epoch': 'a whole number; leave it out unless a sequence was once too high',
  '/_placard/publisher': 'who publishes this: { "name": "Example Union", "url": "https://example.org/" }',
  '/_placard/contacts/*/id': 'a short name that calls to action refer to, such as "press"',
  '/_placard/publisher/figures/*/value': 'a number, or a text such as "more than 100"',
  '/_placard/publisher/figures/*/label': 'what is counted, such as "members"',
  '/_placard/publisher/follow/*/label': 'where to follow, such as "Newsletter"',
  '/items': 'the list of statements, [ ] while there is none',
  '/items/*/id': 'a short name that never changes, such as "press-cards-2026"; embeds find the statement by it',
  '/items/*/_placard/revision': 'a whole number, 1 at first, raised with every change of this item',
  '/items/*/_placard/retraction': 'when and why it is withdrawn: { "at": "2026-03-02", "reason": "…" }',
  '/items/*/_placard/retraction/reason': 'why it is withdrawn, in a sentence; readers see it',
  '/items/*/_placard/retraction/at': `the day of the withdrawal, ${DAY}`,
  '/items/*/_placard/cases/*/as_of': `the day as of which this status holds, ${DAY}`,
  '/items/*/_placard/cases/*/forum': 'the court or body, such as "Example Administrative Court"',
  '/items/*/_placard/cases/*/external/*/label': "the tracker's own word for the status, copied as it stands there",
  '/items/*/_placard/cases/*/external/*/tracker': 'the name of the tracker',
  '/items/*/_placard/cases/*/next/date': `when it is scheduled, ${DAY}; or set "date_status" to "not-set"`,
  '/items/*/_placard/media/*/alt': 'what the picture shows, for those who cannot see it; "" where it only decorates',
  '/items/*/_placard/quotes/*/speaker': 'who said it',
  '/items/*/_placard/quotes/*/text': 'what was said',
  '/items/*/_placard/timeline/*/text': 'what happened on that date, in a sentence',
  '/items/*/_placard/timeline/*/id': 'a short name for the step, such as "filing"',
  '/items/*/_placard/corrections/*/text': 'what was wrong, and what is right',
  '/items/*/_placard/corrections/*/revision': 'the revision of the item in which it was corrected',
  '/items/*/_placard/translations/*/of_revision': 'the revision of the original that was translated',
  '/items/*/_placard/incident/affected/description': 'who is affected, without naming them, such as "three reporters"',
  '/items/*/_placard/incident/affected/count': 'how many people are affected, a whole number',
  item_id: 'the "id" of another item of this feed',
  superseded_by: 'the "id" of the item that takes its place',
  country: 'the two capital letters of the country (ISO 3166-1), such as "KZ" or "GB"',
  language: 'a language tag, such as "en", "fr", "ar" or "zh-Hant"',
  languages: 'language tags, such as ["en", "fr"]',
  generated_at: INSTANT,
  valid_until: INSTANT,
  phone: 'a number as it is dialled from abroad, such as "+44 20 7946 0958": digits, spaces and + ( ) . / - alone, and one number',
  onion: 'the address of an onion service, version 3, such as "http://5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd.onion/"',
  email: 'one address and nothing else, such as "press@example.org"',
  name: NAME,
  title: 'a headline, or a name',
  summary: WORDS,
  content_text: 'the text, its paragraphs parted by empty lines',
  text: WORDS,
  tags: 'a list of words',
  expired: 'true once nothing more is to come',
};

/** One of a list, as people call it. */
const LIST_ITEM_NAMES: Record<string, string> = {
  items: 'this statement',
  cases: 'this proceeding',
  timeline: 'this step of the timeline',
  quotes: 'this quote',
  media: 'this picture',
  background: 'this entry of the background',
  contacts: 'this contact',
  actions: 'this call to action',
  sources: 'this source',
  corrections: 'this correction',
  translations: 'this link to a translation',
  provenance: 'this line of the provenance',
  figures: 'this figure',
  follow: 'this place to follow',
  external: "this tracker's label",
  mirrors: 'this mirror',
};

/** What the issue is, what a reader loses by it, and what to write. */
export function explainIssue({ code, path }: Issue, document: unknown): { message: string; fix: string } {
  const value = valueAt(document, path);
  const message = `${describeProblem(code, path, value)} ${describeImpact(code, path)}`.trim();
  return { message, fix: suggestFix(code, path, value) };
}

// What is wrong.

function describeProblem(code: IssueCode, path: string, value: unknown): string {
  const name = fieldName(path);
  switch (code) {
    case 'required':
      return `${name} is missing.`;
    case 'wrong-type':
      return `${name} is ${describeType(value)}; it has to be ${expectedTypes(path)}.`;
    case 'unknown-value':
      return `${name} says ${excerpt(value)}, which the format does not know.`;
    case 'bad-date':
      return `${name} says ${excerpt(value)}, which is no date that can be read.`;
    case 'bad-url':
      return `${name} says ${excerpt(value)}, ${describeUrlProblem(value)}.`;
    case 'bad-phone':
      return `${name} says ${excerpt(value)}, which cannot be dialled.`;
    case 'bad-email':
      return `${name} says ${excerpt(value)}, which is no e-mail address.`;
    case 'too-many':
      return `The list "${parsePointer(path).at(-2)}" has more than ${MOST_ENTRIES} entries.`;
    case 'duplicate-id':
      return `The id ${excerpt(value)} is taken by an item above.`;
    default:
      if (typeof value === 'string' && isBlank(value)) return value === '' ? `${name} is empty.` : `${name} shows nothing.`;
      return `${name} says ${excerpt(value)}, which is not allowed there.`;
  }
}

function describeUrlProblem(value: unknown): string {
  const text = String(value);
  if (text.length > LONGEST_SUMMARY) return `which is longer than ${LONGEST_SUMMARY.toLocaleString('en')} characters`;
  if (/\.onion\b/i.test(text)) return 'which is not the address of an onion service, version 3';
  if (safeUrl(text)) return 'but only https and http can be fetched';
  if (!URL.canParse(text)) return 'which is no web address';
  const { protocol, username } = new URL(text);
  if (username) return 'which carries a user name and may lead elsewhere than it seems';
  if (protocol === 'tel:' || protocol === 'mailto:') return 'which cannot be dialled or written to as it stands';
  return `and an address that begins with "${protocol}" is never put on a page`;
}

/** The member by its name; an entry of a list by its owner's. */
function fieldName(path: string): string {
  const names = parsePointer(path);
  if (!names.length) return 'The file';
  if (!isArrayItem(path)) return `"${names.at(-1)}"`;
  return `Entry ${Number(names.at(-1)) + 1} of "${names.at(-2)}"`;
}

function describeType(value: unknown): string {
  if (value === null) return '"null"';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false', object: 'an object' }[typeof value as string] ?? 'something else'
  );
}

function expectedTypes(path: string): string {
  const kinds: Record<string, string> = {
    string: 'a text in quotation marks',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    object: 'an object { … }',
    array: 'a list [ … ]',
  };
  const types = schemasAt(path).map(({ type = '' }) => kinds[type] ?? type);
  return [...new Set(types)].join(' or ') || 'something else';
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

// What it costs.

function describeImpact(code: IssueCode, path: string): string {
  if (code === 'duplicate-id') return 'This one is never shown.';
  if (code === 'too-many') return 'Those after them are left out.';
  const pattern = toPattern(path);
  if (pattern === '/items/*/_placard/retraction') return 'Readers learn that it is withdrawn, and not why.';
  const dropped = droppedWith(path, code === 'required');
  switch (toPattern(dropped)) {
    case '':
      return 'Until it is right nobody can read the feed.';
    case '/_placard':
      return 'Until it is right the publisher, the contacts and the sequence are left out.';
    case '/items/*/_placard':
      return 'Until it is right the status, the facts and the calls to action are left out, and a plain statement is shown.';
    case '/items/*':
      return 'Until it is right this statement is left out.';
    default: {
      const names = parsePointer(dropped);
      const part = isArrayItem(dropped) ? (LIST_ITEM_NAMES[names.at(-2)!] ?? `this entry of "${names.at(-2)}"`) : `"${names.at(-1)}"`;
      return `Until it is right ${part} is left out.`;
    }
  }
}

// What to write.

function suggestFix(code: IssueCode, path: string, value: unknown): string {
  const allowedValues = enumValuesAt(path);
  if (code === 'too-many') return `Keep the ${MOST_ENTRIES} that matter most; link to a page with all of them.`;
  const tooLong =
    code === 'bad-value' && typeof value === 'string'
      ? schemasAt(path).find(({ maxLength = Infinity }) => value.length > maxLength)
      : undefined;
  if (tooLong) return `Shorten it to ${tooLong.maxLength!.toLocaleString('en')} characters.`;
  if (code === 'duplicate-id') return 'Give it an id of its own, or remove it. An id that was once published stays with its statement.';
  const other = suggestOtherField(path, value);
  if (other) return other;
  if (code === 'unknown-value' || (allowedValues.length && value !== undefined)) return oneOf(allowedValues, value);
  if (code === 'required')
    return `Add ${fieldName(path)}: ${allowedValues.length > 1 ? `one of ${quotedList(allowedValues)}` : expectedValue(path)}.`;
  return `${guessMeaning(code, path, value)}Write ${expectedValue(path)}${orRemoveIt(path, value)}.`;
}

const STATUS = '/items/*/_placard/cases/*/status';
const OUTCOME = '/items/*/_placard/cases/*/outcome';
/** What ends a case without a decision of the forum. */
const CLOSED_OUTCOMES = ['settled', 'dismissed', 'withdrawn', 'archived'];

/** A status that is an outcome, and the reverse: what was meant is plain, and takes two members. */
function suggestOtherField(path: string, value: unknown): string | undefined {
  const pattern = toPattern(path);
  if (pattern !== STATUS && pattern !== OUTCOME) return undefined;
  const given = String(value);
  const belongs = pattern === STATUS ? OUTCOME : STATUS;
  if (!enumValuesAt(belongs.replaceAll('*', '0')).includes(given)) return undefined;
  if (pattern === OUTCOME) return `"${given}" is a status: write "status": "${given}", and take "outcome" out until there is one.`;
  return `"${given}" is an outcome: write "status": "${CLOSED_OUTCOMES.includes(given) ? 'closed' : 'decided'}", "outcome": "${given}".`;
}

function oneOf(allowedValues: (string | number)[], value: unknown): string {
  const suggestion = typeof value === 'string' ? nearest(value, allowedValues.map(String)) : undefined;
  const unquotedHint = typeof allowedValues[0] === 'number' && typeof value === 'string' ? ', without quotation marks' : '';
  const list =
    allowedValues.length === 1 ? `Write ${JSON.stringify(allowedValues[0])}${unquotedHint}.` : `Write one of ${quotedList(allowedValues)}.`;
  return suggestion && suggestion !== value ? `Did you mean "${suggestion}"? ${list}` : list;
}

const quotedList = (values: (string | number)[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const orRemoveIt = (path: string, value: unknown): string => (value === '' && droppedWith(path, false) === path ? ', or take it out' : '');

/** What belongs at a place, as the end of a sentence: "Write …". */
export function expectedValue(path: string): string {
  const names = parsePointer(path);
  const known = EXPECTED_VALUES[toPattern(path)] ?? EXPECTED_VALUES[isArrayItem(path) ? names.at(-2)!.replace(/s$/, '') : names.at(-1)!];
  if (known) return known;
  const [node, ...others] = schemasAt(path);
  if (node?.format === 'uri-reference') return ADDRESS;
  if (node?.pattern && isDatePattern(node)) return node.minLength ? INSTANT : others.length ? DAY : DATE;
  return expectedTypes(path);
}

/** Whether a schema's pattern is that of dates. */
const isDatePattern = ({ pattern = '' }: SchemaPattern): boolean => {
  const shape = new RegExp(pattern);
  return shape.test('2026-03-02T10:00:00Z') && !shape.test('en');
};
type SchemaPattern = { pattern?: string };

/** What was probably meant, where that can be told. */
function guessMeaning(code: IssueCode, path: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const didYouMean = (proposal: string | undefined) => (proposal && proposal !== value ? `Did you mean "${proposal}"? ` : '');
  if (code === 'bad-date') return guessDate(text, didYouMean);
  if (code === 'bad-url' && /^(www\.|[\w-]+(\.[\w-]+)+(\/|$))/i.test(text)) return didYouMean(`https://${text}`);
  if (code === 'bad-email' && /protected|\bat\b|\(at\)|\[at\]/i.test(text)) return 'It looks as if it were hidden from robots. ';
  if (code === 'bad-value' && toPattern(path).endsWith('/country')) return didYouMean(countryCode(text));
  if (code === 'bad-value' && /^[a-z]{2,3}_[a-z]+$/i.test(text)) return didYouMean(text.replace('_', '-'));
  return '';
}

function guessDate(text: string, didYouMean: (proposal: string | undefined) => string): string {
  if (parseDate(`${text}Z`)) return 'It has a time of day and no time zone: add "Z" for UTC, or an offset such as "+05:00". ';
  if (parseDate(text)) return 'It needs the time of day, too. ';
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  const isoDate = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (parseDate(isoDate)) return didYouMean(isoDate);
  const padded = text.replace(/[/.]/g, '-').replace(/-(\d)(?!\d)/g, '-0$1');
  return parseDate(padded) ? didYouMean(padded) : '';
}

/** "kz" and "Kazakhstan" as "KZ". */
function countryCode(text: string): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.map((b) => a + b)).find((code) => names.of(code)?.toLowerCase() === text.toLowerCase());
}
