/** Documents for the tests of the feed: one that has every member, and the means to change one place of it. */

export type JsonObject = Record<string, unknown>;

export const FEED_URL = 'https://feeds.example/placard/feed.json';

const VERSION = 'https://jsonfeed.org/version/1.1';

/** Every member that the format names, each of them good. A new copy each time. */
export function wholeFeed(): JsonObject {
  return {
    version: VERSION,
    title: 'Press Union',
    home_page_url: 'https://union.example/',
    feed_url: FEED_URL,
    description: 'Statements',
    icon: 'https://union.example/icon.png',
    favicon: 'https://union.example/favicon.ico',
    author: { name: 'Press Union', url: 'https://union.example/', avatar: 'https://union.example/avatar.png' },
    authors: [{ name: 'Press Union', url: 'https://union.example/', avatar: 'https://union.example/avatar.png' }],
    language: 'en',
    expired: false,
    _placard: {
      spec: 1,
      sequence: 42,
      epoch: 1,
      generated_at: '2025-07-25T09:07:00Z',
      valid_until: '2025-08-25T09:07:00+05:00',
      publisher: {
        name: 'Press Union',
        url: 'https://union.example/',
        about: 'We defend journalists.',
        figures: [
          { value: 600000, qualifier: 'more-than', label: 'journalists', as_of: '2025' },
          { value: 'many', label: 'countries' },
        ],
        follow: [{ label: 'News', url: 'https://union.example/news' }],
        subscribe_url: 'https://union.example/subscribe',
        corrections_url: 'mailto:corrections@union.example',
        logo: 'https://union.example/logo.svg',
      },
      contacts: [
        {
          id: 'press',
          role: 'press',
          name: 'Press desk',
          phone: '+32 2 555 01 00',
          email: 'press@union.example',
          url: 'https://union.example/press',
          signal: 'union.01',
          pgp: 'D0D0 CAFE',
          onion: 'http://5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd.onion/',
          languages: ['en', 'kk-Arab-CN'],
          hours: '9–17',
        },
      ],
      mirrors: ['https://mirror.example/feed.json'],
      signatures: ['e30..AA'],
    },
    items: [wholeItem('one'), { id: 'two', title: 'Another' }],
  };
}

function wholeItem(id: string): JsonObject {
  return {
    id,
    url: 'https://union.example/one',
    external_url: 'https://other.example/one',
    title: 'Refused',
    summary: 'Sixteen were refused.',
    content_html: '<p>Refused</p>',
    content_text: 'Refused',
    image: 'https://union.example/one.jpg',
    banner_image: 'https://union.example/banner.jpg',
    date_published: '2025-07-25T09:07:00Z',
    date_modified: '2025-07-26T09:07:00Z',
    language: 'en',
    tags: ['press freedom'],
    author: { name: 'A. Author' },
    authors: [{ name: 'A. Author' }],
    _placard: {
      kind: 'case',
      revision: 3,
      change: 'update',
      dateline: { place: 'Astana', date: '2025-07-25' },
      media: [{ url: 'https://union.example/one.jpg', alt: 'A door', credit: 'The outlet', caption: 'The ministry' }],
      incident: {
        what: 'Sixteen journalists were refused accreditation.',
        when: { date: '2025-07-15', rel: 'on', text: 'mid-July' },
        place: { name: 'Astana', country: 'KZ' },
        categories: ['accreditation'],
        affected: { description: 'journalists', count: 16, names: ['N. N.'], affiliation: 'The outlet' },
        actor: { name: 'The ministry', kind: 'state' },
        grounds: 'They worked without it.',
        state: 'active',
      },
      cases: [
        {
          id: 'suit',
          forum: 'Administrative court',
          kind: 'suit',
          filed: '2025-07-11',
          challenges: 'the delay',
          status: 'pending',
          outcome: 'denied',
          compliance: 'unknown',
          as_of: '2025-07-25',
          source: { title: 'The union', url: 'https://union.example/one', publisher: 'The union' },
          external: [{ tracker: 'Tracker', label: 'PENDING', url: 'https://tracker.example/1' }],
          next: { type: 'hearing', label: 'First hearing', date: '2025-09', date_status: 'scheduled' },
        },
      ],
      timeline: [
        { id: 't1', date: { date: '2025-02', rel: 'since' }, text: 'Asked.', kind: 'application', source: 'The union' },
        { id: 't2', date: '2025', text: 'Refused.' },
      ],
      background: [{ date: '2024', text: 'Before.', url: 'https://union.example/before' }],
      quotes: [
        {
          text: 'It is an attack.',
          form: 'indirect',
          speaker: 'S. Speaker',
          role: 'Secretary',
          organisation: 'The union',
          language: 'en',
          source: 'The union',
        },
      ],
      retraction: { at: '2025-08', reason: 'Not ours.' },
      superseded_by: 'two',
      sources: [{ title: 'Release', url: 'https://union.example/one', publisher: 'The union' }],
      actions: [
        {
          id: 'write',
          type: 'write',
          label: 'Write',
          url: 'https://union.example/write',
          contact: 'press',
          subject: 'The refusal',
          text: 'Dear press desk',
          starts: '2025-07',
          ends: '2025-12-31',
        },
      ],
      provenance: [{ role: 'publisher', name: 'The union', url: 'https://union.example/', at: '2025-07-25', alterations: 'none' }],
      corrections: [{ at: '2025-07-26', revision: 2, text: 'A name was misspelt.' }],
      translations: [{ language: 'kk', item_id: 'two', kind: 'official', of_revision: 3 }],
    },
  };
}

