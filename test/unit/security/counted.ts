/** Counts what is read of a document. */

/** The document behind proxies that count what is read of it. */
export function counted(document: unknown): { document: unknown; steps: () => number } {
  let steps = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = proxies.get(value);
    if (known) return known;
    const made = new Proxy(value, {
      get(target, member, receiver) {
        steps++;
        return wrap(Reflect.get(target, member, receiver));
      },
      has(target, member) {
        steps++;
        return Reflect.has(target, member);
      },
      getOwnPropertyDescriptor(target, member) {
        steps++;
        return Reflect.getOwnPropertyDescriptor(target, member);
      },
    });
    proxies.set(value, made);
    return made;
  };
  return { document: wrap(document), steps: () => steps };
}
