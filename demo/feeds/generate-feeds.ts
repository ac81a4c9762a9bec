/**
 * Generates feeds from ../feed.json: the feed of three earlier days, and one feed for each item. People write the sample in ../feed.json.
 * This file contains only the differences of the earlier days. The translations belong to the last day.
 * `node --import tsx demo/feeds/generate-feeds.ts` writes the files. test/e2e/sample.node.ts fails if one is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { safeUrl } from '../../src/feed/values/safe-url.js';
import {
  parsePartialDate,
  type FeedExtension,
  type FeedHead,
  type Incident,
  type Item,
  type ItemExtension,
  type PartialDate,
} from '../../src/feed/index.js';

type SampleItem = Item & { content_text: string; _placard: ItemExtension };
type Sample = FeedHead & { _placard: FeedExtension; items: SampleItem[] };

const MAIN = 'kz-accreditation-2025';
/** The sentence by which each text declares itself a sample. An earlier day has another one. */
const SAMPLE = /This is a sample: .*? did not publish it\./;
/** This item uses the present tense of the release, so the earlier days omit it. */
const UNDATED = 'central-asia-shutdowns';

const feed = JSON.parse(readFileSync(new URL('../feed.json', import.meta.url), 'utf8')) as Sample;
const main = feed.items.find(({ id }) => id === MAIN)!;

interface Step {
  day: string;
  title: string;
  summary: string;
  incident: Partial<Incident>;
  challenges: string;
  /** The speakers whose statements were known on that day. */
  speakers: string[];
  /** The first paragraphs. The paragraphs about earlier incidents and the release follow. */
  text: string[];
}

const DELAY = 'The delay of the review of the renewal applications';
const REFUSED: Partial<Incident> = { what: 'The ministry refused accreditation to sixteen journalists of Radio Azattyq.' };
const PENDING = 'The suit is pending, and no date has been set for a hearing.';

const steps: Step[] = [
  {
    day: '2025-07-11',
    title: 'Radio Azattyq sues over delayed accreditations in Kazakhstan',
    summary:
      'Radio Azattyq filed an administrative suit on 11 July 2025: the Ministry of Foreign Affairs has put off its review of the accreditations of seven journalists. They expired by April, and no hearing date has been set.',
    incident: {
      what: 'The ministry has not decided on the applications to renew the accreditations of seven journalists of Radio Azattyq, and has extended its review by two months. The accreditations have expired.',
      when: { date: '2025-04', rel: 'by' },
      affected: { ...main._placard.incident!.affected!, count: 7 },
      grounds: undefined,
    },
    challenges: DELAY,
    speakers: ['Radio Azattyq'],
    text: [
      'Radio Azattyq, the Kazakh service of RFE/RL (Radio Free Europe/Radio Liberty), has taken the Ministry of Foreign Affairs of Kazakhstan to court over accreditations that it has left undecided.',
      paragraphStartingWith('In February 2025'),
      paragraphStartingWith('On 11 July 2025'),
      PENDING,
    ],
  },
  {
    day: '2025-07-15',
    title: main.title!,
    summary:
      'The Ministry of Foreign Affairs denied sixteen Radio Azattyq journalists accreditation on 15 July 2025, on the ground that they had worked without it. A suit that the outlet had filed four days earlier, over a delayed review, is pending.',
    incident: REFUSED,
    challenges: `${DELAY}, not the refusal that followed on 15 July 2025`,
    speakers: ['Radio Azattyq', 'Ministry of Foreign Affairs'],
    text: [
      paragraphStartingWith('On 15 July 2025'),
      paragraphStartingWith('In February 2025'),
      paragraphStartingWith('On 11 July 2025'),
      paragraphStartingWith('The suit is'),
      PENDING,
    ],
  },
  {
    day: '2025-07-17',
    title: main.title!,
    summary:
      "On 17 July 2025 the Ministry of Foreign Affairs declined the conciliation that the court had proposed in Radio Azattyq's suit over a delayed review; no hearing date has been set. Two days earlier it had denied accreditation to sixteen of the outlet's journalists, on the ground that they had worked without it.",
    incident: REFUSED,
    challenges: `${DELAY}, not the refusal that followed on 15 July 2025`,
    speakers: ['Radio Azattyq', 'Ministry of Foreign Affairs'],
    text: [
      paragraphStartingWith('On 15 July 2025'),
      paragraphStartingWith('In February 2025'),
      paragraphStartingWith('On 11 July 2025'),
      paragraphStartingWith('The suit is'),
      paragraphStartingWith('On 17 July 2025'),
      PENDING,
    ],
  },
];

/** Returns the documents by their file name. */
export function derived(): Record<string, object> {
  const files: Record<string, object> = {};
  for (const [index, step] of steps.entries()) files[`${step.day}.json`] = feedOn(step, index + 1);
  for (const item of feed.items)
    files[`${item.id === MAIN ? 'case' : item.id}.json`] = { ...withMovedUrls(feed), items: [withMovedUrls(item)] };
  return files;
}

