/** Measures the space that words and blocks need in a narrow column, in characters of a Latin script. */
import type { Block, ListItem, Runs } from './card.js';
import { plain } from './text.js';

/** Maximum characters of the closed card, and of each section. On a telephone of 360 px, one takes about 1.1 px of height. */
export const CLOSED = 2_500;
export const SECTION = 11_000;
/** Characters that a block needs in addition to its words: margins, a date, a last line that is not full. */
const MARGIN = 60;
const PICTURE = 500;
/** A row of facts, a step with its date, a quote with its speaker. */
export const ROW = 100;
/** Characters that a line break leaves empty. */
const LINE = 40;

/** Returns the space of runs. A character of Arabic or a later script counts 1.5, and one of a wide script counts 4. */
export function extent(runs: Runs): number {
  const text = plain(runs);
  const [tall, wide] = [/[\0-\u058f]+/g, /[\0-\u07ff]+/g].map((others) => text.replace(others, '').length) as [number, number];
  return text.length + tall / 2 + 2.5 * wide + LINE * (text.split('\n').length - 1);
}

/** Returns the space of a block. */
export function extentOf(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return MARGIN + extent(block.runs);
    case 'picture':
      return PICTURE + extent(block.caption);
    case 'quote':
      return ROW + extent([block.text]) + extent(block.caption);
    case 'action':
      return block.primary ? 2 * MARGIN + extent(block.label) : LINE + extent(block.label);
    case 'rows':
      return sum(block.rows, ({ value }) => LINE + extent(value));
    case 'group':
      return sum(block.blocks, extentOf);
    default:
      return MARGIN;
  }
}

export const itemExtent = ({ blocks }: ListItem): number =>
  MARGIN + sum(blocks, (block) => (block.kind === 'paragraph' ? extent(block.runs) : extentOf(block)));

const sum = <T>(all: readonly T[], cost: (each: T) => number): number => all.reduce((total, each) => total + cost(each), 0);

/** Returns whether blocks need no fold that `fit` would add. Says no in doubt. */
export function fits(blocks: readonly Block[], room = CLOSED): boolean {
  return sum(blocks, mostOf) <= room;
}

/** Returns the most space that `fit` may count for a block. */
function mostOf(block: Block): number {
  switch (block.kind) {
    case 'group':
      return sum(block.blocks, mostOf);
    case 'list':
      return sum(block.items, ({ blocks }) => MARGIN + sum(blocks, mostOf));
    case 'rows':
      return sum(block.rows, ({ value }) => ROW + extent(value));
    case 'statement':
      return Infinity; // its room depends on the blocks before it
    case 'fold':
      return block.role === 'earlier' || block.role === 'rest' || fits(block.blocks, SECTION) ? MARGIN : Infinity;
    default:
      return extentOf(block);
  }
}
