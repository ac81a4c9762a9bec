/**
 * A Vite plugin for the language chunks. Each language has the keys of src/locales/en.ts, which the bundles contain. So a chunk contains
 * only the values in the order of the English keys, and src/i18n/expand-locale.ts restores the keys.
 */
import { transformSync } from 'esbuild';
import type { Plugin } from 'vite';
import { en } from '../locales/en.js';

const LANGUAGE = /\/src\/locales\/(?!en\.ts$|index\.ts$|dense\.ts$)\w+\.ts$/;
const setOf = (keys: string[]) => keys.toSorted().join();

interface Shape {
  keys: string[];
  /** The English object; undefined if several objects have these keys. */
  sample?: Record<string, unknown>;
}

/** Every object of the English locale, by its sorted keys. */
const shapes = new Map<string, Shape>();
collect(en);

function collect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  const known = shapes.get(setOf(keys));
  if (known && known.keys.join() !== keys.join())
    throw new Error(`src/locales/en.ts has the same keys in two orders: ${keys.join()}. Use one order.`);
  if (keys.length) shapes.set(setOf(keys), { keys, sample: known ? undefined : (value as Record<string, unknown>) });
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
  /** The object of a spread element. */
  argument?: Node;
}

/** Returns `code` with an array instead of each object that has English keys. A value that equals the English one becomes a hole. */
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
    const { keys, sample } = shapeOf(properties)!;
    const spread = properties[0]?.argument;
    if (!spread) return `[${keys.map((key) => (sample && isSame(text(members.get(key)!), sample[key]) ? '' : text(members.get(key)!)))}]`;
    const overrides = [...members].slice(1).map(([key, value]) => `${keys.indexOf(key)}: ${text(value)}`);
    return `Object.assign(${text(spread)}, { ${overrides} })`;
  };
  const found = objects(node);
  if (!found.length) throw new Error(`${id} has no sentences.`);
  return write(0, code.length, found);
}

/** Returns the outermost objects with English keys, in the order of the file. */
function objects(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, properties } = node as Node;
  if (type === 'ObjectExpression' && properties && shapeOf(properties)) return [node as Node];
  return Object.values(node).flatMap(objects);
}

/** Returns the shape of an object. A spread at the start provides the keys that are not written. */
function shapeOf(members: Member[]): Shape | undefined {
  const keys = members.flatMap(({ key }) => (key ? nameOf(key) : []));
  if (!members[0]?.argument) return keys.length === members.length ? shapes.get(setOf(keys)) : undefined;
  return [...shapes.values()].find((shape) => keys.every((key) => shape.keys.includes(key)));
}

const nameOf = (key: Member['key']) => (key?.name ?? key?.value)!;

/** Returns the source of an expression without layout. Spaces inside texts stay: French has one before a colon. */
export const compact = (source: string): string => transformSync(`export default (${source})`, { minify: true }).code;

/** Some sentences equal the English ones: a name before a colon, a date before a time. */
function isSame(source: string, value: unknown): boolean {
  const english = typeof value === 'string' ? JSON.stringify(value) : typeof value === 'function' ? String(value) : undefined;
  return english !== undefined && compact(source) === compact(english);
}
