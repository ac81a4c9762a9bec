/**
 * The feed's format, once: JSON Feed 1.0/1.1 and the `_placard` extension. Types, the published JSON Schema and every
 * check come from here. Schemas are strict about one part; `validate.ts` makes a bad part cost only itself.
 */
import * as z from 'zod/mini';
import type { PartialDate } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import * as rules from './field-rules.js';
import { cleanIdentifier, cleanText } from '../values/clean-text.js';
import type { SafeUrl } from '../values/safe-url.js';

/** The rule that a check of Zod's applies: what compiles the schemas for the page recognises it by this, and refuses any other. */
export const ruleByCheck = new Map<unknown, rules.Rule | rules.CrossFieldRule>();

/** A fault with one of our own codes. It does not abort, so that a union tells the fault of the option that has the right type. */
const fault = (code: IssueCode, input: unknown, path: string[] = []) => ({
  code: 'custom' as const,
  input,
  path,
  params: { code },
  continue: true,
});

function keeps(rule: rules.Rule) {
  const check = z.check<string>((payload) => {
    const kept = rule.normalize(payload.value);
    if (kept) payload.value = kept;
    else payload.issues.push(fault(rule.code, payload.value));
  });
  ruleByCheck.set(check, rule);
  return check;
}

function meets(demand: rules.CrossFieldRule) {
  const check = z.check<Record<string, unknown>>((payload) => {
    const missing = demand(payload.value);
    if (missing) payload.issues.push(fault('required', undefined, [missing]));
  });
  ruleByCheck.set(check, demand);
  return check;
}

/** The rule replaces the text by the address that it checked, which Zod's types cannot say. */
const safe = (rule: rules.Rule) => z.string().check(keeps(rule)) as unknown as z.core.$ZodType<SafeUrl, string>;

/** Zod's own `minLength` also looks at the `length` of what is no text, and throws on some. */
export const nonEmptyText = z.string().check(keeps(rules.nonEmptyText));
export const text = z.string().check(z.overwrite(cleanText), keeps(rules.text));
export const name = z.string().check(z.overwrite(cleanText), keeps(rules.name));
export const summary = z.string().check(z.overwrite(cleanText), keeps(rules.summary));
/** Empty for a picture that only decorates. */
const alternative = z.string().check(z.overwrite(cleanText));
/** A link: https, http, mailto or tel. */
export const linkUrl = safe(rules.linkUrl);
/** Something that is fetched: https or http. */
export const webUrl = safe(rules.webUrl);
export const onion = safe(rules.onion);
const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,9}$/));
/** JSON Feed asks readers to coerce ids that are numbers. */
const id = z.union([nonEmptyText, z.number()]).check(z.overwrite(String)) as z.core.$ZodType<string, string | number>;
const count = z.int().check(z.nonnegative());
const revision = z.int().check(z.positive());
export const dateText = z.string().check(keeps(rules.dateText));
export const timestamp = z.string().check(keeps(rules.timestamp));
/** One part with its relation: a relation that cannot be read costs the date, for "by April" without its "by" is false. Hence a default, not an option. */
const date: z.core.$ZodType<PartialDate, PartialDate> = z.union([
  dateText,
  z.object({ date: dateText, rel: z._default(z.literal(['on', 'by', 'before', 'after', 'since', 'about']), 'on'), text: z.optional(text) }),
]);

const list = <T extends z.core.SomeType>(part: T) => z.optional(z.array(part));
const opt = z.optional;

const source = z.object({ title: name, url: opt(linkUrl), publisher: opt(name) });
/** Where one fact is from: a source, or a title or address alone. */
const reference = z.union([source, text]);

const contact = z.object({
  id,
  role: z.literal(['press', 'legal', 'support', 'correction', 'general']),
  name: opt(name),
  phone: opt(z.string().check(z.overwrite(cleanIdentifier), keeps(rules.phone))),
  email: opt(z.string().check(z.overwrite(cleanIdentifier), keeps(rules.email))),
  url: opt(linkUrl),
  signal: opt(name),
  pgp: opt(name),
  onion: opt(onion),
  languages: list(language),
  hours: opt(name),
});

const publisher = z.object({
  name,
  url: opt(linkUrl),
  about: opt(summary),
  /** `value` as a number is written in the reader's way; `qualifier` is a code that the locale knows ("more-than") or the publisher's words. */
  figures: list(z.object({ value: z.union([z.number(), name]), qualifier: opt(name), label: name, as_of: opt(date) })),
  follow: list(z.object({ label: name, url: opt(linkUrl) })),
  subscribe_url: opt(linkUrl),
  corrections_url: opt(linkUrl),
  logo: opt(webUrl),
});

const feedExtension = z.object({
  spec: z.literal(1),
  sequence: count,
  epoch: opt(count),
  generated_at: timestamp,
  valid_until: opt(timestamp),
  publisher,
  contacts: list(contact),
  mirrors: list(webUrl),
  signatures: list(z.string()),
});

