/** Reads the names of characters in HTML, such as `acy`, as browsers do. */
import { parseFragment } from 'parse5';

/** Returns undefined for an unknown name. */
export function htmlName(name: string): string | undefined {
  const [node] = parseFragment(`&${name};`).childNodes;
  const text = node && 'value' in node ? node.value : undefined;
  return text === `&${name};` ? undefined : text;
}
