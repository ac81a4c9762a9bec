/**
 * Returns a member as the platform defines it. In a page, `<img name="scripts">` hides `document.scripts`, and
 * `<input name="attributes">` hides the `attributes` of its form.
 */
export function native<T extends object, K extends keyof T>(node: T, name: K): T[K] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, name, node);
  return (typeof value === 'function' ? value.bind(node) : value) as T[K];
}

/** Returns a new element, even if the page has an element named `createElement`. */
export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] => native(document, 'createElement')(tag);
