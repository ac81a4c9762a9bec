/** The calls to action and the contacts. */
import { earliestMs, latestMs } from '../../feed/values/partial-date.js';
import { nullObject } from '../../feed/schema/compiled-runtime.js';
import type { Action, Contact, Publisher } from '../../feed/schema/schema.js';
import { emailUrl, phoneUrl, safeUrl, type SafeUrl } from '../../feed/values/safe-url.js';
import { languageName, listText, whenOf } from '../../i18n/format.js';
import { orderedContacts, recipientOf } from '../../i18n/sentences.js';
import type { Locale } from '../../i18n/load-locale.js';
import type { ActionBlock, Block, Paragraph, Runs } from '../card.js';
import { group, label, paragraph } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { actionLink, destination, fill, headWords, isolated, link, span, words } from '../runs.js';

/** Returns the main action, then the other actions and the contacts. */
export function actions(context: Context): readonly Block[] {
  const { feed, extension } = context;
  const contacts = orderedContacts(feed.head._placard?.contacts ?? []);
  const all = (extension.actions ?? [])
    .filter(({ type }) => type !== 'report-correction')
    .map((action) => actionBlock(context, action, recipientOf(action, contacts)));
  const first = all.find(({ url, share }) => url && !share) ?? contactAction(context, contacts);
  const others = all.filter((each) => each !== first);
  const shown = first?.url;
  return group('act', [
    ...(first ? [{ ...first, primary: true }] : []),
    ...group('others', [...others, ...contacts.flatMap((contact) => reach(context, contact, shown))]),
    ...(others.some(({ share }) => share) ? [sharedNote(context)] : []),
  ]);
}

/** Returns an action for the first contact with a number or an e-mail address, for a feed without a main action. */
function contactAction(context: Context, contacts: readonly Contact[]): ActionBlock | undefined {
  const contact = contacts.find(({ phone, email }) => phone ?? email);
  return contact && actionBlock(context, Object.assign(nullObject(), { id: contact.id, type: 'contact' } as const), contact);
}

function actionBlock(context: Context, action: Action, recipient: Contact | undefined): ActionBlock {
  const { locale, feed, item, pageUrl, sandboxed } = context;
  const text = action.label ? words(context, action.label) : [locale.actions[action.type]];
  const closed = closedSentence(context, action);
  const share = action.type === 'share' && !closed ? { url: item.url, pageUrl, title: item.title } : undefined;
  const target = closed || share ? undefined : targetOf(action, recipient, feed.head._placard?.publisher);
  const opensApplication = /^(tel|mailto):/.test(target ?? '');
  const url = sandboxed && opensApplication ? undefined : target;
  const called = action.type === 'contact' ? calledBy(target, recipient) : undefined;
  const base = { kind: 'action' as const, action, url, primary: false, closed, share, icon: iconOf(action, target) };
  if (!called) return { ...base, caption: [], label: target ? [...text, ...destination(action.label, target)] : text };
  const caption = action.label ? text : [locale.roles[recipient!.role]];
  return { ...base, caption, label: [isolated(called)] };
}

/** Returns the number or e-mail address of an action, as the feed writes it. */
function calledBy(url: string | undefined, contact: Contact | undefined): string | undefined {
  if (url?.startsWith('tel:')) return contact?.phone;
  return url?.startsWith('mailto:') ? contact?.email : undefined;
}

function iconOf({ type }: Action, url: string | undefined): ActionBlock['icon'] {
  if (url?.startsWith('tel:')) return 'phone';
  if (url?.startsWith('mailto:')) return 'mail';
  return type === 'write' || type === 'sign' ? 'pen' : 'link';
}

/** Returns a contact in one line, without the number or address of the main action. */
function reach(context: Context, { role, phone: number, email }: Contact, shown: string | undefined): readonly Block[] {
  const { sandboxed, locale } = context;
  const ways = [
    number && phoneUrl(number) !== shown ? phone(context, number) : [],
    email && emailUrl(email) !== shown?.split('?')[0] ? link(sandboxed ? undefined : emailUrl(email), [isolated(email)]) : [],
  ].filter(({ length }) => length);
  return ways.length ? paragraph('reach', [locale.roles[role], ...ways.flatMap((way) => [' ', ...way])]) : [];
}

/** Returns every contact with all its channels. */
export function contactDetails(context: Context): readonly Block[] {
  const contacts = orderedContacts(context.feed.head._placard?.contacts ?? []);
  return contacts.flatMap((contact) => contactBlock(context, contact));
}

function closedSentence({ now, locale }: Context, { starts, ends }: Action): string | undefined {
  if (ends && now >= latestMs(ends)) return locale.closedAction(whenOf(ends, locale)!);
  return starts && now < earliestMs(starts) ? locale.notYetOpen(whenOf(starts, locale)!) : undefined;
}

