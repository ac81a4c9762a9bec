/**
 * Defines the format of a feed: JSON Feed 1.0/1.1 and the `_placard` extension. The types, the published JSON Schema and the
 * validators derive from it. A schema is strict; `validate-partial.ts` drops invalid fields and keeps the rest.
 */
import * as z from 'zod/mini';
import type { PartialDate } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import * as rules from './field-rules.js';
import { cleanIdentifier, cleanText } from '../values/clean-text.js';
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

function applyRule(rule: rules.Rule) {
  const check = z.check<string>((payload) => {
    const normalized = rule.normalize(payload.value);
    if (normalized) payload.value = normalized;
    else payload.issues.push(customIssue(rule.code, payload.value));
  });
  ruleByCheck.set(check, rule);
  return check;
}

function applyCrossFieldRule(rule: rules.CrossFieldRule) {
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
/** Empty for a decorative picture. */
const altText = z.string().check(z.overwrite(cleanText));
/** For links: https, http, mailto or tel. */
export const linkUrl = safeUrl(rules.linkUrl);
/** For resources that a page fetches: https or http. */
export const webUrl = safeUrl(rules.webUrl);
export const onion = safeUrl(rules.onion);
const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,9}$/));
/** JSON Feed requires that readers coerce numeric ids. */
const id = z.union([nonEmptyText, z.number()]).check(z.overwrite(String)) as z.core.$ZodType<string, string | number>;
const nonNegativeInt = z.int().check(z.nonnegative());
const revision = z.int().check(z.positive());
export const dateText = z.string().check(applyRule(rules.dateText));
export const timestamp = z.string().check(applyRule(rules.timestamp));
/**
 * An invalid relation invalidates the date: "by April" does not mean "April". So `rel` has a default, because the validation would
 * drop an optional field and keep the date.
 */
const date: z.core.$ZodType<PartialDate, PartialDate> = z.union([
  dateText,
  z.object({ date: dateText, rel: z._default(z.literal(['on', 'by', 'before', 'after', 'since', 'about']), 'on'), text: z.optional(text) }),
]);

const optionalArray = <T extends z.core.SomeType>(element: T) => z.optional(z.array(element));
const optional = z.optional;

const source = z.object({ title: name, url: optional(linkUrl), publisher: optional(name) });
/** The source of one fact; a string is its title or address. */
const reference = z.union([source, text]);

const contact = z.object({
  id,
  role: z.literal(['press', 'legal', 'support', 'correction', 'general']),
  name: optional(name),
  phone: optional(z.string().check(z.overwrite(cleanIdentifier), applyRule(rules.phone))),
  email: optional(z.string().check(z.overwrite(cleanIdentifier), applyRule(rules.email))),
  url: optional(linkUrl),
  signal: optional(name),
  pgp: optional(name),
  onion: optional(onion),
  languages: optionalArray(language),
  hours: optional(name),
});

const publisher = z.object({
  name,
  url: optional(linkUrl),
  about: optional(summary),
  /** A number as `value` is formatted for the reader. `qualifier` is a code of the locales ("more-than"), or the publisher's words. */
  figures: optionalArray(z.object({ value: z.union([z.number(), name]), qualifier: optional(name), label: name, as_of: optional(date) })),
  follow: optionalArray(z.object({ label: name, url: optional(linkUrl) })),
  subscribe_url: optional(linkUrl),
  corrections_url: optional(linkUrl),
  logo: optional(webUrl),
});

const feedExtension = z.object({
  spec: z.literal(1),
  sequence: nonNegativeInt,
  epoch: optional(nonNegativeInt),
  generated_at: timestamp,
  valid_until: optional(timestamp),
  publisher,
  contacts: optionalArray(contact),
  mirrors: optionalArray(webUrl),
  signatures: optionalArray(z.string()),
});

export const nextStep = z
  .object({
    type: z.literal(['hearing', 'ruling', 'deadline', 'release', 'other']),
    label: optional(name),
    date: optional(date),
    date_status: z.literal(['not-set', 'scheduled', 'postponed', 'held', 'cancelled']),
  })
  .check(applyCrossFieldRule(rules.scheduledNeedsDate));

const proceeding = z.object({
  id,
  forum: name,
  kind: optional(name),
  filed: optional(date),
  challenges: optional(text),
  status: z.literal(['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed']),
  outcome: optional(
    z.literal([
      'granted',
      'partly-granted',
      'denied',
      'convicted',
      'acquitted',
      'quashed',
      'settled',
      'dismissed',
      'withdrawn',
      'archived',
      'reversed',
    ]),
  ),
  compliance: optional(z.literal(['unknown', 'complied', 'partial', 'ignored'])),
  as_of: date,
  source: optional(reference),
  external: optionalArray(z.object({ tracker: name, label: name, url: optional(linkUrl) })),
  next: optional(nextStep),
});

