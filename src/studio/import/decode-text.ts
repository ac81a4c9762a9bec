/** Decodes the bytes of a file that the user opens: programs still write other encodings than UTF-8. */

/** Browsers look for the encoding of a page in so many bytes. */
const HEAD_BYTES = 1024;

/**
 * Returns the text in its own encoding: that of its byte order mark, the one that a page or an XML document declares, UTF-8, or `legacy`.
 * A declared encoding that does not fit the bytes is skipped.
 * @param legacy the usual encoding of old files; one of a single byte, which fits all bytes
 * @returns undefined for bytes that are not text
 */
export function decodeText(bytes: Uint8Array, legacy: string): string | undefined {
  const labels = [markOf(bytes), declaredIn(bytes), 'utf-8', legacy].flatMap((label) => label ?? []);
  for (const label of labels) {
    const text = decode(bytes, label);
    if (text !== undefined) return isBinary(text) ? undefined : text;
  }
  return undefined;
}

/** Returns a feed's text, without its byte order mark; undefined if it is not UTF-8, which is the only encoding of a feed. */
export const decodeFeed = (bytes: Uint8Array): string | undefined => decode(bytes, 'utf-8');

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // an unknown label, or bytes of another encoding
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const label = /(?:<meta\b[^<>]*?[\s;"']charset=|^<\?xml\s[^<>]*?\sencoding=)["']?([\w:.-]+)/i.exec(head)?.[1];
  return /^utf-?16/i.test(label ?? '') ? undefined : label; // a declaration in UTF-16 could not be read here
}

/** A PDF and a Rich Text file may have text alone, but not that of their author. */
const isBinary = (text: string): boolean => text.includes('\0') || /^(%PDF-|\{\\rtf)/.test(text);
