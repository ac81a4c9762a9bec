/** How current the card is, where it comes from, and what replaced or withdrew it: plain sentences, never hidden. */
import { clockText, whenOf } from '../../i18n/format.js';
import { selectItem } from '../../feed/select-item.js';
import { originalId, findRetraction } from '../../feed/translations.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Block, Runs } from '../card.js';
import { group, paragraph } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { fill, link, span, time, words } from '../runs.js';
import { mastheadOf, publisher } from './head.js';

export function notices(context: Context): readonly Block[] {
  const sentences = [...superseded(context), ...freshnessSentences(context).map((sentence) => [sentence])];
  return group(
    'notices',
    sentences.flatMap((sentence) => paragraph('notice', sentence, { icon: 'stale' })),
  );
}

function superseded(context: Context): Runs[] {
  const { feed, item, extension, locale, language } = context;
  const id = extension.superseded_by ?? feed.item(originalId(feed, item.id))?._placard?.superseded_by;
  if (id === undefined) return [];
  const found = selectItem(feed, { id, language });
  const successor = found && !findRetraction(feed, found) ? found : undefined;
  const title = successor?.title;
  return [[locale.superseded, ' ', ...link(successor?.url, words(context, title, successor?.language), title)]];
}

function freshnessSentences({ feed, locale, freshness, saysFreshness, now }: Context): string[] {
  if (!freshness || !saysFreshness) return [];
  const { outdated, status, checkedAt, origin: source } = freshness;
  const until = feed.head._placard?.valid_until;
  return [
    outdated && until && locale.outdated(whenOf(until, locale)!),
    status === 'stale' && !outdated && locale.stale(checkedAt ? clockText(checkedAt, now, locale) : undefined),
    (source === 'mirror' || source === 'cache' || source === 'kept') && locale[source],
  ].filter((sentence) => typeof sentence === 'string');
}

/** When the feed was last checked, apart from the publisher's own "as of". */
export function checked({ locale, freshness, now }: Context): readonly Block[] {
  const at = freshness?.checkedAt;
  return paragraph('checked', at === undefined ? [] : [locale.checked(clockText(at, now, locale))]);
}

/**
 * Stands in place of everything, the snapshot included.
 * @param by the item that withdraws: the one shown, or its original
 */
export function withdrawal(context: Context, by: Item): readonly Block[] {
  const { feed, locale } = context;
  const { at, reason } = by._placard?.retraction ?? EMPTY;
  const language = by.language ?? feed.head.language;
  const stamp = at ? time(context, at, { phrase: locale.withdrawn }) : [locale.withdrawn()];
  return [
    ...group('withdrawn', [
      mastheadOf(publisher(context)),
      ...paragraph('stamp', stamp, { icon: 'withdrawn' }),
      ...struckHeadline(context),
      ...paragraph('reason', reason ? fill((gap) => locale.withdrawnReason(gap!), words(context, reason, language)) : []),
    ]),
    ...notices(context),
    ...group('footer', checked(context)),
  ];
}

function struckHeadline({ item, level, lang }: Context): readonly Block[] {
  return item.title ? [{ kind: 'heading', role: 'headline', level, runs: [span('struck', ...words({ lang }, item.title))] }] : [];
}

/** A sentence in place of content that is not there. */
export const message = (sentence: string, icon: string): readonly Block[] => paragraph('message', [sentence], { icon });
