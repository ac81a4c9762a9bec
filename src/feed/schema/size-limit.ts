/** Validates with a maximum size: a larger extension could block the page that shows it. */
import { MAX_ENTRIES } from './field-rules.js';
import { validate } from './validator.js';

/** Characters of the extension's JSON, approximately. */
const MAX_EXTENSION_CHARS = 256 * 1024;

/** Returns the valid fields of a feed's head or of an item. Drops an extension that is too large as a whole. */
export function validateWithSizeLimit<Root extends 'head' | 'item'>(
  root: Root,
  input: Record<string, unknown>,
  path: string,
): ReturnType<typeof validate<Root>> {
  if (isWithinSizeLimit(input._placard)) return validate(root, input, path);
  const { value, issues } = validate(root, { ...input, _placard: undefined }, path);
  return { value, issues: [...issues, { code: 'bad-value', path: `${path}/_placard` }] };
}

/** Works without recursion: the value may be nested deeper than the stack. */
function isWithinSizeLimit(value: unknown): boolean {
  const queue = [value];
  let size = 0;
  for (let node; queue.length && size <= MAX_EXTENSION_CHARS; size += typeof node === 'string' ? node.length : 2) {
    node = queue.pop();
    if (typeof node !== 'object' || !node) continue;
    // Validation drops the rest of a longer list.
    const members: unknown[] = Array.isArray(node) ? node.slice(0, MAX_ENTRIES) : Object.values(node);
    for (const member of members) queue.push(member);
  }
  return size <= MAX_EXTENSION_CHARS;
}
