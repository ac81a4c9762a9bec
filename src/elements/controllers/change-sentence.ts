/** The sentence that announces a change of a card. */
import { briefOf } from '../../card/brief.js';
import type { Context } from '../../card/context.js';
import { commaAfter } from '../../i18n/comma.js';
import { statusSentence } from '../../i18n/item-status.js';
import type { ReportedItem } from './event-reporter.js';

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
