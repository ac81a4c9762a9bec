/**
 * The sections of the form, in the order of the card. A section names members of the item. A member of the format that no section names
 * is in the last one, so that a new member appears by itself.
 */
import { fieldsIn, type Field } from './schema.js';

const SECTIONS = {
  headline: ['title', 'summary', '_placard/kind', '_placard/dateline'],
  status: ['_placard/cases', '_placard/persons'],
  happened: ['_placard/incident'],
  actions: ['_placard/actions', '_placard/contacts'],
  timeline: ['_placard/timeline'],
  quotes: ['_placard/quotes'],
  statement: ['content_html', 'content_text'],
  pictures: ['_placard/media', 'image', 'banner_image', '_placard/content_warning'],
  background: ['_placard/background', '_placard/sources', '_placard/documents', 'attachments', '_placard/provenance'],
  voices: ['_placard/signatories', '_placard/signatories_count', '_placard/interventions', 'authors', 'author'],
  languages: ['language', '_placard/translations'],
  publication: ['id', 'url', 'external_url', 'tags', 'date_published', 'date_modified', 'draft', 'publish_at'],
} as const satisfies Record<string, readonly string[]>;

export type SectionName = keyof typeof SECTIONS | 'more';

/** Returns the fields of each section of an item. */
export function itemSections(item: string): [SectionName, Field[]][] {
  const fields = new Map(
    [...fieldsIn(item), ...fieldsIn(`${item}/_placard`)]
      .filter(({ name }) => name !== '_placard')
      .map((field) => [field.pointer.slice(item.length + 1), field]),
  );
  const sections = Object.entries(SECTIONS).map(([name, members]): [SectionName, Field[]] => [
    name as SectionName,
    members.flatMap((member) => {
      // A member may be on the item or on its extension.
      const path = [member, member.replace('_placard/', ''), `_placard/${member}`].find((each) => fields.has(each));
      const field = path === undefined ? undefined : fields.get(path);
      if (path !== undefined) fields.delete(path);
      return field ?? [];
    }),
  ]);
  return [...sections, ['more', [...fields.values()]]];
}

/** Returns the fields of the feed itself: the publisher first. */
export function feedFields(): { publisher: Field[]; feed: Field[] } {
  const extension = fieldsIn('/_placard');
  const isPublisher = ({ name }: Field) => name === 'publisher' || name === 'contacts';
  return {
    publisher: extension.filter(isPublisher),
    feed: [
      ...fieldsIn('').filter(({ name }) => name !== 'items' && name !== '_placard'),
      ...extension.filter((each) => !isPublisher(each)),
    ],
  };
}

/** Optional members that the form always shows. All others have a button. */
const ALWAYS_SHOWN = new Set([
  ...['/title', '/summary', '/content_text', '/url', '/language', '/_placard/dateline'].map((path) => `/items/*${path}`),
  ...['what', 'when', 'place', 'place/name', 'place/country', 'affected', 'affected/count', 'actor'].map(
    (name) => `/items/*/_placard/incident/${name}`,
  ),
  ...['kind', 'filed', 'outcome', 'next', 'next/date', 'forum'].map((name) => `/items/*/_placard/cases/*/${name}`),
  ...['role', 'organisation'].map((name) => `/items/*/_placard/quotes/*/${name}`),
  ...['label', 'contact', 'url'].map((name) => `/items/*/_placard/actions/*/${name}`),
  ...['url', 'credit'].map((name) => `/items/*/_placard/media/*/${name}`),
  ...['name', 'role', 'custody'].map((name) => `/items/*/_placard/persons/*/${name}`),
  '/items/*/_placard/sources/*/url',
  '/items/*/_placard/dateline/place',
  '/_placard/publisher/url',
  ...['name', 'phone', 'email'].map((name) => `/_placard/contacts/*/${name}`),
]);

export const isAlwaysShown = ({ required, pattern }: Field): boolean => required || ALWAYS_SHOWN.has(pattern);

/** Members that the studio sets by itself. They are folded: few people change them. */
const TECHNICAL =
  /\/(id|item_id|revision|of_revision|change|spec|sequence|epoch|generated_at|valid_until|signatures|mirrors|version|superseded_by|retraction|corrections|date_modified)$/;

export const isTechnical = ({ pattern }: Field): boolean =>
  TECHNICAL.test(pattern) && pattern !== '/items/*/_placard/translations/*/item_id';
