/**
 * The front page and the three host pages, each with its snapshots as a partner would paste them. The files in demo/ have empty tags, so
 * that only the feed has the words of the sample.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CardKind } from '../../src/card/build-card.js';
import { snapshotOf, type SnapshotOptions } from '../../src/embed/snapshot.js';
import { parseFeed, type Feed } from '../../src/feed/parse-feed.js';
import type { ServedFile } from './builder-files.js';

export const HOST_PAGES = ['index', 'ngo-site', 'newsroom-article', 'landing-page'] as const;

const demo = fileURLToPath(new URL('..', import.meta.url));
/** The address of the demo while the feed is parsed. The snapshots have relative addresses. */
const BASE = 'https://demo.invalid/';

/** Returns the pages by their path. */
export function hostPages(): Record<string, ServedFile> {
  const pages = HOST_PAGES.flatMap((name) => {
    const page: ServedFile = { type: 'text/html; charset=utf-8', body: () => hostPage(name) };
    return [`/${name}.html`, name === 'index' ? '/' : `/${name}`].map((path) => [path, page] as const);
  });
  return Object.fromEntries(pages);
}

/** Matches the opening tag of a feed, and an empty tag that shows a card. */
const TAG = /^( *)<placard-([a-z]+)([^>]*)>(<\/placard-\2>)?/gm;

async function hostPage(name: string): Promise<string> {
  const html = await readFile(`${demo}${name}.html`, 'utf8');
  const feed = parseFeed(await readFile(`${demo}feed.json`, 'utf8'), `${BASE}feed.json`);
  let around: Attributes = {};
  let page = '';
  let end = 0;
  for (const { index, 0: tag, 1: indent, 2: kind, 3: source, 4: close } of html.matchAll(TAG)) {
    const attributes = attributesOf(source!);
    if (kind === 'feed') around = attributes;
    if (!close) continue;
    const lines = (await snapshot(feed, kind as CardKind, { ...around, ...attributes })).split('\n');
    page += html.slice(end, index) + tag.replace(close, lines.map((line) => `\n${indent}  ${line}`).join('') + `\n${indent}${close}`);
    end = index + tag.length;
  }
  return page + html.slice(end);
}

async function snapshot(feed: Feed, kind: CardKind, { item, lang = 'en', 'heading-level': level = '2' }: Attributes): Promise<string> {
  const options: SnapshotOptions = { kind, item, language: lang, level: Number(level) };
  return (await snapshotOf(feed, options))!.replaceAll(`="${BASE}`, '="');
}

type Attributes = Readonly<Record<string, string | undefined>>;

const attributesOf = (source: string): Attributes =>
  Object.fromEntries([...source.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
