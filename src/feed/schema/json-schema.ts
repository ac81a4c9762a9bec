/** The format as JSON Schema (2020-12), for editors to complete from and for other validators: made from the Zod schemas. */
import * as z from 'zod/mini';
import { SHAPE } from '../values/partial-date.js';
import * as rules from './field-rules.js';
import {
  dateText,
  filled,
  headSchema,
  instant,
  itemExtension,
  itemSchema,
  link,
  name,
  next,
  onion,
  summary,
  text,
  webUrl,
} from './schema.js';

const feedSchema = z.extend(headSchema, { items: z.array(itemSchema) });

/** What one member asks of another. */
const when = (member: string, value: string, required: string) => ({
  if: { properties: { [member]: { const: value } }, required: [member] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { required: [required] },
});

/** What Zod's own translation cannot see: it keeps in code. */
const ADDED = new Map<unknown, object>([
  [filled, { minLength: 1, maxLength: rules.LONGEST_SUMMARY }],
  [text, { minLength: 1, maxLength: rules.LONGEST_TEXT }],
  [name, { minLength: 1, maxLength: rules.LONGEST_NAME }],
  [summary, { minLength: 1, maxLength: rules.LONGEST_SUMMARY }],
  [link, { format: 'uri-reference' }],
  [webUrl, { format: 'uri-reference' }],
  [onion, { format: 'uri-reference' }],
  [dateText, { pattern: SHAPE.source }],
  [instant, { pattern: SHAPE.source, minLength: '2025-07-15T10:00:00Z'.length }],
  [next, when('date_status', 'scheduled', 'date')],
  [itemExtension, when('change', 'retraction', 'retraction')],
]);

export function jsonSchema(): object {
  return {
    ...z.toJSONSchema(feedSchema, {
      io: 'input',
      reused: 'inline',
      override: ({ zodSchema, jsonSchema: schema }) => {
        Object.assign(schema, ADDED.get(zodSchema));
        // JSON Feed allows, and this format promises, unknown members.
        if (schema.type === 'array' && zodSchema !== feedSchema.shape.items) schema.maxItems = rules.MOST_ENTRIES;
        if (schema.type === 'object') delete schema.additionalProperties;
      },
    }),
    title: 'Placard campaign feed',
    description: 'JSON Feed 1.1 with the _placard extension, spec 1.',
  };
}
