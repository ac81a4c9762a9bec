/** Tests what people follow: Atom and JSON Feed, the calendar, the sitemap, link previews, and the list with its filter. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser';
import ICAL from 'ical.js';
import openGraph from 'open-graph-scraper';
import Parser from 'rss-parser';
import { HtmlValidate } from 'html-validate';
import { parseFeed } from '../../../src/feed/index.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { eventsOf } from '../../../src/publish/calendar.js';
import { doIUseEmail } from '@jsx-email/doiuse-email';
import { unfurl } from 'unfurl.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { bundles, makeFolder, placard, read, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';
import { serveFolder } from './server.js';
import { allOf, attribute, textOf } from './site.js';

const BASE = 'https://cases.example.org/';
const HUB = 'https://hub.example.org/';
type Item = Json & { _placard: Json & { cases: Json[] } };
type Feed = Json & { items: Item[]; _placard: Json };

/** Returns a case in two languages, and another one. */
function feed(): Feed {
  const base = { ...soundFeed(), feed_url: `${BASE}feed.json`, hubs: [{ type: 'WebSub', url: HUB }] } as unknown as Feed;
  const [first] = base.items as [Item];
  const translations = [{ language: 'ar', item_id: 'press-cards-ar', kind: 'official', of_revision: 2 }];
  return {
    ...base,
    items: [
      { ...first, _placard: { ...first._placard, translations } },
      { ...first, id: 'press-cards-ar', language: 'ar', title: 'سحب ثلاث بطاقات' },
      { ...first, id: 'other', title: 'A <b>second</b> case & more ]]>', tags: ['courts', 'a "quoted" topic'] },
    ],
  };
}

async function build(content: Feed, folder = makeFolder()): Promise<string> {
  const file = write(folder, 'feed.json', content);
  const { code, err } = await placard(['build', file, '--out', join(folder, 'public'), '--base-url', BASE]);
  assert.equal(code, 0, err);
  return join(folder, 'public');
}

const linksOf = (html: string) =>
  allOf(html)
    .filter(({ tagName }) => tagName === 'link')
    .map((link) => ({
      rel: attribute(link, 'rel'),
      type: attribute(link, 'type'),
      href: attribute(link, 'href'),
      hreflang: attribute(link, 'hreflang'),
    }));

