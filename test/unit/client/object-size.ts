/** Returns the number of objects and characters that are reachable from a value, to find memory that grows. */
export function reachable(root: unknown): number {
  const seen = new Set<unknown>();
  const queue = [root];
  let size = 0;
  for (const value of queue) {
    if (typeof value === 'string') size += value.length;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    size++;
    if (value instanceof Map) queue.push(...value.keys(), ...value.values());
    else if (value instanceof Set) queue.push(...value);
    else queue.push(...Object.values(value));
  }
  return size;
}
