/**
 * A Vite plugin that takes comments and indentation out of css`` and html`` templates, which no JavaScript minifier may touch. It works on
 * each fixed piece by itself, so expressions may stand anywhere, and leaves every space that could be seen: a line break with its
 * indentation becomes one space.
 */
import type { Plugin } from 'vite';

type Minify = (text: string) => string;
interface Piece {
  start: number;
  end: number;
  text: string;
  minify: Minify;
}

/** Strings are kept as they are; a string in CSS must not hold an expression. */
const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/.source;
const CSS_SPACE = new RegExp(`(${STRING})|/\\*[^]*?\\*/|\\s+`, 'g');
const CSS_MARK = new RegExp(`(${STRING})|;?\\s*(\\})\\s*|\\s*([{;,])\\s*|(:)\\s`, 'g');

const css: Minify = (text) =>
  text
    .replace(CSS_SPACE, (_, string?: string) => string ?? ' ')
    .replace(CSS_MARK, (_, ...kept: (string | undefined)[]) => kept.slice(0, 4).find((part) => part !== undefined) ?? '');

const html: Minify = (text) => (/<(pre|textarea)\b/.test(text) ? text : text.replace(/<!--[^]*?-->/g, '').replace(/\s*\n\s*/g, ' '));

const TAGS: Record<string, Minify | undefined> = { css, html, svg: html };

export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('`')) return;
      return { code: edited(code, pieces(this.parse(code))), map: null };
    },
  };
}

/** Every fixed piece of the templates that have one of the tags. */
function pieces(node: unknown, found: Piece[] = []): Piece[] {
  if (typeof node !== 'object' || node === null) return found;
  const { type, tag, quasi } = node as {
    type?: string;
    tag?: { name?: string };
    quasi?: { quasis: { start: number; end: number; value: { raw: string } }[] };
  };
  const minify = type === 'TaggedTemplateExpression' ? TAGS[tag?.name ?? ''] : undefined;
  if (minify) for (const { start, end, value } of quasi?.quasis ?? []) found.push({ start, end, text: value.raw, minify });
  for (const value of Object.values(node)) pieces(value, found);
  return found;
}

function edited(code: string, found: Piece[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text, minify } of found.sort((a, b) => a.start - b.start)) {
    const at = code.indexOf(text, start); // parsers differ in whether the range holds the delimiters
    if (at < 0 || at + text.length > end) continue;
    out += code.slice(from, at) + minify(text);
    from = at + text.length;
  }
  return out + code.slice(from);
}