export const nextStep = z
  .object({
    type: z.literal(['hearing', 'ruling', 'deadline', 'release', 'other']),
    label: opt(name),
    date: opt(date),
    date_status: z.literal(['not-set', 'scheduled', 'postponed', 'held', 'cancelled']),
  })
  .check(meets(rules.scheduledNeedsDate));

const proceeding = z.object({
  id,
  forum: name,
  kind: opt(name),
  filed: opt(date),
  challenges: opt(text),
  status: z.literal(['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed']),
  outcome: opt(
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
  compliance: opt(z.literal(['unknown', 'complied', 'partial', 'ignored'])),
  as_of: date,
  source: opt(reference),
  external: list(z.object({ tracker: name, label: name, url: opt(linkUrl) })),
  next: opt(nextStep),
});

const incident = z.object({
  what: opt(text),
  when: opt(date),
  place: opt(z.object({ name: opt(name), country: z.string().check(z.regex(/^[A-Z]{2}$/)) })),
  categories: list(name),
  affected: opt(z.object({ description: text, count: opt(count), names: list(name), affiliation: opt(name) })),
  actor: opt(z.object({ name, kind: z.literal(['state', 'court', 'police', 'company', 'non-state', 'unknown']) })),
  grounds: opt(text),
  state: opt(z.literal(['active', 'resolved'])),
});

const action = z.object({
  id,
  type: z.literal(['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend', 'report-correction']),
  label: opt(name),
  url: opt(linkUrl),
  contact: opt(id),
  subject: opt(name),
  text: opt(summary),
  starts: opt(date),
  ends: opt(date),
});

const kind = z.literal(['statement', 'case', 'campaign']);
const retraction = z.object({ at: date, reason: text });

export const itemExtension = z.object({
  kind,
  revision,
  change: opt(z.literal(['new', 'update', 'correction', 'retraction'])),
  dateline: opt(z.object({ place: opt(name), date })),
  media: list(z.object({ url: opt(webUrl), alt: alternative, credit: opt(name), caption: opt(text) })),
  incident: opt(incident),
  cases: list(proceeding),
  timeline: list(z.object({ id, date, text, kind: opt(name), source: opt(reference) })),
  background: list(z.object({ date: opt(date), text, url: opt(linkUrl) })),
  quotes: list(
    z.object({
      text,
      form: z.literal(['direct', 'indirect']),
      speaker: name,
      role: opt(name),
      organisation: opt(name),
      language: opt(language),
      source: opt(reference),
    }),
  ),
  retraction: opt(retraction),
  superseded_by: opt(id),
  sources: list(source),
  actions: list(action),
  provenance: list(
    z.object({
      role: z.literal(['author', 'publisher', 'distributor', 'translator', 'mirror']),
      name,
      url: opt(linkUrl),
      at: opt(date),
      alterations: opt(z.literal(['none', 'excerpted', 'translated', 'edited'])),
    }),
  ),
  corrections: list(z.object({ at: date, revision, text })),
  translations: list(z.object({ language, item_id: id, kind: z.literal(['original', 'official', 'machine']), of_revision: opt(revision) })),
});

const author = z.object({ name: opt(name), url: opt(linkUrl), avatar: opt(webUrl) });

export const itemSchema = z.object({
  id,
  url: opt(linkUrl),
  external_url: opt(linkUrl),
  title: opt(name),
  summary: opt(summary),
  content_html: opt(z.string().check(keeps(rules.longText))),
  content_text: opt(z.string().check(z.overwrite(cleanText), keeps(rules.longText))),
  image: opt(webUrl),
  banner_image: opt(webUrl),
  date_published: opt(dateText),
  date_modified: opt(dateText),
  language: opt(language),
  tags: list(name),
  author: opt(author),
  authors: list(author),
  _placard: opt(itemExtension),
});

/** The feed without its items: they are checked one by one, and only when asked for. */
export const headSchema = z.object({
  version: z.string().check(z.regex(/^https:\/\/jsonfeed\.org\/version\/1(\.\d+)?$/)),
  title: opt(name),
  home_page_url: opt(linkUrl),
  feed_url: opt(webUrl),
  description: opt(text),
  icon: opt(webUrl),
  favicon: opt(webUrl),
  author: opt(author),
  authors: list(author),
  language: opt(language),
  expired: opt(z.boolean()),
  _placard: opt(feedExtension),
});

/** What is left of an extension that cannot be read, where it withdraws: a withdrawal must not be lost to another fault. */
export const minimalRetractionSchema = z.object({
  kind: opt(kind),
  change: z.literal('retraction'),
  revision: opt(revision),
  retraction: opt(retraction),
  superseded_by: opt(id),
});

/** What names an item. */
export const itemIdSchema = z.object({ id });

export const partialDateSchema = date;

/** The published types, without Zod, are written from these (src/bundler/write-types.ts). */
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
