/** The campaigns of a feed, each with its state and date. */
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { hasAppeared, selectItem, sortedByDate } from '../../feed/select-item.js';
import { cleanText } from '../../feed/values/clean-text.js';
import { originalIds, findRetraction } from '../../feed/translations.js';
import { detailsOf } from '../../i18n/details.js';
import { numberText } from '../../i18n/format.js';
import { itemStatus } from '../../i18n/item-status.js';
import { publicationDate } from '../../i18n/sentences.js';
import type { Block, ListItem } from '../card.js';
import { group, paragraph } from '../blocks.js';
import { contextFor, PAGE_SIZE, type Context } from '../context.js';
import { itemMark } from '../marks.js';
import { opening } from '../sections/head.js';
import { join, link, span, time, words } from '../runs.js';

export function entries(context: Context): readonly Block[] {
  const { feed, locale, language, original, level, now, freshness, entries: shown = PAGE_SIZE } = context;
  const all = sortedByDate(feed, originalIds(feed)).filter((id) => !freshness || hasAppeared(feed, id, now));
  const topics = topicsOf(feed, all);
  const topic = topics.find((each) => each === context.topic);
  const ids = topic === undefined ? all : all.filter((id) => tagsOf(feed, id).includes(topic));
  const items = ids.slice(0, shown).flatMap((id) => selectItem(feed, { id, language, original }) ?? []);
  const rest = Math.min(ids.length - shown, PAGE_SIZE);
  return group('entries-pad', [
    { kind: 'heading', role: 'headline', level, runs: [locale.headings.list] },
    ...(topics.length > 1
      ? [{ kind: 'filter' as const, label: detailsOf(locale).facts.categories, all: locale.showAll, topics, topic }]
      : []),
    { kind: 'list', role: 'entries', ordered: false, items: items.map((item) => entry(contextFor(context, item))) },
    ...(rest > 0 ? [{ kind: 'more' as const, label: locale.more(numberText(rest, locale), rest) }] : []),
  ]);
}

/** Topics of the filter; more would not be a choice. */
const MAX_TOPICS = 30;
const MAX_TOPIC_CHARS = 80;

/** Returns the tags of an item. Reads no other member, because a feed may have thousands of items. */
function tagsOf(feed: Feed, id: string): string[] {
  const tags = feed.rawField(id, 'tags');
  return Array.isArray(tags) ? tags.flatMap((tag) => (typeof tag === 'string' ? cleanText(tag.slice(0, MAX_TOPIC_CHARS)) || [] : [])) : [];
}

/** Returns the topics of several items, in the order of their first item. */
const topicsOf = (feed: Feed, ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => tagsOf(feed, id)))].slice(0, MAX_TOPICS);

function entry(context: Context): ListItem {
  const { feed, item, extension, locale } = context;
  const withdrawn = findRetraction(feed, item);
  const word = withdrawn ? locale.withdrawn() : itemStatus(item, locale)?.word;
  const mark = withdrawn ? 'withdrawn' : itemMark(item);
  // Do not repeat the words of a retracted item.
  const title = item.title ?? (withdrawn ? undefined : openingOf(item));
  const meta = join(
    word ? [{ ...span('state', word), mark }] : [],
    [locale.kinds[extension.kind ?? 'statement']],
    time(context, publicationDate(item)),
  );
  return {
    blocks: [...paragraph('title', link(item.url ?? item.external_url, words(context, title), title)), ...paragraph('meta', meta)],
    marks: withdrawn ? ['withdrawn'] : [],
  };
}

/** Maximum characters of a summary, and of a text, that replace a missing title. */
const MAX_SUMMARY = 300;
const MAX_OPENING = 90;

/** Returns the first words of an item without a title. */
function openingOf(item: Item): string {
  const { summary, id } = item;
  const text = summary === undefined ? opening(item, MAX_OPENING) : opening({ content_text: summary } as Item, MAX_SUMMARY);
  return text ?? cleanText(id);
}
