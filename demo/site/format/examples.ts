/**
 * The examples of the reference: real values from the sample feeds of the demo, and what the card shows because of them. The card is
 * built twice, with the member and without it; the lines that differ are what the member becomes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCard } from '../../../src/card/build-card.js';
import type { CardInput } from '../../../src/card/context.js';
import { renderLines } from '../../../src/card/text.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { earliestMs } from '../../../src/feed/values/partial-date.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { aliases } from './members.js';
import { FEED_URL, wholeFeed, type JsonObject } from '../../../test/unit/feed/feed-fixtures.js';

export interface Example {
  readonly value: unknown;
  /** The lines of the card that exist because of the value; empty if readers do not see it. */
  readonly becomes: readonly string[];
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
  const english = names.filter((name) => !/arabic|long|many|expired|plain/.test(name));
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
      const becomes = await difference(feed, keys);
      if (becomes.length) return { value, becomes };
      hidden ??= { value, becomes };
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

/** Returns the lines of the card that are missing without the value. */
async function difference(feed: JsonObject, keys: readonly string[]): Promise<string[]> {
  const id = keys[1] === undefined || keys[0] !== 'items' ? undefined : String((feed.items as JsonObject[])[Number(keys[1])]!.id);
  const without = structuredClone(feed);
  const parent = keys.slice(0, -1).reduce<unknown>((value, key) => (value as JsonObject)[key], without) as JsonObject;
  delete parent[keys.at(-1)!];
  const compare = async (addresses: boolean) => {
    const before = new Set(await linesOf(without, addresses, id));
    return [...new Set(await linesOf(feed, addresses, id))].filter((line) => !before.has(line));
  };
  const words = await compare(false);
  return words.length ? words : compare(true);
}

async function linesOf(document: JsonObject, addresses: boolean, id?: string): Promise<string[]> {
  let feed;
  try {
    feed = parseFeed(structuredClone(document), FEED_URL);
  } catch {
    return []; // a feed without a required member shows no card
  }
  const now = earliestMs(feed.head._placard?.generated_at ?? '2026-05-04T10:00:00Z');
  const item = selectItem(feed, { id, original: true, now });
  if (!item) return [];
  const language = item.language ?? 'en';
  const input: CardInput = { feed, item, locale: await loadLocale(language), language, level: 2, now, original: true };
  return renderLines(buildCard('campaign', input), { addresses }).map(({ text }) => text);
}
