/** The values that publishers write in each field, and the names of the entries of each list, for messages. */

export const DATE = 'a date such as "2026-03-02", "2026-03" or "2026"';
export const DAY = `${DATE}, or { "date": "2026-04", "rel": "by" }`;
export const INSTANT = 'a moment with its time zone, such as "2026-03-02T10:00:00Z"';
export const ADDRESS = 'an absolute address, such as "https://example.org/case"';

/** The expected values, by the pattern of the place or by the name of the last field. */
export const EXPECTED_VALUES: Record<string, string> = {
  '/version': '"https://jsonfeed.org/version/1.1"',
  '/_placard/spec': 'the number 1, the version of this format',
  '/_placard/sequence': 'a whole number, 1 at first, higher with every publication',
  '/_placard/epoch': 'a whole number; remove it, unless a sequence was once too high',
  '/_placard/publisher': 'name and address, such as { "name": "Example Union", "url": "https://example.org/" }',
  '/_placard/contacts/*/id': 'a short name that actions refer to, such as "press"',
  '/_placard/publisher/figures/*/value': 'a number, or a text such as "more than 100"',
  '/_placard/publisher/figures/*/label': 'the unit, such as "members"',
  '/_placard/publisher/follow/*/label': 'a name for readers, such as "Newsletter"',
  '/items': 'the list of statements, or [ ] for an empty feed',
  '/items/*/id': 'a short name that never changes, such as "press-cards-2026"; embeds use it',
  '/items/*/_placard/revision': 'a whole number, 1 at first, higher with every change of this item',
  '/items/*/_placard/retraction': 'date and reason, such as { "at": "2026-03-02", "reason": "…" }',
  '/items/*/_placard/retraction/at': `the day of the retraction, ${DAY}`,
  '/items/*/_placard/cases/*/as_of': `the last day on which the status was known, ${DAY}`,
  '/items/*/_placard/cases/*/forum': 'the court or body, such as "Example Administrative Court"',
  '/items/*/_placard/cases/*/next/date': `the scheduled day, ${DAY}; or set "date_status" to "not-set"`,
  '/items/*/_placard/media/*/alt': 'a description for blind readers, or "" for a decoration',
  '/items/*/_placard/timeline/*/id': 'a short name for the step, such as "filing"',
  '/items/*/_placard/incident/affected/description': 'the affected persons without names, such as "three reporters"',
  item_id: 'the "id" of another item of this feed',
  superseded_by: 'the "id" of the item that replaces it',
  country: 'the two capital letters of the country (ISO 3166-1), such as "KZ" or "GB"',
  language: 'a language tag, such as "en", "fr", "ar" or "zh-Hant"',
  languages: 'language tags, such as ["en", "fr"]',
  generated_at: INSTANT,
  valid_until: INSTANT,
  phone: 'one international number, such as "+44 20 7946 0958" or "+44 20 7946 0958 ext. 12"; a second number belongs in "phones"',
  onion: 'the address of an onion service, version 3, such as "http://5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd.onion/"',
  email: 'one address only, such as "press@example.org"',
};

/** Names for an entry of a list. */
export const LIST_ITEM_NAMES: Record<string, string> = {
  items: 'this statement',
  cases: 'this proceeding',
  timeline: 'this step of the timeline',
  quotes: 'this quote',
  media: 'this picture',
  background: 'this entry of the background',
  contacts: 'this contact',
  actions: 'this action',
  sources: 'this source',
  corrections: 'this correction',
  translations: 'this link to a translation',
  provenance: 'this entry of the provenance',
  figures: 'this figure',
  follow: 'this account to follow',
  external: "this tracker's label",
  mirrors: 'this mirror',
  persons: 'this person',
  charges: 'this charge',
  signatories: 'this signatory',
  interventions: 'this intervention',
  documents: 'this document',
  attachments: 'this attachment',
  actors: 'this actor',
  equipment: 'this piece of equipment',
  history: 'this step of the history',
  to: 'this recipient',
};
