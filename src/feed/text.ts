/**
 * Text that comes from a feed, made harmless as text: what a reader sees is what stands there.
 * Removed: control characters, what is no character at all (no XML may hold U+FFFF), halves of surrogate pairs
 * (`encodeURIComponent` throws on them), and the explicit direction overrides and embeddings of UAX #9, with which a telephone
 * number or a name can be made to read backwards. Kept: the plain marks (LRM, RLM, ALM) and the joiners that Arabic, Persian and
 * Indic scripts need. Runs of combining marks are cut at eight, so that none climbs out of its line.
 */
export function cleanText(text: string): string {
  return cleanRun(text).trim();
}

/** The same of a piece of a text: the spaces at its ends belong to the words around it. */
export function cleanRun(text: string): string {
  let run = 0;
  let end = 0;
  return wellFormed(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g, '')
    .replace(/\p{M}/gu, (mark, at: number) => {
      // Counted here: `\p{M}+` runs out of stack on megabytes of them, a look-behind misses those beyond the BMP in WebKit.
      run = at === end ? run + 1 : 1;
      end = at + mark.length;
      return run > 8 ? '' : mark;
    });
}

/** Whether a text shows nothing: white space, invisible characters (Hangul fillers among them), the empty Braille cell. */
export const isBlank = (text: string): boolean => !/[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** Text of which every character counts, a telephone number or an e-mail address: nothing invisible in it either. */
export function cleanCode(text: string): string {
  return cleanText(text.replace(/\p{Cf}/gu, ''));
}

/** Without halves of surrogate pairs. By code units: WebKit's `u` takes `\ud800\ufc00` for a pair. `toWellFormed` is above the floor. */
export function wellFormed(text: string): string {
  return text.replace(/([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g, '$1');
}
