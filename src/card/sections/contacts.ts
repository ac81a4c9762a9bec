/** The contacts of a card, and the ways to reach them. A card shows those that its own actions and persons name, and the publisher's. */
import { contactUrl, emailUrl, phoneUrl, safeUrl, type SafeUrl } from '../../feed/values/safe-url.js';
import { MAX_SHOWN_CONTACTS, MAX_WAYS } from '../../feed/schema/field-rules.js';
import type { Action, Contact } from '../../feed/schema/schema.js';
import { languageName, listText } from '../../i18n/format.js';
import { orderedContacts } from '../../i18n/sentences.js';
import type { Locale } from '../../i18n/load-locale.js';
import type { Block, Runs } from '../card.js';
import { group, label, lines, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { fill, headWords, isolated, link, span, words } from '../runs.js';

/** A contact, or a recipient in place, which needs no id. */
export type Reachable = Omit<Contact, 'id'> & { readonly id?: string };

/** Roles of the publisher that every card shows. */
const OF_PUBLISHER = /^(press|correction)$/;

function allContacts({ feed, extension }: Context): readonly Contact[] {
  return [...(extension.contacts ?? []), ...(feed.head._placard?.contacts ?? EMPTY_LIST)];
}

const EMPTY_LIST: readonly Contact[] = [];

/** The contacts of each card by their ids: a hundred actions may name a hundred recipients each. */
const contactsById = new WeakMap<Context, ReadonlyMap<string, Contact>>();

/** Returns the contact with an id: of the item, else of the feed. */
export function contactById(context: Context, id: string | undefined): Contact | undefined {
  if (id === undefined) return undefined;
  // Reversed, because the first of two contacts with one id counts, and a map keeps the last.
  const known =
    contactsById.get(context) ??
    new Map(
      allContacts(context)
        .toReversed()
        .map((contact) => [contact.id, contact] as const),
    );
  contactsById.set(context, known);
  return known.get(id);
}

/** Returns the recipients that an action names. An action without one leads nowhere. */
export function recipientsOf(context: Context, { contact, to = [] }: Pick<Action, 'contact' | 'to'>): readonly Reachable[] {
  const named = contactById(context, contact);
  const others = to.map((one) => (typeof one === 'string' ? contactById(context, one) : one));
  return [...new Set([named, ...others])].filter((one) => one !== undefined);
}

/** Returns the contacts that the card shows: the publisher's first, then those that its actions and persons name. */
export function shownContacts(context: Context): readonly Reachable[] {
  const { actions = [], persons = [] } = context.extension;
  const named = new Set<Reachable>([
    ...actions.flatMap((action) => recipientsOf(context, action)),
    ...persons.flatMap(({ contact }) => contactById(context, contact) ?? []),
  ]);
  const all = allContacts(context);
  const own = orderedContacts(all.filter((contact) => named.has(contact) || OF_PUBLISHER.test(contact.role)));
  const ids = new Set<string>();
  const once = own.filter(({ id }) => !ids.has(id) && ids.add(id));
  for (const contact of all) named.delete(contact);
  return [...once, ...named].slice(0, MAX_SHOWN_CONTACTS);
}

/** Returns every shown contact with all its channels. */
export function contactDetails(context: Context): readonly Block[] {
  return shownContacts(context).flatMap((contact) => contactBlock(context, contact));
}

/** A target, such as a minister, looks unlike a contact of the publisher. */
const isOther = ({ role }: Reachable): boolean => role === 'target' || role === 'prison';

function contactBlock(context: Context, contact: Reachable): readonly Block[] {
  const { locale, level } = context;
  const all = Object.entries(channels(context, contact)) as [keyof Locale['channels'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: locale.channels[name], value }));
  return group(isOther(contact) ? 'target' : 'contact', [
    label(level + 1, [locale.roles[contact.role]]),
    ...paragraph('name', headWords(context, contact.name)),
    ...numbersOf(contact).flatMap((number, index) => paragraph('number', phone(context, number, index ? undefined : contact.extension))),
    ...(rows.length ? [{ kind: 'rows' as const, role: 'channels' as const, rows }] : []),
    ...(contact.postal?.length ? paragraph('also', [locale.channels.postal]) : []),
    ...lines(
      'postal',
      (contact.postal ?? []).map((line) => headWords(context, line)),
    ),
  ]);
}