describe('the followers of a built site', () => {
  let out = '';
  /** The same site after its third item was withdrawn. */
  let withdrawn = '';
  before(async () => {
    await bundles();
    out = await build(feed());
    const later = feed();
    Object.assign(later.items[2]!._placard, { change: 'retraction', revision: 3, retraction: { at: '2026-03-01', reason: 'Wrong.' } });
    withdrawn = await build(later);
  });

  it('read the Atom feeds with two parsers, with titles as text and the hub', async () => {
    for (const [file, first, link] of [
      ['atom.xml', 'Three press cards withdrawn', `${BASE}press-cards/`],
      ['press-cards/atom.xml', 'Three press cards withdrawn', `${BASE}press-cards/`],
      ['other/atom.xml', 'A <b>second</b> case & more ]]>', `${BASE}other/`],
    ] as const) {
      const xml = read(out, file);
      const rss = await new Parser().parseString(xml);
      const entry = rss.items.find((each) => each.link === link)!;
      assert.equal(textOf(allOf(entry.title!)[0]!), first, file);
      const atom = parseAtom(xml);
      assert.deepEqual([atom.meta.type, atom.self], ['atom', `${BASE}${file}`]);
      assert.ok(atom.items.some(({ id, url }) => id === link && url === link));
      assert.ok(xml.includes(`rel="hub" href="${HUB}"`) || xml.includes(`href="${HUB}" rel="hub"`), xml.slice(0, 600));
    }
    const events = parseAtom(read(out, 'press-cards/atom.xml')).items;
    assert.deepEqual(
      events.map(({ id }) => id),
      [`${BASE}press-cards/`, `${BASE}press-cards/#withdrawn`],
    );
    assert.equal(parseAtom(read(out, 'atom.xml')).items.length, 2, 'a translation is not an entry');
  });

  it('find the feeds, the hub, the languages and the icon in the pages', () => {
    const links = linksOf(read(out, 'press-cards/index.html'));
    const href = (match: Partial<(typeof links)[number]>) =>
      links.filter((link) => Object.entries(match).every(([name, value]) => link[name as 'rel'] === value)).map((link) => link.href);
    assert.deepEqual(href({ type: 'application/atom+xml' }), [`${BASE}press-cards/atom.xml`]);
    assert.deepEqual(href({ type: 'text/calendar' }), [`${BASE}press-cards/calendar.ics`]);
    assert.deepEqual(href({ rel: 'hub' }), [HUB]);
    assert.deepEqual(href({ rel: 'icon' }), [`${BASE}icon.svg`]);
    assert.deepEqual([href({ hreflang: 'en' }), href({ hreflang: 'ar' })], [[`${BASE}press-cards/`], [`${BASE}press-cards-ar/`]]);
    const list = linksOf(read(out, 'index.html'));
    assert.ok(list.some(({ type, href: at }) => type === 'application/atom+xml' && at === `${BASE}atom.xml`));
  });

  it('get a calendar in which an event keeps its UID, moves, and is cancelled', async () => {
    const folder = makeFolder();
    const uids = new Set<string>();
    const step = async (sequence: number, next: Json | undefined) => {
      const content = feed();
      content._placard.sequence = sequence;
      const extension = content.items[2]!._placard;
      extension.revision = sequence;
      extension.cases = [{ ...extension.cases[0]!, next }];
      const site = await build(content, folder);
      const events = new ICAL.Component(ICAL.parse(read(site, 'other/calendar.ics')) as [string, unknown[], unknown[]])
        .getAllSubcomponents('vevent')
        .map((each) => new ICAL.Event(each));
      for (const { uid } of events) uids.add(uid);
      return events.map((event) => [
        event.startDate.toString(),
        event.startDate.isDate,
        event.component.getFirstPropertyValue('status'),
        event.sequence,
      ]);
    };
    const hearing = { type: 'hearing', date: '2026-04-14', date_status: 'scheduled' };
    assert.deepEqual(await step(3, hearing), [['2026-04-14', true, 'CONFIRMED', 3]]);
    assert.deepEqual(await step(4, { ...hearing, date: '2026-05-05T14:30:00+08:00' }), [['2026-05-05T06:30:00Z', false, 'CONFIRMED', 4]]);
    assert.deepEqual(await step(6, { ...hearing, date_status: 'cancelled' }), [['2026-04-14', true, 'CANCELLED', 6]]);
    assert.equal(uids.size, 1);
    assert.deepEqual(await step(7, { type: 'hearing', date_status: 'not-set' }), []);
    assert.equal(existsSync(join(folder, 'public/press-cards/calendar.ics')), true);
  });

  it('get the moment of a local time in its zone, also on the day when the clocks change', async () => {
    const parsed = parseFeed(feed());
    const item = parsed.item('other')!;
    const starts = await Promise.all(
      [
        { date: '2026-05-05', time: '14:30', time_zone: 'Europe/Paris' },
        { date: '2026-03-29', time: '03:30', time_zone: 'Europe/Paris' },
        { date: '2026-05-05', time: '14:30', time_zone: 'Nowhere/City' },
      ].map(async (moment) => {
        const next = { type: 'hearing', date_status: 'scheduled', ...moment } as const;
        const changed = { ...item, _placard: { ...item._placard!, cases: [{ ...item._placard!.cases![0]!, next }] } };
        const [event] = eventsOf(parsed, changed, `${BASE}other/`, await loadLocale('en'));
        return [event!.start.toISOString(), event!.allDay];
      }),
    );
    assert.deepEqual(starts, [
      ['2026-05-05T12:30:00.000Z', false],
      ['2026-03-29T01:30:00.000Z', false],
      ['2026-05-05T00:00:00.000Z', true],
    ]);
  });

  it('find every page and its languages in the sitemap', () => {
    const all = allOf(read(out, 'sitemap.xml').replace(/^<\?xml.*\?>/, ''));
    const pages = all.filter(({ tagName }) => tagName === 'loc').map((each) => textOf(each));
    assert.deepEqual(pages, [BASE, `${BASE}press-cards/`, `${BASE}press-cards-ar/`, `${BASE}other/`]);
    assert.equal(all.filter(({ tagName }) => tagName === 'xhtml:link').length, 4);
  });

  it('see the title, the summary and the status in a link preview, by two parsers', async () => {
    const { result } = await openGraph({ html: read(out, 'press-cards/index.html') });
    await using host = await serveFolder(() => out);
    const { open_graph: other, favicon } = await unfurl(`${host.url}press-cards/index.html`, { oembed: false });
    for (const [title, address, description] of [
      [result.ogTitle, result.ogUrl, result.ogDescription],
      [other.title, other.url, other.description],
    ]) {
      assert.equal(title, 'Three press cards withdrawn');
      assert.equal(address, `${BASE}press-cards/`);
      for (const words of ['press cards of three reporters', 'set for 14 April 2026', 'As of 2 March 2026'])
        assert.ok(description!.includes(words), words);
    }
    assert.equal(result.charset, 'utf-8');
    assert.equal(favicon, `${BASE}icon.svg`);
  });

  it('get the next hearing beside the one that was held, which keeps its UID', async () => {
    const folder = makeFolder();
    const step = async (sequence: number, made: string, next: Json) => {
      const content = feed();
      Object.assign(content._placard, { sequence, generated_at: made });
      const extension = content.items[2]!._placard;
      extension.revision = sequence;
      extension.cases = [{ ...extension.cases[0]!, next }];
      const site = await build(content, folder);
      return ['other/calendar.ics', 'calendar.ics'].map((file) =>
        new ICAL.Component(ICAL.parse(read(site, file)) as [string, unknown[], unknown[]])
          .getAllSubcomponents('vevent')
          .map((each) => new ICAL.Event(each).uid)
          .find((uid) => uid.includes('@other.')),
      );
    };
    const hearing = { type: 'hearing', date: '2026-04-14', date_status: 'scheduled' };
    const [first] = await step(3, '2026-03-02T10:00:00Z', hearing);
    assert.deepEqual(await step(4, '2026-04-15T10:00:00Z', { ...hearing, date_status: 'held' }), [first, undefined]);
    const [second, onSite] = await step(5, '2026-04-20T10:00:00Z', { ...hearing, date: '2026-06-01' });
    assert.notEqual(second, first);
    assert.equal(onSite, second, 'the calendar of the site has the same UID');
    const moved = { ...hearing, date: '2026-06-08', date_status: 'postponed', was: '2026-06-01' };
    assert.deepEqual(await step(6, '2026-05-20T10:00:00Z', moved), [second, second]);
    assert.deepEqual(await step(7, '2026-05-21T10:00:00Z', moved), [second, second]);
  });

  it('filter the list by topic without a script', () => {
    const html = read(out, 'index.html');
    const radios = allOf(html).filter((each) => attribute(each, 'type') === 'radio');
    assert.deepEqual([...new Set(radios.map((radio) => attribute(radio, 'name')))], ['topics'], 'all cases have the same status');
    const css = read(out, 'list.css');
    assert.match(css, /main:has\(#topics-0:checked\)/);
    assert.match(css, /a \\22 quoted\\22 {2}topic/);
    assert.doesNotMatch(html, /<script/);
  });

  it('see only the statements of the topic that they choose, in a browser without scripts', async () => {
    const browser = await openBrowser();
    try {
      await using host = await serveFolder(() => out);
      const shown = await visit(
        browser,
        `${host.url}index.html`,
        async (page) => {
          const titles = () =>
            page.$$eval('.campaigns > li', (rows) =>
              rows.filter((row) => row.checkVisibility()).map((row) => row.querySelector('a')!.textContent),
            );
          const all = await titles();
          const labels = await page.$$('label');
          const texts = await Promise.all(labels.map((label) => label.evaluate((each) => each.textContent.trim())));
          await labels[texts.indexOf('a "quoted" topic')]!.click();
          return { all, some: await titles() };
        },
        { javascript: false, isExpected: (message) => message.text().includes('ERR_NAME_NOT_RESOLVED') }, // the icon of a site that is not online
      );
      const second = 'A <b>second</b> case & more ]]>';
      assert.deepEqual(shown, { all: ['Three press cards withdrawn', second], some: [second] });
    } finally {
      await browser.close();
    }
  });

  it('get HTML for e-mail that the cleaners of the big clients keep, by the tables of caniemail.com', () => {
    const result = doIUseEmail(read(out, 'press-cards/email.html'), { emailClients: CLIENTS });
    const errors = result.success ? [] : result.errors;
    const lost = errors.map((line) => /^`(.+?)` is not supported by `(.+?)`/.exec(line)!.slice(1).join(' in '));
    assert.deepEqual(
      lost.filter((each) => !HARMLESS.has(each)),
      [],
    );
    assert.match(read(out, 'press-cards/email.html'), /<img [^>]*style="max-width:100%/);
  });

  it('get the statement as text, Markdown and HTML for e-mail', () => {
    const folder = join(out, 'press-cards');
    const text = read(folder, 'statement.txt');
    for (const words of ['Three press cards withdrawn', 'They sued.', '+44 20 7946 0958', `${BASE}press-cards/`])
      assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /<[a-z]/);
    assert.match(read(folder, 'statement.md'), /^# Three press cards withdrawn\n[^]*\n## /);
    assert.match(read(out, 'other/statement.md'), /^# A \\<b\\>second\\<\/b\\> case/);
    const email = read(folder, 'email.html');
    assert.match(email, /style="/);
    assert.doesNotMatch(email, /class=|<style|<script/);
  });

  it('get a link to the present status with each form that does not update, in the language of the item', () => {
    const note = (item: string, lang: string, dir: string) =>
      new RegExp(`<p lang="${lang}" dir="${dir}"[^>]*>[^<]+ <a href="${BASE}${item}/" rel="noreferrer">[^<]+</a></p>`, 'g');
    for (const [item, lang, dir] of [
      ['press-cards', 'en', 'ltr'],
      ['press-cards-ar', 'ar', 'rtl'],
    ] as const) {
      for (const form of ['email.html', 'snippets/html-only.html', 'embed.html'])
        assert.equal(read(out, `${item}/${form}`).match(note(item, lang, dir))?.length, 1, form);
      for (const form of ['snippets/full.html', 'snippets/wordpress.html', 'index.html', 'snapshot.json', 'atom.xml'])
        assert.equal(read(out, `${item}/${form}`).match(note(item, lang, dir)), null, form);
      for (const form of ['statement.txt', 'statement.md'])
        assert.match(read(out, `${item}/${form}`), new RegExp(`\n\n[^\n]+\n<?${BASE}${item}/>?\n$`), form);
    }
  });

  it('get no topic of a withdrawn item', async () => {
    assert.match(read(out, 'other/atom.xml'), /<category term="courts"/);
    for (const file of ['atom.xml', 'other/atom.xml', 'index.html', 'list.css'])
      assert.doesNotMatch(existsSync(join(withdrawn, file)) ? read(withdrawn, file) : '', /courts/, file);
  });

  it('get valid HTML on every kind of page', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: RULES });
    const pages = ['index', 'frame', 'embed'].flatMap((name) =>
      ['press-cards', 'press-cards-ar', 'other'].map((item) => `${item}/${name}.html`),
    );
    for (const [folder, file] of [
      ...['index.html', 'review.html', ...pages].map((name) => [out, name] as const),
      ...['index.html', ...pages.filter((name) => name.startsWith('other'))].map((name) => [withdrawn, name] as const),
    ]) {
      const { results } = await validator.validateString(read(folder, file), file);
      const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId} ${message}`));
      assert.deepEqual(found, []);
    }
  });
});

/** The clients of most readers (https://www.litmus.com/email-client-market-share), and of Europe. */
const CLIENTS = ['apple-mail.*', 'gmail.*', 'outlook.*', 'yahoo.*', 'thunderbird.*', 'orange.*', 'gmx.*', 'web-de.*', 'protonmail.*'];

/** What a client drops without harm: the words stay, and the reader can still read and call. */
const HARMLESS = new Set([
  'lang attribute in orange.desktop-webmail',
  'mailto: links in orange.ios', // shows the address in a card of the app
]);

/** Rules of style, which say nothing about validity: the pages are also well-formed XML. */
const RULES = {
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'no-raw-characters': 'off',
  'require-sri': 'off',
  'tel-non-breaking': 'off',
  'prefer-native-element': 'off',
  'no-implicit-input-type': 'off',
  'doctype-style': 'off',
} as const;
