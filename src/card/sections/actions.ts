/** The calls to action: the main one, the others, the letters with their words, the contacts, and the link to report a mistake. */
import { endMs, startMs } from '../../feed/values/zoned-time.js';
import { nullObject } from '../../feed/schema/compiled-runtime.js';
import type { Action, Publisher } from '../../feed/schema/schema.js';
import { emailUrl, type SafeUrl } from '../../feed/values/safe-url.js';
import { untilText, formatWhen } from '../../i18n/format.js';
import type { ActionBlock, Block, Paragraph, Runs } from '../card.js';
import { group, paragraph } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { isRefused } from '../refused.js';
import { actionLink, destination, fill, headWords, isolated, words } from '../runs.js';
import { actionWords, letterOf } from './action-words.js';
import {
  callUrl,
  contactById,
  emailsOf,
  extensionRuns,
  isOther,
  numbersOf,
  reach,
  recipientsOf,
  shownContacts,
  type Reachable,
  type ShownCalls,
} from './contacts.js';

/** Returns the main action with its words and recipients, then the same for the others, and the contacts of the publisher. */
export function actions(context: Context): readonly Block[] {
  const offered = (context.extension.actions ?? []).filter(({ type }) => type !== 'report-correction');
  const contacts = shownContacts(context);
  const all = offered.map((action) => actionBlock(context, action, recipientsOf(context, action)));
  const first = all.find(({ url, share }) => url && !share) ?? pressAction(context, contacts);
  const shares = all.filter(({ share }) => share);
  const others = all.filter((each) => each !== first && !each.share);
  const calls = [first, ...all.filter(({ action }) => action.type === 'contact')];
  const shown = new Map(calls.map((each) => [each?.url?.split(/[?;]/, 1)[0], !!each?.caption.length]));
  const lines = reachAll(context, offered, contacts, shown);
  const linesOf = (wanted: (contact: Reachable) => boolean) => contacts.filter(wanted).flatMap((contact) => lines.get(contact)!);
  const wordsOf = (action: Action | undefined) => (action && hasWords(action) ? actionWords(context, action) : []);
  const addressed = new Set(first && recipientsOf(context, first.action).filter(isOther));
  return group('act', [
    ...(first ? [{ ...usable(context, first), primary: true }] : []),
    ...group(
      'others',
      linesOf((contact) => addressed.has(contact)),
    ),
    ...wordsOf(first?.action),
    ...group('others', [
      ...others.map((each) => usable(context, each)),
      ...linesOf((contact) => isOther(contact) && !addressed.has(contact)),
      ...shares,
      ...linesOf((contact) => !isOther(contact)),
    ]),
    ...[...others, ...shares].flatMap(({ action }) => wordsOf(action)),
    ...(shares.length ? [sharedNote(context)] : []),
  ]);
}

/** Returns whether an action has words that its link does not say. */
export const hasWords = ({ event, progress, salutation, subject, text, points }: Action): boolean =>
  [event, progress, salutation, subject, text, points].some((one) => one !== undefined);

/** Mails of one card that begin with the words of a letter. The card shows the letter too, so the others can be written by hand. */
const MAX_LETTERS = 20;

/** Returns the line of each contact. A recipient of several letters gets the first. */
function reachAll(
  context: Context,
  offered: readonly Action[],
  contacts: readonly Reachable[],
  shown: ShownCalls,
): ReadonlyMap<Reachable, readonly Block[]> {
  const letters = new Map<Reachable, Action>();
  for (const action of offered) {
    if (action.type !== 'write' || !hasWords(action)) continue;
    for (const one of recipientsOf(context, action)) if (!letters.has(one)) letters.set(one, action);
  }
  let left = MAX_LETTERS;
  const line = (contact: Reachable) => {
    const mails = emailsOf(contact).length;
    const own = letters.get(contact);
    const letter = own && mails <= left ? letterOf(own) : undefined;
    if (letter) left -= mails;
    return reach(context, contact, shown, letter);
  };
  return new Map(contacts.map((contact) => [contact, line(contact)]));
}

/** Returns an action for the press contact, for a feed without a main action. */
function pressAction(context: Context, contacts: readonly Reachable[]): ActionBlock | undefined {
  const contact = contacts.find((one) => one.role === 'press' && (one.phone ?? one.email));
  return contact && actionBlock(context, Object.assign(nullObject(), { id: contact.id!, type: 'contact' } as const), [contact]);
}

function actionBlock(context: Context, action: Action, recipients: readonly Reachable[]): ActionBlock {
  const { locale, feed, item, pageUrl } = context;
  const text = action.label ? words(context, action.label) : [locale.actions[action.type]];
  const closed = closedSentence(context, action);
  const share = action.type === 'share' && !closed ? { url: item.url, pageUrl, title: item.title } : undefined;
  const url = closed || share || isRefused(context, action) ? undefined : targetOf(action, recipients, feed.head._placard?.publisher);
  const called = action.type === 'contact' ? calledBy(url, recipients[0]) : undefined;
  const note = closed ?? (action.ends ? untilText(action.ends, locale) : undefined);
  const base = { kind: 'action' as const, action, url, primary: false, note, share, icon: iconOf(action, url) };
  if (!called) return { ...base, caption: [], label: url ? [...text, ...destination(action.label, url)] : text };
  const caption = action.label ? text : [locale.roles[recipients[0]!.role]];
  const extension = extensionRuns(context, url!.startsWith('tel:') ? recipients[0]!.extension : undefined);
  return { ...base, caption, label: [isolated(called), ...extension] };
}

