/**
 * Tests that the lines which `placard revise` compares have all words of the open card. Each field of the format that readers see must
 * change a line.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { enumValuesAt, toPattern, schemasAt } from '../../../src/lint/schema-lookup.js';
import { walk } from '../../../src/lint/json-pointer.js';
import { publisherToLines, itemToLines, type Line } from '../../../src/revise/plain-text-view.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { wholeFeed } from '../../unit/feed/feed-fixtures.js';
import { withPart, type Json } from './feeds.js';

const en = await loadLocale('en');
const NOW = Date.parse('2025-08-01');

function linesOf(document: unknown, id: string): Line[] {
  const feed = parseFeed(document, 'https://example.org/feed.json');
  const item = feed.item(id);
  return item ? [...itemToLines(feed, item, en, NOW), ...publisherToLines(feed, en, NOW)] : [];
}

const demo = (name: string): string => readFileSync(new URL(`../../../demo/${name}`, import.meta.url), 'utf8');

/** Returns the texts of the paragraphs, rows and steps of an open card. */
function textsOf(markup: string): string[] {
  const text = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
  const paragraphs = (node: DefaultTreeAdapterTypes.Node): string[] =>
    isText(node) ? [text(node)] : 'childNodes' in node ? node.childNodes.flatMap(paragraphs) : [];
  return paragraphs(parseFragment(markup)).flatMap((paragraph) => paragraph.split(' · '));
}

/** Each link in a row of links is a text of its own. */
const isText = (node: DefaultTreeAdapterTypes.Node): boolean =>
  /^(a|h\d|dt|dd|figcaption)$/.test(node.nodeName) ||
  isPart(node, /^placard-(when|event)$/) ||
  (node.nodeName === 'p' && !isPart(node, /^placard-(others|languages)$/));

const isPart = (node: DefaultTreeAdapterTypes.Node, name: RegExp): boolean =>
  'attrs' in node && node.attrs.some((attribute) => attribute.name === 'class' && name.test(attribute.value));

