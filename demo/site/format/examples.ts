/**
 * The examples of the reference: real values from the sample feeds of the demo, and the picture of what they become. The card is built
 * twice, with the value and without it; the part that differs is the picture.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCard } from '../../../src/card/build-card.js';
import type { CardInput } from '../../../src/card/context.js';
import { renderHtml } from '../../../src/card/html.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { earliestMs } from '../../../src/feed/values/partial-date.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { droppedWith, enumValuesAt } from '../../../src/lint/schema-lookup.js';
import { sanitizeToHtml } from '../../../src/node/io/sanitize-html.js';
import { aliases } from './members.js';
import { pictureOf, type Picture } from './picture.js';
import { changed, FEED_URL, wholeFeed, type JsonObject } from '../../../test/unit/feed/feed-fixtures.js';

export interface Example {
  readonly value: unknown;
  /** The part of the card that exists because of the value: `all` if it makes the whole card; undefined if readers do not see it. */
  readonly picture?: Picture | 'all';
}

const demo = fileURLToPath(new URL('../../', import.meta.url));

/** The feeds in which examples are looked up, the most readable first. The last one has every member. */
function sampleFeeds(): JsonObject[] {
  const names = [
    'feed.json',
    ...readdirSync(`${demo}feeds`)
      .filter((name) => /^example-.*\.json$/.test(name))
      .map((name) => `feeds/${name}`),
  ];
  const english = names.filter((name) => !/arabic|long|many|plain/.test(name));
  const feeds = english.map((name) => JSON.parse(readFileSync(demo + name, 'utf8')) as JsonObject);
  const whole = wholeFeed();
  const withdrawn = wholeFeed();
  const [item] = whole.items as [{ _placard: JsonObject }];
  // A withdrawn item shows nothing else.
  for (const name of ['retraction', 'superseded_by']) delete item._placard[name];
  return [...feeds, whole, withdrawn];
}

let feeds: JsonObject[] | undefined;
/** Building cards takes seconds for all members together. */
const found = new Map<string, Promise<Example | undefined>>();

/** Returns an example of a member; undefined if no sample feed has it. Prefers one that changes the card. */
export function exampleOf(path: string): Promise<Example | undefined> {
  const example = found.get(path) ?? findExample(path);
  found.set(path, example);
  return example;
}

async function findExample(path: string): Promise<Example | undefined> {
  feeds ??= sampleFeeds();
  let hidden: Example | undefined;
  for (const place of placesOf(path))
    for (const feed of feeds) {
      const keys = find(feed, place.split('.'));
      if (!keys) continue;
      const value = keys.reduce<unknown>((at, key) => (at as JsonObject)[key], feed);
      const picture = await pictureFor(feed, keys);
      if (picture) return { value, picture };
      hidden ??= { value };
    }
  return hidden;
}

/** Returns the path, and the paths at which the same member of the same object occurs. */
function placesOf(path: string): string[] {
  const end = path.lastIndexOf('.');
  const others = end < 0 ? [] : (aliases.get(path.slice(0, end)) ?? []);
  return [path, ...others.map((object) => object + path.slice(end))];
}

/** Returns the keys to the first value of a path. Tries each entry of a list. */
function find(value: unknown, [step, ...rest]: readonly string[]): string[] | undefined {
  if (step === undefined) return [];
  const name = step.replace('[]', '');
  const child = (value as JsonObject | undefined)?.[name];
  if (child === undefined) return undefined;
  const options = step.endsWith('[]') ? (Array.isArray(child) ? Object.keys(child).map((index) => [name, index]) : []) : [[name]];
  for (const keys of options) {
    const below = find(
      keys.reduce<unknown>((at, key) => (at as JsonObject)[key], value),
      rest,
    );
    if (below) return [...keys, ...below];
  }
  return undefined;
}

const YEAR_MS = 365 * 86_400_000;

