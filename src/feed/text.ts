/**
 * Text that comes from a feed, made harmless as text: what a reader sees is what stands there.
 * Removed: control characters, halves of surrogate pairs (`encodeURIComponent` throws on them), and the explicit direction
 * overrides and embeddings of UAX #9, with which a telephone number or a name can be made to read backwards. Kept: the plain
 * marks (LRM, RLM, ALM) and the joiners that Arabic, Persian and Indic scripts need. Runs of combining marks are cut at eight,
 * so that none climbs out of its line.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/(?<=\p{M}{8})\p{M}/gu, '')
    .trim();
}

/** Text of which every character counts, a telephone number or an e-mail address: nothing invisible in it either. */
export function cleanCode(text: string): string {
  return cleanText(text.replace(/\p{Cf}/gu, ''));
}
