/** The contacts of a card, and the ways to reach them. A card shows those that its own actions and persons name, and the publisher's. */
import { emailUrl, phoneUrl, type SafeUrl } from '../../feed/values/safe-url.js';
import { MAX_SHOWN_CONTACTS, MAX_WAYS } from '../../feed/schema/field-rules.js';
import type { Action, Contact } from '../../feed/schema/schema.js';
import { orderedContacts } from '../../i18n/sentences.js';
import type { Block, Runs } from '../card.js';
import { paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { cells, fill, headWords, isolated, link, span } from '../runs.js';

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

/** A target, such as a minister, looks unlike a contact of the publisher. */
export const isOther = ({ role }: Reachable): boolean => role === 'target' || role === 'prison';

export const numbersOf = ({ phone: first, phones = [] }: Reachable): readonly string[] => [
  ...new Set([...(first ? [first] : []), ...phones].slice(0, MAX_WAYS)),
];
export const emailsOf = ({ email: first, emails = [] }: Reachable): readonly string[] => [
  ...new Set([...(first ? [first] : []), ...emails].slice(0, MAX_WAYS)),
];

/** The addresses that actions call, and whether the action says who answers. */
export type ShownCalls = ReadonlyMap<string | undefined, boolean>;

/**
 * Returns a contact in one line, without the numbers and addresses that the actions show, and without its role where an action says it. A
 * letter keeps its words for each recipient.
 */
export function reach(context: Context, contact: Reachable, shown: ShownCalls, letter: Letter | undefined): readonly Block[] {
  const { locale } = context;
  const { role, name, postal = [] } = contact;
  const [numbers, emails] = [numbersOf(contact), emailsOf(contact)];
  const otherNumbers = numbers.filter((number) => !shown.has(phoneUrl(number)));
  const otherEmails = emails.filter((email) => !shown.has(emailUrl(email)));
  const isNamed = !isOther(contact) && [...numbers.map(phoneUrl), ...emails.map((email) => emailUrl(email))].some((url) => shown.get(url));
  const who: Runs =
    isOther(contact) && name ? fill((gap) => locale.labelled(gap!, ''), headWords(context, name)) : isNamed ? [] : [locale.roles[role]];
  const ways = [
    ...otherNumbers.map((number) => phone(context, number, number === numbers[0] ? contact.extension : undefined)),
    ...otherEmails.map((email) => mail(context, email, letter)),
  ];
  // The first line of an address is often the name.
  if (isOther(contact)) ways.push(headWords(context, postal.slice(postal[0] === name ? 1 : 0).join(', ')));
  return cells(...ways).length ? paragraph('reach', cells(who, ...ways)) : [];
}

/** The words of a letter that a mail begins with. */
export interface Letter {
  readonly subject: string | undefined;
  readonly body: string | undefined;
}

export function mail({ sandboxed }: Context, email: string, letter?: Letter): Runs {
  return link(sandboxed ? undefined : emailUrl(email, letter?.subject, letter?.body), [isolated(email)]);
}

/** Returns the number as the feed writes it, and its extension. */
export function phone(context: Context, number: string, extension?: string): Runs {
  const { sandboxed } = context;
  const text = isolated(number);
  const url = callUrl(number, extension);
  const run = sandboxed ? span('phone', text) : ({ kind: 'link', url, role: 'phone', runs: [text] } as const);
  return [run, ...extensionRuns(context, extension)];
}

/** Returns the address that calls a number, and its extension after the answer (RFC 3966). */
export const callUrl = (number: string, extension?: string): SafeUrl =>
  extension ? (`${phoneUrl(number)};ext=${extension.replace(/\D/g, '')}` as SafeUrl) : phoneUrl(number);

/** Returns the extension as it follows a number. */
export const extensionRuns = (context: Context, extension: string | undefined): Runs =>
  extension ? [' ', ...fill((gap) => context.locale.extension(gap!), headWords(context, extension))] : [];