/** Returns an action that works. It stays the main action, since its number is there to read and to copy. */
const usable = (context: Context, block: ActionBlock): ActionBlock => ({ ...block, url: usableUrl(context, block.url, 'act') });

/** Returns an address that a link can open: for a number in a frame that blocks it, its place on the page of the item. */
function usableUrl({ sandboxed, item }: Context, url: SafeUrl | undefined, place: string): SafeUrl | undefined {
  if (!sandboxed || !/^(tel|mailto):/.test(url ?? '')) return url;
  return item.url && (`${item.url.split('#')[0]}#${place}` as SafeUrl);
}

/** Returns the number or e-mail address of an action, as the feed writes it. */
function calledBy(url: string | undefined, contact: Reachable | undefined): string | undefined {
  if (!contact) return undefined;
  if (url?.startsWith('tel:')) return numbersOf(contact)[0];
  return url?.startsWith('mailto:') ? emailsOf(contact)[0] : undefined;
}

function iconOf({ type }: Action, url: string | undefined): ActionBlock['icon'] {
  if (url?.startsWith('tel:')) return 'phone';
  if (url?.startsWith('mailto:')) return 'mail';
  return type === 'write' || type === 'sign' ? 'pen' : 'link';
}

/** A day begins and ends in the zone of the action. Without one, it ends in the last zone on earth. */
function closedSentence({ now, locale }: Context, { starts, ends, time_zone: zone }: Action): string | undefined {
  if (ends && now >= endMs(ends, zone)) return locale.closedAction(formatWhen(ends, locale)!);
  return starts && now < startMs(starts, zone) ? locale.notYetOpen(formatWhen(starts, locale)!) : undefined;
}

/** Returns the target of an action: its own address, a recipient that it names, or the publisher's address for this type. */
function targetOf(action: Action, recipients: readonly Reachable[], publisher: Publisher | undefined): SafeUrl | undefined {
  const { type, url, contact, to, event } = action;
  if (url) return url;
  if (type === 'write') {
    const letter = hasWords(action) ? letterOf(action) : undefined;
    const email = recipients.flatMap(emailsOf)[0];
    return email ? emailUrl(email, letter?.subject, letter?.body) : recipients.find((one) => one.url)?.url;
  }
  // A name that the feed does not have leads nowhere, not to the address of the publisher.
  if ((contact !== undefined || to) && !recipients.length) return undefined;
  const offered = {
    __proto__: null,
    subscribe: publisher?.subscribe_url,
    follow: publisher?.follow?.find((place) => place.url)?.url,
    'report-correction': publisher?.corrections_url,
    attend: event?.url,
  };
  const own = offered[type as keyof typeof offered];
  if (own) return own;
  for (const one of recipients) {
    const [[number], [email]] = [numbersOf(one), emailsOf(one)];
    if (number) return callUrl(number, one.extension);
    if (email) return emailUrl(email, action.subject, action.text);
    if (one.url) return one.url;
  }
  return type === 'follow' ? publisher?.url : undefined;
}

/** Returns the result of sharing; empty before. */
function sharedNote({ locale, item, shared, pageUrl = '' }: Context): Paragraph {
  const text = { copied: [locale.copied], manual: [locale.copyByHand, ' ', isolated(item.url ?? pageUrl)] };
  return { kind: 'paragraph', role: 'shared', runs: shared ? text[shared] : [] };
}

const REPORT: Action = Object.assign(nullObject(), { id: 'report-correction', type: 'report-correction' } as const);

/** Returns the link to report a mistake. Without an address, returns a sentence that names the publisher, if it has a name. */
export function correction(context: Context): readonly Block[] {
  const { locale, feed, extension, item, publisher: name } = context;
  const { publisher } = feed.head._placard ?? EMPTY;
  const action: Action = extension.actions?.find(({ type }) => type === 'report-correction') ?? REPORT;
  const isNowhere = isRefused(context, action) || (action.contact !== undefined && !contactById(context, action.contact));
  const shown: readonly Reachable[] = shownContacts(context);
  const named = recipientsOf(context, action);
  const recipient = shown.find(({ role }) => role === 'correction') ?? shown.find(({ role }) => role === 'press');
  const url = isNowhere
    ? undefined
    : (targetOf(action, named, publisher) ??
      targetOf(REPORT, recipient ? [recipient] : [], publisher) ??
      publisher?.url ??
      feed.head.home_page_url ??
      item.url);
  if (!url) {
    const sentence = () => fill((gap) => locale.correctionsGoTo(gap!), headWords(context, name));
    return name ? paragraph('correct', sentence()) : [];
  }
  const text: Runs = action.label ? words(context, action.label) : [locale.actions['report-correction']];
  return paragraph('correct', actionLink(action, usableUrl(context, url, 'correct') ?? url, text, 'correction'));
}
