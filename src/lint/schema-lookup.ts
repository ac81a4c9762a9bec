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
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  default?: unknown;
  title?: string;
  description?: string;
}

let root: SchemaNode | undefined;
const schema = (): SchemaNode => (root ??= jsonSchema() as SchemaNode);

const options = (node: SchemaNode): SchemaNode[] => (node.anyOf ? node.anyOf.flatMap(options) : [node]);

/** Returns the schemas for a JSON Pointer; an empty list if the format does not know it. */
export function schemasAt(pointer: string): SchemaNode[] {
  return parsePointer(pointer).reduce((nodes, token) => nodes.flatMap((node) => childSchemas(node, token)), options(schema()));
}

function childSchemas({ items, properties }: SchemaNode, token: string): SchemaNode[] {
  const next = items && /^\d+$/.test(token) ? items : properties && Object.hasOwn(properties, token) ? properties[token] : undefined;
  return next ? options(next) : [];
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
