/** The schema of a contact, and of the recipients of an action. */
import * as z from 'zod/mini';
import { email, id, language, linkUrl, list, may, member, name, nonEmptyText, onion, optional, phone } from './basics.js';

const role = z.literal(['press', 'legal', 'support', 'correction', 'general', 'target', 'prison']);

const channels = {
  name: optional(name),
  phone: optional(phone),
  phones: list(phone, 'More numbers', 'Further telephone numbers of the contact.'),
  extension: may(name, 'Extension', 'The extension that follows the first number.'),
  fax: may(phone, 'Fax', 'A fax number, which is never a link to call.'),
  email: optional(email),
  emails: list(email, 'More addresses', 'Further e-mail addresses of the contact.'),
  url: optional(linkUrl),
  signal: optional(name),
  whatsapp: may(phone, 'WhatsApp', 'The number on WhatsApp.'),
  telegram: may(name, 'Telegram', 'The user name on Telegram.'),
  pgp: optional(name),
  onion: optional(onion),
  postal: list(name, 'Postal address', 'The lines of the postal address, the name first.'),
  languages: optional(z.array(language)),
  hours: optional(name),
};

export const contact = z.object({ id, role, ...channels });

const inPlace = z.object({ id: optional(id), role: z._default(role, 'target'), ...channels });

/** The id of a contact, or a contact in place. */
const recipient = z.union([nonEmptyText, inPlace]);

export const contacts = list(contact, 'Contacts', 'The contacts that the actions and persons of this item name.');

export const contactId = may(id, 'Contact', 'The id of a contact of the item or of the feed.');
export const recipients = member(
  optional(z.array(recipient)),
  'Recipients',
  'Several recipients: ids of contacts, or contacts in place. Each one is reachable.',
);
