/**
 * What is checked of a document, by Zod. In whatever is published another module stands in its place, compiled from the same schemas
 * by the build (src/bundler/compile-validators.ts): the same values and the same issues, without Zod.
 */
import type * as z from 'zod/mini';
import { headSchema, itemIdSchema, itemSchema, minimalRetractionSchema } from './schema.js';
import { validatePartial, type Validation } from './validate-partial.js';

export const ROOT_SCHEMAS = { head: headSchema, item: itemSchema, retraction: minimalRetractionSchema, itemId: itemIdSchema };

export type RootSchema = keyof typeof ROOT_SCHEMAS;

/** `at`: the JSON Pointer of `input` in its document. */
export function validate<R extends RootSchema>(root: R, input: unknown, at?: string): Validation<z.output<(typeof ROOT_SCHEMAS)[R]>> {
  return validatePartial(ROOT_SCHEMAS[root], input, at) as Validation<z.output<(typeof ROOT_SCHEMAS)[R]>>;
}
