/**
 * Defines the format of a feed: JSON Feed 1.0/1.1 and the `_placard` extension. The types, the published JSON Schema and the
 * validators derive from it.
 */
import * as z from 'zod/mini';
import { action } from './actions.js';
import {
  altText,
  date,
  dateText,
  id,
  language,
  linkUrl,
  may,
  name,
  nonNegativeInt,
  optional,
  optionalArray,
  plainName,
  plainSummary,
  reference,
  revision,
  source,
  summary,
  text,
  applyRule,
  timestamp,
  webUrl,
} from './basics.js';
import { contact, contacts } from './contacts.js';
import * as rules from './field-rules.js';
import { incident } from './incident.js';
import { attachment, documents, interventions } from './papers.js';
import { person, persons, signatories } from './people.js';
import { nextStep, proceeding } from './proceedings.js';
import { cleanText } from '../values/clean-text.js';

export {
  dateText,
  linkUrl,
  name,
  nonEmptyText,
  onion,
  plainName,
  plainSummary,
  ruleByCheck,
  summary,
  text,
  timestamp,
  webUrl,
} from './basics.js';
export { nextStep } from './proceedings.js';

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
  contacts,
  persons,
  signatories,
  signatories_count: may(nonNegativeInt, 'Number of signatories', 'How many signed, if the list does not name all.'),
  interventions,
  documents,
  content_warning: may(
    text,
    'Content warning',
    'A sentence in front of pictures and text that can distress; the card folds them behind it.',
  ),
  draft: may(z.boolean(), 'Draft', 'True for an item that is not published: no page shows it.'),
  publish_at: may(timestamp, 'Publish at', 'The moment before which the item is a draft.'),
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

const author = z.object({ name: optional(plainName), url: optional(linkUrl), avatar: optional(webUrl) });

export const itemSchema = z.object({
  id,
  url: optional(linkUrl),
  external_url: optional(linkUrl),
  title: optional(plainName),
  summary: optional(plainSummary),
  content_html: optional(z.string().check(applyRule(rules.longText))),
  content_text: optional(z.string().check(z.overwrite(cleanText), applyRule(rules.longText))),
  image: optional(webUrl),
  banner_image: optional(webUrl),
  date_published: optional(dateText),
  date_modified: optional(dateText),
  language: optional(language),
  tags: optionalArray(name),
  attachments: optionalArray(attachment),
  author: optional(author),
  authors: optionalArray(author),
  _placard: optional(itemExtension),
});

/** The feed without its items, which are validated one by one when they are read. */
export const headSchema = z.object({
  version: z.string().check(z.regex(/^https?:\/\/jsonfeed\.org\/version\/1(\.\d+)?$/)),
  title: optional(plainName),
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
  Person: person,
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
export type Person = z.infer<typeof person>;
export type Action = z.infer<typeof action>;
export type Reference = z.infer<typeof reference>;
