/** Changes a document at a JSON Pointer. Each function returns a new document, which shares the unchanged parts with the old one. */
import { parentOf, parsePointer, valueAt, isJsonObject, type Json } from '../../lint/json-pointer.js';

type Container = Json | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Returns the document with the value of `change` at the pointer. Creates missing objects on the way; `undefined` removes the member. */
function changeAt<T>(owner: T, [token, ...rest]: string[], change: (value: unknown) => unknown): T {
  if (token === undefined) return change(owner) as T;
  const container: Container = isContainer(owner) ? owner : {};
  const before = (container as Json)[token];
  const value = changeAt(before, rest, change);
  if (value === before) return owner;
  if (Array.isArray(container)) return container.with(Number(token), value) as T;
  if (value !== undefined) return { ...container, [token]: value } as T;
  const { [token]: _removed, ...others } = container;
  return others as T;
}

export const setAt = <T>(document: T, pointer: string, value: unknown): T => changeAt(document, parsePointer(pointer), () => value);

/** Removes a member, and each object or list around it that is then empty. An entry of a list stays. */
export function removeAt<T>(document: T, pointer: string): T {
  const changed = setAt(document, pointer, undefined);
  const owner = parentOf(pointer);
  return owner && !isListEntry(changed, owner) && isEmpty(valueAt(changed, owner)) ? removeAt(changed, owner) : changed;
}

const isListEntry = (document: unknown, pointer: string): boolean => Array.isArray(valueAt(document, parentOf(pointer)));

const isEmpty = (value: unknown): boolean => (Array.isArray(value) ? !value.length : isJsonObject(value) && !Object.keys(value).length);

/** @param pointer of a list, which may not exist yet */
export function addEntry<T>(document: T, pointer: string, entry: unknown): T {
  return changeAt(document, parsePointer(pointer), (list) => [...(Array.isArray(list) ? (list as unknown[]) : []), entry]);
}

/** @param pointer of an entry. A list without entries is removed. */
export function removeEntry<T>(document: T, pointer: string): T {
  const list = parentOf(pointer);
  const index = Number(parsePointer(pointer).at(-1));
  const changed = changeAt(document, parsePointer(list), (entries) => (entries as unknown[]).toSpliced(index, 1));
  return isEmpty(valueAt(changed, list)) ? removeAt(changed, list) : changed;
}

/** @param by -1 for up, 1 for down */
export function moveEntry<T>(document: T, pointer: string, by: -1 | 1): T {
  const index = Number(parsePointer(pointer).at(-1));
  return changeAt(document, parsePointer(parentOf(pointer)), (entries) => {
    const list = entries as unknown[];
    return index + by in list ? list.toSpliced(index, 1).toSpliced(index + by, 0, list[index]) : list;
  });
}
