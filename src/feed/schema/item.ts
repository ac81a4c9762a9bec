/** The schemas of an item and of its extension. */
import * as z from 'zod/mini';
import { action } from './actions.js';
import {
  altText,
  cleanLongText,
  date,
  dateText,
  id,
  language,
  linkUrl,
  list,
  longHtml,
  may,
  member,
  name,
  nonNegativeInt,
  plainName,
  plainSummary,
  reference,
  revision,
  source,
  text,
  timestamp,
  verbatim,
  webUrl,
} from './basics.js';
import { contacts } from './contacts.js';
import { incident } from './incident.js';
import { attachment, documents, interventions } from './papers.js';
import { persons, signatories } from './people.js';
import { proceeding } from './proceedings.js';

const medium = z.object({
  url: may(webUrl, 'Address', 'The address of the picture. Leave it out to name a credit alone.'),
  alt: member(
    altText,
    'Description for blind readers',
    'The description of the picture for readers who do not see it. An empty text marks a decoration.',
  ),
  credit: may(name, 'Credit', 'The person or agency that made the picture.'),
  caption: may(text, 'Caption', 'The line below the picture.'),
});

const timelineEntry = z.object({
  id: member(id, 'Id', 'The name of the entry, so that a translation can refer to it.'),
  date: member(date, 'Date', 'The date of the entry.'),
  text: member(text, 'Text', 'The event, in a sentence.'),
  kind: may(verbatim, 'Kind', 'The kind of the entry, in one word of your own. Readers do not see it.'),
  source: may(reference, 'Source', 'The source of the entry.'),
});

const earlierEvent = z.object({
  date: may(date, 'Date', 'The date of the earlier event.'),
  text: member(text, 'Text', 'The earlier event, in a sentence or two.'),
  url: may(linkUrl, 'Address', 'A page about the earlier event.'),
});

const quote = z.object({
  text: member(text, 'Text', 'The words, without quotation marks.'),
  form: member(z.literal(['direct', 'indirect']), 'Form', 'Direct words get quotation marks, indirect ones do not.'),
  speaker: member(name, 'Speaker', 'The person or authority that said it.'),
  role: may(name, 'Role', 'The office of the speaker.'),
  organisation: may(name, 'Organisation', 'The organisation of the speaker.'),
  language: may(language, 'Language', 'The language of the words, if it is not the one of the item.'),
  source: may(reference, 'Source', 'The source of the words.'),
});

const provenanceStep = z.object({
  role: member(z.literal(['author', 'publisher', 'distributor', 'translator', 'mirror']), 'Role', 'The part that this one had, as a code.'),
  name: member(name, 'Name', 'The name of the person or organisation.'),
  url: may(linkUrl, 'Address', 'The page of this version.'),
  at: may(date, 'Date', 'The day on which this one published or changed the text.'),
  alterations: may(z.literal(['none', 'excerpted', 'translated', 'edited']), 'Alterations', 'The kind of change to the text.'),
});

const correction = z.object({
  at: member(date, 'Date', 'The day of the correction.'),
  revision: member(revision, 'Revision', 'The revision that contains the correction.'),
  text: member(text, 'Correction', 'The mistake and the correction, for readers.'),
});

const translation = z.object({
  language: member(language, 'Language', 'The language of the other version.'),
  item_id: member(id, 'The other version', 'The id of the other version.'),
  kind: member(
    z.literal(['original', 'official', 'machine']),
    'Kind',
    'Whether it is the original, an official translation, or one by a machine.',
  ),
  of_revision: may(revision, 'Translated revision', 'The revision of the original that was translated. The card marks an older one.'),
});

export const kind = z.literal(['statement', 'case', 'campaign']);

export const retraction = z.object({
  at: member(date, 'Date', 'The day of the withdrawal.'),
  reason: member(text, 'Reason', 'The reason, for readers. It is the only sentence that remains.'),
});

