/**
 * Defines the format of a feed: JSON Feed 1.0/1.1 and the `_placard` extension. The types, the published JSON Schema and the
 * validators derive from it. Editors, the studio, the messages of `placard validate` and the reference show the same sentences.
 */
import * as z from 'zod/mini';
import { action } from './actions.js';
import { date, id, language, linkUrl, list, may, member, plainName, reference, revision, text, webUrl } from './basics.js';
import { contact } from './contacts.js';
import { incident } from './incident.js';
import { author, itemExtension, itemSchema, kind, retraction } from './item.js';
import { person } from './people.js';
import { nextStep, proceeding } from './proceedings.js';
import { feedExtension, publisher } from './publisher.js';

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
export { itemExtension, itemSchema } from './item.js';
export { nextStep } from './proceedings.js';

/** The feed without its items, which are validated one by one when they are read. */
export const headSchema = z.object({
  version: member(
    z.string().check(z.regex(/^https?:\/\/jsonfeed\.org\/version\/1(\.\d+)?$/)),
    'JSON Feed',
    'The address of the JSON Feed version. Feed readers recognise the file by it.',
  ),
  title: may(plainName, 'Name of the feed', 'The name of the feed, which is often the name of the publisher. Feed readers show it.'),
  home_page_url: may(linkUrl, 'Your website', 'The page that people visit to read the same statements.'),
  feed_url: may(
    webUrl,
    'Address where the feed will be',
    'The address of this file. Links resolve against it, and a signature holds only for it.',
  ),
  description: may(text, 'Description', 'A sentence about the feed, for feed readers.'),
  icon: may(webUrl, 'Large picture', 'A large square picture for feed readers.'),
  favicon: may(webUrl, 'Small picture', 'A small square picture for feed readers.'),
  author: may(author, 'Author', 'The author of the feed, as in JSON Feed 1.0. New feeds have a list of authors instead.'),
  authors: list(author, 'Authors', 'The authors of all items that name no authors of their own.'),
  language: may(language, 'Language', 'The language of all items that name no language of their own, as a BCP 47 tag.'),
  expired: may(z.boolean(), 'Closed', 'True if the feed gets no more news. Pages then ask for it once an hour.'),
  _placard: may(
    feedExtension,
    'Publication',
    'The part of the format that JSON Feed does not have. Without it, each item is a plain statement.',
  ),
});

/** The fields that remain of a retraction with an invalid extension: another fault must not hide the retraction. */
export const minimalRetractionSchema = z.object({
  kind: z.optional(kind),
  change: z.literal('retraction'),
  revision: z.optional(revision),
  retraction: z.optional(retraction),
  superseded_by: z.optional(id),
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
