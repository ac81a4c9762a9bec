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
          phones: ['+32 2 555 01 02'],
          extension: '12',
          fax: '+32 2 555 01 09',
          emails: ['desk@union.example'],
          whatsapp: '+32 470 55 01 00',
          telegram: '@unionpress',
          postal: ['Press Union', 'Rue Exemple 1', '1000 Brussels'],
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
    authors: [{ name: 'A. Author' }, { name: 'B. Author' }],
    attachments: [
      {
        url: 'https://union.example/one.mp3',
        mime_type: 'audio/mpeg',
        title: 'Recording',
        size_in_bytes: 1200000,
        duration_in_seconds: 240,
      },
    ],
    _placard: {
      kind: 'case',
      revision: 3,
      change: 'update',
      dateline: { place: 'Astana', date: '2025-07-25' },
      media: [{ url: 'https://union.example/one.jpg', alt: 'A door', credit: 'The outlet', caption: 'The ministry' }],
      incident: {
        what: 'Sixteen journalists were refused accreditation.',
        when: { date: '2025-07-15', rel: 'on', text: 'mid-July' },
        place: { name: 'Astana', region: 'Akmola', country: 'KZ' },
        categories: ['accreditation', 'threat'],
        affected: { description: 'journalists', count: 16, killed: 1, injured: 2, held: 3, names: ['N. N.'], affiliation: 'The outlet' },
        actor: { name: 'The ministry', kind: 'state' },
        actors: [{ name: 'A militia', kind: 'military', certainty: 'suspected' }],
        equipment: [{ what: 'laptop', count: 2, state: 'seized' }],
        grounds: 'They worked without it.',
        state: 'active',
      },
      cases: [
        {
          id: 'suit',
          forum: 'Administrative court',
          number: '7-12/2025',
          procedure: 'administrative',
          persons: ['p1'],
          history: [{ date: '2025-07-12', status: 'pending', outcome: 'upheld', text: 'Registered.', source: 'The court' }],
          kind: 'suit',
          filed: '2025-07-11',
          challenges: 'the delay',
          status: 'pending',
          outcome: 'denied',
          compliance: 'unknown',
          as_of: '2025-07-25',
          source: { title: 'The union', url: 'https://union.example/one', publisher: 'The union' },
          external: [{ tracker: 'Tracker', label: 'PENDING', url: 'https://tracker.example/1' }],
          next: {
            type: 'hearing',
            label: 'First hearing',
            date: '2025-09-04',
            date_status: 'scheduled',
            time: '14:30',
            time_zone: 'Asia/Almaty',
            place: 'Room 4',
            url: 'https://court.example/4',
            was: '2025-08-01',
          },
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
      contacts: [{ id: 'minister', role: 'target', name: 'The minister', email: 'minister@ministry.example' }],
      persons: [
        {
          id: 'p1',
          name: 'N. N.',
          named: 'pseudonym',
          role: 'reporter',
          affiliation: 'The outlet',
          image: 'https://union.example/p1.jpg',
          custody: {
            state: 'detained',
            since: '2025-07-20',
            until: '2025-07-24',
            place: 'Remand prison',
            authority: 'The police',
            as_of: '2025-07-25',
            source: 'The lawyer',
          },
          charges: [{ text: 'Spreading lies', law: 'Article 274', status: 'pending', date: '2025-07-21' }],
          sentence: { text: 'Two years', from: '2025-07-22', until: '2027-07-22', suspended: true },
          contact: 'press',
        },
      ],
      signatories: [
        {
          name: 'Another union',
          kind: 'organisation',
          url: 'https://another.example/',
          logo: 'https://another.example/logo.png',
          country: 'FR',
          since: '2025-07-25',
        },
      ],
      signatories_count: 19,
      interventions: [
        {
          id: 'i1',
          kind: 'letter',
          by: 'The union',
          to: 'The ministry',
          date: '2025-07-17',
          text: 'Why?',
          url: 'https://union.example/letter',
          reply: { state: 'received', date: '2025-07-20', text: 'Because.', url: 'https://ministry.example/reply', as_of: '2025-07-25' },
        },
      ],
      documents: [
        {
          title: 'The complaint',
          url: 'https://union.example/complaint.pdf',
          type: 'application/pdf',
          size: 120000,
          language: 'ru',
          date: '2025-07-11',
          kind: 'complaint',
        },
      ],
      content_warning: 'Describes violence.',
      draft: false,
      publish_at: '2025-07-25T09:00:00Z',
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
          to: ['minister', { id: 'court', role: 'target', name: 'The court', email: 'court@court.example' }],
          salutation: 'Dear Minister,',
          points: ['The refusal has no ground.'],
          time_zone: 'Asia/Almaty',
          event: {
            start: '2025-09-01T18:00',
            end: '2025-09-01T20:00',
            time_zone: 'Asia/Almaty',
            place: 'Main square',
            url: 'https://union.example/vigil',
          },
          progress: { count: 1200, goal: 2000, unit: 'signatures', as_of: '2025-07-25' },
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

const ROLES = ['press', 'legal', 'support', 'correction', 'general', 'target', 'prison'];
const ACTORS = [
  'state',
  'court',
  'police',
  'company',
  'non-state',
  'unknown',
  'private-individual',
  'politician',
  'party',
  'criminal-group',
  'military',
  'unknown-persons',
];
const STATUSES = ['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed'];
const OUTCOMES = [
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
  'charges-dropped',
  'upheld',
  'enforced',
  'lapsed',
  'inadmissible',
  'pardoned',
  'conditionally-released',
  'sentence-suspended',
  'violation-found',
  'no-violation-found',
  'struck-out',
  'expired',
];

/** Every member of `wholeFeed` that takes a code, with all its codes. */
export const CODES: Record<string, unknown[]> = {
  '/_placard/spec': [1],
  '/_placard/contacts/0/role': ROLES,
  '/items/0/_placard/contacts/0/role': ROLES,
  '/items/0/_placard/actions/0/to/1/role': ROLES,
  '/items/0/_placard/kind': ['statement', 'case', 'campaign'],
  '/items/0/_placard/change': ['new', 'update', 'correction', 'retraction'],
  '/items/0/_placard/incident/when/rel': ['on', 'by', 'before', 'after', 'since', 'about'],
  '/items/0/_placard/incident/actor/kind': ACTORS,
  '/items/0/_placard/incident/actors/0/kind': ACTORS,
  '/items/0/_placard/incident/actors/0/certainty': ['known', 'suspected', 'claimed'],
  '/items/0/_placard/incident/equipment/0/state': ['seized', 'damaged', 'searched', 'returned'],
  '/items/0/_placard/incident/state': ['active', 'resolved', 'killed', 'impunity', 'fate-unknown'],
  '/items/0/_placard/persons/0/named': ['real', 'pseudonym', 'withheld'],
  '/items/0/_placard/persons/0/custody/state': [
    'free',
    'detained',
    'house-arrest',
    'bail',
    'imprisoned',
    'released',
    'missing',
    'deported',
    'exiled',
    'killed',
    'died-in-custody',
    'unknown',
  ],
  '/items/0/_placard/persons/0/charges/0/status': ['pending', 'dropped', 'convicted', 'acquitted'],
  '/items/0/_placard/signatories/0/kind': ['organisation', 'person'],
  '/items/0/_placard/interventions/0/kind': ['letter', 'urgent-appeal', 'question', 'alert', 'opinion', 'complaint', 'other'],
  '/items/0/_placard/interventions/0/reply/state': ['none', 'received', 'refused'],
  '/items/0/_placard/documents/0/kind': ['ruling', 'complaint', 'opinion', 'letter', 'report', 'other'],
  '/items/0/_placard/cases/0/procedure': [
    'criminal',
    'civil',
    'administrative',
    'constitutional',
    'labour',
    'asylum',
    'regional-court',
    'un-body',
    'other',
  ],
  '/items/0/_placard/cases/0/status': STATUSES,
  '/items/0/_placard/cases/0/history/0/status': STATUSES,
  '/items/0/_placard/cases/0/history/0/outcome': OUTCOMES,
  '/items/0/_placard/cases/0/outcome': OUTCOMES,
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
  '/items/*/_placard/incident/actor': ['name', 'kind'],
  '/items/*/_placard/incident/actors/*': ['kind'],
  '/items/*/_placard/incident/equipment/*': ['what'],
  '/items/*/attachments/*': ['url', 'mime_type'],
  '/items/*/_placard/contacts/*': ['id', 'role'],
  '/items/*/_placard/persons/*': ['id'],
  '/items/*/_placard/persons/*/custody': ['state'],
  '/items/*/_placard/persons/*/charges/*': ['text'],
  '/items/*/_placard/persons/*/sentence': ['text'],
  '/items/*/_placard/signatories/*': ['name'],
  '/items/*/_placard/interventions/*': ['id', 'kind', 'date'],
  '/items/*/_placard/interventions/*/reply': ['state'],
  '/items/*/_placard/documents/*': ['title', 'url'],
  '/items/*/_placard/cases/*/history/*': ['date'],
  '/items/*/_placard/actions/*/event': ['start'],
  '/items/*/_placard/actions/*/progress': ['count'],
  '/items/*/_placard/cases/*': ['id', 'status', 'as_of'],
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
