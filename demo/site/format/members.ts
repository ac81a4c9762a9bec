/**
 * The members of the format, from its JSON Schema: path, type, sentence. An object that occurs at several places, such as a date or a
 * contact, is described at the first one.
 */
import { jsonSchema } from '../../../src/feed/schema/json-schema.js';

interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly anyOf?: readonly SchemaNode[];
  readonly title?: string;
  readonly description?: string;
  readonly maxLength?: number;
  readonly format?: string;
}

export interface Member {
  /** Such as `items[]._placard.cases[].status`. */
  readonly path: string;
  readonly name: string;
  /** The words of a form, such as “Court or authority”. */
  readonly title: string;
  readonly required: boolean;
  /** The type in words, such as “text” or “a list of objects”. */
  readonly type: string;
  /** The allowed values; empty if the type is open. */
  readonly values: readonly string[];
  /** Characters; undefined without a limit. */
  readonly maximum?: number;
  readonly sentence: string;
  /** The path of the object that describes the value's own members; undefined for a simple value. */
  readonly object?: string;
}

/** The path of an object and its members. The path of the feed itself is empty. */
export type Objects = ReadonlyMap<string, readonly Member[]>;

/** By the path that describes an object: the other paths at which it occurs. */
export const aliases = new Map<string, string[]>();

let objects: Objects | undefined;

export function formatObjects(): Objects {
  return (objects ??= collect());
}

function collect(): Objects {
  const found = new Map<string, Member[]>();
  /** By the names of its members: the place that describes such an object. */
  const places = new Map<string, string>();
  const visit = (node: SchemaNode, path: string): string | undefined => {
    const options = node.anyOf ?? [node];
    let place: string | undefined;
    for (const option of options) {
      if (option.items) place = visit(option.items, `${path}[]`) ?? place;
      if (!option.properties) continue;
      const names = Object.keys(option.properties).sort().join();
      place = places.get(names);
      if (place !== undefined) {
        aliases.set(place, [...(aliases.get(place) ?? []), path]);
        continue;
      }
      place = path;
      places.set(names, path);
      const members: Member[] = [];
      found.set(path, members);
      for (const [name, member] of Object.entries(option.properties)) {
        const at = path ? `${path}.${name}` : name;
        members.push({
          path: at,
          name,
          title: member.title ?? '',
          required: option.required?.includes(name) ?? false,
          type: typeOf(member),
          values: valuesOf(member),
          maximum: member.maxLength,
          sentence: member.description ?? '',
          object: visit(member, at),
        });
      }
    }
    return place;
  };
  visit(jsonSchema() as SchemaNode, '');
  return found;
}

function typeOf(node: SchemaNode): string {
  if (node.anyOf) return [...new Set(node.anyOf.map(typeOf))].join(', or ');
  if (node.enum) return 'one of these codes';
  if (node.const !== undefined) return 'a fixed value';
  if (node.items) return node.items.properties ? 'a list of objects' : `a list, each ${typeOf(node.items)}`;
  if (node.format === 'uri-reference') return 'an address';
  return (
    { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', object: 'an object' }[node.type ?? ''] ?? ''
  );
}

function valuesOf(node: SchemaNode): string[] {
  const values = node.enum ?? (node.const === undefined ? [] : [node.const]);
  return values.map((value) => JSON.stringify(value));
}
