/** Withdraws a case, and reads every file of the built site: no file keeps a word of it, and each form for readers says so. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { before, describe, it } from 'node:test';
import { bundles, makeFolder, placard, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';

const BASE = 'https://cases.example.org/';
const PUBLISHED = '2026-03-09T12:00:00Z';
const WITHDRAWN = '2026-03-10T12:00:00Z';
/** In each text of the case; the headline has another word, because a retraction may keep it. */
const WORD = 'Quagga';
const IN_HEADLINE = 'Okapi';

/** Members with words of a person, in an item. */
const TEXTS = new Set(
  'summary content_text content_html text what description name alt credit caption forum speaker label title place tracker note'.split(' '),
);

/** Returns the value with the word in each of its texts. */
function marked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => marked(entry, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, marked(member, name)]));
  return typeof value === 'string' && (TEXTS.has(key) || key === 'tags') ? `${value} ${WORD}` : value;
}

/** Returns a case in two languages, and another one that stays. */
function feed(): Json {
  const base = soundFeed();
  const [first] = base.items as [Json & { _placard: Json }];
  const item = { ...(marked(first) as typeof first), title: `Three press cards ${IN_HEADLINE}` };
  const placeholders = { content_html: `<p>They sued. ${WORD}</p>` };
  const translations = [{ language: 'fr', item_id: 'cartes', kind: 'official', of_revision: 2 }];
  const french = { ...item, id: 'cartes', url: 'https://example.org/cartes', language: 'fr', title: `Trois cartes ${IN_HEADLINE}` };
  return {
    ...base,
    feed_url: `${BASE}feed.json`,
    items: [
      { ...item, ...placeholders, _placard: { ...item._placard, translations } },
      french,
      { ...first, id: 'other', url: 'https://example.org/other', title: 'Another case' },
    ],
  };
}

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/[/\\]assets/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const),
  );

/** The forms of one item, for readers, programs and other sites. */
const FORMS = 'index.html frame.html embed.html statement.txt statement.md email.html oembed.json snapshot.json atom.xml feed.json'.split(
  ' ',
);
const SAYS: Record<string, RegExp> = { 'press-cards': /withdrawn|"retraction"/i, cartes: /retiré|"retraction"/i };

describe('a withdrawn case', () => {
  before(bundles);

  for (const erase of [false, true])
    it(`is withdrawn in each file of the site${erase ? ', and its words are erased' : ''}`, async () => {
      const folder = makeFolder();
      const name = write(folder, 'feed.json', feed());
      const out = join(folder, 'public');
      const ran = async (...args: string[]) => {
        const { code, err } = await placard(args);
        assert.equal(code, 0, err);
      };
      const build = async () => {
        await ran('build', name, '--out', out, '--base-url', BASE);
        return filesIn(out);
      };
      await ran('revise', name, '--initial', '--date', PUBLISHED);
      const live = await build();
      const told = [...live].filter(([, text]) => text.includes(WORD)).map(([path]) => path);
      for (const item of Object.keys(SAYS))
        for (const form of FORMS) assert.ok(told.includes(`${item}/${form}`), `${item}/${form} of the live case`);

      await ran('retract', name, 'cartes', '--reason', 'It was wrong.', '--date', WITHDRAWN, ...(erase ? ['--erase'] : []));
      const files = await build();
      for (const [path, text] of files) {
        // Without --erase, the feeds keep the words: the publisher may take the retraction back.
        if (erase || !path.endsWith('feed.json')) assert.ok(!text.includes(WORD), `${path} has words of the case`);
      }
      for (const [item, says] of Object.entries(SAYS))
        for (const form of FORMS) assert.match(files.get(`${item}/${form}`)!, says, `${item}/${form}`);
      for (const [path, text] of files)
        if (path.endsWith('.ics'))
          for (const event of text.split('BEGIN:VEVENT').slice(1))
            if (!event.includes('/other/')) assert.match(event, /STATUS:CANCELLED/, path);
      for (const form of ['index.html', 'statement.txt', 'snapshot.json'])
        assert.doesNotMatch(files.get(`other/${form}`)!, /Withdrawn/, form);
      assert.match(files.get('index.html')!, /Withdrawn/);
      assert.match(files.get('atom.xml')!, /Withdrawn/);
    });
});
