/** The feed to start from: valid at once, without a word that nobody said, and with remarks where there is more to say. */
import type { CommandTime } from '../io/clock.js';
import { fieldNamesAt } from '../../lint/schema-lookup.js';
import type { Json } from '../../lint/json-pointer.js';
import { isClosedStatus } from '../../lint/rules/dates.js';

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

export function createFeedTemplate(answers: Answers, { instant, day, asGiven }: CommandTime): Json {
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
      'Every "_comment" is a remark for you: pages ignore it, and "placard revise FILE --first" takes all of them out.',
      '"placard validate FILE" tells at any time what is wrong or missing, and what to write.',
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
            'An office, never a private number: it stays on other pages for good. More channels: "signal", "onion", "pgp", "hours".',
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
          'Add "url": the page of this statement on your own site, and "content_text": the full statement, its paragraphs parted by \\n\\n.',
        _placard: { _comment: unusedFieldsHint(Object.keys(omitUndefined(extension))), ...extension },
      },
    ],
  }) as Json;
}

const NEXT_HINT =
  'Add "next" once you know it: { "type": "hearing", "date_status": "scheduled", "date": "2026-04-14" }, or "date_status": "not-set" where it is certain that there is no date.';

/** What the format has room for and the feed does not use yet. */
function unusedFieldsHint(used: string[]): string {
  const more = fieldNamesAt('/items/0/_placard').filter(
    (name) => !used.includes(name) && name !== 'retraction' && name !== 'superseded_by',
  );
  return `There is room for more: ${more.join(', ')}. Most needed are "sources", "timeline" and "incident"; name no affected person without need.`;
}

/** "Three press cards withdrawn" as "three-press-cards-withdrawn"; a script without letters of ours gets the day. */
function idFrom(title: string, day: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.slice(0, 6).join('-') ?? `statement-${day}`;
}

/** Without the members that have no value. */
function omitUndefined(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
