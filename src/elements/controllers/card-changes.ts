/** The changes of an element: the sentence that it announces, and the time of its next change. */
import { nextAppearance } from '../../feed/drafts.js';
import type { Feed } from '../../feed/parse-feed.js';
import { endMs, startMs } from '../../feed/values/zoned-time.js';
import { personsInCustody } from '../../i18n/custody.js';
import type { Item } from '../../feed/schema/schema.js';
import { briefOf } from '../../card/brief.js';
import type { Context } from '../../card/context.js';
import type { ReportedItem } from './event-reporter.js';
import { commaAfter } from '../../i18n/comma.js';
import { statusSentence, stepEndMs } from '../../i18n/sentences.js';

/**
 * Returns the sentence that announces a change. A retraction is announced alone: the other changes no longer matter.
 * @param previous the item that the element reported last
 * @param announcesStatus whether the element also announces a changed status
 */
export function changeSentence(context: Context, previous: ReportedItem, announcesStatus: boolean): string | undefined {
  const { locale, now } = context;
  const { publisher: name, retraction, status } = briefOf(context);
  const { title } = context.item;
  const publisher = title ? name + commaAfter(name) + title : name;
  const before = previous.item?.id === context.item.id ? previous : undefined;
  if (retraction) return before?.retractedBy ? undefined : locale.labelled(publisher, retraction);
  if (!announcesStatus || !before || !status) return undefined;
  return before.retractedBy || status !== statusSentence(before.item!, locale, now) ? locale.changed(publisher, status) : undefined;
}

/**
 * Returns the time of the next change without a new feed: an action begins or ends, the day of a hearing is over, a count of days grows,
 * an item appears. In ms since 1970; Infinity for never.
 * @param now the corrected clock
 */
export function nextChange(item: Item | undefined, feed: Feed | undefined, now: number): number {
  const { actions = [], cases = [], interventions = [] } = item?._placard ?? {};
  const moments = [
    ...actions.flatMap(({ starts, ends, time_zone: zone }) => [starts ? startMs(starts, zone) : 0, ends ? endMs(ends, zone) : 0]),
    ...cases.flatMap(({ next }) => (next ? [stepEndMs(next)] : [])),
    ...(feed ? [nextAppearance(feed.document.items as readonly unknown[], now)] : []),
  ];
  const counts =
    interventions.some(({ reply }) => reply?.state === 'none') || (item && personsInCustody(item).some(({ custody }) => !custody.until));
  if (counts) moments.push(new Date(now).setHours(24, 0, 0, 0));
  return Math.min(Infinity, ...moments.filter((moment) => moment > now));
}
