/** The changes of an element: the sentence that it announces, and the time of its next change. */
import { earliestMs, latestMs } from '../../feed/values/partial-date.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Context } from '../../card/context.js';
import type { Locale } from '../../i18n/load-locale.js';
import { whenOf } from '../../i18n/format.js';
import type { ReportedItem } from './event-reporter.js';
import { statusSentence } from '../../i18n/sentences.js';

/**
 * Returns the sentence that announces a change. A retraction is announced alone: the other changes no longer matter.
 * @param previous the item that the element reported last
 * @param retractedBy the item with the retraction
 * @param announcesStatus whether the element also announces a changed status
 */
export function changeSentence(
  { item, locale, publisher }: Pick<Context, 'item' | 'locale' | 'publisher'>,
  previous: ReportedItem,
  retractedBy: Item | undefined,
  announcesStatus: boolean,
): string | undefined {
  const isSameItem = previous.item?.id === item.id;
  if (retractedBy) return isSameItem && previous.retractedBy ? undefined : locale.labelled(publisher, retractionText(retractedBy, locale));
  const status = announcesStatus && isSameItem && statusSentence(item, locale);
  if (!status || (!previous.retractedBy && status === statusSentence(previous.item!, locale))) return undefined;
  return locale.changed(publisher, status);
}

function retractionText({ _placard }: Item, locale: Locale): string {
  const at = _placard?.retraction?.at;
  return locale.withdrawn(at ? whenOf(at, locale) : undefined);
}

/** Returns the time of the next change without a new feed, for example the end of an action. In ms since 1970; Infinity for never. */
export function nextChange(item: Item | undefined): number {
  const now = Date.now();
  const moments = (item?._placard?.actions ?? []).flatMap(({ starts, ends }) => [
    starts ? earliestMs(starts) : 0,
    ends ? latestMs(ends) : 0,
  ]);
  return Math.min(Infinity, ...moments.filter((moment) => moment > now));
}
