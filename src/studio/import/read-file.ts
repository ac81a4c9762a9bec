/** Reads what the user pastes, drops or opens as text of a case, or as entries of a feed. */
import { readHtml, readText, type ReadText } from './blocks.js';
import { feedEntries, type FeedEntry } from './feed-entries.js';

export type Imported = { readonly text: ReadText } | { readonly entries: readonly FeedEntry[] };

const isEmpty = ({ blocks }: ReadText): boolean => !blocks.length;

/** @returns undefined for a file without text */
export async function importFile(file: File): Promise<Imported | undefined> {
  if (/\.docx$/i.test(file.name)) return found(await readDocx(await file.arrayBuffer()));
  return importText(await file.text(), /\.html?$/i.test(file.name));
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

/** Word's own styles become headings and lists. Pictures are left out: a feed names addresses. */
async function readDocx(arrayBuffer: ArrayBuffer): Promise<ReadText> {
  const { default: mammoth } = await import('mammoth');
  try {
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    };
    return readHtml((await mammoth.convertToHtml({ arrayBuffer }, options)).value);
  } catch {
    return { blocks: [] };
  }
}
