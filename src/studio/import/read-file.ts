/** Reads what the user pastes, drops or opens as text of a case, or as entries of a feed. */
import { unzipSync, zipSync } from 'fflate';
import { readHtml, readText, type ReadText } from './blocks.js';
import { decodeText } from './decode-text.js';
import { feedEntries, type FeedEntry } from './feed-entries.js';

export type Imported = { readonly text: ReadText } | { readonly entries: readonly FeedEntry[] };

const isEmpty = ({ blocks }: ReadText): boolean => !blocks.length;

/**
 * @param legacy the encoding of a text that is not UTF-8
 * @returns undefined for a file without text; `binary` for one of a kind that the app cannot read
 */
export async function importFile(file: File, legacy: string): Promise<Imported | 'binary' | undefined> {
  if (/\.docx$/i.test(file.name)) return found(await readDocx(file));
  const text = decodeText(new Uint8Array(await file.arrayBuffer()), legacy);
  return text === undefined ? 'binary' : importText(text, /\.html?$/i.test(file.name) || undefined);
}

export function importText(text: string, isHtml = /^\s*<(!doctype|html|[a-z]+[\s>])/i.test(text)): Imported | undefined {
  const entries = feedEntries(text);
  if (entries) return entries.length === 1 ? { text: entries[0]!.text } : { entries };
  return found(isHtml ? readHtml(text) : readText(text));
}

/** The HTML of a clipboard has headings and links; the text of a plain editor is better than its generated HTML. */
export function importClipboard(data: DataTransfer): Imported | undefined {
  const html = data.getData('text/html');
  const fromHtml = html ? readHtml(html) : undefined;
  if (fromHtml && fromHtml.blocks.length > 1) return { text: fromHtml };
  return importText(data.getData('text/plain'));
}

const found = (text: ReadText): Imported | undefined => (isEmpty(text) ? undefined : { text });

/** Bytes of a Word file, and of its texts after decompression: two kilobytes can become gigabytes. */
const MAX_DOCX_BYTES = 64 * 1024 * 1024;
const MAX_DOCX_TEXT_BYTES = 16 * 1024 * 1024;

/** Word's own styles become headings and lists. Pictures are left out: a feed names addresses. */
async function readDocx(file: File): Promise<ReadText> {
  const { default: mammoth } = await import('mammoth');
  try {
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    };
    return readHtml((await mammoth.convertToHtml({ arrayBuffer: await docxTexts(file) }, options)).value);
  } catch {
    return { blocks: [] };
  }
}

/** Returns the file without its pictures and without compression, so that no library opens more than the limit. */
async function docxTexts(file: File): Promise<ArrayBuffer> {
  if (file.size > MAX_DOCX_BYTES) throw new RangeError();
  let size = 0;
  const texts = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter: ({ name, originalSize }) => {
      const isText = /\.(xml|rels)$/i.test(name);
      if (isText && (size += originalSize) > MAX_DOCX_TEXT_BYTES) throw new RangeError();
      return isText;
    },
  });
  return zipSync(texts, { level: 0 }).buffer as ArrayBuffer;
}
