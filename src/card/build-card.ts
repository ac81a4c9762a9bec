/** Builds the card of each element: its sections in the order in which readers meet them. Pure: the same input gives an equal card. */
import { findRetraction } from '../feed/translations.js';
import { directionOf } from '../i18n/load-locale.js';
import { contextOf, type CardInput, type Context } from './context.js';
import type { Block, Card, Runs } from './card.js';
import { group, section } from './blocks.js';
import { fit } from './fit.js';
import { link, words } from './runs.js';
import { actions, correction } from './sections/actions.js';
import { details } from './sections/details.js';
import { facts } from './sections/facts.js';
import { head, mastheadOf, publisher, translationNotes } from './sections/head.js';
import { entries } from './sections/list.js';
import { checked, message, notices, withdrawal } from './sections/notices.js';
import { asOf, provenance, statement } from './sections/statement.js';
import { statusStrips, timeline, trackers } from './sections/status.js';

export type CardKind = 'campaign' | 'incident' | 'status' | 'action' | 'statement' | 'list';

interface Layout {
  readonly blocks: (context: Context) => readonly Block[];
  readonly label: (context: Context) => string;
}

const layouts: Record<CardKind, Layout> = {
  campaign: {
    blocks: campaign,
    label: ({ locale, publisher: name, extension }) => locale.speaker(name, locale.kinds[extension.kind ?? 'statement']),
  },
  incident: { blocks: incident, label: (context) => layouts.campaign.label(context) },
  status: { blocks: status, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.status, name) },
  action: { blocks: action, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.contacts, name) },
  statement: { blocks: fullStatement, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.statement, name) },
  list: { blocks: list, label: ({ locale, publisher: name }) => locale.labelled(locale.headings.list, name) },
};

export function buildCard(kind: CardKind, input: CardInput): Card {
  const context = contextOf(input);
  const { feed, item, locale } = context;
  const by = kind === 'list' ? undefined : findRetraction(feed, item);
  const layout = layouts[kind];
  return freeze({
    lang: locale.tag,
    dir: directionOf(locale.tag),
    label: layout.label(context),
    withdrawn: by !== undefined,
    blocks: fit(by ? withdrawal(context, by) : layout.blocks(context), locale),
    issues: context.issues,
  });
}

function campaign(context: Context): readonly Block[] {
  return [
    ...head(context),
    ...statusStrips(context),
    ...notices(context),
    ...group('body', [...facts(context), ...timeline(context)]),
    ...actions(context),
    ...group('more', [...details(context), ...trackers(context)]),
    ...foldedStatement(context),
    ...group('footer', [...provenance(context), ...group('edge', [...asOf(context), ...checked(context), ...correction(context)])]),
  ];
}

/** Folded, unless it is all there is to read. */
function foldedStatement(context: Context): readonly Block[] {
  const { locale, level, item } = context;
  const blocks = statement(context, level);
  return blocks.length ? [{ kind: 'fold', role: 'statement', summary: [locale.headings.statement], open: !item.summary, blocks }] : [];
}

function incident(context: Context): readonly Block[] {
  return [
    ...head(context),
    ...notices(context),
    ...group('more', [...facts(context), ...details(context)]),
    ...group('footer', [...provenance(context), ...asOf(context)]),
  ];
}

/** Steps of the course that stand open in the narrow status card. */
const NEWEST_STEPS = 3;

function status(context: Context): readonly Block[] {
  const { item, locale } = context;
  const title: Runs = link(item.url, words(context, item.title), item.title);
  const strips = statusStrips(context);
  return [
    mastheadOf(publisher(context), title),
    ...translationNotes(context),
    ...(strips.length ? strips : message(locale.noStatus, 'unknown')),
    ...notices(context),
    ...group('body', [...timeline(context, NEWEST_STEPS), ...trackers(context)]),
    ...group('footer', checked(context)),
  ];
}

function action(context: Context): readonly Block[] {
  const offered = actions(context);
  return [
    ...translationNotes(context),
    ...notices(context),
    ...(offered.length ? offered : message(context.locale.noAction, 'none')),
    ...group('footer', correction(context)),
  ];
}

function fullStatement(context: Context): readonly Block[] {
  const { locale, level } = context;
  return [
    ...head(context),
    ...notices(context),
    ...group('column', section(context, 'text-section', [locale.headings.statement], statement(context, level + 1))),
    ...group('footer', [...provenance(context), ...asOf(context)]),
  ];
}

function list(context: Context): readonly Block[] {
  return [mastheadOf([...publisher(context)]), ...entries(context), ...notices(context), ...group('footer', checked(context))];
}

/** Freezes the card, and takes the prototype from its objects: a page that adds members to `Object.prototype` adds none to the card. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
