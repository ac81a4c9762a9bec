/** Every field of a feed, filled with what would act: in each element, in the snapshot, and in a page that shows the snapshot. */
import { expect } from '@open-wc/testing';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { part, show, snapshotFor } from '../elements/helpers.js';
import { at, changed, FEED_URL, keyOf, parentOf, pointers, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';
import { faultsIn } from './allowlist.js';
import { hostile, MARKUP } from './markup.js';
import { TEXTS, URLS } from './strings.js';
import { Tripwire } from './tripwire.js';

const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

const leaves = pointers(wholeFeed()).filter((pointer) => typeof at(wholeFeed(), pointer) === 'string');
const accepts = (pointer: string, value: string) => {
  try {
    const feed = parseFeed(changed(wholeFeed(), pointer, value), FEED_URL);
    return feed.item('one') !== undefined && feed.issues.length === 0;
  } catch {
    return false;
  }
};
/** Fields for any text, and fields for addresses. */
const texts = leaves.filter(
  (pointer) => !pointer.startsWith('/items/1') && !/\/(id|contact|superseded_by|item_id)$/.test(pointer) && accepts(pointer, 'Any words.'),
);
const urls = leaves.filter((pointer) => accepts(pointer, 'https://any.example/') && !accepts(pointer, 'http://:'));

/** All of these fields with one value, the extension and everything else as they were. */
const filled = (fields: string[], value: string): Feed => {
  const document = wholeFeed();
  for (const pointer of fields) (at(document, parentOf(pointer)) as JsonObject)[keyOf(pointer)] = value;
  return parseFeed(document, FEED_URL);
};

describe('every field of a feed', () => {
  let wire: Tripwire;

  before(async () => {
    wire = await Tripwire.set();
  });

  it('is among those that are filled', () => {
    expect(texts.length).to.be.greaterThan(50);
    expect(urls.length).to.be.greaterThan(20);
  });

  /** Shows a feed in every element, opened, side by side: they wait for the same frames. Returns the faults of what they show. */
  async function faultsOf(feed: Feed): Promise<string[]> {
    return (await Promise.all(TAGS.map((tag) => faultsOfElement(tag, feed)))).flat();
  }

  async function faultsOfElement(tag: string, feed: Feed): Promise<string[]> {
    const element = await show(`placard-${tag}`, feed, 'item="one" heading-level="3"');
    const details = part<HTMLDetailsElement>(element, 'statement');
    if (details) {
      details.open = true;
      await new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
    }
    const card = part(element, 'card')!;
    const statement = /campaign|statement/.test(tag) && feed.item('one')!.content_html;
    if (statement) while (!card.querySelector('.placard-rich')) await new Promise(requestAnimationFrame);
    const faults = [
      ...faultsIn(element.shadowRoot!, true).map((fault) => `${tag}: ${fault}`),
      ...faultsOfSnapshot(await snapshotFor(element)).map((fault) => `snapshot of ${tag}: ${fault}`),
    ];
    element.parentElement!.remove();
    return faults;
  }

  function faultsOfSnapshot(html: string): string[] {
    const xml = new DOMParser().parseFromString(html, 'application/xml');
    if (xml.querySelector('parsererror')) return ['the XML is not well-formed'];
    const host = document.createElement('div');
    document.body.append(host);
    host.innerHTML = html; // as a partner's page has it
    const faults = faultsIn(host).filter(
      (fault) =>
        !/^<(\S+ (class|data-valid-until|v-pre|ng-non-bindable)="|(details|summary|section)> of http:\/\/www\.w3\.org)/.test(fault) &&
        !fault.startsWith('link without rel'),
    );
    host.remove();
    return faults;
  }

  for (const text of TEXTS) {
    it(`shows ${JSON.stringify(text).slice(0, 80)} as text`, async () => {
      expect(await faultsOf(filled(texts, hostile(text, wire.address)))).to.deep.equal([]);
      expect(await wire.sprung()).to.deep.equal([]);
    });
  }

  it('shows all of our hostile markup as text', async () => {
    for (const html of MARKUP.slice(0, 40)) expect(await faultsOf(filled(texts, hostile(html, wire.address)))).to.deep.equal([]);
    expect(await wire.sprung()).to.deep.equal([]);
  }).timeout(120_000);

  for (const url of URLS) {
    it(`leads nowhere by ${JSON.stringify(url).slice(0, 80)}`, async () => {
      const feed = filled(urls, hostile(url, wire.address));
      expect(await faultsOf(feed)).to.deep.equal([]);
      // An empty address is as good as absent.
      const reported = url ? ['/items/0/url', '/_placard/publisher/url'] : [];
      expect(feed.issues.filter(({ code }) => code === 'bad-url').map(({ path }) => path)).to.include.members(reported);
      expect(await wire.sprung()).to.deep.equal([]);
    });
  }

  it('as statement HTML acts in no element', async () => {
    const act = async (html: string) => {
      const feed = filled(['/items/0/content_html'], hostile(html, wire.address));
      const element = await show('placard-statement', feed, 'item="one"');
      while (!part(element, 'card')!.querySelector('.placard-rich')) await new Promise(requestAnimationFrame);
      expect(faultsIn(element.shadowRoot!, true), html).to.deep.equal([]);
      element.parentElement!.remove();
    };
    for (let at = 0; at < MARKUP.length; at += 10) await Promise.all(MARKUP.slice(at, at + 10).map(act));
    expect(await wire.sprung()).to.deep.equal([]);
  }).timeout(120_000);
});
