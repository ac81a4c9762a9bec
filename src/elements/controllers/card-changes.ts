/** What changes in an element: what is spoken of it, and what time alone changes. */
import { earliestMs, latestMs } from '../../feed/values/partial-date.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Context } from '../../card/context.js';
import type { Locale } from '../../i18n/load-locale.js';
import { whenOf } from '../../i18n/format.js';
import type { ReportedItem } from './event-reporter.js';
import { statusSentence } from '../../i18n/sentences.js';

/**
 * Returns the one sentence that is spoken of a change: a withdrawal and nothing else, since then nothing else is true.
 * @param before what the element told last
 * @param withdrawing the item that withdraws this one
 * @param statuses whether the element speaks of a changed status too
 */
export function changeSentence(
  { item, locale, publisher }: Pick<Context, 'item' | 'locale' | 'publisher'>,
  before: ReportedItem,
  withdrawing: Item | undefined,
  statuses: boolean,
): string | undefined {
  const same = before.item?.id === item.id;
  if (withdrawing) return same && before.retractedBy ? undefined : locale.labelled(publisher, withdrawalText(withdrawing, locale));
  const status = statuses && same && statusSentence(item, locale);
  if (!status || (!before.retractedBy && status === statusSentence(before.item!, locale))) return undefined;
  return locale.changed(publisher, status);
}

function withdrawalText({ _placard }: Item, locale: Locale): string {
  const at = _placard?.retraction?.at;
  return locale.withdrawn(at ? whenOf(at, locale) : undefined);
}

/** Returns when the passing of time alone changes what is shown (an action ends), ms since 1970; Infinity for never. */
export function nextChange(item: Item | undefined): number {
  const now = Date.now();
  const moments = (item?._placard?.actions ?? []).flatMap(({ starts, ends }) => [
    starts ? earliestMs(starts) : 0,
    ends ? latestMs(ends) : 0,
  ]);
  return Math.min(Infinity, ...moments.filter((moment) => moment > now));
}
