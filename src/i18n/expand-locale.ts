/**
 * Returns a language with the keys of `like`, the English sentences. A bundle holds the values alone, in the same order
 * (src/bundler/compact-locales.ts). A missing value is the same as in English.
 */
export function sparse<T>(values: unknown, like: T): T {
  if (!Array.isArray(values)) return (values ?? like) as T;
  return Object.fromEntries(Object.entries(like as object).map(([key, own], place) => [key, sparse(values[place], own)])) as T;
}
