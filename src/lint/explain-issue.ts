/**
 * Explains an issue: the problem, what the parser drops for it, and the fix. The schema says which values are allowed
 * (schema-lookup.ts); their meaning is here.
 */
import { parseDate } from '../feed/values/partial-date.js';
import type { Issue, IssueCode } from '../feed/errors.js';
import { MAX_SUMMARY_CHARS, MAX_ENTRIES } from '../feed/schema/field-rules.js';
import { isBlank } from '../feed/values/clean-text.js';
import { safeUrl } from '../feed/values/safe-url.js';
import { enumValuesAt, isArrayItem, droppedWith, toPattern, schemasAt } from './schema-lookup.js';
import { ADDRESS, DATE, DAY, EXPECTED_VALUES, INSTANT, LIST_ITEM_NAMES } from './expected-values.js';
import { nearest } from './suggest.js';
import { numbersIn } from './telephone.js';
import { parsePointer, valueAt } from './json-pointer.js';

/** Returns the problem with its impact, and the fix. */
export function explainIssue({ code, path }: Issue, document: unknown): { message: string; fix: string } {
  const value = valueAt(document, path);
  const message = `${describeProblem(code, path, value)} ${describeImpact(code, path)}`.trim();
  return { message, fix: suggestFix(code, path, value) };
}

// The problem.

function describeProblem(code: IssueCode, path: string, value: unknown): string {
  const name = fieldName(path);
  switch (code) {
    case 'required':
      return `${name} is missing.`;
    case 'wrong-type':
      return `${name} is ${describeType(value)}; it must be ${expectedTypes(path)}.`;
    case 'unknown-value':
      return `${name} is ${excerpt(value)}, which is not a value of the format.`;
    case 'bad-date':
      return `${name} is ${excerpt(value)}, which is not a date.`;
    case 'bad-url':
      return `${name} is ${excerpt(value)}, ${describeUrlProblem(value)}.`;
    case 'bad-phone':
      return `${name} is ${excerpt(value)}, which ${numbersIn(String(value)).length > 1 ? 'has several telephone numbers' : 'is not a telephone number'}.`;
    case 'bad-email':
      return `${name} is ${excerpt(value)}, which is not an e-mail address.`;
    case 'too-many':
      return `The list "${parsePointer(path).at(-2)}" has more than ${MAX_ENTRIES} entries.`;
    case 'duplicate-id':
      return `An earlier item has the id ${excerpt(value)} too.`;
    default:
      if (typeof value === 'string' && isBlank(value)) return value === '' ? `${name} is empty.` : `${name} has no visible text.`;
      return `${name} is ${excerpt(value)}, which is not allowed here.`;
  }
}

function describeUrlProblem(value: unknown): string {
  const text = String(value);
  if (text.length > MAX_SUMMARY_CHARS) return `which is longer than ${MAX_SUMMARY_CHARS.toLocaleString('en')} characters`;
  if (/\.onion\b/i.test(text)) return 'which is not the address of an onion service, version 3';
  if (safeUrl(text)) return 'and only https and http addresses can be fetched';
  if (!URL.canParse(text)) return 'which is not a web address';
  const { protocol, username, password } = new URL(text);
  if (username || password) return 'which has a user name, and can lead to another host than it seems';
  if (protocol === 'tel:' || protocol === 'mailto:') return 'which is not a valid telephone number or e-mail address';
  if (/^https?:$/.test(protocol)) return 'which is not a web address';
  return `and pages never use an address with "${protocol}"`;
}

/** Returns the field's name; for an entry of a list, its number and the list's name. */
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

// The impact.

function describeImpact(code: IssueCode, path: string): string {
  if (code === 'duplicate-id') return 'Pages do not show this item.';
  if (code === 'too-many') return 'Pages leave out the other entries.';
  const pattern = toPattern(path);
  if (pattern === '/items/*/_placard/retraction') return 'Readers see the retraction without its reason.';
  const dropped = droppedWith(path, code === 'required');
  switch (toPattern(dropped)) {
    case '':
      return 'Pages reject the whole feed.';
    case '/_placard':
      return 'Pages show neither the publisher nor the contacts, and accept older versions of the feed.';
    case '/items/*/_placard':
      return 'Pages show the statement without its status, facts and actions.';
    case '/items/*':
      return 'Pages do not show this statement.';
    default: {
      const names = parsePointer(dropped);
      const part = isArrayItem(dropped) ? (LIST_ITEM_NAMES[names.at(-2)!] ?? `this entry of "${names.at(-2)}"`) : `"${names.at(-1)}"`;
      return `Pages leave out ${part}.`;
    }
  }
}

// The fix.

function suggestFix(code: IssueCode, path: string, value: unknown): string {
  const allowedValues = enumValuesAt(path);
  if (code === 'too-many') return `Keep the ${MAX_ENTRIES} most important entries, and link to a page with all.`;
  const tooLong =
    code === 'bad-value' && typeof value === 'string'
      ? schemasAt(path).find(({ maxLength = Infinity }) => value.length > maxLength)
      : undefined;
  if (tooLong) return `Shorten it to ${tooLong.maxLength!.toLocaleString('en')} characters.`;
  if (code === 'duplicate-id') return 'Write another id, or remove the item. Never use a published id for another statement.';
  const other = code === 'bad-phone' ? splitNumbers(value) : suggestOtherField(path, value);
  if (other) return other;
  if (code === 'unknown-value' || (allowedValues.length && value !== undefined)) return oneOf(allowedValues, value);
  if (code === 'required')
    return `Add ${fieldName(path)}: ${allowedValues.length > 1 ? `one of ${quotedList(allowedValues)}` : expectedValue(path)}.`;
  return `${guessMeaning(code, path, value)}Write ${expectedValue(path)}${orRemoveIt(path, value)}.`;
}

