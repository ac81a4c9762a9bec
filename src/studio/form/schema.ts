/** The form's view of the format: which fields a place has, and which control fits a field. Everything comes from the JSON Schema. */
import { schemasAt, toPattern, type SchemaNode } from '../../lint/schema-lookup.js';
import { parsePointer } from '../../lint/json-pointer.js';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from '../../feed/schema/field-rules.js';

/** JSON Schema's annotations, which the format may have. */
type Described = SchemaNode & { title?: string; description?: string };

type Control = 'text' | 'long-text' | 'statement' | 'choice' | 'number' | 'flag' | 'date' | 'language' | 'list' | 'object';

export interface Field {
  readonly pointer: string;
  /** Last name of the pointer. */
  readonly name: string;
  /** The place in the format, such as `/items/*`. */
  readonly pattern: string;
  readonly control: Control;
  readonly required: boolean;
  /** The schemas that the value may have. */
  readonly schemas: readonly Described[];
  /** Characters; undefined without a limit. */
  readonly maximum?: number;
}

const find = (schemas: readonly Described[], test: (schema: Described) => boolean) => schemas.find(test);

/** Returns the field at a pointer; undefined if the format has no field there. */
export function fieldAt(pointer: string): Field | undefined {
  const schemas = schemasAt(pointer) as Described[];
  if (!schemas.length) return undefined;
  const name = parsePointer(pointer).at(-1) ?? '';
  const owners = schemasAt(pointer.slice(0, pointer.lastIndexOf('/'))) as Described[];
  const required = owners.some((owner) => owner.required?.includes(name));
  const maximum = Math.max(0, ...schemas.map(({ maxLength = 0 }) => maxLength)) || undefined;
  return { pointer, name, pattern: toPattern(pointer), control: controlOf(name, schemas, maximum), required, schemas, maximum };
}

function controlOf(name: string, schemas: readonly Described[], maximum: number | undefined): Control {
  const object = find(schemas, ({ properties }) => !!properties);
  if (object?.properties?.rel) return 'date';
  if (find(schemas, ({ items }) => !!items)) return 'list';
  if (object) return 'object';
  if (find(schemas, (schema) => !!schema.enum?.length)) return 'choice';
  if (find(schemas, ({ type }) => type === 'boolean')) return 'flag';
  const text = find(schemas, ({ type }) => type === 'string');
  if (!text) return 'number';
  if (name.startsWith('content_')) return 'statement';
  if (name === 'language') return 'language';
  if (text.format || text.pattern) return 'text';
  return maximum !== undefined && maximum > MAX_NAME_CHARS && maximum >= MAX_TEXT_CHARS && name !== 'id' ? 'long-text' : 'text';
}

/** Returns the fields of an object or of a list's entry, in the order of the format. */
export function fieldsIn(pointer: string): Field[] {
  const names = new Set(schemasAt(pointer).flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].flatMap((name) => fieldAt(`${pointer}/${name}`) ?? []);
}

/** Returns whether an entry of the list is a simple value, not an object. */
export const hasSimpleEntries = (list: Field): boolean => {
  const entry = fieldAt(`${list.pointer}/0`);
  return entry !== undefined && entry.control !== 'object';
};

/** Returns the values of a choice. */
export const choicesOf = ({ schemas }: Field): (string | number)[] => schemas.flatMap((schema) => schema.enum ?? []);
