/** The time of the next change of a card. */
import { nextAppearance } from '../../feed/drafts.js';
import type { Feed } from '../../feed/parse-feed.js';
import { endMs, startMs } from '../../feed/values/zoned-time.js';
import type { Item } from '../../feed/schema/schema.js';
import { personsInCustody } from '../../i18n/persons.js';
import { stepEndMs } from '../../i18n/sentences.js';

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
