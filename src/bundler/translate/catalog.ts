/**
 * Reads and writes the texts of a language file without its code, for translators. A text is a literal of the file: its place in the code
 * names it, and each expression inside it is a placeholder such as `{0}`.
 */
import { parseSync } from 'oxc-parser';

export interface Text {
  /** The names around it, such as `status.pending`, and a number where a place has several texts. */
  readonly place: string;
  /** The text, with `{0}` for the first expression. */
  readonly text: string;
  /** The source of each expression. */
  readonly expressions: readonly string[];
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Parts of the code whose texts are not words: modules, types, comparisons, arguments of Intl. */
const CODE = /^(ImportDeclaration|Export(All|Named)Declaration$|TS|SwitchCase$|NewExpression$|BinaryExpression$|MemberExpression$)/;

/** Returns the texts in the order of the source. */
export function textsIn(source: string): Text[] {
  const { program, errors } = parseSync('locale.ts', source, { lang: 'ts' });
  if (errors.length) throw new Error(errors[0]!.message);
  const found: Omit<Text, 'place'>[] = [];
  const places: string[] = [];
  visit(program as unknown as Node, [], (node, names) => {
    const text = textOf(node, source);
    if (!text || !/\p{L}/u.test(text.text)) return;
    found.push({ ...text, start: node.start, end: node.end });
    places.push(names.join('.'));
  });
  return found.map((text, index) => {
    const same = places.filter((place) => place === places[index]).length;
    const number = places.slice(0, index + 1).filter((place) => place === places[index]).length;
    return { place: same > 1 ? `${places[index]}#${number}` : places[index]!, ...text };
  });
}

function textOf(node: Node, source: string): Pick<Text, 'text' | 'expressions'> | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? { text: node.value, expressions: [] } : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as { value: { cooked: string } }[];
  const expressions = (node.expressions as Node[]).map(({ start, end }) => source.slice(start, end));
  return { text: quasis.map(({ value }, index) => (index ? `{${index - 1}}` : '') + value.cooked).join(''), expressions };
}

function visit(node: Node, names: readonly string[], see: (node: Node, names: readonly string[]) => void): void {
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return visit(node.declaration as Node, names, see);
  if (CODE.test(node.type) && !/^TS(As|Satisfies)Expression$/.test(node.type)) {
    // A word can be an operand of `+`.
    if (node.type !== 'BinaryExpression' || node.operator !== '+') return;
  }
  see(node, names);
  const name = nameOf(node);
  const below = name ? [...names, name] : names;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || key === 'key' || key === 'typeAnnotation' || key === 'quasis') continue;
    // The words inside an expression of a text are texts of their own.
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, below, see);
  }
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Returns the name that a property, a variable or a function gives to the texts inside it. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'Property') return keyOf(node.key as Node);
  if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') return (node.id as { name?: string } | null)?.name;
  return undefined;
}

const keyOf = (key: Node): string => String(key.name ?? key.value);

/** Returns the placeholders of a text, sorted. */
export const placeholdersOf = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

/** Replaces texts in the source. @param changes the new text by place */
export function withTexts(source: string, changes: ReadonlyMap<string, string>): string {
  // From the end, so that the offsets before stay right. A text can contain another one in an expression: the outer one is first.
  const changed = textsIn(source).filter(({ place, text }) => changes.has(place) && changes.get(place) !== text);
  for (const { place } of changed) source = replaceOne(source, place, changes.get(place)!);
  return source;
}

function replaceOne(source: string, place: string, text: string): string {
  const { start, end, expressions } = textsIn(source).find((each) => each.place === place)!;
  return source.slice(0, start) + literalOf(text, expressions) + source.slice(end);
}

function literalOf(text: string, expressions: readonly string[]): string {
  if (!expressions.length) return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `\`${escaped.replace(/\{(\d+)\}/g, (_, index: string) => `\${${expressions[Number(index)]}}`)}\``;
}