export const itemExtension = z.object({
  kind: member(kind, 'Kind', 'A statement says something, a case follows events, and a campaign asks readers to act.'),
  revision: member(revision, 'Revision', 'The version of this item. Raise it each time the item changes.'),
  change: may(
    z.literal(['new', 'update', 'correction', 'retraction']),
    'Last change',
    'The kind of the last change. A retraction withdraws the item on every page that shows it.',
  ),
  dateline: may(
    z.object({
      place: may(name, 'Place', 'The place that is named before the statement.'),
      date: member(date, 'Date', 'The day of the statement.'),
    }),
    'Place and date of the statement',
    'Where and when the statement was made.',
  ),
  media: list(medium, 'Pictures', 'Pictures, each with a description. The card shows the first one.'),
  incident: may(incident, 'What happened', 'The event itself: what, when, where, and the people involved.'),
  cases: list(proceeding, 'Proceedings', 'The proceedings before courts and other bodies. Each has a status of its own.'),
  timeline: list(timelineEntry, 'Timeline', 'The events in order. Each has a date that is only as precise as you know it.'),
  background: list(earlierEvent, 'Background', 'Earlier events that a reader needs to understand this one.'),
  quotes: list(quote, 'Quotes', 'The words of people and authorities, direct or reported.'),
  retraction: may(retraction, 'Withdrawal', 'The withdrawal of the item. It is required if the change is a retraction.'),
  superseded_by: may(id, 'Replaced by', 'The id of the item that replaces this one. The card links to it.'),
  sources: list(source, 'Sources', 'The sources of the item.'),
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
  actions: list(action, 'Ways to help', 'The ways in which readers can help. The first one is the button of the card.'),
  provenance: list(provenanceStep, 'Provenance', 'The way of the text: its author, its publisher, and each one that changed it.'),
  corrections: list(correction, 'Corrections', 'The corrections of this item, oldest first. Never remove one.'),
  translations: list(translation, 'Translations', 'The other language versions of this item in the same feed.'),
});

export const author = z.object({
  name: may(plainName, 'Name', 'The name of the author.'),
  url: may(linkUrl, 'Address', 'The page of the author.'),
  avatar: may(webUrl, 'Picture', 'A square picture of the author, for feed readers.'),
});

export const itemSchema = z.object({
  id: member(id, 'Id', 'The name of the item, which never changes. Snippets on other sites contain it.'),
  url: may(
    linkUrl,
    'Page of this case on your website',
    'The page of this item on your website. The headline and the sections link to it.',
  ),
  external_url: may(linkUrl, 'Page about it elsewhere', 'A page about the same matter on another website.'),
  title: may(plainName, 'Headline', 'One sentence that says what happened, and to which people.'),
  summary: may(plainSummary, 'Summary', 'Who, what, when and where, in two or three sentences. Readers see it before they open a section.'),
  content_html: may(longHtml, 'Full statement', 'The full statement as HTML. Everything that is unsafe is removed.'),
  content_text: may(cleanLongText, 'Full statement', 'The full statement as plain text, with empty lines between paragraphs.'),
  image: may(webUrl, 'Picture for previews', 'The picture of the item, for the card and for link previews.'),
  banner_image: may(webUrl, 'Wide picture', 'A wide picture, for feed readers.'),
  date_published: may(dateText, 'Published', 'The moment of the first publication. An item with a later date is a draft.'),
  date_modified: may(dateText, 'Changed', 'The moment of the last change.'),
  language: may(language, 'Language', 'The language of the item, as a BCP 47 tag.'),
  tags: list(verbatim, 'Topics', 'Topics, by which readers can filter the list of a site.'),
  attachments: list(attachment, 'Files', 'Files that belong to the item, as in JSON Feed.'),
  author: may(author, 'Author', 'The author of this item, as in JSON Feed 1.0. New feeds have a list of authors instead.'),
  authors: list(author, 'Authors', 'The authors of this item.'),
  _placard: may(itemExtension, 'Case', 'The facts of the item: its kind, its status, its dates, and what readers can do.'),
});
