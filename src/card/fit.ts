/**
 * Folds long content behind "Show all". Otherwise, a hostile feed creates a card that takes minutes to scroll, or seconds to lay out.
 * The card of a usual case fits without a fold.
 */
import { numberText } from '../i18n/format.js';
import type { Locale } from '../i18n/load-locale.js';
import type { Block, Fold, List, Paragraph, Rows, Runs } from './card.js';
import { fold } from './blocks.js';
import { CLOSED, extent, extentOf, itemExtent, ROW, SECTION } from './extent.js';
import { plain } from './text.js';

/** Minimum characters for the full statement. */
const STATEMENT = 6_500;
/** Minimum characters of a paragraph. */
const PARAGRAPH = 500;

/** Blocks that are shown one by one while they fit, by kind or role. */
const UNITS = new Set([
  'picture',
  'quote',
  'action',
  'reach',
  'contact',
  'target',
  'person',
  'act-text',
  'status',
  'notice',
  'text',
  'languages',
  'follow',
  'picture-less',
]);
/** Units that a card always shows one of. */
const ESSENTIAL = new Set(['action', 'contact', 'status']);

const nameOf = (block: Block): string => (block.kind === 'group' || block.kind === 'paragraph' ? block.role : block.kind);

/** Returns the blocks, with folds for the blocks that do not fit. Earlier blocks get space first. */
export function fit(blocks: readonly Block[], locale: Locale): readonly Block[] {
  return new Room(locale, CLOSED).blocks(blocks);
}

class Room {
  constructor(
    private readonly locale: Locale,
    /** Characters. */
    private left: number,
  ) {}

  blocks(all: readonly Block[]): readonly Block[] {
    const shown: Block[] = [];
    for (let index = 0; index < all.length; index++) {
      const name = nameOf(all[index]!);
      if (!UNITS.has(name)) {
        shown.push(...this.block(all[index]!));
        continue;
      }
      let end = index + 1;
      while (end < all.length && nameOf(all[end]!) === name) end++;
      shown.push(...this.units(all.slice(index, end), ESSENTIAL.has(name) ? 1 : 0));
      index = end - 1;
    }
    return shown;
  }

  private units(all: readonly Block[], least: number): readonly Block[] {
    const count = Math.max(least, this.take(all, extentOf));
    return count < all.length ? [...all.slice(0, count), this.rest(all.slice(count))] : all;
  }

  private block(block: Block): readonly Block[] {
    switch (block.kind) {
      case 'group':
        return [{ ...block, blocks: this.blocks(block.blocks) }];
      case 'fold':
        return [this.fold(block)];
      case 'list':
        return block.role === 'timeline' ? this.timeline(block) : this.list(block);
      case 'rows':
        return this.rows(block);
      case 'statement':
        this.left = Math.max(this.left, STATEMENT);
        return [{ ...block, paragraphs: this.blocks(block.paragraphs), room: this.left }];
      case 'paragraph':
        return this.paragraph(block);
      default:
        this.left -= extentOf(block);
        return [block];
    }
  }

  /** Fits a section in its own space. Content behind "Show all" is folded already. */
  private fold(block: Fold): Fold {
    if (block.role === 'earlier' || block.role === 'rest') return block;
    return { ...block, blocks: new Room(this.locale, SECTION).blocks(block.blocks) };
  }

  private list(list: List): readonly Block[] {
    const { items, role } = list;
    const count = role === 'entries' ? items.length : this.take(items, itemExtent);
    if (count === items.length) return [list];
    return [...(count ? [{ ...list, items: items.slice(0, count) }] : []), this.rest([{ ...list, items: items.slice(count) }])];
  }

  /** Folds the oldest steps. */
  private timeline(list: List): readonly Block[] {
    const { items } = list;
    const earlier = items.length - this.take(items.toReversed(), itemExtent);
    if (!earlier) return [list];
    const { locale } = this;
    const summary = [locale.earlier(numberText(earlier, locale), earlier)];
    return [fold('earlier', summary, [{ ...list, items: items.slice(0, earlier) }]), { ...list, items: items.slice(earlier) }];
  }

  private rows(block: Rows): readonly Block[] {
    const { rows } = block;
    const count = this.take(rows, ({ value }) => ROW + extent(value));
    if (count === rows.length) return [block];
    return [...(count ? [{ ...block, rows: rows.slice(0, count) }] : []), this.rest([{ ...block, rows: rows.slice(count) }])];
  }

  /** Cuts a paragraph of plain words at a space, and folds the end. */
  private paragraph(block: Paragraph): readonly Block[] {
    const { runs, role } = block;
    if (role === 'paper') return [block]; // takes no room on a screen
    const room = Math.max(this.left, PARAGRAPH);
    const needed = extent(runs);
    this.left -= needed;
    const text = plain(runs);
    if (needed <= room || !runs.every((run) => typeof run === 'string' || run.kind === 'isolated')) return [block];
    const most = Math.floor((text.length * room) / needed);
    const [start, end] = split(runs, text.lastIndexOf(' ', most) + 1 || most - Number(/[\ud800-\udbff]/.test(text[most - 1]!)));
    return [{ ...block, runs: start }, this.rest([{ ...block, runs: end }])];
  }

  /** Takes the space for the first entries that fit, and returns their number. */
  private take<T>(entries: readonly T[], cost: (entry: T) => number): number {
    const first = entries.findIndex((entry) => (this.left -= cost(entry)) < 0);
    return first < 0 ? entries.length : first;
  }

  private rest(blocks: readonly Block[]): Fold {
    return fold('rest', [this.locale.showAll], blocks);
  }
}

/** Splits runs of plain words at a character. */
function split(runs: Runs, at: number): [Runs, Runs] {
  const start: Runs[number][] = [];
  const end: Runs[number][] = [];
  let before = 0;
  for (const run of runs) {
    const text = plain([run]);
    const cut = Math.min(Math.max(at - before, 0), text.length);
    before += text.length;
    if (cut === text.length) start.push(run);
    else if (!cut) end.push(run);
    else {
      start.push(text.slice(0, cut));
      end.push(text.slice(cut));
    }
  }
  return [start, end];
}
