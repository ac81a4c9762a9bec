/** Creates the JSON Schema (2020-12) of the format from the Zod schemas, for editors and other validators. */
import * as z from 'zod/mini';
import { DATE_PATTERN } from '../values/partial-date.js';
import { altText, cleanLongText, email, localTime, longHtml, member, phone, verbatim } from './basics.js';
import * as rules from './field-rules.js';
import {
  dateText,
  nonEmptyText,
  headSchema,
  timestamp,
  itemExtension,
  itemSchema,
  linkUrl,
  name,
  nextStep,
  onion,
  plainName,
  plainSummary,
  summary,
  text,
  webUrl,
} from './schema.js';

const items = member(z.array(itemSchema), 'Cases', 'The statements, cases and campaigns.');
const feedSchema = z.extend(headSchema, { items });

/** Requires a field if another field has a value. */
const when = (field: string, value: string, required: string) => ({
  if: { properties: { [field]: { const: value } }, required: [field] },
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is a keyword of JSON Schema
  then: { required: [required] },
});

/**
 * A text for readers. Its media type marks it: what a correction may change and a translator writes again. A text without the mark is an
 * id, a code, a date, or an address.
 */
const words = (maxLength: number, contentMediaType = 'text/plain') => ({ minLength: 1, maxLength, contentMediaType });

/** Keywords that Zod cannot derive, because the rule is a function. */
const ADDED_KEYWORDS = new Map<unknown, object>([
  [nonEmptyText, { minLength: 1, maxLength: rules.MAX_SUMMARY_CHARS }],
  [verbatim, { minLength: 1, maxLength: rules.MAX_NAME_CHARS }],
  [text, words(rules.MAX_TEXT_CHARS)],
  [name, words(rules.MAX_NAME_CHARS)],
  [summary, words(rules.MAX_SUMMARY_CHARS)],
  [plainName, words(rules.MAX_NAME_CHARS)],
  [plainSummary, words(rules.MAX_SUMMARY_CHARS)],
  [cleanLongText, words(rules.MAX_STATEMENT_CHARS)],
  [longHtml, words(rules.MAX_STATEMENT_CHARS, 'text/html')],
  [altText, { contentMediaType: 'text/plain' }],
  [linkUrl, { format: 'uri-reference', minLength: 1 }],
  [webUrl, { format: 'uri-reference', minLength: 1 }],
  [onion, { format: 'uri-reference', minLength: 1 }],
  [phone, { minLength: 1 }],
  [email, { minLength: 1 }],
  [localTime, { minLength: 1 }],
  [dateText, { pattern: DATE_PATTERN.source }],
  [timestamp, { pattern: DATE_PATTERN.source, minLength: '2025-07-15T10:00:00Z'.length }],
  [nextStep, when('date_status', 'scheduled', 'date')],
  [itemExtension, when('change', 'retraction', 'retraction')],
]);

export function jsonSchema(): object {
  return {
    ...z.toJSONSchema(feedSchema, {
      io: 'input',
      reused: 'inline',
      override: ({ zodSchema, jsonSchema: schema }) => {
        // A member with a title is a copy of its schema, which is its parent.
        Object.assign(schema, ADDED_KEYWORDS.get(zodSchema) ?? ADDED_KEYWORDS.get(zodSchema._zod.parent));
        // The format allows unknown fields, as JSON Feed does.
        if (schema.type === 'array' && zodSchema !== items) schema.maxItems = rules.MAX_ENTRIES;
        if (schema.type === 'object') delete schema.additionalProperties;
      },
    }),
    title: 'Placard campaign feed',
    description: 'JSON Feed 1.1 with the _placard extension, spec 1.',
  };
}
