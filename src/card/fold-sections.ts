/** The sections that a reader opens. Before their content is loaded, each has its title, its number and a link to the full text. */
import type { Block, Fold, Runs } from './card.js';
import { fold, group, paragraph, wordsParagraph } from './blocks.js';
import type { Context } from './context.js';
import { link } from './runs.js';
import { factsHint, hasFacts, hasReading, readingHint, statementText, timelineHint } from './sections/hints.js';

export interface Section {
  readonly role: Fold['role'];
  readonly title: string;
  readonly hint: Runs;
  readonly isFilled: boolean;
  readonly blocks: ((context: Context) => readonly Block[]) | undefined;
}

export const timelineSection = (context: Context): Section => {
  const hint = timelineHint(context);
  return { role: 'timeline', title: context.locale.headings.timeline, hint, isFilled: !!hint.length, blocks: context.folds?.timeline };
};

export const factsSection = (context: Context): Section => ({
  role: 'facts',
  title: context.locale.headings.facts,
  hint: factsHint(context),
  isFilled: hasFacts(context),
  blocks: context.folds?.facts,
});

export const readingSection = (context: Context): Section => ({
  role: 'reading',
  title: context.locale.headings.reading,
  hint: readingHint(context),
  isFilled: hasReading(context),
  blocks: context.folds?.reading,
});

/** Returns the sections that a reader opens. */
export function foldedSections(context: Context, sections: readonly Section[]): readonly Block[] {
  const open = context.fold === 'none';
  const { url } = context.item;
  return group(
    'folds',
    sections.flatMap(({ role, title, hint, isFilled, blocks }) => {
      const content = blocks?.(context);
      return (content ? content.length : isFilled) ? fold(role, [title], content ?? substitute(context, role), { hint, open, url }) : [];
    }),
  );
}

/**
 * Returns what a section shows before its content is loaded: the link to the full text, else the text. On paper, which has no links to follow,
 * the last section has the text too.
 */
function substitute(context: Context, role: Fold['role']): readonly Block[] {
  const { item, locale } = context;
  const text = (place: string) => wordsParagraph(context, place, statementText(item));
  if (!item.url) return text('text');
  return [...paragraph('more', link(item.url, [locale.headings.statement])), ...(role === 'reading' ? text('paper') : [])];
}
