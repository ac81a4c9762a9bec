/** How much room words take in a narrow column, in characters of a Latin script. */
import type { Runs } from './card.js';
import { plain } from './text.js';

/** What a line break leaves empty. */
export const LINE = 40;

/** Returns the room of runs: Arabic and what follows it in Unicode counts half as much again, wide scripts four times. */
export function extent(runs: Runs): number {
  const text = plain(runs);
  const [tall, wide] = [/[\0-\u058f]+/g, /[\0-\u07ff]+/g].map((others) => text.replace(others, '').length) as [number, number];
  return text.length + tall / 2 + 2.5 * wide + LINE * (text.split('\n').length - 1);
}
