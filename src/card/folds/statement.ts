/** The full text and its origin. */
import { detailsOf } from '../../i18n/details.js';
import { asOfDate } from '../../i18n/sentences.js';
import type { Block } from '../card.js';
import { lines, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { fill, join, link, textRuns, time, words } from '../runs.js';
import { statementText } from '../sections/hints.js';

/** Maximum number of paragraphs. The rest of the text becomes one block, in pieces. */
const MAX_PARAGRAPHS = 300;
/**
 * Pieces of at most 2,000 characters, cut between words if possible. The layout time of a paragraph from right to left is quadratic in its
 * length.
 */
const PIECES = /[^]{1,2000}(?!\S)|[^]{1,2000}/gu;

/** @param level of the heading above it */
export function statement({ item, lang, dir }: Context, level: number): readonly Block[] {
  const text = statementText(item);
  if (!text) return [];
  const { content_html: html } = item;
  const paragraphs = piecesOf(text).flatMap((piece) => paragraph('text', textRuns(piece, dir)));
  return [{ kind: 'statement', paragraphs, html, lang, dir, level, room: Infinity }];
}

function piecesOf(text: string): string[] {
  const all = text.split(/\n\s*\n/).map((part) => part.trim());
  const rest = all.splice(MAX_PARAGRAPHS).join('\n\n');
  return [...all, rest].flatMap((part) => part.match(PIECES) ?? []);
}

/** Returns the author, the publisher and the carriers of the statement, and their changes. */
export function provenance(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const details = detailsOf(locale);
  const steps = (extension.provenance ?? []).map(({ role, name, url, at, alterations }) =>
    join(
      link(
        url,
        fill((gap) => details.provenance[role](gap!), words(context, name)),
        name,
      ),
      time(context, at, { clock: true }),
      alterations && [details.alterations[alterations]],
    ),
  );
  const names = (context.item.authors ?? []).flatMap(({ name }) => name ?? []);
  const written =
    names.length > 1 ? [fill((gap) => details.provenance.author(gap!), join(...names.map((name) => words(context, name))))] : [];
  return lines('provenance', [...written, ...steps]);
}

export function asOf(context: Context): readonly Block[] {
  return paragraph('as-of', time(context, asOfDate(context.item), { phrase: context.locale.asOf }));
}
