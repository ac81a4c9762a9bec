/**
 * JSON Canonicalization Scheme (RFC 8785): the exact bytes that are signed, and the way to tell whether two items say the same.
 * Members sorted by UTF-16 code units, no white space; numbers and strings as ECMAScript writes them, which is what the RFC asks for.
 * Takes what JSON.parse returns. A lone half of a surrogate pair, which the RFC refuses, stays escaped.
 * @throws RangeError for a number beyond the range of doubles ("1e400"), and for nesting deeper than the engine's stack
 */
export function canonicalizeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalizeJson).join()}]`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not finite');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalizeJson(member)}`).join()}}`;
}
