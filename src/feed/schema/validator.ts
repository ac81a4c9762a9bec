/**
 * What is checked of a document, by Zod. In whatever is published another module stands in its place, compiled from the same schemas
 * by the build (src/bundler/compile-validators.ts): the same values and the same issues, without Zod.
 */
import type * as z from 'zod/mini';
import { headSchema, identified, itemSchema, withdrawalSchema } from './schema.js';
import { validate, type Validation } from './validate-partial.js';

export const ROOTS = { head: headSchema, item: itemSchema, withdrawal: withdrawalSchema, identified };

export type Root = keyof typeof ROOTS;

/** `at`: the JSON Pointer of `input` in its document. */
export function check<R extends Root>(root: R, input: unknown, at?: string): Validation<z.output<(typeof ROOTS)[R]>> {
  return validate(ROOTS[root], input, at) as Validation<z.output<(typeof ROOTS)[R]>>;
}