/** Returns the fix for a field with two numbers: a link would dial them as one. */
function splitNumbers(value: unknown): string | undefined {
  const [first, ...others] = typeof value === 'string' ? numbersIn(value) : [];
  return others.length ? `Write "phone": ${JSON.stringify(first)}, "phones": ${JSON.stringify(others)}.` : undefined;
}

const STATUS = '/items/*/_placard/cases/*/status';
const OUTCOME = '/items/*/_placard/cases/*/outcome';
/** Outcomes without a decision of the forum. */
const CLOSED_OUTCOMES = ['settled', 'dismissed', 'withdrawn', 'archived'];

/** Returns the fix for a status that is an outcome, and for the reverse; undefined for any other value. */
function suggestOtherField(path: string, value: unknown): string | undefined {
  const pattern = toPattern(path);
  if (pattern !== STATUS && pattern !== OUTCOME) return undefined;
  if (typeof value !== 'string') return undefined;
  const belongs = pattern === STATUS ? OUTCOME : STATUS;
  if (!enumValuesAt(belongs.replaceAll('*', '0')).includes(value)) return undefined;
  if (pattern === OUTCOME) return `"${value}" is a status: write "status": "${value}", and remove "outcome".`;
  return `"${value}" is an outcome: write "status": "${CLOSED_OUTCOMES.includes(value) ? 'closed' : 'decided'}", "outcome": "${value}".`;
}

function oneOf(allowedValues: (string | number)[], value: unknown): string {
  const suggestion = typeof value === 'string' ? nearest(value, allowedValues.map(String)) : undefined;
  const unquotedHint = typeof allowedValues[0] === 'number' && typeof value === 'string' ? ', without quotation marks' : '';
  const list =
    allowedValues.length === 1 ? `Write ${JSON.stringify(allowedValues[0])}${unquotedHint}.` : `Write one of ${quotedList(allowedValues)}.`;
  return suggestion && suggestion !== value ? `Did you mean "${suggestion}"? ${list}` : list;
}

const quotedList = (values: (string | number)[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const orRemoveIt = (path: string, value: unknown): string => (value === '' && droppedWith(path, false) === path ? ', or remove it' : '');

/** Returns the expected value, as the end of a sentence: "Write …". */
export function expectedValue(path: string): string {
  const names = parsePointer(path);
  const known = EXPECTED_VALUES[toPattern(path)] ?? EXPECTED_VALUES[isArrayItem(path) ? names.at(-2)!.replace(/s$/, '') : names.at(-1)!];
  if (known) return known;
  const [node, ...others] = schemasAt(path);
  if (node?.format === 'uri-reference') return ADDRESS;
  if (node?.pattern && isDatePattern(node)) return node.minLength ? INSTANT : others.length ? DAY : DATE;
  // The first sentence says what the value is. The others are advice.
  const [, first = '', rest = ''] = /^(.)(.*?)\.( |$)/.exec(node?.description ?? '') ?? [];
  return expectedTypes(path) + (first && `: ${first.toLowerCase()}${rest}`);
}

/** Returns whether a schema's pattern is that of dates. */
const isDatePattern = ({ pattern = '' }: SchemaPattern): boolean => {
  const shape = new RegExp(pattern);
  return shape.test('2026-03-02T10:00:00Z') && !shape.test('en');
};
type SchemaPattern = { pattern?: string };

/** Returns what the author probably meant, as a sentence; an empty text for any other value. */
function guessMeaning(code: IssueCode, path: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const didYouMean = (proposal: string | undefined) => (proposal && proposal !== value ? `Did you mean "${proposal}"? ` : '');
  if (code === 'bad-date') return guessDate(text, didYouMean);
  if (code === 'bad-url' && /^(www\.|[\w-]+(\.[\w-]+)+(\/|$))/i.test(text)) return didYouMean(`https://${text}`);
  if (code === 'bad-email' && /protected|\bat\b|\(at\)|\[at\]/i.test(text)) return 'This address is hidden from robots. ';
  if (code === 'bad-value' && toPattern(path).endsWith('/country')) return didYouMean(countryCode(text));
  if (code === 'bad-value' && /^[a-z]{2,3}_[a-z]+$/i.test(text)) return didYouMean(text.replace('_', '-'));
  return '';
}

function guessDate(text: string, didYouMean: (proposal: string | undefined) => string): string {
  if (parseDate(`${text}Z`)) return 'The time zone is missing: add "Z" for UTC, or an offset such as "+05:00". ';
  if (parseDate(text)) return 'The time of day is missing. ';
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  const isoDate = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (parseDate(isoDate)) return didYouMean(isoDate);
  const padded = text.replace(/[/.]/g, '-').replace(/-(\d)(?!\d)/g, '-0$1');
  return parseDate(padded) ? didYouMean(padded) : '';
}

/** Returns "KZ" for "kz" and "Kazakhstan". */
function countryCode(text: string): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.map((b) => a + b)).find((code) => names.of(code)?.toLowerCase() === text.toLowerCase());
}