export function printed(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function feedOn(step: Step, sequence: number): Sample {
  const { figures: _published, ...publisher } = feed._placard.publisher;
  return {
    ...withMovedUrls(feed),
    description: `A sample campaign feed, as it would have stood on ${inWords(step.day)}. The Placard project reconstructed that day in its own words from a later public press release of the International Federation of Journalists (IFJ). The IFJ did not publish this feed.`,
    _placard: {
      ...feed._placard,
      sequence,
      generated_at: `${step.day}T12:00:00Z`,
      publisher: {
        ...publisher,
        about: publisher.about!.replace(
          'a sample: the Placard project compiled it from a public',
          'a sample: the Placard project reconstructed it from a later public',
        ),
      },
    },
    items: [mainItemOn(step, sequence), ...feed.items.filter(({ id }) => !id.startsWith(MAIN) && id !== UNDATED).map(reconstructedItem)],
  };
}

function mainItemOn(step: Step, revision: number): SampleItem {
  const { day, title, summary } = step;
  const {
    _placard: { translations: _later, ...extension },
    ...rest
  } = withMovedUrls(main);
  return {
    ...rest,
    title,
    summary,
    content_text: [
      ...step.text,
      paragraphStartingWith('In 2022'),
      paragraphStartingWith('In August 2024'),
      paragraphStartingWith('On 18 October 2024'),
      reconstruction(`on ${inWords(day)}`),
      paragraphStartingWith('The release spells'),
    ].join('\n\n'),
    date_published: steps[0]!.day,
    ...(revision > 1 && { date_modified: day }),
    _placard: {
      ...extension,
      revision,
      change: revision > 1 ? 'update' : 'new',
      dateline: { date: day },
      incident: { ...extension.incident, ...step.incident },
      cases: extension.cases!.map((proceeding) => ({ ...proceeding, challenges: step.challenges, as_of: day })),
      timeline: extension.timeline!.filter(({ date }) => dayOf(date) <= day),
      background: extension.background!.filter(({ date }) => date),
      quotes: extension.quotes!.filter(({ speaker }) => step.speakers.includes(speaker)),
      sources: extension.sources!.filter(({ publisher }) => publisher !== 'Human Rights Watch'),
      provenance: reconstructed(inWords(day)),
    },
  };
}

/** Returns an older item, which is the same on each day and so has the same revision. */
function reconstructedItem(item: SampleItem): SampleItem {
  return {
    ...item,
    content_text: item.content_text.replace(SAMPLE, reconstruction('in mid-July 2025')),
    date_published: steps[0]!.day,
    _placard: { ...item._placard, revision: 1, change: 'new', provenance: reconstructed('mid-July 2025') },
  };
}

function reconstruction(when: string): string {
  return `This is a sample and a reconstruction: the Placard project put together, in its own words, how things stood ${when}, from a press release that the International Federation of Journalists (IFJ) made public later. The IFJ did not publish this text.`;
}

function reconstructed(day: string): ItemExtension['provenance'] {
  return [
    {
      role: 'publisher',
      name: `Placard project: reconstruction of ${day}, compiled from a later public press release, not published by the IFJ`,
      alterations: 'edited',
    },
    {
      role: 'author',
      name: 'International Federation of Journalists, of the later press release',
      url: safeUrl('https://www.ifj.org/'),
      alterations: 'none',
    },
  ];
}

/** Returns a paragraph of the main item by its first words. */
function paragraphStartingWith(start: string): string {
  const found = main.content_text.split('\n\n').filter((paragraph) => paragraph.startsWith(start));
  if (found.length !== 1) throw new Error(`${found.length} paragraphs begin with "${start}"`);
  return found[0]!;
}

/** Returns a copy with relative URLs for this folder, which is below the folder of ../feed.json. */
function withMovedUrls<T extends { url?: string; image?: string; home_page_url?: string; _placard?: unknown }>(part: T): T {
  const copy = { ...part };
  for (const key of ['url', 'image', 'home_page_url'] as const) if (copy[key] && !URL.canParse(copy[key])) copy[key] = `../${copy[key]}`;
  const extension = copy._placard as ItemExtension | undefined;
  if (extension?.media) copy._placard = { ...extension, media: extension.media.map(withMovedUrls) };
  return copy;
}

/** Returns the day of a date, the last day of a limit, or the first day of a month or year. */
function dayOf(date: PartialDate): string {
  const { components: parts } = parsePartialDate(date)!;
  return [String(parts.year), ...[parts.month ?? 1, parts.day ?? 1].map((part) => String(part).padStart(2, '0'))].join('-');
}

function inWords(day: string): string {
  return `${Number(day.slice(8))} July 2025`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, document] of Object.entries(derived())) writeFileSync(new URL(name, import.meta.url), printed(document));
}
