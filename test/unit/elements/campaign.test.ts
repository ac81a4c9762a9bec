import { expect } from '@open-wc/testing';
import type { PlacardCampaign } from '../../../src/elements/components/campaign/placard-campaign.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { CASE, documentOf, feedOf, part, settled, show, shownText, snapshotFor } from './helpers.js';

const SAMPLE = '/demo/feed.json';

async function sample(): Promise<Feed> {
  return parseFeed(await (await fetch(SAMPLE)).text(), new URL(SAMPLE, location.href).href);
}

const campaign = (feed: Feed | undefined, attributes = '', children = '') =>
  show<PlacardCampaign>('placard-campaign', feed, attributes, children);

describe('placard-campaign', () => {
  it('shows every fact of the real case', async () => {
    const element = await campaign(await sample(), 'item="kz-accreditation-2025" fold="none"');
    const text = shownText(element);
    for (const fact of [
      'Statement by International Federation of Journalists',
      '25 July 2025',
      'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists',
      'Case pending',
      'No hearing date has been set.',
      'filed 11 July 2025',
      'The delay of the review',
      '16 people',
      'Responsible Ministry of Foreign Affairs',
      'Where Kazakhstan',
      'When 15 July 2025',
      'Working without the accreditation',
      '2025 February',
      'by April',
      '17 July',
      'Anthony Bellanger · General Secretary · International Federation of Journalists',
      'Human Rights Watch',
      'August 2024',
      '18 October 2024',
      'Daniyar Adilbekov',
      'four and a half years',
      '2022',
      '2024',
      'Central Asia',
      'more than 600,000',
      '146 countries',
      '+32 2 235 22 16',
      'Twitter',
      'Facebook',
      'Instagram',
      'Subscribe to IFJ News',
      'Report a correction',
      'Credit: Radio Azattyq',
      'Radio Azzatyq',
      'Public Technologies (PUBT)',
      '25 July 2025, 09:07 UTC',
      'stamped 03:06, with no time zone',
      'not published by the IFJ',
      'as of 25 July 2025',
    ]) {
      expect(text).to.contain(fact);
    }
    expect(element.shadowRoot!.querySelector('q')).to.equal(null);
    expect(text).not.to.contain('@');
  });

  it('contains every sentence of its snapshot', async () => {
    const element = await campaign(await sample());
    const html = await snapshotFor(element);
    const snapshot = new DOMParser().parseFromString(html, 'application/xml');
    expect(snapshot.querySelector('parsererror')).to.equal(null);
    const live = element.shadowRoot!.textContent.replace(/\s+/g, ' ');
    const lines = [...snapshot.querySelectorAll('p, h2, figcaption')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(lines.length).to.be.greaterThan(12);
    expect(lines.filter((line) => !live.includes(line))).to.deep.equal([]);
  });

  it('has a snapshot that reads as a statement after a strict content filter', async () => {
    const html = await snapshotFor(await campaign(await sample()));
    // The length of a port of the tests does not count. Three of its boxes are sections, which reading views keep. Its picture has a width.
    expect(html.replaceAll(location.origin, 'http://localhost:8000').length).to.be.at.most(3110);
    expect(html).not.to.match(/\n\s*\n|style=|<script|<svg|class="(?!placard-)/);
    const written = new DOMParser().parseFromString(html, 'text/html').body;
    const paragraphs = [...written.querySelectorAll('p, h2')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(paragraphs.slice(0, 4)).to.deep.equal([
      'Statement by International Federation of Journalists',
      'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists',
      'Case pending as of 25 July 2025',
      'No hearing date has been set.',
    ]);
    expect(written.querySelector('a[href="tel:+3222352216"]')!.textContent).to.equal('Press contact +32 2 235 22 16');
    expect([...written.querySelectorAll('.placard-fold a')].map(({ textContent }) => textContent.split(' ')[0])).to.deep.equal([
      'Timeline',
      'Facts',
      'Background',
    ]);
    for (const link of written.querySelectorAll('a[href^=http]')) expect(link.getAttribute('rel')).to.equal('noreferrer');
    expect(html).not.to.contain('Last checked');
  });

  it('replaces the snapshot in one step, and only if the stamp differs', async () => {
    const snapshot = '<div lang="en" dir="ltr"><p>Snapshot.</p></div>';
    const same = await campaign(feedOf(), 'stamp="1"', snapshot);
    expect(shownText(same)).to.equal('Snapshot.');
    const other = await campaign(feedOf(), 'stamp="0"', snapshot);
    expect(shownText(other)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
    const none = await campaign(feedOf(), '', snapshot);
    expect(shownText(none)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
    const anew = await campaign(feedOf({ head: { epoch: 1 } }), 'stamp="1"', snapshot);
    expect(shownText(anew)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
    const counted = await campaign(feedOf({ head: { epoch: 1 } }), 'stamp="1.1"', snapshot);
    expect(shownText(counted)).to.equal('Snapshot.');
    const left = await campaign(feedOf(), 'stamp="1"', '<br><p>\n</p>');
    expect(shownText(left)).to.contain('Press card refused');
    const plain = await campaign(feedOf({ head: null, facts: null }), 'stamp="0"', snapshot);
    expect(shownText(plain)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
  });

  it('shows placard elements among its children in the author’s layout, also in nested elements', async () => {
    const arranged = '<div><h2>Own words</h2><section><placard-status></placard-status></section></div>';
    const element = await campaign(feedOf({ facts: { cases: [CASE] } }), '', arranged);
    await settled(element);
    expect(shownText(element))
      .to.contain('Own words Example Union Press card refused Case pending')
      .and.not.to.contain('A press card was refused.');
  });

  it('folds the statement on the screen and opens it in print', async () => {
    const element = await campaign(feedOf());
    const details = part<HTMLDetailsElement>(element, 'statement')!;
    expect(details.open).to.equal(false);
    expect(details.textContent).to.contain('Second paragraph.');
  });

  it('shows the text of a plain JSON Feed without a summary, and omits the contact block', async () => {
    const element = await campaign(
      feedOf({
        head: null,
        facts: null,
        item: { summary: undefined, content_text: undefined, content_html: '<p>All <b>there</b> is.</p>' },
      }),
    );
    expect(shownText(element)).to.contain('All there is.');
    expect(part(element, 'actions')).to.equal(null);
  });

  it('applies look and theme only through tokens', async () => {
    const colours = async (attributes: string) => getComputedStyle(part(await campaign(feedOf(), attributes), 'card')!).backgroundColor;
    expect(await colours('theme="light"')).to.equal('rgb(255, 255, 255)');
    expect(await colours('theme="dark"')).to.equal('rgb(25, 27, 30)');
    expect(await colours('look="plain" theme="light"')).to.equal('rgba(0, 0, 0, 0)');
    const themed = await campaign(feedOf(), 'theme="light"');
    themed.style.setProperty('--placard-accent', 'rgb(0, 90, 60)');
    expect(getComputedStyle(part(themed, 'card')!).borderTopColor).to.equal('rgb(0, 90, 60)');
  });

  for (const width of [280, 320, 700, 1200]) {
    it(`fits into ${width} px with very long words`, async () => {
      const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
      const feed = parseFeed(
        documentOf({
          item: { title: word, summary: word },
          facts: {
            cases: [{ ...CASE, forum: word }],
            timeline: [{ id: '1', date: '2026', text: word }],
            actions: [{ id: 'a', type: 'sign', label: word, url: 'https://union.example/' }],
          },
          head: {
            publisher: { name: word },
            contacts: [{ id: 'p', role: 'press', name: word, phone: '+44 20 7946 0958', email: 'press@union.example' }],
          },
        }),
        'https://union.example/feed.json',
      );
      const element = await campaign(feed);
      element.parentElement!.style.width = `${width}px`;
      const card = part(element, 'card')!;
      expect(card.scrollWidth).to.be.at.most(card.clientWidth);
      const edge = card.getBoundingClientRect();
      for (const each of element.shadowRoot!.querySelectorAll('p, a, li, dd, h2, h3, button')) {
        const box = each.getBoundingClientRect();
        if (!box.width) continue; // inside of a closed section
        expect(box.right, each.outerHTML.slice(0, 80)).to.be.at.most(edge.right + 1);
        expect(box.left).to.be.at.least(edge.left - 1);
      }
    });
  }
});