/** Returns the part of the card that the value makes. Looks again a year later, because some members are for the time after a date. */
async function pictureFor(feed: JsonObject, keys: readonly string[]): Promise<Picture | 'all' | undefined> {
  const made = earliestMs((feed._placard as { generated_at?: string } | undefined)?.generated_at ?? '2026-05-04T10:00:00Z');
  for (const other of withOtherValues(feed, keys))
    for (const now of [made, made + YEAR_MS]) {
      const card = await originalCard(feed, keys, now);
      const picture = card && pictureOf(card, (await cardHtml(other, keys, now)) ?? '');
      if (picture) return picture;
    }
  return undefined;
}

/** Returns the feed without the value if the parser drops nothing else for it, and the feed with another value. */
function withOtherValues(feed: JsonObject, keys: readonly string[]): JsonObject[] {
  const pointer = `/${keys.join('/')}`;
  const value = keys.reduce<unknown>((at, key) => (at as JsonObject)[key], feed);
  const canMiss = typeof value === 'object' || droppedWith(pointer, false) === pointer;
  const values = [...(canMiss ? [undefined] : []), ...otherValue(pointer, value)];
  return values.map((other) => changed(feed, pointer, other) as JsonObject);
}

/** Returns a list with another value of the same type; an empty list for an object or a list. */
function otherValue(pointer: string, value: unknown): unknown[] {
  const codes = enumValuesAt(pointer);
  if (codes.length) return codes.filter((code) => code !== value).slice(0, 1);
  if (typeof value === 'number') return [value + 1];
  if (typeof value !== 'string') return [];
  if (pointer.endsWith('/language')) return ['fr'];
  if (/^https?:/.test(value)) return ['https://example.com/other'];
  return [/^\d{4}(-|$)/.test(value) ? value.replace(/^\d{4}/, '2001') : 'Other words'];
}

const statements = new Map<string, string | undefined>();

/** Sanitizes each statement once: only what it does with addresses depends on the feed. */
function sanitized(html: string, feed: Feed): string | undefined {
  const key = [feed.base, feed.address, feed.head._placard?.publisher.url, html].join(' ');
  if (!statements.has(key)) statements.set(key, sanitizeToHtml(html, feed));
  return statements.get(key);
}

/** The cards of the sample feeds, which are the same for each of their members. */
const originals = new WeakMap<JsonObject, Map<string, Promise<string | undefined>>>();

function originalCard(feed: JsonObject, keys: readonly string[], now: number): Promise<string | undefined> {
  const cards = originals.get(feed) ?? new Map<string, Promise<string | undefined>>();
  originals.set(feed, cards);
  const key = `${keys[0] === 'items' ? keys[1] : ''} ${now}`;
  const card = cards.get(key) ?? cardHtml(feed, keys, now);
  cards.set(key, card);
  return card;
}

/** Returns the open card of the item to which the keys lead, as HTML; undefined if the feed does not have the item. */
async function cardHtml(document: JsonObject, keys: readonly string[], now: number): Promise<string | undefined> {
  const own = keys[0] === 'items' && keys[1] !== undefined ? (document.items as JsonObject[])[Number(keys[1])] : undefined;
  let feed;
  try {
    feed = parseFeed(structuredClone(document), FEED_URL);
  } catch {
    return undefined; // a feed without a required member shows no card
  }
  const item = selectItem(feed, { id: own && String(own.id), original: true, now });
  if (!item) return undefined;
  const language = item.language ?? 'en';
  const validUntil = feed.head._placard?.valid_until;
  const outdated = validUntil !== undefined && earliestMs(validUntil) < now;
  const freshness = { status: 'fresh', outdated } as const;
  const locale = await loadLocale(language);
  const input: CardInput = { feed, item, locale, language, level: 3, now, freshness, saysFreshness: true, original: true };
  const statement = item.content_html && sanitized(item.content_html, feed);
  return renderHtml(buildCard('campaign', input), { profile: 'full', statement });
}
