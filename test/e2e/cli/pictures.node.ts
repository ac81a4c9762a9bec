/** Tests `placard build --pictures`: a picture of each card, for link previews and newsletters. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import openGraph from 'open-graph-scraper';
import { PNG } from 'pngjs';
import type { LaunchOptions } from 'puppeteer-core';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { pictureOf, picturePage } from '../../../src/publish/picture.js';
import { renderItem } from '../../../src/publish/render.js';
import { chromium } from '../../support/browser-page.js';
import { bundles, makeFolder, placard, read, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';

const BASE = 'https://cases.example.org/';
type Item = Json & { _placard: Json };

function feed(): Json & { items: Item[] } {
  const base = soundFeed() as Json & { items: Item[] };
  const [first] = base.items as [Item];
  const withdrawn = { ...first._placard, change: 'retraction', retraction: { at: '2026-03-02', reason: 'It was wrong.' } };
  return {
    ...base,
    items: [
      first,
      {
        ...first,
        id: 'arabic',
        language: 'ar',
        title: 'سحب اعتماد ثلاثة صحفيين في عاصمة المثال، والنقابة ترفع دعوى أمام المحكمة الإدارية',
      },
      { ...first, id: 'chinese', language: 'zh', title: '三名记者的记者证被吊销' },
      { ...first, id: 'withdrawn', _placard: withdrawn },
      { ...first, id: 'long', title: 'A very long headline about a court, a ministry and three reporters '.repeat(7).trim() },
    ],
  };
}

const pictureIn = (folder: string): string => readdirSync(folder).find((name) => name.endsWith('.png')) ?? assert.fail(folder);

describe('placard build --pictures', () => {
  const { CHROME_PATH } = process.env;
  let out = '';
  before(async () => {
    await bundles();
    const { executablePath } = (await chromium()) as LaunchOptions;
    process.env.CHROME_PATH = executablePath;
    out = await build();
  });
  after(() => {
    if (CHROME_PATH === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = CHROME_PATH;
  });

  async function build(): Promise<string> {
    const folder = makeFolder();
    const file = write(folder, 'feed.json', feed());
    const { code, err } = await placard(['build', file, '--out', join(folder, 'public'), '--base-url', BASE, '--pictures']);
    assert.equal(code, 0, err);
    return join(folder, 'public');
  }

  it('draws each card in its script, 1200 × 630 px, and not a blank one', () => {
    const sizes = new Set<number>();
    for (const { id } of feed().items) {
      const bytes = readFileSync(join(out, id as string, pictureIn(join(out, id as string))));
      const { width, height, data } = PNG.sync.read(bytes);
      assert.deepEqual([width, height], [1200, 630]);
      assert.ok(
        data.some((value, index) => index % 4 === 0 && value < 60),
        'has ink',
      );
      sizes.add(bytes.length);
    }
    assert.equal(sizes.size, feed().items.length, 'each picture is another one');
  });

  it('names a picture after its status, date and revision, and gives it to link previews with a text', async () => {
    assert.equal(pictureIn(join(out, 'press-cards')), 'press-cards-pending-2026-03-02-r2.png');
    assert.equal(pictureIn(join(out, 'withdrawn')), 'withdrawn-withdrawn-2026-03-02-r2.png');
    const { result } = await openGraph({ html: read(out, 'press-cards/index.html') });
    const [image] = result.ogImage!;
    assert.deepEqual(
      [image!.url, image!.width, image!.height, image!.type],
      [`${BASE}press-cards/press-cards-pending-2026-03-02-r2.png`, '1200', '630', 'image/png'],
    );
    assert.match(image!.alt!, /Three press cards withdrawn.*Case pending.*2 March 2026/);
    assert.equal(result.twitterCard, 'summary_large_image');
  });

  it('never shows a name that the feed withholds, and is not built from such a feed', async () => {
    const content = feed();
    const [first] = content.items as [Item];
    first.title = 'Jane Roe is arrested';
    first._placard.persons = [{ id: 'a', named: 'withheld', name: 'Jane Roe' }];
    const folder = makeFolder();
    const args = ['build', write(folder, 'feed.json', content), '--out', join(folder, 'public'), '--base-url', BASE, '--pictures'];
    const { code, out: printed } = await placard(args);
    assert.deepEqual([code, printed.includes('[withheld-name]')], [1, true]);
    const parsed = parseFeed(content);
    const context = {
      feed: parsed,
      item: parsed.item('press-cards')!,
      publisher: 'Example Union',
      rendered: await renderItem(parsed, 'press-cards', () => undefined),
    };
    assert.doesNotMatch(picturePage(context) + pictureOf('press-cards', context).alt, /Jane Roe/);
  });

  it('reports a missing browser, and builds the site without pictures', async () => {
    const before = process.env.CHROME_PATH;
    process.env.CHROME_PATH = '/nowhere/chromium';
    try {
      const folder = makeFolder();
      const file = write(folder, 'feed.json', soundFeed());
      const { code, err } = await placard(['build', file, '--out', join(folder, 'public'), '--base-url', BASE, '--pictures']);
      assert.equal(code, 0);
      assert.match(err, /CHROME_PATH/);
      assert.deepEqual(
        readdirSync(join(folder, 'public/press-cards')).filter((name) => name.endsWith('.png')),
        [],
      );
    } finally {
      process.env.CHROME_PATH = before;
    }
  });
});
