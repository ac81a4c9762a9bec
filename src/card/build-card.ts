/** Builds the card of each element, with its sections in reading order. Pure: the same input gives an equal card. */
import { findRetraction } from '../feed/translations.js';
import { directionOf } from '../i18n/load-locale.js';
import { contextOf, type CardInput, type Context } from './context.js';
import { briefOf } from './brief.js';
import type { Block, Card, Fold, Runs } from './card.js';
import { fold, group, section } from './blocks.js';
import { fit } from './fit.js';
import { link, words } from './runs.js';
import { actions, correction } from './sections/actions.js';
import { contactDetails } from './sections/contacts.js';
import { facts, factsHint } from './sections/facts.js';
import { headline, lead, masthead, mastheadOf, otherLanguages, otherPictures, publisher } from './sections/head.js';
import { entries } from './sections/list.js';
import { checked, message, notices, withdrawal } from './sections/notices.js';
import { courtSources, reading, readingHint } from './sections/reading.js';
import { asOf, provenance, statement } from './sections/statement.js';
import { statusStrips } from './sections/status.js';
import { timeline, timelineHint } from './sections/timeline.js';

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

export function buildCard(kind: CardKind, input: CardInput): Card {
  // A list is of the publisher, and not of the author of its newest item.
  const context = contextOf(kind === 'list' ? { ...input, item: undefined } : input);
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
  const { locale } = context;
  const strips = statusStrips(context);
  return [
    masthead(context, !strips.length),
    ...headline(context),
    ...strips,
    ...notices(context),
    ...lead(context),
    ...actions(context),
    ...folds(context, [
      ['timeline', locale.headings.timeline, timelineHint(context), timeline(context)],
      ['facts', locale.headings.facts, factsHint(context), facts(context)],
      ['reading', locale.headings.reading, readingHint(context), reading(context)],
    ]),
    ...foot(context),
  ];
}

type Section = [role: Fold['role'], title: string, hint: Runs, blocks: readonly Block[]];

/** Returns the sections that a reader opens. */
function folds(context: Context, sections: readonly Section[]): readonly Block[] {
  const open = context.fold === 'none';
  const { url } = context.item;
  const filled = sections.filter(([, , , blocks]) => blocks.length);
  return group(
    'folds',
    filled.map(([role, title, hint, blocks]) => fold(role, [title], blocks, { hint, open, url })),
  );
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
    ...folds(context, [
      ['facts', locale.headings.facts, factsHint(context), facts(context)],
      ['reading', locale.headings.background, [], reading(context, false)],
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
    ...folds(context, [
      ['timeline', locale.headings.timeline, timelineHint(context), timeline(context)],
      ['reading', locale.headings.sources, [], courtSources(context)],
    ]),
    ...group('foot', checked(context)),
  ];
}

function action(context: Context): readonly Block[] {
  const offered = actions(context);
  return [
    ...notices(context),
    ...(offered.length ? offered : message(context.locale.noAction, 'none')),
    ...group('column', contactDetails(context)),
    ...group('foot', correction(context)),
  ];
}

function fullStatement(context: Context): readonly Block[] {
  const { locale, level } = context;
  return [
    masthead(context, true),
    ...headline(context),
    ...notices(context),
    ...lead(context),
    ...group('column', [
      ...section(context, 'text-section', [locale.headings.statement], statement(context, level + 1)),
      ...otherPictures(context),
      ...provenance(context),
      ...asOf(context),
    ]),
    ...group('foot', otherLanguages(context)),
  ];
}

function list(context: Context): readonly Block[] {
  return [mastheadOf(publisher(context)), ...entries(context), ...notices(context), ...group('foot', checked(context))];
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
