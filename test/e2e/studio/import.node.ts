/** A press release becomes a draft: from the clipboard, from a Word file, from a page and from a news feed. Nothing is invented. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { serve } from '../cli/server.js';
import { uploadTo, openStudio, storedDocument, untilCard, type StudioSite, press } from './studio.js';
import { docx } from './docx.js';
import { RELEASE } from './press-release.js';

interface Item {
  title: string;
  summary: string;
  content_text?: string;
  content_html?: string;
  language: string;
  _placard: { dateline?: { date: string; place?: string }; quotes?: { speaker: string; role?: string; text: string }[] };
}

describe('import', () => {
  let studio: StudioSite;
  let folder = '';
  before(async () => {
    studio = await openStudio();
    folder = mkdtempSync(join(tmpdir(), 'studio-import-'));
  });
  after(() => studio?.[Symbol.asyncDispose]());

  const paste = (page: Page, types: Record<string, string>) =>
    page.evaluate((contents) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(contents)) data.setData(type, text);
      document
        .querySelector('#paste')!
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, types);

  const whenDrafted = (page: Page) => page.waitForSelector('main[data-view=edit] .found-count');

  it('finds headline, date, summary, contacts and quote in a pasted press release, and marks each', async () => {
    await studio.open(
      async (page) => {
        await paste(page, { 'text/plain': RELEASE });
        await whenDrafted(page);
        const { items, _placard } = await storedDocument(page);
        const item = items[0] as unknown as Item;
        assert.equal(item.title, 'Exampleland: Three reporters refused press cards amid growing restrictions');
        assert.equal(item._placard.dateline?.date, '2025-07-25');
        assert.match(item.summary, /^On 15 July, three reporters of Example Radio were refused press cards/);
        assert.equal(item.language, 'en');
        assert.deepEqual(_placard.contacts, [{ id: 'press', role: 'press', phone: '+44 20 7946 0958', email: 'press@example.org' }]);
        assert.equal((_placard.publisher as { name: string }).name, 'Example Federation of Reporters');
        assert.deepEqual(
          item._placard.quotes?.map(({ speaker, role }) => [speaker, role]),
          [['Ada Example', 'General Secretary']],
        );
        assert.ok(item.content_text!.startsWith('On 15 July'));
        assert.ok(item.content_text!.endsWith('press@example.org'), 'the links and the note of the distributor are left out');
        assert.ok(
          item.content_text!.split(/\s+/).every((word) => RELEASE.includes(word)),
          'each word is from the text',
        );
        await untilCard(page, 'Three reporters refused');
        assert.ok(await page.$('[data-path="/items/0/title"][data-unconfirmed] .found button'));
        const before = await page.$$eval('[data-unconfirmed]', (fields) => fields.length);
        await press(page, '[data-path="/items/0/title"] .found button');
        await page.waitForFunction((count) => document.querySelectorAll('[data-unconfirmed]').length === count - 1, {}, before);
        // Each answer leads to the next question.
        for (let left = before - 1; left; left--) {
          await page.waitForFunction(() => document.activeElement!.matches('.found button'));
          await page.keyboard.press('Enter');
          await page.waitForFunction((count) => document.querySelectorAll('[data-unconfirmed]').length === count, {}, left - 1);
        }
      },
      { hash: '#/import' },
    );
  });

  it('proposes kind and status with the sentence of the text, asks about the court, and shows the status at once', async () => {
    await studio.open(
      async (page) => {
        await paste(page, { 'text/plain': RELEASE });
        await whenDrafted(page);
        const facts = (await storedDocument(page)).items[0]!._placard as Record<string, unknown>;
        assert.equal(facts.kind, 'case');
        assert.deepEqual(facts.cases, [
          {
            id: 'proceeding-1',
            filed: '2025-07-11',
            status: 'pending',
            as_of: '2025-07-25',
            next: { type: 'hearing', date_status: 'not-set' },
          },
        ]);
        const extension = '/items/0/_placard';
        for (const [path, sentence] of [
          [`${extension}/kind`, 'The case is pending, and the court has named no day for a hearing.'],
          [`${extension}/cases/0/status`, 'The case is pending, and the court has named no day for a hearing.'],
          [`${extension}/cases/0/filed`, 'On 11 July, Example Radio filed a suit against the delay.'],
        ] as const)
          assert.equal(await page.$eval(`[data-path="${path}"] [data-found=sentence] q`, (quote) => quote.textContent), sentence);
        assert.ok(await page.$(`[data-path="${extension}/cases/0/forum"] [data-found=nothing]`));
        await page.waitForFunction(() => document.querySelector('.preview placard-campaign')!.shadowRoot!.querySelector('[part~=stamp]'));
        // A removed entry is not asked about any more.
        const asked = () => page.$$eval('[data-unconfirmed]', (fields) => fields.length);
        const before = await asked();
        await page.$eval(`[data-path="${extension}/cases"] > ol > li .tools button:last-child`, (button) =>
          (button as HTMLElement).click(),
        );
        await page.waitForFunction((count) => document.querySelectorAll('[data-unconfirmed]').length === count, {}, before - 4);
        const left = await page.$eval('.found-count', (note) => Number(note.textContent!.match(/\d+/)![0]));
        assert.equal(left, before - 4);
      },
      { hash: '#/import' },
    );
  });

  it('asks about the kind of a text that names no proceeding, and about the status of a case without one', async () => {
    await studio.open(
      async (page) => {
        await paste(page, {
          'text/plain': `Reporters barred in Example City\n\n${'The ministry has barred three reporters from its halls. '.repeat(4)}\n\nSecond paragraph.`,
        });
        await whenDrafted(page);
        const kind = '[data-path="/items/0/_placard/kind"]';
        await page.waitForSelector(`${kind} [data-found=nothing]`);
        assert.equal(await page.$('[data-asks-status]'), null);
        await page.select(`${kind} select`, 'case');
        await page.waitForSelector('[data-section=status][open] [data-asks-status]');
        assert.equal(await page.$(`${kind} .found`), null);
      },
      { hash: '#/import' },
    );
  });

  it('reads the HTML of a word processor without its styles and scripts', async () => {
    const html = `<html lang="fr"><body><p class=MsoNormal style='mso-x:y'>x</p><h1>Trois journalistes privés de carte de presse</h1>
      <p>Paris, 25 juillet 2025 – ${'Le ministère a refusé la carte de presse à trois journalistes de la radio. '.repeat(4)}</p>
      <p>Une <b>deuxième</b> phrase avec un <a href="https://example.org/a" onclick="x()">lien</a>.</p><script>alert(1)</script></body></html>`;
    await studio.open(
      async (page) => {
        await paste(page, { 'text/html': html, 'text/plain': 'x' });
        await whenDrafted(page);
        const item = (await storedDocument(page)).items[0] as unknown as Item;
        assert.equal(item.title, 'Trois journalistes privés de carte de presse');
        assert.deepEqual(item._placard.dateline, { place: 'Paris', date: '2025-07-25' });
        assert.equal(item.language, 'fr');
        assert.match(item.content_html!, /<a href="https:\/\/example\.org\/a">lien<\/a>/);
        assert.doesNotMatch(item.content_html!, /script|onclick|style|Mso/);
        assert.match(item.summary, /^Le ministère/);
      },
      { hash: '#/import' },
    );
  });

  it('opens a Word file', async () => {
    const file = join(folder, 'release.docx');
    writeFileSync(
      file,
      docx([
        ['Title', 'Two offices searched in Example City'],
        ['', `${'On 2 March 2026 police searched two offices of the Example Union. '.repeat(4)}`],
        ['', 'Contact: press@example.org'],
      ]),
    );
    await studio.open(
      async (page) => {
        await uploadTo(page, '#import-file', file);
        await whenDrafted(page);
        const { items, _placard } = await storedDocument(page);
        const item = items[0] as unknown as Item;
        assert.equal(item.title, 'Two offices searched in Example City');
        assert.match(item.summary, /^On 2 March 2026 police searched/);
        assert.equal((_placard.contacts as { email: string }[])[0]!.email, 'press@example.org');
      },
      { hash: '#/import' },
    );
  });

  it('reads HTML that a parser would multiply as text, pasted and in a feed', async () => {
    const words = 'On 2 March 2026 police searched two offices of the Example Union. '.repeat(4);
    const many = Array.from({ length: 600 }, (_, index) => `<b id=${index}>`).join('');
    const html = `<h1>Two offices searched in Example City</h1><p>${words}${many}${'<p>x'.repeat(600)}`;
    const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 1, title: 'T', content_html: html }] });
    for (const types of [{ 'text/html': html, 'text/plain': 'x' }, { 'text/plain': feed }])
      await studio.open(
        async (page) => {
          await paste(page, types as Record<string, string>);
          await whenDrafted(page);
          const item = (await storedDocument(page)).items[0] as unknown as Item;
          assert.match(item.summary, /^On 2 March 2026 police searched/);
        },
        { hash: '#/import' },
      );
  });

  it('opens no Word file whose texts would fill the memory', async () => {
    const file = join(folder, 'bomb.docx');
    writeFileSync(file, docx([['', `${'On 2 March 2026 police searched two offices. '.repeat(4)}${' '.repeat(17 * 2 ** 20)}`]]));
    await studio.open(
      async (page) => {
        await uploadTo(page, '#import-file', file);
        await page.waitForFunction(() => document.querySelector('.live')!.textContent !== '');
        assert.equal(await page.$('[data-view=edit]'), null);
      },
      { hash: '#/import' },
    );
  });

  const words = (name: string) => `The text of entry ${name} is long enough for a paragraph of its own. `.repeat(3);
  const entries = ['One', 'Two'].map((name) => ({ name, title: `Entry ${name} of the example`, url: `https://example.org/${name}` }));
  const FEEDS = {
    'an RSS feed': `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${entries.map(({ name, title, url }) => `<item><title>${title}</title><link>${url}</link><pubDate>Fri, 25 Jul 2025 09:07:00 GMT</pubDate><description><![CDATA[<p>${words(name)}</p>]]></description></item>`).join('')}</channel></rss>`,
    'an Atom feed': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${entries.map(({ name, title, url }) => `<entry><title>${title}</title><link rel="self" href="https://example.org/self"/><link href="${url}"/><updated>2025-07-26T00:00:00Z</updated><published>2025-07-25T09:07:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${words(name)}</p></div></content></entry>`).join('')}</feed>`,
    'a JSON Feed': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      items: entries.map(({ name, title, url }) => ({
        id: name,
        title,
        url,
        date_published: '2025-07-25T09:07:00Z',
        content_html: `<p>${words(name)}</p>`,
      })),
    }),
  };
  for (const [kind, feed] of Object.entries(FEEDS)) {
    it(`offers the entries of ${kind}`, async () => {
      await studio.open(
        async (page) => {
          await paste(page, { 'text/plain': feed });
          await page.waitForSelector('.entries li:nth-child(2) button');
          await press(page, '.entries li:nth-child(2) button');
          await whenDrafted(page);
          const item = (await storedDocument(page)).items[0] as unknown as Item & { url: string };
          assert.deepEqual(
            [item.title, item.url, item._placard.dateline?.date],
            ['Entry Two of the example', 'https://example.org/Two', '2025-07-25'],
          );
          assert.match(item.summary, /^The text of entry Two/);
        },
        { hash: '#/import' },
      );
    });
  }

  it('opens a web page, a news feed and a plain text as files', async () => {
    const files: Record<string, string> = {
      'page.html': `<!doctype html><html lang="en"><h1>Two offices searched</h1><p>${words('Page')}</p></html>`,
      'release.txt': RELEASE,
      'news.xml': FEEDS['an RSS feed']!,
    };
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      writeFileSync(file, text);
      await studio.open(
        async (page) => {
          await uploadTo(page, '#import-file', file);
          if (name === 'news.xml') await press(page, '.entries li:nth-child(2) button');
          await whenDrafted(page);
          const item = (await storedDocument(page)).items[0] as unknown as Item;
          assert.match(item.title, /^(Two offices searched|Exampleland: Three reporters|Entry Two)/);
        },
        { hash: '#/import' },
      );
    }
  });

  const latin = (text: string) => Buffer.from(text, 'latin1');
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const old = `Deux journalistes privés de carte\n\n${'Le ministère a refusé la carte de presse à la rédaction. '.repeat(4)}\n\nFin.`;
  const page = (head: string) => `<html><head>${head}</head><body><h1>Журналист: привет</h1><p>${words('Page')}</p></body></html>`;
  /** The letters of the title in windows-1251. */
  const cyrillic = (text: string) =>
    Buffer.from([...text].map((letter) => (letter > '\u00ff' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))));
  const title = 'Deux journalistes privés de carte';
  const ENCODED: [what: string, name: string, bytes: Buffer, title: string][] = [
    ['a text in windows-1252', 'old.txt', latin(old), title],
    ['a text in UTF-8', 'new.txt', Buffer.from(old), title],
    ['a text in UTF-16', 'wide.txt', utf16(old), title],
    [
      'a page of Word in its encoding',
      'word.htm',
      cyrillic(page('<meta http-equiv=Content-Type content="text/html; charset=windows-1251">')),
      'Журналист: привет',
    ],
    ['a page with the short form', 'short.html', cyrillic(page('<meta charset=windows-1251>')), 'Журналист: привет'],
    ['a page with an unknown encoding', 'odd.html', Buffer.from(page('<meta charset="x-none">')), 'Журналист: привет'],
    ['a page whose encoding does not fit', 'wrong.html', latin(`<meta charset="utf-8"><h1>${title}</h1><p>${words('Page')}</p>`), title],
    [
      'a page whose byte order mark comes first',
      'mark.html',
      Buffer.from(`\ufeff${page('<meta charset="windows-1252">')}`),
      'Журналист: привет',
    ],
  ];
  for (const [what, name, bytes, expected] of ENCODED)
    it(`reads ${what}`, async () => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      await studio.open(
        async (tab) => {
          await uploadTo(tab, '#import-file', file);
          await whenDrafted(tab);
          const document = await storedDocument(tab);
          assert.equal(document.items[0]!.title, expected);
          assert.doesNotMatch(JSON.stringify(document), /\ufffd/);
        },
        { hash: '#/import' },
      );
    });

  const binary: Record<string, Buffer> = {
    'old.doc': Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), Buffer.from(RELEASE)]),
    'release.pdf': Buffer.from(`%PDF-1.4\n${RELEASE}`),
    'release.rtf': Buffer.from(`{\\rtf1\\ansi ${RELEASE}}`),
  };
  for (const [name, bytes] of Object.entries(binary))
    it(`makes no case of ${name}, and says so`, async () => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      await studio.open(
        async (tab) => {
          await uploadTo(tab, '#import-file', file);
          await tab.waitForFunction((named) => document.querySelector('.live')!.textContent!.includes(named), {}, name);
          assert.equal(await tab.$('[data-view=edit]'), null);
        },
        { hash: '#/import' },
      );
    });

  it('opens no feed that is not UTF-8, and says so', async () => {
    const file = join(folder, 'latin.json');
    writeFileSync(file, latin('{"version": "https://jsonfeed.org/version/1.1", "title": "Trois privés", "items": []}'));
    await studio.open(async (tab) => {
      await uploadTo(tab, '#open-file', file);
      await tab.waitForFunction(() => document.querySelector('.live')!.textContent!.includes('UTF-8'));
      assert.equal(await tab.$('[data-view=cases]'), null);
    });
  });

  it('names the line in which a feed is broken', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, `${'\n'.repeat(416)}{"version": "https://jsonfeed.org/version/1.1", "items": [],}`);
    await studio.open(async (tab) => {
      await uploadTo(tab, '#open-file', file);
      await tab.waitForFunction(() => document.querySelector('.live')!.textContent!.includes('417'));
      assert.equal(await tab.$('[data-view=cases]'), null);
    });
  });

  it('reads a news feed and a web page at an address, and reports an address that it may not read', async () => {
    const release = `<!doctype html><html lang="en"><h1>Two offices searched</h1><p>${words('Page')}</p></html>`;
    const texts: Record<string, string> = { '/news.xml': FEEDS['an RSS feed']!, '/page.html': release, '/closed.html': release };
    await using host = await serve((req, res) => {
      if (req.url !== '/closed.html') res.setHeader('Access-Control-Allow-Origin', '*');
      res.setHeader('Content-Type', 'text/plain; charset=utf-8').end(texts[req.url!]);
    });
    const isExpected = (message: ConsoleMessage) => /CORS|ERR_FAILED/.test(message.text());
    const openAddress = async (page: Page, path: string) => {
      await page.$eval('#import-address', (input) => ((input as HTMLInputElement).value = ''));
      await page.type('#import-address', host.url + path);
      await page.keyboard.press('Enter');
    };
    await studio.open(
      async (page) => {
        await openAddress(page, 'closed.html');
        await page.waitForFunction((name) => document.querySelector('.live')!.textContent!.includes(name), {}, 'closed.html');
        await openAddress(page, 'news.xml');
        await page.waitForSelector('.entries li:nth-child(2) button');
        await openAddress(page, 'page.html');
        await whenDrafted(page);
        const item = (await storedDocument(page)).items[0] as unknown as Item;
        assert.deepEqual([item.title, item.language], ['Two offices searched', 'en']);
        assert.match(item.summary, /^The text of entry Page/);
      },
      { hash: '#/import', isExpected },
    );
  });

  it('reports a text without words', async () => {
    await studio.open(
      async (page) => {
        await press(page, '#use-text');
        await page.waitForFunction(() => document.querySelector('.live')!.textContent !== '');
        assert.equal(await page.$('[data-view=edit]'), null);
      },
      { hash: '#/import' },
    );
  });
});
