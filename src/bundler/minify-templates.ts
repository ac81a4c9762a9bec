/**
 * A Vite plugin that removes comments and indentation from css`` and html`` templates, which JavaScript minifiers do not change. It keeps
 * each visible space: several spaces in a line become one, and spaces beside the edge of a block disappear.
 */
import type { Plugin } from 'vite';

type Minify = (text: string) => string;
interface Piece {
  start: number;
  end: number;
  text: string;
  minified: string;
}

/** Replaces an expression during minification. A CSS string must not contain an expression. */
const EXPRESSION = '\0';

const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/.source;
const CSS_SPACE = new RegExp(`(${STRING})|(?:/\\*[^]*?\\*/|\\s)+`, 'g');
const CSS_MARK = new RegExp(`(${STRING})|;?\\s*(\\})\\s*|\\s*([{;,>])\\s*|(:)\\s`, 'g');

const css: Minify = (text) =>
  text
    .replace(CSS_SPACE, (_, string?: string) => string ?? ' ')
    .replace(CSS_MARK, (_, ...kept: (string | undefined)[]) => kept.slice(0, 4).find((part) => part !== undefined) ?? '')
    .replace(/(?<![\w.#-])0(?=\.\d)/g, '')
    .trim();

/** Block elements. Our styles do not make them inline. */
const BLOCK = 'blockquote|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|li|ol|p|section|summary|ul';
const TAG_END = `(?:${STRING}|[^'">])*>`;
const BLOCK_EDGE = new RegExp(`\\s*(</?(?:${BLOCK})(?![\\w-])${TAG_END})\\s*`, 'g');
const ANY_TAG = new RegExp(`<[\\w-]+${TAG_END}`, 'g');

const html: Minify = (text) =>
  /<(pre|textarea)\b/.test(text)
    ? text
    : text
        .replace(/<!--[^]*?-->/g, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(BLOCK_EDGE, '$1')
        .replace(ANY_TAG, (tag) => tag.replace(/\s+>$/, '>'));

const TAGS: Record<string, Minify | undefined> = { css, html, svg: html };

export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('`')) return;
      return { code: replacePieces(code, findPieces(this.parse(code))), map: null };
    },
  };
}

/** Returns the static pieces of the templates with these tags. */
function findPieces(node: unknown, found: Piece[] = []): Piece[] {
  if (typeof node !== 'object' || node === null) return found;
  const { type, tag, quasi } = node as {
    type?: string;
    tag?: { name?: string };
    quasi?: { quasis: { start: number; end: number; value: { raw: string } }[] };
  };
  const minify = type === 'TaggedTemplateExpression' ? TAGS[tag?.name ?? ''] : undefined;
  if (minify && quasi) {
    const minified = minify(quasi.quasis.map(({ value }) => value.raw).join(EXPRESSION)).split(EXPRESSION);
    for (const [index, { start, end, value }] of quasi.quasis.entries())
      found.push({ start, end, text: value.raw, minified: minified[index]! });
  }
  for (const value of Object.values(node)) findPieces(value, found);
  return found;
}

function replacePieces(code: string, found: Piece[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text, minified } of found.sort((a, b) => a.start - b.start)) {
    const at = code.indexOf(text, start); // some parsers include the delimiters in the range
    if (at < 0 || at + text.length > end) continue;
    out += code.slice(from, at) + minified;
    from = at + text.length;
  }
  return out + code.slice(from);
}
