/** Creates the JSON Schema (2020-12) of the format from the Zod schemas, for editors and other validators. */
import * as z from 'zod/mini';
import { DATE_PATTERN } from '../values/partial-date.js';
import { cleanLongText, email, localTime, longText, member, phone } from './basics.js';
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

/** Keywords that Zod cannot derive, because the rule is a function. */
const ADDED_KEYWORDS = new Map<unknown, object>([
  [nonEmptyText, { minLength: 1, maxLength: rules.MAX_SUMMARY_CHARS }],
  [text, { minLength: 1, maxLength: rules.MAX_TEXT_CHARS }],
  [name, { minLength: 1, maxLength: rules.MAX_NAME_CHARS }],
  [summary, { minLength: 1, maxLength: rules.MAX_SUMMARY_CHARS }],
  [plainName, { minLength: 1, maxLength: rules.MAX_NAME_CHARS }],
  [plainSummary, { minLength: 1, maxLength: rules.MAX_SUMMARY_CHARS }],
  [longText, { minLength: 1, maxLength: rules.MAX_STATEMENT_CHARS }],
  [cleanLongText, { minLength: 1, maxLength: rules.MAX_STATEMENT_CHARS }],
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
