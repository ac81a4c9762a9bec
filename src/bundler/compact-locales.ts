/**
 * A Vite plugin for the parts that are languages. Each has the keys of src/locales/en.ts, which the bundles hold: a part comes with
 * the values alone, in the order of the English keys, and src/i18n/expand-locale.ts puts the keys back.
 */
import { transformSync } from 'esbuild';
import type { Plugin } from 'vite';
import { en } from '../locales/en.js';

const LANGUAGE = /\/src\/locales\/(?!en\.ts$|index\.ts$|dense\.ts$)\w+\.ts$/;
const setOf = (keys: string[]) => keys.toSorted().join();

interface Shape {
  keys: string[];
  /** The English object; undefined where several have these keys. */
  like?: Record<string, unknown>;
}

/** Every object among the English sentences, by its keys sorted. */
const shapes = new Map<string, Shape>();
collect(en);

function collect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  const known = shapes.get(setOf(keys));
  if (known && known.keys.join() !== keys.join()) throw new Error(`src/locales/en.ts has two orders of the same keys: ${keys.join()}.`);
  if (keys.length) shapes.set(setOf(keys), { keys, like: known ? undefined : (value as Record<string, unknown>) });
  Object.values(value).forEach(collect);
}

export function compactLocales(): Plugin {
  return {
    name: 'compact-locales',
    transform(code, id) {
      return LANGUAGE.test(id) ? { code: dense(code, this.parse(code), id), map: null } : null;
    },
  };
}

interface Node {
  type?: string;
  start: number;
  end: number;
  properties?: Member[];
}
interface Member {
  key?: { name?: string; value?: string };
  value: Node;
  /** Of a spread. */
  argument?: Node;
}

/** `code` with an array in the place of each object that has the keys of an English one; a hole for what is the same there. */
export function dense(code: string, node: unknown, id: string): string {
  const write = (from: number, to: number, within: Node[]): string => {
    let out = '';
    let at = from;
    for (const child of within) {
      out += code.slice(at, child.start) + array(child);
      at = child.end;
    }
    return out + code.slice(at, to);
  };
  const array = ({ properties = [] }: Node): string => {
    const members = new Map(properties.map(({ key, value }) => [nameOf(key), value]));
    const text = (value: Node) => write(value.start, value.end, objects(value));
    const { keys, like } = shapeOf(properties)!;
    const spread = properties[0]?.argument;
    if (!spread) return `[${keys.map((key) => (like && isSame(text(members.get(key)!), like[key]) ? '' : text(members.get(key)!)))}]`;
    const own = [...members].slice(1).map(([key, value]) => `${keys.indexOf(key)}: ${text(value)}`);
    return `Object.assign(${text(spread)}, { ${own} })`;
  };
  const found = objects(node);
  if (!found.length) throw new Error(`${id} has no sentences.`);
  return write(0, code.length, found);
}

/** The outermost such objects in the order of the file. */
function objects(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, properties } = node as Node;
  if (type === 'ObjectExpression' && properties && shapeOf(properties)) return [node as Node];
  return Object.values(node).flatMap(objects);
}

/** What starts with a spread has the rest of its keys from there. */
function shapeOf(members: Member[]): Shape | undefined {
  const keys = members.flatMap(({ key }) => (key ? nameOf(key) : []));
  if (!members[0]?.argument) return keys.length === members.length ? shapes.get(setOf(keys)) : undefined;
  return [...shapes.values()].find((shape) => keys.every((key) => shape.keys.includes(key)));
}

const nameOf = (key: Member['key']) => (key?.name ?? key?.value)!;

/** The source of an expression, however it was laid out; the spaces in its texts stay, of which French has one before a colon. */
export const compact = (source: string): string => transformSync(`export default (${source})`, { minify: true }).code;

/** Some sentences are as in English: a name before a colon, a date before an hour. */
function isSame(source: string, value: unknown): boolean {
  const own = typeof value === 'string' ? JSON.stringify(value) : typeof value === 'function' ? String(value) : undefined;
  return own !== undefined && compact(source) === compact(own);
}
