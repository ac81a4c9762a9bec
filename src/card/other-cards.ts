/** The cards of the elements that show one side of an item, or a list. A campaign shows all of it. */
import type { Block, CardKind } from './card.js';
import { group, wordsParagraph } from './blocks.js';
import type { Context } from './context.js';
import { factsSection, foldedSections, timelineSection } from './fold-sections.js';
import { entries } from './folds/list.js';
import { link, words } from './runs.js';
import { actions, correction } from './sections/actions.js';
import { headline, lead, masthead, mastheadOf, otherLanguages, publisher } from './sections/head.js';
import { hasCourtSources, hasReading, statementText } from './sections/hints.js';
import { checked, message, notices } from './sections/notices.js';
import { statusStrips } from './sections/status.js';

type OtherKind = Exclude<CardKind, 'campaign'>;

const layouts: Record<OtherKind, (context: Context) => readonly Block[]> = { incident, status, action, statement: fullStatement, list };

export const otherBlocks = (kind: OtherKind, context: Context): readonly Block[] => layouts[kind](context);

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

/** Returns the publisher and the headline, in one line. */
function smallMasthead(context: Context): Block {
  const { item } = context;
  return mastheadOf(publisher(context), link(item.url, words(context, item.title), item.title));
}

function status(context: Context): readonly Block[] {
  const { locale } = context;
  const strips = statusStrips(context);
  return [
    smallMasthead(context),
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
    smallMasthead(context),
    ...notices(context),
    ...(offered.length ? offered : message(context.locale.noAction, 'none')),
    ...group('column', context.folds?.contactDetails(context, true) ?? []),
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
    ...(context.folds ? entries(context) : message(context.locale.failedOnce, 'stale')),
    ...notices(context),
    ...group('foot', checked(context)),
  ];
}
