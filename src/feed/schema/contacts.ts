/** The schema of a contact, and of the recipients of an action. */
import * as z from 'zod/mini';
import { email, id, language, linkUrl, list, may, member, name, nonEmptyText, onion, phone, verbatim } from './basics.js';

const role = z.literal(['press', 'legal', 'support', 'correction', 'general', 'target', 'prison']);
const ROLE = ['Role', 'The kind of contact. The card shows press and correction contacts of the feed on every item.'] as const;
const ID = ['Id', 'The name by which actions and persons refer to this contact.'] as const;

const channels = {
  name: may(name, 'Name', 'The name of the desk or person.'),
  phone: may(phone, 'Telephone', 'One telephone number in the international form. Readers can tap it.'),
  phones: list(phone, 'More numbers', 'Further telephone numbers of the contact.'),
  extension: may(verbatim, 'Extension', 'The extension that follows the first number.'),
  fax: may(phone, 'Fax', 'A fax number, which is never a link to call.'),
  email: may(email, 'E-mail', 'One e-mail address.'),
  emails: list(email, 'More addresses', 'Further e-mail addresses of the contact.'),
  url: may(linkUrl, 'Page', 'A page for contact.'),
  signal: may(verbatim, 'Signal', 'The number or user name on Signal.'),
  whatsapp: may(phone, 'WhatsApp', 'The number on WhatsApp.'),
  telegram: may(verbatim, 'Telegram', 'The user name on Telegram.'),
  pgp: may(verbatim, 'PGP fingerprint', 'The fingerprint of the PGP key, so that a reader can check it.'),
  onion: may(onion, 'Onion service', 'The address of an onion service, for readers whose network is watched.'),
  postal: list(verbatim, 'Postal address', 'The lines of the postal address, the name first.'),
  languages: list(language, 'Languages', 'The languages that this contact understands.'),
  hours: may(name, 'Hours', 'When this contact answers, with the time zone.'),
};

export const contact = z.object({ id: member(id, ...ID), role: member(role, ...ROLE), ...channels });

const inPlace = z.object({ id: may(id, ...ID), role: member(z._default(role, 'target'), ...ROLE), ...channels });

/** The id of a contact, or a contact in place. */
const recipient = z.union([nonEmptyText, inPlace]);

export const contacts = list(contact, 'Contacts', 'The contacts that the actions and persons of this item name.');

export const contactId = may(id, 'Contact', 'The id of a contact of the item or of the feed.');
export const recipients = list(
  recipient,
  'Recipients',
  'Several recipients: ids of contacts, or contacts in place. Each one is reachable.',
);
