/** Tests that a retraction stays: for translations, with the same revision, and after the item was removed from the file. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { assertRetractionsKept } from '../../../src/publish/version-order.js';
import type { FeedDocument } from '../../../src/publish/feed-document.js';
import { PublishError } from '../../../src/publish/publish-error.js';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { reviseFeed, type ReviseOptions } from '../../../src/revise/revise-feed.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { findRetraction } from '../../../src/feed/translations.js';
import { bundles, makeFolder, placard, placardJson, read, readJson, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';

type Feed = FeedDocument & { items: (Json & { _placard: Json })[] };
const NOW = { instant: '2026-03-10T10:00:00Z', day: '2026-03-10', asGiven: '2026-03-10T10:00:00Z', ms: Date.parse('2026-03-10T10:00:00Z') };
const RETRACT: ReviseOptions = { kind: 'retraction', text: 'The source has taken it back.', item: 'press-cards' };

/** Returns a feed with an original and its translation. Only the original has the link. */
function translated(): Feed {
  const feed = soundFeed() as Feed;
  const [first] = feed.items as [Feed['items'][number]];
  const translations = [{ language: 'fr', item_id: 'cartes', kind: 'official', of_revision: 2 }];
  const french = {
    ...first,
    id: 'cartes',
    url: 'https://example.org/cartes',
    language: 'fr',
    title: 'Trois cartes',
    summary: 'Le nom du témoin.',
  };
  return { ...feed, items: [{ ...first, _placard: { ...first._placard, translations } }, french] };
}

const retracted = (feed = translated(), more: Partial<ReviseOptions> = {}) =>
  reviseFeed(feed, translated(), { ...RETRACT, ...more }, NOW).document as Feed;
const codes = (feed: unknown, previous?: unknown) =>
  lintFeed(JSON.stringify(feed), { now: NOW.ms, previous: previous === undefined ? undefined : parseFeed(previous) })
    .problems.filter(({ code }) => /withdraw|translation-(of|left)/.test(code))
    .map(({ level, code, path }) => `${level} ${code} ${path}`);

/** Returns the feed with the original alone retracted, as an author can edit it by hand. */
const originalRetracted = (more: Partial<ReviseOptions> = {}): Feed => {
  const document = structuredClone(translated());
  document.items[0] = retracted(undefined, more).items[0]!;
  return document;
};

describe('a translation', () => {
  it('is retracted with its original', () => {
    const [, cards] = retracted().items;
    assert.equal(cards!._placard.change, 'retraction');
  });

  it('is retracted and erased with its original', () => {
    const feed = parseFeed(retracted(undefined, { erase: true }));
    assert.equal(findRetraction(feed, feed.item('cartes')!)?.id, 'cartes');
    assert.doesNotMatch(JSON.stringify(feed.document), /témoin|ministry withdrew/);
    assert.deepEqual(codes(feed.document, translated()), []);
  });

  it('stays retracted if only the original was erased by hand', () => {
    const document = originalRetracted({ erase: true });
    const feed = parseFeed(document);
    assert.equal(findRetraction(feed, feed.item('cartes')!)?.id, 'press-cards');
  });

  it('is reported if the feed still has its text, or lost the link to its original', () => {
    const document = originalRetracted();
    assert.deepEqual(codes(document, translated()), ['warning translation-of-withdrawn /items/1/_placard']);
    delete document.items[0]!._placard.translations;
    assert.deepEqual(codes(document, translated()), ['error translation-left /items/1/_placard']);
  });
});

describe('a retraction', () => {
  it('needs a higher revision than the published item', () => {
    const document = retracted();
    document.items[0]!._placard.revision = 2;
    assert.deepEqual(codes(document, translated()).slice(0, 1), ['error withdrawal-not-raised /items/0/_placard/revision']);
    assert.throws(() => assertRetractionsKept(parseFeed(document), parseFeed(translated())), PublishError);
    assert.equal(
      codes(document, document).some((code) => code.includes('not-raised')),
      false,
    );
  });

  it('is restored by "revise" after it was removed, and reported by "validate" and "build"', () => {
    const published = retracted();
    const edited = { ...published, items: published.items.slice(1) };
    assert.ok(codes(edited, published).includes('error withdrawal-dropped /items'));
    assert.throws(() => assertRetractionsKept(parseFeed(edited), parseFeed(published)), PublishError);
    const { document, kept, items } = reviseFeed(edited, published, {}, NOW);
    assert.deepEqual(kept, ['press-cards']);
    assert.deepEqual(document.items.at(-1), published.items[0]);
    assert.deepEqual(items, []);
    assert.equal(
      codes(document, published).some((code) => code.startsWith('error')),
      false,
    );
  });

  it('can be reversed with --update', () => {
    const restored = translated();
    for (const { _placard } of restored.items) _placard.revision = 3;
    const edited = { ...retracted(), items: restored.items };
    const { document } = reviseFeed(edited, retracted(), { kind: 'update' }, NOW);
    assert.deepEqual(codes(document, retracted()), []);
  });
});

describe('the commands', () => {
  before(() => bundles());

  it('compare with the published feed: the copy beside the file, a named feed, and the published folder', async () => {
    const folder = makeFolder();
    const published = retracted();
    const out = join(folder, 'public');
    const file = write(folder, 'feed.json', published);
    const build = () => placard(['build', file, '--out', out, '--base-url', 'https://example.org/']);
    assert.equal((await build()).code, 0);
    const { sequence } = published._placard;
    write(folder, 'feed.json', {
      ...published,
      _placard: { ...published._placard, sequence: Number(sequence) + 1 },
      items: published.items.slice(1),
    });

    const { code, err } = await build();
    assert.equal(code, 1);
    assert.match(err, /withdrawal-dropped/);
    assert.deepEqual(readJson<Feed>(out, 'feed.json').items.length, 2);
    const validate = async (...more: string[]) =>
      (await placardJson<{ problems: { code: string }[] }>(['validate', file, '--date', '2026-03-10', ...more])).problems.map(
        (each) => each.code,
      );
    assert.equal((await validate()).includes('withdrawal-dropped'), false);
    assert.ok((await validate('--previous', join(out, 'feed.json'))).includes('withdrawal-dropped'));
    write(folder, 'feed.published.json', published);
    assert.ok((await validate()).includes('withdrawal-dropped'));

    const revised = await placardJson<{ kept: string[] }>(['revise', file, '--date', '2026-03-11']);
    assert.deepEqual([revised.code, revised.kept], [0, ['press-cards']]);
    assert.equal((await build()).code, 0);
    assert.match(read(out, 'press-cards/index.html'), /Withdrawn/);
  });
});