/** Returns the target of an action: its own address, the publisher's address for this type, or the contact. */
function targetOf(
  { type, url, subject, text }: Action,
  recipient: Contact | undefined,
  publisher: Publisher | undefined,
): SafeUrl | undefined {
  if (type === 'write' && recipient?.email && !url) return emailUrl(recipient.email, subject, text);
  if (url) return url;
  const offered = {
    __proto__: null,
    subscribe: publisher?.subscribe_url,
    follow: publisher?.follow?.find((place) => place.url)?.url,
    'report-correction': publisher?.corrections_url,
  };
  return offered[type as keyof typeof offered] ?? channelOf(recipient, subject, text) ?? (type === 'follow' ? publisher?.url : undefined);
}

function channelOf(contact: Contact | undefined, subject?: string, text?: string): SafeUrl | undefined {
  if (contact?.phone) return phoneUrl(contact.phone);
  return contact?.email ? emailUrl(contact.email, subject, text) : contact?.url;
}

/** Returns the result of sharing; empty before. */
function sharedNote({ locale, item, shared, pageUrl = '' }: Context): Paragraph {
  const text = { copied: [locale.copied], manual: [locale.copyByHand, ' ', isolated(item.url ?? pageUrl)] };
  return { kind: 'paragraph', role: 'shared', runs: shared ? text[shared] : [] };
}

function contactBlock(context: Context, contact: Contact): readonly Block[] {
  const { locale, level } = context;
  const all = Object.entries(channels(context, contact)) as [keyof Locale['channels'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: locale.channels[name], value }));
  return group('contact', [
    label(level + 1, [locale.roles[contact.role]]),
    ...paragraph('name', headWords(context, contact.name)),
    ...(contact.phone ? paragraph('number', phone(context, contact.phone)) : []),
    ...(rows.length ? [{ kind: 'rows' as const, role: 'channels' as const, rows }] : []),
  ]);
}

/** Returns the number as the feed writes it. */
function phone({ sandboxed }: Context, number: string): Runs {
  const text = isolated(number);
  return sandboxed ? [span('phone', text)] : [{ kind: 'link', url: phoneUrl(number), role: 'phone', runs: [text] }];
}

/** Returns the channels in display order. */
function channels(context: Context, contact: Contact): Record<keyof Locale['channels'], Runs> {
  const { locale, sandboxed } = context;
  const { email, url, signal, pgp, onion, languages = [], hours } = contact;
  const names = languages.map((tag) => languageName(tag, locale));
  return {
    email: email ? link(sandboxed ? undefined : emailUrl(email), [isolated(email)]) : [],
    url: url ? link(url, [isolated(displayUrl(url))]) : [],
    signal: urlOrWords(context, signal),
    pgp: urlOrWords(context, pgp),
    onion: onion ? link(onion, [isolated(displayUrl(onion))]) : [],
    languages: names.length ? [listText(names, locale)] : [],
    hours: headWords(context, hours),
  };
}

/** Returns a link for an address, and text for a Signal name or the fingerprint of a key. */
function urlOrWords(context: Context, text: string | undefined): Runs {
  const url = text && /^https?:/i.test(text) ? safeUrl(text) : undefined;
  return url ? link(url, [isolated(displayUrl(url))]) : headWords(context, text);
}

/** Returns an address as people write it. */
function displayUrl(url: string): string {
  return url.replace(/^https?:\/\/|\/$/g, '').replace(/^(mailto|tel):/, '');
}

const REPORT: Action = Object.assign(nullObject(), { id: 'report-correction', type: 'report-correction' } as const);

/** Returns the link to report a mistake. Without an address, returns a sentence that names the publisher. */
export function correction(context: Context): readonly Block[] {
  const { locale, feed, extension, item, publisher: name } = context;
  const { publisher, contacts = [] } = feed.head._placard ?? EMPTY;
  const action = extension.actions?.find(({ type }) => type === 'report-correction') ?? REPORT;
  const recipient =
    contacts.find(({ id }) => id === action.contact) ?? contacts.find(({ role }) => role === 'correction') ?? orderedContacts(contacts)[0];
  const url = targetOf(action, recipient, publisher) ?? publisher?.url ?? feed.head.home_page_url ?? item.url;
  if (!url)
    return paragraph(
      'correct',
      fill((gap) => locale.correctionsGoTo(gap!), headWords(context, name)),
    );
  const text = action.label ? words(context, action.label) : [locale.actions['report-correction']];
  return paragraph('correct', actionLink(action, url, text, 'correction'));
}
