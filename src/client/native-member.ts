/**
 * Reads a member as the platform defines it. An author's `<img name="scripts">` hides the page's `document.scripts`, and
 * `<input name="attributes">` the `attributes` of its form.
 */
export function native<T extends object, K extends keyof T>(node: T, name: K): T[K] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, name, node);
  return (typeof value === 'function' ? value.bind(node) : value) as T[K];
}

/** An element of the page, whatever the page named so. */
export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] => native(document, 'createElement')(tag);
