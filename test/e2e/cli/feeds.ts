/** A feed without problems, in which tests break one place. Fictional. */

export type Json = Record<string, unknown>;

/** The day on which the feed has no problems. */
export const TODAY = '2026-03-09';

export const soundFeed = (): Json => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Union',
  home_page_url: 'https://example.org/',
  feed_url: 'https://example.org/feed.json',
  language: 'en',
  _placard: {
    spec: 1,
    sequence: 3,
    generated_at: '2026-03-02T10:00:00Z',
    valid_until: '2026-12-31T00:00:00Z',
    publisher: { name: 'Example Union', url: 'https://example.org/', corrections_url: 'https://example.org/corrections' },
    contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958', email: 'press@example.org' }],
    mirrors: ['https://mirror.example.org/feed.json'],
  },
  items: [
    {
      id: 'press-cards',
      url: 'https://example.org/press-cards',
      title: 'Three press cards withdrawn',
      summary: 'The ministry withdrew the press cards of three reporters.',
      content_text: 'The ministry withdrew the press cards of three reporters.\n\nThey sued.',
      image: 'https://example.org/cards.png',
      date_published: '2026-02-20T10:00:00Z',
      date_modified: '2026-03-02T10:00:00Z',
      language: 'en',
      tags: ['accreditation'],
      _placard: {
        kind: 'case',
        revision: 2,
        change: 'update',
        dateline: { place: 'Exampletown', date: '2026-02-20' },
        media: [{ url: 'https://example.org/cards.png', alt: 'Three cards on a table.', credit: 'Example Union' }],
        incident: {
          what: 'The ministry withdrew three press cards.',
          when: { date: '2026-02', rel: 'by' },
          place: { name: 'Exampletown', country: 'GB' },
          affected: { description: 'three reporters', count: 3 },
          actor: { name: 'Example Ministry', kind: 'state' },
          state: 'active',
        },
        cases: [
          {
            id: 'suit',
            forum: 'Example Administrative Court',
            status: 'pending',
            as_of: '2026-03-02',
            next: { type: 'hearing', date: '2026-04-14', date_status: 'scheduled' },
          },
        ],
        timeline: [{ id: 'withdrawn', date: '2026-02-18', text: 'The cards are withdrawn.' }],
        quotes: [
          { text: 'We will not be silent.', form: 'direct', speaker: 'Example Union', source: 'Press conference of 20 February 2026' },
        ],
        sources: [{ title: 'Decision of the ministry', url: 'https://example.org/decision' }],
        actions: [
          { id: 'call', type: 'contact', contact: 'press' },
          { id: 'share', type: 'share' },
        ],
      },
    },
  ],
});

/** Returns the feed with another value at a JSON Pointer; `undefined` removes the field. */
export function withPart(at: string, value: unknown, feed: Json = soundFeed()): Json {
  const names = at.split('/').slice(1);
  const last = names.pop()!;
  let owner = feed as Record<string, unknown>;
  for (const name of names) owner = owner[name] as Record<string, unknown>;
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return feed;
}
