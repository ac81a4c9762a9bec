/** The schemas of the publisher, and of the extension of a feed. */
import * as z from 'zod/mini';
import { date, linkUrl, list, may, member, name, nonNegativeInt, summary, timestamp, webUrl } from './basics.js';
import { contact } from './contacts.js';

export const publisher = z.object({
  name: member(name, 'Name of your organisation', 'The name of the organisation, as readers know it.'),
  url: may(linkUrl, 'Your website', 'The website of the organisation.'),
  about: may(summary, 'One sentence about you', 'One sentence that says who the publisher is.'),
  figures: list(
    z.object({
      value: member(
        z.union([z.number(), name]),
        'Number',
        'The number. A number is written in the way of the reader’s language; a text stays as it is.',
      ),
      qualifier: may(name, 'How exact', 'How exact the number is: the code more-than, or words of your own.'),
      label: member(name, 'What is counted', 'The thing that is counted.'),
      as_of: may(date, 'Known as of', 'The day on which the number was right.'),
    }),
    'Figures about you',
    'Numbers about the publisher, such as its members.',
  ),
  follow: list(
    z.object({
      label: member(name, 'Name', 'The name of the account or page.'),
      url: may(linkUrl, 'Address', 'The address of the account or page.'),
    }),
    'Accounts to follow',
    'Accounts and pages where readers can follow the publisher.',
  ),
  subscribe_url: may(linkUrl, 'Page where readers subscribe', 'The page where readers subscribe to news.'),
  corrections_url: may(linkUrl, 'Page where readers report mistakes', 'The page, or the mailto: address, where readers report a mistake.'),
  logo: may(webUrl, 'Address of your logo', 'The address of the logo.'),
});

export const feedExtension = z.object({
  spec: member(z.literal(1), 'Version of the format', 'The version of this format. A client refuses a version that it does not know.'),
  sequence: member(
    nonNegativeInt,
    'Number of the publication',
    'The number of the publication. Raise it each time: clients never accept a lower one.',
  ),
  epoch: may(
    nonNegativeInt,
    'Epoch',
    'Clients compare it before the sequence. Raise it only after a sequence that was too high by mistake.',
  ),
  generated_at: member(timestamp, 'Made at', 'The moment at which this version was made.'),
  valid_until: may(timestamp, 'Valid until', 'From this moment, the card says that it may be out of date. It hides nothing.'),
  publisher: member(publisher, 'Your organisation', 'The organisation that speaks. Its name is the first line of every card.'),
  contacts: list(contact, 'Contacts', 'The people and desks that an action, or a person in custody, refers to.'),
  mirrors: list(webUrl, 'Mirrors', 'Other addresses of this feed. Pages use them if the first one does not answer.'),
  signatures: list(z.string(), 'Signatures', 'Signatures over the feed. The command “placard sign” writes them; do not edit them.'),
});
