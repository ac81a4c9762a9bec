/** Creates a feed to start from: valid at once, with the given answers alone, and with comments about more fields. */
import type { EditTime } from './edit-time.js';
import { fieldNamesAt } from '../lint/schema-lookup.js';
import type { Json } from '../lint/json-pointer.js';
import { isClosedStatus } from '../lint/rules/dates.js';

export interface Answers {
  publisher?: string;
  url?: string;
  feedUrl?: string;
  language?: string;
  phone?: string;
  email?: string;
  title?: string;
  summary?: string;
  kind?: string;
  forum?: string;
  status?: string;
  id?: string;
}

export function createFeedTemplate(answers: Answers, { instant, day, asGiven }: EditTime): Json {
  const { publisher, url, feedUrl, language, phone, email, title, summary, kind, forum, status } = answers;
  const extension = {
    kind,
    revision: 1,
    change: 'new',
    dateline: { date: day },
    cases:
      forum === undefined
        ? undefined
        : [{ _comment: status && !isClosedStatus(status) ? NEXT_HINT : undefined, id: 'proceeding-1', forum, status, as_of: day }],
    actions: [
      { id: 'contact', type: 'contact', contact: 'press' },
      { id: 'correct', type: 'report-correction', contact: 'press' },
      { id: 'share', type: 'share' },
    ],
  };
  const item = { id: answers.id ?? idFrom(title ?? '', day), title, summary, date_published: asGiven, language };
  return omitUndefined({
    _comment: [
      'Pages ignore each "_comment", and "placard revise FILE --initial" removes them.',
      '"placard validate FILE" lists the problems, with a fix for each.',
    ],
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher,
    home_page_url: url,
    feed_url: feedUrl,
    language,
    _placard: {
      spec: 1,
      sequence: 1,
      generated_at: instant,
      publisher: { name: publisher, url },
      contacts: [
        {
          _comment:
            'Use the number of an office, never a private one: other pages keep it. More channels: "signal", "onion", "pgp", "hours".',
          id: 'press',
          role: 'press',
          phone,
          email,
        },
      ],
    },
    items: [
      {
        ...item,
        _comment:
          'Add "url": the page of this statement on your own site. Add "content_text": the full statement, with \\n\\n between paragraphs.',
        _placard: { _comment: unusedFieldsHint(Object.keys(omitUndefined(extension))), ...extension },
      },
    ],
  }) as Json;
}

const NEXT_HINT =
  'Add "next" when you know the next step: { "type": "hearing", "date_status": "scheduled", "date": "2026-04-14" }. If it has no date yet, write "date_status": "not-set".';

/** Returns a comment that names the unused fields of the format. */
function unusedFieldsHint(used: string[]): string {
  const more = fieldNamesAt('/items/0/_placard').filter(
    (name) => !used.includes(name) && name !== 'retraction' && name !== 'superseded_by',
  );
  return `More fields: ${more.join(', ')}. The most important ones are "sources", "timeline" and "incident". Do not name affected persons without need.`;
}

/** Returns "three-press-cards-withdrawn" for "Three press cards withdrawn"; the day for a title without Latin letters or digits. */
function idFrom(title: string, day: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.slice(0, 6).join('-') ?? `statement-${day}`;
}

/** Returns the value without undefined fields. */
function omitUndefined(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
