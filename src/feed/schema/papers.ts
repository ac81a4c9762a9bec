/** The schemas of documents, of attachments, and of interventions with their replies. */
import * as z from 'zod/mini';
import { date, id, language, linkUrl, list, may, member, name, nonNegativeInt, text, verbatim, webUrl } from './basics.js';

export const documents = list(
  z.object({
    title: member(name, 'Title', 'The title of the document.'),
    url: member(webUrl, 'Address', 'The address of the file or page.'),
    type: may(verbatim, 'Type', 'The media type, such as "application/pdf".'),
    size: may(nonNegativeInt, 'Size', 'The size in bytes.'),
    language: may(language, 'Language', 'The language of the document.'),
    date: may(date, 'Date', 'The date of the document.'),
    kind: may(z.literal(['ruling', 'complaint', 'opinion', 'letter', 'report', 'other']), 'Kind', 'The kind of the document.'),
  }),
  'Documents',
  'Rulings, complaints, letters and reports to read.',
);

const reply = z.object({
  state: member(z.literal(['none', 'received', 'refused']), 'State', 'Whether there is a reply.'),
  date: may(date, 'Date', 'The day of the reply.'),
  text: may(text, 'Text', 'The reply word for word.'),
  url: may(linkUrl, 'Address', 'The page of the reply.'),
  as_of: may(date, 'As of', 'The last day on which this was known.'),
});

export const interventions = list(
  z.object({
    id: member(id, 'Id', 'The name of the intervention, so that a translation can refer to it.'),
    kind: member(
      z.literal(['letter', 'urgent-appeal', 'question', 'alert', 'opinion', 'complaint', 'other']),
      'Kind',
      'The kind of the intervention.',
    ),
    by: may(name, 'By', 'Who intervened.'),
    to: may(name, 'To', 'Who was asked.'),
    date: member(date, 'Date', 'The day of the intervention.'),
    text: may(text, 'Text', 'The question or the demand.'),
    url: may(linkUrl, 'Address', 'The page of the intervention.'),
    reply: may(reply, 'Reply', 'The answer, or that it is missing.'),
  }),
  'Interventions',
  'Letters, appeals and questions, each with its reply.',
);

/** https://www.jsonfeed.org/version/1.1/#attachments */
export const attachment = z.object({
  url: member(webUrl, 'Address', 'The address of the file.'),
  mime_type: member(verbatim, 'Media type', 'The media type of the file.'),
  title: may(name, 'Title', 'The title of the file, for readers.'),
  size_in_bytes: may(nonNegativeInt, 'Size', 'The size of the file, in bytes.'),
  duration_in_seconds: may(z.number(), 'Duration', 'The length of a recording, in seconds.'),
});
