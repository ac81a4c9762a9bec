/** Builds the blocks that sections share. Each function returns a list; it is empty if the feed has no such content. */
import type { Block, Fold, Group, Paragraph, Runs } from './card.js';
import { textDirection, type Context } from './context.js';
import { textRuns } from './runs.js';

type Blocks = readonly Block[];

export function paragraph(role: string, runs: Runs, more: Partial<Paragraph> = {}): Blocks {
  return runs.length ? [{ kind: 'paragraph', role, runs, ...more }] : [];
}

/** Returns a paragraph with words of the feed. */
export function wordsParagraph({ lang }: Context, role: string, text: string | undefined, language = lang): Blocks {
  const dir = textDirection(language);
  return text ? paragraph(role, textRuns(text, dir), { lang: language, dir }) : [];
}

/** Returns the status word and the date of that status. */
export function stamp(word: Runs, date: Runs = []): Blocks {
  return paragraph('stamp', [{ kind: 'span', role: 'strong', runs: word }, ...(date.length ? [' ', ...date] : [])]);
}

export function group(role: string, blocks: Blocks, more: Partial<Group> = {}): Blocks {
  return blocks.length ? [{ kind: 'group', role, blocks, ...more }] : [];
}

/** Returns a group of blocks under a heading. */
export function section({ level }: Context, role: string, title: Runs, blocks: Blocks): Blocks {
  return blocks.length ? group(role, [label(level + 1, title), ...blocks]) : [];
}

export const label = (level: number, runs: Runs): Block => ({ kind: 'heading', role: 'label', level: Math.min(6, level), runs });

/** Returns a list with one line of runs in each item. */
export function lines(role: string, items: readonly Runs[]): Blocks {
  return list(
    role,
    items.map((runs) => paragraph('line', runs)),
  );
}

export function list(role: string, items: readonly Blocks[], ordered = false): Blocks {
  return items.length ? [{ kind: 'list', role, ordered, items: items.map((blocks) => ({ blocks })) }] : [];
}

/** Returns a section that a reader opens. It is closed by default. */
export function fold(role: Fold['role'], summary: Runs, blocks: Blocks, more: Partial<Fold> = {}): Fold {
  return { kind: 'fold', role, summary, hint: [], open: false, url: undefined, blocks, ...more };
}
