/** A feed as the JSON document that people edit and sign, with the fields that the format does not know. */
import { canonicalizeJson } from '../feed/signature/canonical-json.js';
import type { Json } from '../lint/json-pointer.js';
import { PublishError } from './publish-error.js';

/** The parts that the commands change. Every other field stays as it is. */
export interface FeedDocument extends Json {
  _placard: Json;
  items: Json[];
}

export const isSigned = ({ _placard }: FeedDocument): boolean => Array.isArray(_placard.signatures) && _placard.signatures.length > 0;

/** Returns the document as text, with the indentation of `sample`. */
export function stringifyLike(document: object, sample = ''): string {
  const indent = /^[{[]\s*?\n([ \t]+)/.exec(sample)?.[1] ?? '  ';
  return `${JSON.stringify(document, null, indent)}\n`;
}

/**
 * Returns the canonical form, which is compared and signed.
 * @throws PublishError for a number out of range, and for a document that is nested too deeply
 */
export function canonicalize(value: unknown): string {
  try {
    return canonicalizeJson(value);
  } catch {
    throw new PublishError(
      'The feed has a number that is too large, or too many nested levels. Use a smaller number, or fewer levels.',
      [],
      'number',
    );
  }
}
