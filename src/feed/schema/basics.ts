/**
 * The types of single values, and what every schema of the format shares. A schema is strict; `validate-partial.ts` drops invalid fields
 * and keeps the rest.
 */
import * as z from 'zod/mini';
import type { PartialDate } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import * as rules from './field-rules.js';
import { cleanIdentifier, cleanPlainText, cleanText } from '../values/clean-text.js';
import type { SafeUrl } from '../values/safe-url.js';

/** The rule that a Zod check applies. src/bundler/compile-validators.ts identifies checks by it, and rejects other checks. */
export const ruleByCheck = new Map<unknown, rules.Rule | rules.CrossFieldRule>();

/** Returns an issue with a code of the format. It does not abort, so that a union reports the option of the right type. */
const customIssue = (code: IssueCode, input: unknown, path: string[] = []) => ({
  code: 'custom' as const,
  input,
  path,
  params: { code },
  continue: true,
});

/** Gives a field its title and a sentence, for the completion of editors, the reference and the forms of the studio. */
export function member<S extends z.core.$ZodType>(schema: S, title: string, description: string): S {
  const own = z.core.clone(schema, schema._zod.def, { parent: true });
  z.globalRegistry.add(own, { title, description });
  return own;
}

/** An optional field with its title and a sentence. */
export const may = <S extends z.core.$ZodType>(schema: S, title: string, description: string) =>
  member(z.optional(schema), title, description);

/** An optional list with its title and a sentence. */
export const list = <S extends z.core.$ZodType>(element: S, title: string, description: string) =>
  may(z.array(element), title, description);

function applyRule(rule: rules.Rule) {
  const check = z.check<string>((payload) => {
    const normalized = rule.normalize(payload.value);
    if (normalized) payload.value = normalized;
    else payload.issues.push(customIssue(rule.code, payload.value));
  });
  ruleByCheck.set(check, rule);
  return check;
}

export function applyCrossFieldRule(rule: rules.CrossFieldRule) {
  const check = z.check<Record<string, unknown>>((payload) => {
    const missing = rule(payload.value);
    if (missing) payload.issues.push(customIssue('required', undefined, [missing]));
  });
  ruleByCheck.set(check, rule);
  return check;
}

/** The rule returns a SafeUrl, which Zod's types cannot express. */
const safeUrl = (rule: rules.Rule) => z.string().check(applyRule(rule)) as unknown as z.core.$ZodType<SafeUrl, string>;

/** Zod's `minLength` also reads the `length` of other values, and throws for some. */
export const nonEmptyText = z.string().check(applyRule(rules.nonEmptyText));
export const text = z.string().check(z.overwrite(cleanText), applyRule(rules.text));
export const name = z.string().check(z.overwrite(cleanText), applyRule(rules.name));
export const summary = z.string().check(z.overwrite(cleanText), applyRule(rules.summary));
/** A whole statement, as HTML and as plain text. */
export const longHtml = z.string().check(applyRule(rules.longText));
export const cleanLongText = z.string().check(z.overwrite(cleanText), applyRule(rules.longText));
/** A headline or summary that content systems write too, with references of HTML in it. */
export const plainName = z.string().check(z.overwrite(cleanPlainText), applyRule(rules.name));
export const plainSummary = z.string().check(z.overwrite(cleanPlainText), applyRule(rules.summary));
/** A text that stays as it is in each language and in each correction: a user name, a docket number, a media type, a code of your own. */
export const verbatim = z.string().check(z.overwrite(cleanText), applyRule(rules.name));
/** Empty for a decorative picture. */
export const altText = z.string().check(z.overwrite(cleanText));
/** For links: https, http, mailto or tel. */
export const linkUrl = safeUrl(rules.linkUrl);
/** For resources that a page fetches: https or http. */
export const webUrl = safeUrl(rules.webUrl);
export const onion = safeUrl(rules.onion);
export const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,9}$/));
/** JSON Feed requires that readers coerce numeric ids. */
export const id = z.union([nonEmptyText, z.number()]).check(z.overwrite(String)) as z.core.$ZodType<string, string | number>;
export const nonNegativeInt = z.int().check(z.nonnegative());
export const revision = z.int().check(z.positive());
export const dateText = z.string().check(applyRule(rules.dateText));
/** A day, a moment, or a wall clock ("2026-12-05T18:00") in the zone of its event. */
export const localTime = z.string().check(applyRule(rules.localTime));
export const timestamp = z.string().check(applyRule(rules.timestamp));
/**
 * An invalid relation invalidates the date: "by April" does not mean "April". So `rel` has a default, because the validation would
 * drop an optional field and keep the date.
 */
export const date: z.core.$ZodType<PartialDate, PartialDate> = z.union([
  dateText,
  z.object({
    date: member(dateText, 'Date', 'The date, only as precise as you know it: a day, a month or a year.'),
    rel: member(
      z._default(z.literal(['on', 'by', 'before', 'after', 'since', 'about']), 'on'),
      'Relation',
      'The relation to the date. Without it, the date itself is meant.',
    ),
    text: may(text, 'Remark', 'The date in the words of the source, where they say more than a date can.'),
  }),
]);

export const source = z.object({
  title: member(name, 'Title', 'The title of the source.'),
  url: may(linkUrl, 'Address', 'The address of the source.'),
  publisher: may(name, 'Publisher', 'The publisher of the source.'),
});
/** The source of one fact; a string is its title or address. */
export const reference = z.union([source, text]);

/** A number to call: digits and the usual separators. */
export const phone = z.string().check(z.overwrite(cleanIdentifier), applyRule(rules.phone));
export const email = z.string().check(z.overwrite(cleanIdentifier), applyRule(rules.email));
/** A time of day, "14:30". */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** An IANA name, "Asia/Almaty". */
export const timeZone = z.string().check(z.regex(/^[A-Za-z][\w+-]{0,40}(\/[A-Za-z][\w+-]{0,40}){0,2}$/));
/** ISO 3166-1 alpha-2. */
export const country = z.string().check(z.regex(/^[A-Z]{2}$/));
