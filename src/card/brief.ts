/** Builds the words of a card for places where only plain text fits: titles, descriptions, oEmbed and announcements. */
import type { Item } from '../feed/schema/schema.js';
import { findRetraction } from '../feed/translations.js';
import { formatWhen } from '../i18n/format.js';
import { statusSentence } from '../i18n/item-status.js';
import type { Locale } from '../i18n/load-locale.js';
import { asOfDate } from '../i18n/sentences.js';
import type { Brief } from './card.js';
import { EMPTY, type Context } from './context.js';

export function briefOf({ feed, item, locale, publisher, now }: Context): Brief {
  const retractedBy = findRetraction(feed, item);
  const title = item.title ?? publisher;
  const date = asOfDate(item) ?? feed.head._placard?.generated_at;
  const asOf = date && capitalize(locale.asOf(formatWhen(date, locale)!) + locale.stop, locale.tag);
  if (!retractedBy)
    return {
      publisher,
      title,
      summary: item.summary ?? item.title ?? '',
      retraction: undefined,
      status: statusSentence(item, locale, now),
      asOf,
    };
  const { reason } = retractedBy._placard?.retraction ?? EMPTY;
  const retraction = withdrawalSentence(retractedBy, locale);
  const summary = [retraction + locale.stop, ...(reason ? [locale.withdrawnReason(reason)] : [])].join(' ');
  return { publisher, title: locale.labelled(locale.withdrawn(), title), summary, retraction, status: '', asOf };
}

/** Returns what a card says of a retraction. @param item the retraction itself */
export function withdrawalSentence(item: Item, locale: Locale): string {
  const { at } = item._placard?.retraction ?? EMPTY;
  return locale.withdrawn(at === undefined ? undefined : formatWhen(at, locale));
}

const capitalize = (sentence: string, language: string) => sentence.slice(0, 1).toLocaleUpperCase(language) + sentence.slice(1);
