/** The full text, and where it comes from. */
import { htmlText } from '../../feed/html-text.js';
import { asOfDate } from '../../elements/words.js';
import type { Block } from '../card.js';
import { lines, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { fill, join, link, textRuns, time, words } from '../runs.js';

/** Characters. A longer paragraph is cut: an engine takes minutes to lay out half a million of them from right to left. */
const MAX_PARAGRAPH = /[^]{1,8000}/gu;

/** @param level of the heading above it */
export function statement({ item, lang, dir }: Context, level: number): readonly Block[] {
  const { content_text: plain, content_html: html } = item;
  const text = plain ?? (html && htmlText(html));
  if (!text) return [];
  const paragraphs = text
    .split(/\n\s*\n/)
    .flatMap((part) => part.trim().match(MAX_PARAGRAPH) ?? [])
    .flatMap((part) => paragraph('text', textRuns(part, dir)));
  return [{ kind: 'statement', paragraphs, html, lang, dir, level }];
}

/** Who wrote, published and carried it, and whether it was changed. */
export function provenance(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const steps = (extension.provenance ?? []).map(({ role, name, url, at, alterations }) =>
    join(
      link(
        url,
        fill((gap) => locale.provenance[role](gap!), words(context, name)),
        name,
      ),
      time(context, at, { clock: true }),
      alterations && [locale.alterations[alterations]],
    ),
  );
  return lines('provenance', steps);
}

export function asOf(context: Context): readonly Block[] {
  return paragraph('as-of', time(context, asOfDate(context.item), { phrase: context.locale.asOf }));
}
