/**
 * Returns the canonical form of a value from JSON.parse (JSON Canonicalization Scheme, RFC 8785). Signatures cover these bytes, and
 * equal content has equal bytes. Members are sorted by UTF-16 code units, without white space; ECMAScript writes numbers and
 * strings as the RFC requires. A lone surrogate, which the RFC rejects, stays escaped.
 * @throws RangeError for a number beyond the range of doubles ("1e400"), and for nesting deeper than the engine's stack
 */
export function canonicalizeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalizeJson).join()}]`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not finite');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalizeJson(member)}`).join()}}`;
}
