/** What the format allows at one place of a feed, asked of the JSON Schema that is made from the schemas which check it: nothing of it is written down here. */
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
}

let root: SchemaNode | undefined;
const schema = (): SchemaNode => (root ??= jsonSchema() as SchemaNode);

const options = (node: SchemaNode): SchemaNode[] => (node.anyOf ? node.anyOf.flatMap(options) : [node]);

/** The schemas that may apply at a JSON Pointer; none where the format knows no such place. */
export function schemasAt(pointer: string): SchemaNode[] {
  return parsePointer(pointer).reduce((nodes, token) => nodes.flatMap((node) => childSchemas(node, token)), options(schema()));
}

function childSchemas({ items, properties }: SchemaNode, token: string): SchemaNode[] {
  const next = items && /^\d+$/.test(token) ? items : properties && Object.hasOwn(properties, token) ? properties[token] : undefined;
  return next ? options(next) : [];
}

/** `/items/0/_placard/cases/2` as `/items/*` and so on: the place in the format, not in one document. */
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

/** The values that the format names there; none where it names none. */
export function enumValuesAt(pointer: string): (string | number)[] {
  return schemasAt(pointer).flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
}

/** The names of an object's members; none where the place is no object. */
export function fieldNamesAt(pointer: string): string[] {
  return schemasAt(pointer).flatMap(({ properties = {} }) => Object.keys(properties));
}

const lastToken = (pointer: string): string => parsePointer(pointer).at(-1) ?? '';

function isRequired(pointer: string): boolean {
  return schemasAt(parentOf(pointer)).some(({ required = [] }) => required.includes(lastToken(pointer)));
}

/**
 * The pointer of what a fault costs: the part itself where it is optional or one of a list, else what it is a part of.
 * @param missing a missing part costs its owner
 */
export function droppedWith(pointer: string, missing: boolean): string {
  let dropped = missing ? parentOf(pointer) : pointer;
  // A bad value where there is a default costs its owner: a date without its "by" would be another date.
  while (dropped && (isRequired(dropped) || schemasAt(dropped).some((node) => node.default !== undefined))) dropped = parentOf(dropped);
  return dropped;
}

export const isArrayItem = (pointer: string): boolean => schemasAt(parentOf(pointer)).some(({ items }) => items) && /\/\d+$/.test(pointer);
