/** Reads the body of a feed: UTF-8 alone, with a maximum size. */

/** Bytes after decompression. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Returns the text without its BOM. It decodes UTF-8 whatever the header says (RFC 8259), and rejects invalid bytes. It counts the
 * bytes while they arrive, because `Content-Length` is the compressed size.
 * @param fail returns the error to throw: a text above the limit, or one that is not UTF-8
 */
export async function readBody(
  { body }: Response,
  fail: (isTooLarge: boolean, cause?: unknown) => Error,
  limit = MAX_BYTES,
): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: !!bytes });
    } catch (cause) {
      throw fail(false, cause);
    }
  };
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decode();
      size += value.byteLength;
      if (size > limit) throw fail(true);
      text += decode(value);
    }
  } finally {
    void reader.cancel().catch(() => {}); // does not download the rest of a rejected response
  }
}
