/** Each contact with all its channels. */
import { contactUrl, safeUrl } from '../../feed/values/safe-url.js';
import { detailsOf, type Details } from '../../i18n/details.js';
import { languageName, listText } from '../../i18n/names.js';
import type { Block, Runs } from '../card.js';
import { group, label, lines, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { headWords, isolated, link, words } from '../runs.js';
import { emailsOf, isOther, mail, numbersOf, phone, shownContacts, type Reachable } from '../sections/contacts.js';

/** Returns each contact of the card with all its channels. `besideActions` omits those of which the actions show all. */
export function contactDetails(context: Context, besideActions = false): readonly Block[] {
  return shownContacts(context).flatMap((contact) => contactBlock(context, contact, besideActions));
}

function contactBlock(context: Context, contact: Reachable, besideActions: boolean): readonly Block[] {
  const { locale, level } = context;
  const all = Object.entries(channels(context, contact)) as [keyof Details['channels'], Runs][];
  const rows = all.filter(([, value]) => value.length).map(([name, value]) => ({ term: detailsOf(locale).channels[name], value }));
  const isShown = rows.length === (emailsOf(contact).length ? 1 : 0) && !contact.name && !contact.postal;
  if (besideActions && isShown) return [];
  return group(isOther(contact) ? 'target' : 'contact', [
    label(level + 1, [locale.roles[contact.role]]),
    ...paragraph('name', headWords(context, contact.name)),
    ...numbersOf(contact).flatMap((number, index) => paragraph('number', phone(context, number, index ? undefined : contact.extension))),
    ...(rows.length ? [{ kind: 'rows' as const, role: 'channels' as const, rows }] : []),
    ...(contact.postal?.length ? paragraph('also', [detailsOf(locale).channels.postal]) : []),
    ...lines(
      'postal',
      (contact.postal ?? []).map((line) => headWords(context, line)),
    ),
  ]);
}

/** Returns the channels in display order. */
function channels(context: Context, contact: Reachable): Record<keyof Details['channels'], Runs> {
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