export const numbersOf = ({ phone: first, phones = [] }: Reachable): readonly string[] => [
  ...new Set([...(first ? [first] : []), ...phones].slice(0, MAX_WAYS)),
];
export const emailsOf = ({ email: first, emails = [] }: Reachable): readonly string[] => [
  ...new Set([...(first ? [first] : []), ...emails].slice(0, MAX_WAYS)),
];

/** Returns a contact in one line, without the number or address of the main action. A letter keeps its words for each recipient. */
export function reach(context: Context, contact: Reachable, shown: string | undefined, letter: Letter | undefined): readonly Block[] {
  const { locale } = context;
  const { role, name } = contact;
  const ways = [
    ...numbersOf(contact)
      .filter((number) => phoneUrl(number) !== shown)
      .map((number, index) => phone(context, number, index ? undefined : contact.extension)),
    ...emailsOf(contact)
      .filter((email) => emailUrl(email) !== shown?.split('?')[0])
      .map((email) => mail(context, email, letter)),
  ];
  if (isOther(contact) && contact.postal) ways.push(headWords(context, contact.postal.join(', ')));
  const who: Runs = isOther(contact) && name ? headWords(context, name) : [locale.roles[role]];
  // Cells, so that a copy and the live card break the line at the same places.
  return ways.length ? paragraph('reach', [span('cell', ...who), ...ways.flatMap((way) => [' ', span('cell', ...way)])]) : [];
}

/** The words of a letter that a mail begins with. */
export interface Letter {
  readonly subject: string | undefined;
  readonly body: string | undefined;
}

function mail({ sandboxed }: Context, email: string, letter?: Letter): Runs {
  return link(sandboxed ? undefined : emailUrl(email, letter?.subject, letter?.body), [isolated(email)]);
}

/** Returns the number as the feed writes it, and its extension. */
function phone(context: Context, number: string, extension?: string): Runs {
  const { sandboxed, locale } = context;
  const text = isolated(number);
  const url = extension ? (`${phoneUrl(number)};ext=${extension.replace(/\D/g, '')}` as SafeUrl) : phoneUrl(number);
  const run = sandboxed ? span('phone', text) : ({ kind: 'link', url, role: 'phone', runs: [text] } as const);
  if (!extension) return [run];
  return [run, ' ', ...fill((gap) => locale.extension(gap!), headWords(context, extension))];
}

/** Returns the channels in display order. */
function channels(context: Context, contact: Reachable): Record<keyof Locale['channels'], Runs> {
  const { locale } = context;
  const { url, signal, pgp, onion, languages = [], hours, fax, whatsapp, telegram } = contact;
  const names = languages.map((tag) => languageName(tag, locale));
  return {
    email: emailsOf(contact).flatMap((email, index): Runs => [...(index ? [' '] : []), ...mail(context, email)]),
    url: url ? link(url, [isolated(displayUrl(url))]) : [],
    signal: urlOrWords(context, signal),
    pgp: urlOrWords(context, pgp),
    onion: onion ? link(onion, [isolated(displayUrl(onion))]) : [],
    languages: names.length ? [listText(names, locale)] : [],
    hours: headWords(context, hours),
    fax: fax ? [isolated(fax)] : [],
    whatsapp: whatsapp ? link(contactUrl('whatsapp', whatsapp), [isolated(whatsapp)]) : [],
    telegram: telegram ? link(contactUrl('telegram', telegram), [isolated(telegram)]) : [],
    postal: [],
  };
}

/** Returns a link for an address, and text for a Signal name or the fingerprint of a key. */
function urlOrWords(context: Context, text: string | undefined): Runs {
  const url = text && /^https?:/i.test(text) ? safeUrl(text) : undefined;
  return url ? link(url, [isolated(displayUrl(url))]) : words(context, text);
}

/** Returns an address as people write it. */
function displayUrl(url: string): string {
  return url.replace(/^https?:\/\/|\/$/g, '').replace(/^(mailto|tel):/, '');
}
