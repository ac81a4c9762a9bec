/**
 * Every member of the format is seen in every form of the card, in languages of both directions. A member is seen if another value of it
 * changes what readers get. The members come from the fixture that has every member of the schema.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCard } from '../../../src/card/build-card.js';
import { renderHtml } from '../../../src/card/html.js';
import { renderLines } from '../../../src/card/text.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { loadLocale, type Locale } from '../../../src/i18n/load-locale.js';
import { at, changed, CODES, FEED_URL, keyOf, pointers, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';
import { LIVE } from './cards.js';

const NOW = Date.UTC(2025, 7, 1);
const ITEM = '/items/0/_placard';

/** The members by the place in which readers do not see them, with the reason. A pattern is matched against the pointer. */
const NOT_SHOWN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^\/(version|expired|description|icon|favicon|home_page_url|feed_url)$/, 'describes the feed, or is an address of last resort'],
  [/^\/title$|^\/authors?\//, 'replaces a missing publisher'],
  [/\/(id|item_id)$/, 'names a thing for links'],
  [/avatar$|authors?\/\d\/url$/, 'is for other readers of JSON Feed'],
  [/^\/_placard\/(spec|sequence|epoch|generated_at|valid_until|mirrors|signatures)/, 'is for clients'],
  [/^\/_placard\/publisher\/(logo|subscribe_url)$/, 'is the icon of the site, or the address of an action'],
  [/\/(revision|of_revision|change|draft|publish_at)$/, 'decides which version is shown'],
  [/translations\/0\/(language|kind)$/, 'describes another item'],
  [/timeline\/\d\/kind$/, 'is a word for programs'],
  [/actions\/0\/time_zone$/, 'decides at which moment the action ends'],
  [/mime_type$/, 'is shown as the kind of the file, if it is short'],
];

/** Members that a plain text does not have: attributes of languages, and logos beside a name. */
const NOT_IN_TEXT = /\/(language|logo)$/;

type Edit = readonly [pointer: string, value: unknown];

/** Edits of the fixture, because some members are seen only beside others. */
const SCENES: readonly (readonly Edit[])[] = [
  [[`${ITEM}/actions/0/url`, undefined]],
  [[`${ITEM}/content_warning`, undefined]],
  [
    [`${ITEM}/change`, 'retraction'],
    [`${ITEM}/retraction`, { at: '2025-08', reason: 'Not ours.' }],
  ],
  [[`${ITEM}/interventions/0/reply/state`, 'none']],
  ...[
    { type: 'contact', url: undefined },
    { type: 'attend', url: undefined, ends: undefined, contact: undefined, to: undefined },
    { type: 'sign' },
    { type: 'write', url: undefined, contact: undefined },
    { type: 'sign', to: undefined },
  ].map((members): Edit[] => [
    [`${ITEM}/actions/0`, { ...(at(wholeFeed(), `${ITEM}/actions/0`) as object), starts: undefined, ...members }],
  ]),
  [[`${ITEM}/persons/0/custody/until`, undefined]],
  [
    [`${ITEM}/cases`, undefined],
    [`${ITEM}/persons`, undefined],
    [`${ITEM}/incident`, undefined],
  ],
  [
    [`${ITEM}/cases`, undefined],
    [`${ITEM}/persons`, undefined],
    [`${ITEM}/incident`, undefined],
    [`${ITEM}/dateline`, undefined],
    [`${ITEM}/media`, undefined],
    ['/items/0/summary', undefined],
  ],
  [
    [`${ITEM}/media`, undefined],
    ['/items/0/image', undefined],
    [`${ITEM}/incident/categories`, undefined],
    ['/items/0/summary', undefined],
    ['/items/0/url', undefined],
    ['/items/0/content_text', undefined],
  ],
  [
    [`${ITEM}/cases/0/status`, 'decided'],
    [`${ITEM}/cases/0/next/label`, undefined],
    [`${ITEM}/cases/0/history/0/text`, undefined],
  ],
  [
    [`${ITEM}/cases/0/history/0/text`, undefined],
    [`${ITEM}/cases/0/history/0/outcome`, undefined],
    [`${ITEM}/signatories_count`, undefined],
  ],
  [
    ['/_placard', undefined],
    ['/authors', undefined],
    ['/items/0/authors', undefined],
  ],
];

