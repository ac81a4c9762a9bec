/** Looks up what the format allows at a place of a feed, in the JSON Schema that the parser's schemas create. */
import { jsonSchema } from '../feed/schema/json-schema.js';
import { parentOf, parsePointer } from './json-pointer.js';

export interface SchemaNode {
  type?: string;
  enum?: (string | number)[];
  const?: string | number;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  required?: string[];
  anyOf?: SchemaNode[];
  format?: string;
  pattern?: string;
  contentMediaType?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  default?: unknown;
  title?: string;
  description?: string;
}

let root: SchemaNode | undefined;
const schema = (): SchemaNode => (root ??= jsonSchema() as SchemaNode);

/** Returns the types that a value may have, each with the words of the member. */
function options(node: SchemaNode): SchemaNode[] {
  const { title, description } = node;
  return node.anyOf ? node.anyOf.flatMap(options).map((option) => ({ ...option, title, description })) : [node];
}

/** Places that are remembered. A feed can have any number of unknown members. */
const MAX_KNOWN_PLACES = 2_000;
const known = new Map<string, SchemaNode[]>();

/** Returns the schemas for a JSON Pointer; an empty list if the format does not know it. Remembers them, since all items have the same places. */
export function schemasAt(pointer: string): SchemaNode[] {
  const place = pointer.replace(/\/\d+(?=\/|$)/g, '/0');
  const found =
    known.get(place) ?? parsePointer(place).reduce((nodes, token) => nodes.flatMap((node) => childSchemas(node, token)), options(schema()));
  if (known.size < MAX_KNOWN_PLACES) known.set(place, found);
  return found;
}

function childSchemas({ items, properties }: SchemaNode, token: string): SchemaNode[] {
  const next = items && /^\d+$/.test(token) ? items : properties && Object.hasOwn(properties, token) ? properties[token] : undefined;
  return next ? options(next) : [];
}

/** The places of addresses: `address`, or the places below each member, with `*` for the entries of a list. */
export type Addresses = 'address' | { readonly [member: string]: Addresses };

const addresses = new Map<string, Addresses>();

/** Returns where an object of the format has addresses. */
export function addressesIn(pointer: string): Addresses {
  const found = addresses.get(pointer) ?? addressesBelow(schemasAt(pointer)) ?? {};
  addresses.set(pointer, found);
  return found;
}

function addressesBelow(nodes: readonly SchemaNode[]): Addresses | undefined {
  if (nodes.some(({ format }) => format === 'uri-reference')) return 'address';
  const entries = nodes.flatMap(({ items }) => (items ? options(items) : []));
  const names = new Set(nodes.flatMap(({ properties = {} }) => Object.keys(properties)));
  const below = [
    ...(entries.length ? [['*', addressesBelow(entries)] as const] : []),
    ...[...names].map((name) => [name, addressesBelow(nodes.flatMap((node) => childSchemas(node, name)))] as const),
  ].filter((entry): entry is [string, Addresses] => entry[1] !== undefined);
  return below.length ? Object.fromEntries(below) : undefined;
}

/** Returns the pattern of a pointer: the place in the format, such as `/items/*` for `/items/0`. */
export function toPattern(pointer: string): string {
  let pattern = '';
  let path = '';
  for (const token of parsePointer(pointer)) {
    const list = schemasAt(path).some(({ items }) => items);
    pattern += list && /^\d+$/.test(token) ? '/*' : `/${token}`;
    path += `/${token}`;
  }
  return pattern;
}

/** Returns the allowed values; an empty list if any value is allowed. */
export function enumValuesAt(pointer: string): (string | number)[] {
  return schemasAt(pointer).flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
}

/** Returns the names of an object's fields; an empty list for any other value. */
export function fieldNamesAt(pointer: string): string[] {
  return schemasAt(pointer).flatMap(({ properties = {} }) => Object.keys(properties));
}

const lastToken = (pointer: string): string => parsePointer(pointer).at(-1) ?? '';

function isRequired(pointer: string): boolean {
  return schemasAt(parentOf(pointer)).some(({ required = [] }) => required.includes(lastToken(pointer)));
}

/**
 * Returns the pointer of what the parser drops for an issue: the value if it is optional or an entry of a list, else its owner.
 * @param missing true if the value is missing, so that its owner is dropped
 */
export function droppedWith(pointer: string, missing: boolean): string {
  let dropped = missing ? parentOf(pointer) : pointer;
  // An invalid value drops its owner even if it has a default: "by April" is not "April".
  while (dropped && (isRequired(dropped) || schemasAt(dropped).some((node) => node.default !== undefined))) dropped = parentOf(dropped);
  return dropped;
}

export const isArrayItem = (pointer: string): boolean => schemasAt(parentOf(pointer)).some(({ items }) => items) && /\/\d+$/.test(pointer);