const incident = z.object({
  what: optional(text),
  when: optional(date),
  place: optional(z.object({ name: optional(name), country: z.string().check(z.regex(/^[A-Z]{2}$/)) })),
  categories: optionalArray(name),
  affected: optional(
    z.object({ description: text, count: optional(nonNegativeInt), names: optionalArray(name), affiliation: optional(name) }),
  ),
  actor: optional(z.object({ name, kind: z.literal(['state', 'court', 'police', 'company', 'non-state', 'unknown']) })),
  grounds: optional(text),
  state: optional(z.literal(['active', 'resolved'])),
});

const action = z.object({
  id,
  type: z.literal(['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend', 'report-correction']),
  label: optional(name),
  url: optional(linkUrl),
  contact: optional(id),
  subject: optional(name),
  text: optional(summary),
  starts: optional(date),
  ends: optional(date),
});

const kind = z.literal(['statement', 'case', 'campaign']);
const retraction = z.object({ at: date, reason: text });

export const itemExtension = z.object({
  kind,
  revision,
  change: optional(z.literal(['new', 'update', 'correction', 'retraction'])),
  dateline: optional(z.object({ place: optional(name), date })),
  media: optionalArray(z.object({ url: optional(webUrl), alt: altText, credit: optional(name), caption: optional(text) })),
  incident: optional(incident),
  cases: optionalArray(proceeding),
  timeline: optionalArray(z.object({ id, date, text, kind: optional(name), source: optional(reference) })),
  background: optionalArray(z.object({ date: optional(date), text, url: optional(linkUrl) })),
  quotes: optionalArray(
    z.object({
      text,
      form: z.literal(['direct', 'indirect']),
      speaker: name,
      role: optional(name),
      organisation: optional(name),
      language: optional(language),
      source: optional(reference),
    }),
  ),
  retraction: optional(retraction),
  superseded_by: optional(id),
  sources: optionalArray(source),
  actions: optionalArray(action),
  provenance: optionalArray(
    z.object({
      role: z.literal(['author', 'publisher', 'distributor', 'translator', 'mirror']),
      name,
      url: optional(linkUrl),
      at: optional(date),
      alterations: optional(z.literal(['none', 'excerpted', 'translated', 'edited'])),
    }),
  ),
  corrections: optionalArray(z.object({ at: date, revision, text })),
  translations: optionalArray(
    z.object({ language, item_id: id, kind: z.literal(['original', 'official', 'machine']), of_revision: optional(revision) }),
  ),
});

const author = z.object({ name: optional(name), url: optional(linkUrl), avatar: optional(webUrl) });

export const itemSchema = z.object({
  id,
  url: optional(linkUrl),
  external_url: optional(linkUrl),
  title: optional(name),
  summary: optional(summary),
  content_html: optional(z.string().check(applyRule(rules.longText))),
  content_text: optional(z.string().check(z.overwrite(cleanText), applyRule(rules.longText))),
  image: optional(webUrl),
  banner_image: optional(webUrl),
  date_published: optional(dateText),
  date_modified: optional(dateText),
  language: optional(language),
  tags: optionalArray(name),
  author: optional(author),
  authors: optionalArray(author),
  _placard: optional(itemExtension),
});

/** The feed without its items, which are validated one by one when they are read. */
export const headSchema = z.object({
  version: z.string().check(z.regex(/^https:\/\/jsonfeed\.org\/version\/1(\.\d+)?$/)),
  title: optional(name),
  home_page_url: optional(linkUrl),
  feed_url: optional(webUrl),
  description: optional(text),
  icon: optional(webUrl),
  favicon: optional(webUrl),
  author: optional(author),
  authors: optionalArray(author),
  language: optional(language),
  expired: optional(z.boolean()),
  _placard: optional(feedExtension),
});

/** The fields that remain of a retraction with an invalid extension: another fault must not hide the retraction. */
export const minimalRetractionSchema = z.object({
  kind: optional(kind),
  change: z.literal('retraction'),
  revision: optional(revision),
  retraction: optional(retraction),
  superseded_by: optional(id),
});

export const itemIdSchema = z.object({ id });

export const partialDateSchema = date;

/** src/bundler/write-types.ts writes the published types from these schemas, without Zod. */
export const NAMED_SCHEMAS = {
  FeedHead: headSchema,
  FeedExtension: feedExtension,
  Publisher: publisher,
  Contact: contact,
  Item: itemSchema,
  ItemExtension: itemExtension,
  Incident: incident,
  Proceeding: proceeding,
  NextStep: nextStep,
  Action: action,
  Reference: reference,
};

export type FeedHead = z.infer<typeof headSchema>;
export type FeedExtension = z.infer<typeof feedExtension>;
export type Publisher = z.infer<typeof publisher>;
export type Contact = z.infer<typeof contact>;
export type Item = z.infer<typeof itemSchema>;
export type ItemExtension = z.infer<typeof itemExtension>;
export type Incident = z.infer<typeof incident>;
export type Proceeding = z.infer<typeof proceeding>;
export type NextStep = z.infer<typeof nextStep>;
export type Action = z.infer<typeof action>;
export type Reference = z.infer<typeof reference>;
