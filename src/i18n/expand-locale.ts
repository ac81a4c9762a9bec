/**
 * A language's part comes as values alone, nested as the English sentences are (src/bundler/compact-locales.ts): the keys are theirs,
 * and so is what is missing.
 */
export function sparse<T>(values: unknown, like: T): T {
  if (!Array.isArray(values)) return (values ?? like) as T;
  return Object.fromEntries(Object.entries(like as object).map(([key, own], place) => [key, sparse(values[place], own)])) as T;
}