/** A feed of these items; `head` goes into its `_placard`, or takes it away with `null`. */
export function feedOf(items: unknown[], head: JsonObject | null = {}, more: JsonObject = {}): JsonObject {
  const extension = { spec: 1, sequence: 1, generated_at: '2025-07-25T09:07:00Z', publisher: { name: 'Press Union' }, ...head };
  return { version: VERSION, title: 'Press Union', ...more, ...(head && { _placard: extension }), items };
}

/** An item with an extension that lacks nothing; `more` goes into the extension. */
export function itemOf(id: unknown, more: JsonObject = {}): JsonObject {
  return { id, title: 'Refused', _placard: { kind: 'case', revision: 1, ...more } };
}

export const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

const isOwner = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Returns the value at a JSON Pointer; undefined if the document has no such place. */
export function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of keysOf(pointer)) found = isOwner(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

export const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'));
export const keyOf = (pointer: string) => keysOf(pointer).at(-1)!;

/** A copy with another value there; `undefined` takes a member away, or an element, so that the rest moves up. */
export function changed<T>(value: T, pointer: string, other: unknown): T {
  const copy = structuredClone(value);
  const owner = at(copy, parentOf(pointer)) as Record<string, unknown>;
  const key = keyOf(pointer);
  if (other !== undefined) owner[key] = other;
  else if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
  return copy;
}

/** The pointers of everything in a value, itself (`''`) included. */
export function pointers(value: unknown, pointer = ''): string[] {
  if (!isOwner(value)) return [pointer];
  const below = Object.entries(value).flatMap(([key, part]) =>
    pointers(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [pointer, ...below];
}

/** Every member of `wholeFeed` that takes a code, with all its codes. */
export const CODES: Record<string, unknown[]> = {
  '/_placard/spec': [1],
  '/_placard/contacts/0/role': ['press', 'legal', 'support', 'correction', 'general'],
  '/items/0/_placard/kind': ['statement', 'case', 'campaign'],
  '/items/0/_placard/change': ['new', 'update', 'correction', 'retraction'],
  '/items/0/_placard/incident/when/rel': ['on', 'by', 'before', 'after', 'since', 'about'],
  '/items/0/_placard/incident/actor/kind': ['state', 'court', 'police', 'company', 'non-state', 'unknown'],
  '/items/0/_placard/incident/state': ['active', 'resolved'],
  '/items/0/_placard/cases/0/status': ['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed'],
  '/items/0/_placard/cases/0/outcome': [
    'granted',
    'partly-granted',
    'denied',
    'convicted',
    'acquitted',
    'quashed',
    'settled',
    'dismissed',
    'withdrawn',
    'archived',
    'reversed',
  ],
  '/items/0/_placard/cases/0/compliance': ['unknown', 'complied', 'partial', 'ignored'],
  '/items/0/_placard/cases/0/next/type': ['hearing', 'ruling', 'deadline', 'release', 'other'],
  '/items/0/_placard/cases/0/next/date_status': ['not-set', 'scheduled', 'postponed', 'held', 'cancelled'],
  '/items/0/_placard/timeline/0/date/rel': ['on', 'by', 'before', 'after', 'since', 'about'],
  '/items/0/_placard/quotes/0/form': ['direct', 'indirect'],
  '/items/0/_placard/actions/0/type': ['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend', 'report-correction'],
  '/items/0/_placard/provenance/0/role': ['author', 'publisher', 'distributor', 'translator', 'mirror'],
  '/items/0/_placard/provenance/0/alterations': ['none', 'excerpted', 'translated', 'edited'],
  '/items/0/_placard/translations/0/kind': ['original', 'official', 'machine'],
};

/** The members that cannot be missing, by the pointer of their owner with `*` for a place in an array. */
const REQUIRED: Record<string, string[]> = {
  '': ['version', 'items'],
  '/_placard': ['spec', 'sequence', 'generated_at', 'publisher'],
  '/_placard/publisher': ['name'],
  '/_placard/publisher/figures/*': ['value', 'label'],
  '/_placard/publisher/follow/*': ['label'],
  '/_placard/contacts/*': ['id', 'role'],
  '/items/*': ['id'],
  '/items/*/_placard': ['kind', 'revision'],
  '/items/*/_placard/dateline': ['date'],
  '/items/*/_placard/media/*': ['alt'],
  '/items/*/_placard/incident/when': ['date'],
  '/items/*/_placard/incident/place': ['country'],
  '/items/*/_placard/incident/affected': ['description'],
  '/items/*/_placard/incident/actor': ['name', 'kind'],
  '/items/*/_placard/cases/*': ['id', 'forum', 'status', 'as_of'],
  '/items/*/_placard/cases/*/source': ['title'],
  '/items/*/_placard/cases/*/external/*': ['tracker', 'label'],
  '/items/*/_placard/cases/*/next': ['type', 'date', 'date_status'], // the date, since it is scheduled
  '/items/*/_placard/timeline/*': ['id', 'date', 'text'],
  '/items/*/_placard/timeline/*/date': ['date'],
  '/items/*/_placard/background/*': ['text'],
  '/items/*/_placard/quotes/*': ['text', 'form', 'speaker'],
  '/items/*/_placard/retraction': ['at', 'reason'],
  '/items/*/_placard/sources/*': ['title'],
  '/items/*/_placard/actions/*': ['id', 'type'],
  '/items/*/_placard/provenance/*': ['role', 'name'],
  '/items/*/_placard/corrections/*': ['at', 'revision', 'text'],
  '/items/*/_placard/translations/*': ['language', 'item_id', 'kind'],
};

export const isRequired = (pointer: string) => !!REQUIRED[parentOf(pointer).replace(/\/\d+/g, '/*')]?.includes(keyOf(pointer));
