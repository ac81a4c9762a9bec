/** Renders a card as lines of plain text: the preview of `revise`, announcements, mail, search. */
import type { Block, Card, Run, Runs } from './card.js';

export interface Line {
  /** The heading under which it stands; empty on top. */
  readonly section: string;
  readonly text: string;
}

export interface TextOptions {
  /** Tells where links lead, and pictures: a screen shows that, and words do not. */
  readonly addresses?: boolean;
}

const SEPARATOR = ' · ';

/** The lines in the order in which a reader meets them. */
export function renderLines(card: Card, options: TextOptions = {}): Line[] {
  const lines: Line[] = [];
  let section = '';
  const add = (...runs: Runs) => {
    const text = plain(runs, options).replace(/\s+/g, ' ').trim();
    if (text) lines.push({ section, text });
  };
  const walk = (blocks: readonly Block[]): void => {
    const before = section;
    for (const block of blocks) visit(block);
    section = before;
  };
  const visit = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
        if (block.role === 'label') section = plain(block.runs, {});
        else add(...block.runs);
        return;
      case 'paragraph':
        if (block.role === 'masthead') for (const cell of block.runs) add(cell);
        else add(...block.runs);
        return;
      case 'rows':
        for (const { term, value } of block.rows) add(`${term}: `, ...value);
        return;
      case 'list':
        for (const { blocks: parts } of block.items) {
          const runs = parts.flatMap((part) => (part.kind === 'paragraph' ? [part.runs] : []));
          add(...runs.flatMap((part, index): Runs => (index ? [': ', ...part] : part)));
        }
        return;
      case 'picture':
        add({
          kind: 'join',
          parts: [[block.alt], block.caption, options.addresses && block.url ? [block.url] : []].filter(([first]) => first),
        });
        return;
      case 'quote':
        add(...block.caption, ': ', block.direct ? `“${block.text}”` : block.text);
        return;
      case 'fold':
        if (block.role === 'statement') section = plain(block.summary, {});
        walk(block.blocks);
        if (block.role === 'statement') section = '';
        return;
      case 'group':
        walk(block.blocks);
        return;
      case 'action': {
        const { label, url, closed, share } = block;
        const address = options.addresses ? (url ?? share?.url) : undefined;
        add({ kind: 'join', parts: [label, ...(closed ? [[closed]] : []), ...(address ? [[address]] : [])] });
        return;
      }
      case 'statement':
        walk(block.paragraphs);
        return;
      case 'more':
    }
  };
  walk(card.blocks);
  return lines;
}

/** The words of runs alone. */
export function plain(runs: Runs, { addresses = false }: TextOptions = {}): string {
  const run = (each: Run): string => {
    if (typeof each === 'string') return each;
    switch (each.kind) {
      case 'words':
      case 'span':
        return all(each.runs);
      case 'isolated':
      case 'time':
        return each.text;
      case 'link': {
        const words = all(each.runs);
        return addresses && each.url !== words && each.role !== 'phone' ? `${words}${SEPARATOR}${each.url}` : words;
      }
      case 'join':
        return each.parts.map(all).join(SEPARATOR);
    }
  };
  const all = (parts: Runs): string => parts.map(run).join('');
  return all(runs);
}