/** Returns letters and digits alone, because separators differ. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('the lines of a statement', () => {
  it('have all texts of the open card', async () => {
    const document: unknown = JSON.parse(demo('feed.json'));
    const open = await snapshotOf(parseFeed(document, 'https://example.org/feed.json'), {
      item: 'kz-accreditation-2025',
      language: 'en',
      original: true,
      profile: 'full',
    });
    const lines = linesOf(document, 'kz-accreditation-2025');
    const read = bare(lines.map(({ section, text }) => `${section} ${text}`).join(' '));
    const texts = textsOf(open!);
    assert.ok(texts.length > 60, String(texts.length));
    assert.deepEqual(
      texts.filter((text) => !read.includes(bare(text))),
      [],
    );
  });

  /** Fields that readers do not see: for programs, or for the card itself. */
  const UNSEEN = new RegExp(
    [
      '^/(version|title|home_page_url|feed_url|description|icon|favicon|author|authors|language|expired)\\b',
      '^/_placard/(spec|sequence|epoch|generated_at|valid_until|mirrors|signatures|publisher/logo|contacts/\\*/id)\\b',
      '^/items/\\*/(id|external_url|banner_image|date_published|tags|author|authors|image)\\b', // the picture is that of `media`
      '^/items/\\*/_placard/(draft|publish_at)$', // the item itself is not shown
      '^/items/\\*/_placard/(revision|change|retraction|translations)\\b', // each has a test of its own
      '^/items/\\*/_placard/(cases|timeline|actions|persons|interventions|contacts)/\\*/id$',
      '^/items/\\*/_placard/timeline/\\*/kind$',
      '^/items/\\*/_placard/quotes/\\*/language$',
      '^/items/\\*/_placard/incident/state$', // replaced by the cases
      '^/items/\\*/_placard/actions/\\*/(contact|subject|text)$', // this one has an address of its own
      '^/items/\\*/_placard/actions/\\*/starts$', // it has started already
      '^/_placard/publisher/subscribe_url$', // no action offers it
      '^/items/\\*/language$',
      '^/items/\\*/_placard/corrections/\\*/revision$',
      '/(next|actions/\\*)/type$', // replaced by a label
      '^/items/\\*/_placard/cases/\\*/procedure$', // this one has no words of its own
      '/history/\\*/(status|outcome)$', // replaced by the text
      '^/items/\\*/_placard/persons/\\*/contact$', // every card shows this one
      '/signatories/\\*/logo$',
      '/reply/as_of$', // there is a reply
      '/actions/\\*/(time_zone|to/\\*/id)$',
      '/(rel)$', // changed with its date below
    ].join('|'),
  );

  /** Returns another value that the format allows. */
  function another(path: string, value: unknown): unknown {
    if (typeof value === 'number') return value * 2;
    if (typeof value === 'boolean') return !value;
    const other = enumValuesAt(path).find((each) => each !== value);
    if (other !== undefined) return other;
    const text = String(value);
    if (path.endsWith('/country')) return 'DE';
    if (/\/(languages\/\d|documents\/\d\/language)$/.test(path)) return 'fr';
    if (/\/(phone|phones\/\d|fax|whatsapp)$/.test(path)) return '+44 20 7946 0001';
    if (/\/(email|emails\/\d)$/.test(path)) return 'other@example.org';
    if (path.endsWith('/telegram')) return '@another';
    if (path.endsWith('/time')) return '09:15';
    if (/\/event\/(start|end)$/.test(path)) return '2026-01-01T10:00';
    if (path.endsWith('/time_zone')) return 'Asia/Tokyo';
    if (schemasAt(path).some(({ format }) => format === 'uri-reference')) return `${text.replace(/^mailto:/, 'https://example.org/')}x`;
    if (schemasAt(path).some(({ pattern }) => pattern?.includes('\\d{4}'))) return text.length > 10 ? '2001-02-03T04:05:06Z' : '2001-02-03';
    return `${text} otherwise`;
  }

  const whole = () => withPart('/items/0/_placard/superseded_by', undefined, wholeFeed());
  const leaves = [...walk(whole())]
    .filter(
      ({ path, value }) => ((typeof value !== 'object' || value === null) && path.startsWith('/items/0/')) || path.startsWith('/_placard/'),
    )
    .filter(({ value }) => typeof value !== 'object');

  /** Returns the statement without summary and status: then the card shows the dateline and the sentence of the incident. */
  const sparse = () =>
    ['/items/0/summary', '/items/0/_placard/cases', '/items/0/_placard/persons', '/items/0/_placard/incident/state'].reduce<Json>(
      (feed, path) => withPart(path, undefined, feed),
      whole(),
    );
  const SHOWN_WITHOUT_STATUS = /\/(dateline|incident\/what)/;

  it('change with every visible field', () => {
    const linesWith = (feed: Json) => JSON.stringify(linesOf(feed, 'one'));
    const silent = leaves.filter(({ path, value }) => {
      if (UNSEEN.test(toPattern(path))) return false;
      const statement = SHOWN_WITHOUT_STATUS.test(path) ? sparse : whole;
      const feed = withPart(path, another(path, value), statement());
      const parsed = parseFeed(feed);
      assert.ok(parsed.item('one'));
      assert.deepEqual(parsed.issues, [], path);
      return linesWith(feed) === linesWith(statement());
    });
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
    assert.ok(leaves.length > 80);
  });

  it('change with the relation of a date', () => {
    const at = '/items/0/_placard/timeline/0/date/rel';
    const [since, by] = [whole(), withPart(at, 'by', whole())].map((feed) => linesOf(feed, 'one').map(({ text }) => text));
    assert.ok(since!.some((text) => text.startsWith('since February')));
    assert.ok(by!.some((text) => text.startsWith('by February')));
  });

  it('have only the retraction if the statement or its original is retracted', () => {
    const withdrawn = withPart('/items/0/_placard/change', 'retraction', whole());
    const items = withdrawn.items as Json[];
    items[1] = {
      id: 'two',
      title: 'Autre',
      language: 'fr',
      _placard: { kind: 'case', revision: 1, translations: [{ language: 'en', item_id: 'one', kind: 'original' }] },
    };
    const texts = (id: string) => {
      const feed = parseFeed(withdrawn);
      return itemToLines(feed, feed.item(id)!, en, NOW).map(({ text }) => text);
    };
    const publisher = (withdrawn._placard as { publisher: { name: string } }).publisher.name;
    const masthead = en.bylines.case(publisher);
    assert.deepEqual(texts('one'), [masthead, 'Withdrawn in August 2025', 'Refused', 'Reason: Not ours.']);
    assert.deepEqual(texts('two'), [masthead, 'Withdrawn in August 2025', 'Autre', 'Reason: Not ours.']);
  });

  it('name the original and the kind of a translation', () => {
    const feed = whole();
    const [original] = feed.items as Json[];
    (original!._placard as Json).translations = [{ language: 'fr', item_id: 'deux', kind: 'machine', of_revision: 1 }];
    (feed.items as Json[]).push({ id: 'deux', title: 'Autre', language: 'fr', url: 'https://example.org/deux' });
    const texts = (id: string) => linesOf(feed, id).map(({ text }) => text);
    assert.ok(texts('deux').some((text) => text.includes(en.machine)));
    assert.ok(texts('deux').some((text) => text.includes(en.olderTranslation)));
    assert.ok(texts('one').some((text) => text.startsWith(`${en.otherLanguages} Français`)));
  });
});
