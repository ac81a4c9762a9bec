/** The one way in which a feed's bytes become text: bounded, and UTF-8 or refused. */

/** Bytes after decompression. */
const LARGEST_FEED = 4 * 1024 * 1024;

/**
 * Reads UTF-8 whatever the header says (RFC 8259), without its BOM: a text with holes in it is refused, not shown. Counts while
 * it streams, since the compressed size says nothing.
 * @param fail makes the error that is thrown
 */
export async function readBody(
  { body }: Response,
  fail: (code: 'too-large' | 'not-json', cause?: unknown) => Error,
  limit = LARGEST_FEED,
): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: !!bytes });
    } catch (cause) {
      throw fail('not-json', cause);
    }
  };
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decode();
      size += value.byteLength;
      if (size > limit) throw fail('too-large');
      text += decode(value);
    }
  } finally {
    void reader.cancel().catch(() => {}); // what is left of a refused answer is not fetched
  }
}
