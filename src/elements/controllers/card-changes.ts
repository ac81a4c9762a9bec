/** The changes of an element: the sentence that it announces, and the time of its next change. */
import { earliestMs, latestMs } from '../../feed/values/partial-date.js';
import type { Item } from '../../feed/schema/schema.js';
import { briefOf } from '../../card/brief.js';
import type { Context } from '../../card/context.js';
import type { ReportedItem } from './event-reporter.js';
import { statusSentence } from '../../i18n/sentences.js';

/**
 * Returns the sentence that announces a change. A retraction is announced alone: the other changes no longer matter.
 * @param previous the item that the element reported last
 * @param announcesStatus whether the element also announces a changed status
 */
export function changeSentence(context: Context, previous: ReportedItem, announcesStatus: boolean): string | undefined {
  const { locale } = context;
  const { publisher, retraction, status } = briefOf(context);
  const before = previous.item?.id === context.item.id ? previous : undefined;
  if (retraction) return before?.retractedBy ? undefined : locale.labelled(publisher, retraction);
  if (!announcesStatus || !before || !status) return undefined;
  return before.retractedBy || status !== statusSentence(before.item!, locale) ? locale.changed(publisher, status) : undefined;
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
