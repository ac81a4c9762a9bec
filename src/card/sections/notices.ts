/** The notices: how current the card is, its origin, its successor, its retraction. They are never hidden. */
import { formatTime, formatWhen } from '../../i18n/format.js';
import { selectItem } from '../../feed/select-item.js';
import { originalId, findRetraction } from '../../feed/translations.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Block, Runs } from '../card.js';
import { group, paragraph, stamp } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { fill, link, time, words } from '../runs.js';
import { correction } from './actions.js';
import { headline, masthead, translationNotes } from './head.js';

export function notices(context: Context): readonly Block[] {
  const notes = translationNotes(context).map((sentence) => [sentence]);
  return noticesOf([...superseded(context), ...notes, ...freshnessNotes(context)]);
}

function noticesOf(sentences: readonly Runs[]): readonly Block[] {
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

/** Returns how current the card is, and its origin. */
function freshnessNotes(context: Context): Runs[] {
  return freshnessSentences(context).map((sentence) => [sentence]);
}

function freshnessSentences({ feed, locale, freshness, saysFreshness, now }: Context): string[] {
  if (!freshness || !saysFreshness) return [];
  const { outdated, status, checkedAt, origin: source } = freshness;
  const until = feed.head._placard?.valid_until;
  return [
    outdated && until && locale.outdated(formatWhen(until, locale)!),
    status === 'stale' && !outdated && locale.stale(checkedAt ? formatTime(checkedAt, now, locale) : undefined),
    (source === 'mirror' || source === 'cache' || source === 'kept') && locale[source],
  ].filter((sentence) => typeof sentence === 'string');
}

/** Returns the time of the last check. The publisher's "as of" date is separate. */
export function checked({ locale, freshness, now }: Context): readonly Block[] {
  const at = freshness?.checkedAt;
  return paragraph('checked', at === undefined ? [] : [locale.checked(formatTime(at, now, locale))]);
}

/**
 * Returns the card of a retraction, which replaces everything, also the snapshot.
 * @param by the item with the retraction: the selected item, or its original
 */
export function withdrawal(context: Context, by: Item): readonly Block[] {
  const { feed, locale } = context;
  const { at, reason } = by._placard?.retraction ?? EMPTY;
  const language = by.language ?? feed.head.language;
  const date = time(context, at, { phrase: ({ within }) => within });
  return [
    masthead(context, false),
    ...group('status', stamp([locale.withdrawn()], date), { code: 'withdrawn', mark: 'withdrawn' }),
    ...noticesOf([...superseded(context), ...freshnessNotes(context)]),
    ...headline(context, true),
    ...paragraph('reason', reason ? fill((gap) => locale.withdrawnReason(gap!), words(context, reason, language)) : []),
    ...group('foot', [...checked(context), ...correction(context)]),
  ];
}

/** Returns a sentence that replaces missing content. */
export const message = (sentence: string, icon: string): readonly Block[] => paragraph('message', [sentence], { icon });
