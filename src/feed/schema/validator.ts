/**
 * Validates the objects of a document with Zod. The build replaces this module by one that src/bundler/compile-validators.ts compiles
 * from the same schemas: it returns the same values and issues, without Zod.
 */
import type * as z from 'zod/mini';
import { headSchema, itemIdSchema, itemSchema, minimalRetractionSchema } from './schema.js';
import { validatePartial, type Validation } from './validate-partial.js';

export const ROOT_SCHEMAS = { head: headSchema, item: itemSchema, retraction: minimalRetractionSchema, itemId: itemIdSchema };

export type RootSchema = keyof typeof ROOT_SCHEMAS;

/** @param path JSON Pointer of `input` in its document */
export function validate<R extends RootSchema>(root: R, input: unknown, path?: string): Validation<z.output<(typeof ROOT_SCHEMAS)[R]>> {
  return validatePartial(ROOT_SCHEMAS[root], input, path) as Validation<z.output<(typeof ROOT_SCHEMAS)[R]>>;
}