function sceneOf(edits: readonly Edit[]): JsonObject {
  const bare = changed(wholeFeed(), `${ITEM}/retraction`, undefined);
  return JSON.parse(JSON.stringify(edits.reduce((document, [pointer, value]) => changed(document, pointer, value), bare))) as JsonObject;
}

/** Returns the forms in which readers get a card. A frame and the print have the words of the live card. */
function formsOf(document: JsonObject, locale: Locale): Record<string, string> {
  const feed = parseFeed(document, FEED_URL);
  const input = { feed, item: feed.item('one')!, locale, language: locale.tag, level: 2, now: NOW, original: true };
  const [live, copy] = [LIVE, undefined].map((freshness) => buildCard('campaign', { ...input, freshness }));
  return {
    'live card': renderHtml(live!, { filled: true }),
    snapshot: renderHtml(copy!, { filled: true }),
    'item page': renderHtml(copy!, { profile: 'full' }),
    text: JSON.stringify(renderLines(copy!, { addresses: true })),
  };
}

/** The second item of the fixture is only there for links. */
const MEMBERS = pointers(wholeFeed()).filter((pointer) => typeof at(wholeFeed(), pointer) !== 'object' && !pointer.startsWith('/items/1'));

/** Returns other values of a member, of which one must change the card. */
function othersOf(pointer: string): unknown[] {
  const value = at(wholeFeed(), pointer);
  const codes = CODES[pointer];
  if (codes) return codes.filter((code) => code !== value);
  if (typeof value === 'number') return [value * 3];
  if (typeof value === 'boolean') return [!value];
  const text = String(value);
  const key = keyOf(pointer);
  const byKey: Record<string, unknown> = {
    time: '09:15',
    time_zone: 'America/Lima',
    country: 'DE',
    extension: '77',
    telegram: '@otherunion',
    contact: 'minister',
    language: 'de',
    email: 'other@union.example',
    start: '2025-09-02T11:00',
    end: '2025-09-02T12:00',
  };
  if (key in byKey) return [byKey[key]];
  if (/^\d{4}(-\d\d)?(-\d\d)?/.test(text)) return ['2019', '2027'].map((year) => year + text.slice(4));
  if (/^https?:/.test(text)) return [`${new URL(text).origin}/elsewhere`];
  if (text.startsWith('+')) return ['+49 30 5555 0199'];
  if (text.includes('@')) return ['other@union.example'];
  if (/languages\/\d$/.test(pointer)) return ['de'];
  return ['Another thing'];
}

/** The scene and the value that show a member. English finds them, and the other languages try only these. */
const shownBy = new Map<string, (readonly [scene: number, other: unknown])[]>();

/** Returns the members that a form does not have in any scene, by the name of the form. */
function unseenIn(locale: Locale): Record<string, string[]> {
  const scenes = SCENES.map(sceneOf);
  const before = scenes.map((scene) => formsOf(scene, locale));
  const unseen: Record<string, string[]> = {};
  for (const pointer of MEMBERS) {
    if (NOT_SHOWN.some(([pattern]) => pattern.test(pointer))) continue;
    const missing = new Set(Object.keys(before[0]!));
    if (NOT_IN_TEXT.test(pointer)) missing.delete('text');
    const tries = shownBy.get(pointer) ?? scenes.flatMap((_, index) => othersOf(pointer).map((other) => [index, other] as const));
    const found: (readonly [number, unknown])[] = [];
    for (const [index, other] of tries) {
      if (!missing.size) break;
      if (at(scenes[index], pointer) === undefined) continue;
      const after = formsOf(changed(scenes[index]!, pointer, other), locale);
      const seen = [...missing].filter((name) => after[name] !== before[index]![name]);
      if (seen.length) found.push([index, other]);
      for (const name of seen) missing.delete(name);
    }
    shownBy.set(pointer, found);
    for (const name of missing) (unseen[name] ??= []).push(pointer);
  }
  return unseen;
}

describe('every member of the format', () => {
  it('is seen in the live card, the snapshot, the item page and the text, in English, Arabic and Kazakh', async () => {
    for (const language of ['en', 'ar', 'kk']) assert.deepEqual(unseenIn(await loadLocale(language)), {}, language);
  });

  it('is left out for a reason, and the reason is about a member', () => {
    for (const [pattern] of NOT_SHOWN)
      assert.ok(
        MEMBERS.some((pointer) => pattern.test(pointer)),
        String(pattern),
      );
  });
});
