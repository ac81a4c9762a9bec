/** Fields whose value is the id of something else in the feed. They offer its name instead of its id. */
import { isJsonObject, queryObjects } from '../../lint/json-pointer.js';
import type { Form } from './form.js';
import type { Field } from './schema.js';

const itemOf = (pointer: string): string => /^\/items\/\d+/.exec(pointer)?.[0] ?? '';

const namesOf = (form: Form, pattern: string): [string, string][] =>
  queryObjects(form.document, pattern).flatMap(({ value }) => {
    if (typeof value.id !== 'string') return [];
    const name = [value.name, value.title, value.phone, value.email].find((each) => typeof each === 'string');
    return [[value.id, name === undefined ? value.id : String(name)]];
  });

/** Returns the ids with their names; undefined for another field, and if there is nothing to choose. */
export function referenceOptions(form: Form, { name, pattern, pointer }: Field): [string, string][] | undefined {
  const item = itemOf(pointer);
  if (!item || isJsonObject(form.valueAt(pointer))) return undefined;
  const options = (): [string, string][] => {
    if (name === 'contact' || pattern.endsWith('/to/*'))
      return [...namesOf(form, `${item}/_placard/contacts/*`), ...namesOf(form, '/_placard/contacts/*')];
    if (pattern.endsWith('/cases/*/persons/*')) return namesOf(form, `${item}/_placard/persons/*`);
    if (name === 'item_id' || name === 'superseded_by')
      return namesOf(form, '/items/*').filter(([id]) => id !== form.valueAt(`${item}/id`));
    return [];
  };
  const found = options();
  return found.length ? found : undefined;
}
