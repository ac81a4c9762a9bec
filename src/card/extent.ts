/** Measures the space that words need in a narrow column, in characters of a Latin script. */
import type { Runs } from './card.js';
import { plain } from './text.js';

/** Characters that a line break leaves empty. */
export const LINE = 40;

/** Returns the space of runs. A character of Arabic or a later script counts 1.5, and one of a wide script counts 4. */
export function extent(runs: Runs): number {
  const text = plain(runs);
  const [tall, wide] = [/[\0-\u058f]+/g, /[\0-\u07ff]+/g].map((others) => text.replace(others, '').length) as [number, number];
  return text.length + tall / 2 + 2.5 * wide + LINE * (text.split('\n').length - 1);
}
