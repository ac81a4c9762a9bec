/**
 * Builds the card of each element, in reading order. Without the folds, each section has its title, its number and a link to the full text.
 * Pure: the same input gives an equal card.
 */
import { findRetraction } from '../feed/translations.js';
import { directionOf } from '../i18n/load-locale.js';
import { contextOf, type CardInput, type Context, type Folds } from './context.js';
import { briefOf } from './brief.js';
import type { Block, Card, Fold, Runs } from './card.js';
import { fold, group, paragraph, wordsParagraph } from './blocks.js';
import { fit } from './fit.js';
import { link, words } from './runs.js';
import { actions, correction } from './sections/actions.js';
import { headline, lead, masthead, mastheadOf, otherLanguages, publisher } from './sections/head.js';
import { factsHint, hasCourtSources, hasFacts, hasReading, readingHint, statementText, timelineHint } from './sections/hints.js';
import { checked, message, notices, withdrawal } from './sections/notices.js';
import { statusStrips } from './sections/status.js';

export type CardKind = 'campaign' | 'incident' | 'status' | 'action' | 'statement' | 'list';

interface Layout {
  readonly blocks: (context: Context) => readonly Block[];
  readonly label: (context: Context) => string;
}

const layouts: Record<CardKind, Layout> = {
  campaign: { blocks: campaign, label: byline },
  incident: { blocks: incident, label: byline },
  status: { blocks: status, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.status, name) },
  action: { blocks: action, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.contacts, name) },
  statement: { blocks: fullStatement, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.statement, name) },
  list: { blocks: list, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.list, name) },
};

/** Returns whether the card has content that folds alone have. */
export const needsFolds = (kind: CardKind, { fold: open }: Pick<CardInput, 'fold'>): boolean =>
  open === 'none' || kind === 'action' || kind === 'statement' || kind === 'list';

/** @param folds the content of the sections; undefined before it is loaded */
export function buildClosedCard(kind: CardKind, input: CardInput, folds?: Folds): Card {
  // A list is of the publisher, and not of the author of its newest item.
  const context = contextOf(kind === 'list' ? { ...input, item: undefined } : input, folds);
  const { feed, item, locale } = context;
  const by = kind === 'list' ? undefined : findRetraction(feed, item);
  const layout = layouts[kind];
  return freeze({
    lang: locale.tag,
    dir: directionOf(locale.tag),
    label: layout.label(context),
    brief: briefOf(context),
    withdrawn: by !== undefined,
    blocks: fit(by ? withdrawal(context, by) : layout.blocks(context), locale),
    issues: context.issues,
  });
}

function byline({ locale, publisher: name, extension }: Context): string {
  return locale.bylines[extension.kind ?? 'statement'](name);
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

interface Section {
  readonly role: Fold['role'];
  readonly title: string;
  readonly hint: Runs;
  readonly isFilled: boolean;
  readonly blocks: ((context: Context) => readonly Block[]) | undefined;
}

const timelineSection = (context: Context): Section => {
  const hint = timelineHint(context);
  return { role: 'timeline', title: context.locale.headings.timeline, hint, isFilled: !!hint.length, blocks: context.folds?.timeline };
};

const factsSection = (context: Context): Section => ({
  role: 'facts',
  title: context.locale.headings.facts,
  hint: factsHint(context),
  isFilled: hasFacts(context),
  blocks: context.folds?.facts,
});

const readingSection = (context: Context): Section => ({
  role: 'reading',
  title: context.locale.headings.reading,
  hint: readingHint(context),
  isFilled: hasReading(context),
  blocks: context.folds?.reading,
});

/** Returns the sections that a reader opens. */
function foldedSections(context: Context, sections: readonly Section[]): readonly Block[] {
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

function foot(context: Context): readonly Block[] {
  return group('foot', [...otherLanguages(context), ...checked(context), ...correction(context)]);
}

function incident(context: Context): readonly Block[] {
  const { locale } = context;
  return [
    masthead(context, true),
    ...headline(context),
    ...notices(context),
    ...lead(context),
    ...foldedSections(context, [
      factsSection(context),
      {
        role: 'reading',
        title: locale.headings.background,
        hint: [],
        isFilled: hasReading(context, false),
        blocks: context.folds && ((own) => context.folds!.reading(own, false)),
      },
    ]),
    ...group('foot', otherLanguages(context)),
  ];
}

function status(context: Context): readonly Block[] {
  const { item, locale } = context;
  const title: Runs = link(item.url, words(context, item.title), item.title);
  const strips = statusStrips(context);
  return [
    mastheadOf(publisher(context), title),
    ...(strips.length ? strips : message(locale.noStatus, 'unknown')),
    ...notices(context),
    ...foldedSections(context, [
      timelineSection(context),
      {
        role: 'reading',
        title: locale.headings.sources,
        hint: [],
        isFilled: hasCourtSources(context),
        blocks: context.folds?.courtSources,
      },
    ]),
    ...group('foot', checked(context)),
  ];
}

function action(context: Context): readonly Block[] {
  const offered = actions(context);
  return [
    ...notices(context),
    ...(offered.length ? offered : message(context.locale.noAction, 'none')),
    ...group('column', context.folds?.contactDetails(context) ?? []),
    ...group('foot', correction(context)),
  ];
}

function fullStatement(context: Context): readonly Block[] {
  return [
    masthead(context, true),
    ...headline(context),
    ...notices(context),
    ...lead(context),
    ...group('column', context.folds?.fullStatement(context) ?? wordsParagraph(context, 'text', statementText(context.item))),
    ...group('foot', otherLanguages(context)),
  ];
}

function list(context: Context): readonly Block[] {
  return [
    mastheadOf(publisher(context)),
    ...(context.folds?.entries(context) ?? message(context.locale.failedOnce, 'stale')),
    ...notices(context),
    ...group('foot', checked(context)),
  ];
}

/** Freezes the card and removes the prototypes of its objects, so that a polluted `Object.prototype` cannot add members to it. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
