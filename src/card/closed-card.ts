/**
 * Builds the card of each element, in reading order. Without the folds, each section has its title, its number and a link to the full text.
 * Pure: the same input gives an equal card.
 */
import { findRetraction } from '../feed/translations.js';
import { directionOf } from '../i18n/load-locale.js';
import { contextOf, type CardInput, type Context, type Folds } from './context.js';
import type { Block, Card, CardKind } from './card.js';
import { group } from './blocks.js';
import { fits } from './extent.js';
import { factsSection, foldedSections, readingSection, timelineSection } from './fold-sections.js';
import { otherBlocks } from './other-cards.js';
import { actions, correction } from './sections/actions.js';
import { headline, lead, masthead, otherLanguages } from './sections/head.js';
import { checked, notices, withdrawal } from './sections/notices.js';
import { statusStrips } from './sections/status.js';

export type { CardKind };

/** The headings that name the cards of one side. */
const HEADINGS = { status: 'status', action: 'contacts', statement: 'statement', list: 'list' } as const;

/** Returns whether the card has content that folds alone have. */
export const needsFolds = (kind: CardKind, { fold: open }: Pick<CardInput, 'fold'>): boolean =>
  open === 'none' || kind === 'action' || kind === 'statement' || kind === 'list';

/** @param folds the content of the sections; undefined before it is loaded */
export function buildClosedCard(kind: CardKind, input: CardInput, folds?: Folds): Card {
  const context = contextOf(ownInput(kind, input), folds);
  const { feed, item, locale } = context;
  const by = kind === 'list' ? undefined : findRetraction(feed, item);
  const blocks = by ? withdrawal(context, by) : kind === 'campaign' ? campaign(context) : otherBlocks(kind, context);
  return freeze({
    lang: locale.tag,
    dir: directionOf(locale.tag),
    label: labelOf(kind, context),
    withdrawn: by !== undefined,
    blocks: folds ? folds.fit(blocks, locale) : blocks,
    issues: context.issues,
    overflows: !folds && !fits(blocks),
  });
}

/** A list is of the publisher, and not of the author of its newest item. */
export const ownInput = (kind: CardKind, input: CardInput): CardInput => (kind === 'list' ? { ...input, item: undefined } : input);

function labelOf(kind: CardKind, { locale, publisher: name, extension }: Context): string {
  if (kind === 'campaign' || kind === 'incident') return locale.bylines[extension.kind ?? 'statement'](name);
  return locale.labelled(locale.headings[HEADINGS[kind]], name);
}

function campaign(context: Context): readonly Block[] {
  const strips = statusStrips(context);
  return [
    masthead(context, !strips.length),
    ...headline(context),
    ...strips,
    ...notices(context),
    ...lead(context),
    ...actions(context),
    ...foldedSections(context, [timelineSection(context), factsSection(context), readingSection(context)]),
    ...foot(context),
  ];
}

function foot(context: Context): readonly Block[] {
  return group('foot', [...otherLanguages(context), ...checked(context), ...correction(context)]);
}

/** Freezes the card and removes the prototypes of its objects, so that a polluted `Object.prototype` cannot add members to it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
