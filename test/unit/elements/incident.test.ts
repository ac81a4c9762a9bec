import { expect } from '@open-wc/testing';
import type { PlacardIncident } from '../../../src/elements/components/incident/placard-incident.js';
import { feedOf, part, parts, show, shownText } from './helpers.js';

const incident = (facts: object, item: object = {}, attributes = 'fold="none"') =>
  show<PlacardIncident>(
    'placard-incident',
    feedOf({ facts: facts as Record<string, unknown>, item: item as Record<string, unknown> }),
    attributes,
  );

describe('placard-incident', () => {
  it('shows the publisher first, then kind, dateline, headline and summary', async () => {
    const element = await incident({ kind: 'statement', dateline: { place: 'Exampletown', date: '2026-03-01' } });
    expect(shownText(element)).to.match(
      /^Statement by Example Union Exampletown · 1 March 2026 Press card refused A press card was refused\./,
    );
  });

  it('shows every fact with its label', async () => {
    const element = await incident({
      incident: {
        what: 'The ministry refused a card.',
        when: { date: '2026-02', rel: 'about' },
        place: { name: 'Exampletown', country: 'KZ' },
        categories: ['accreditation'],
        affected: { description: 'reporters', count: 1600, names: ['A. Example', 'B. Example'], affiliation: 'Example Daily' },
        actor: { name: 'Ministry of Permits', kind: 'state' },
        grounds: 'A missing form',
      },
    });
    const rows = [...element.shadowRoot!.querySelectorAll('.placard-facts > div')].map((row) => shownText(row));
    expect(rows).to.deep.equal([
      'Who reporters · Example Daily · 1,600 people',
      'Names A. Example · B. Example',
      'Responsible Ministry of Permits (state authority)',
      'Official reason A missing form',
      'Where Exampletown, Kazakhstan',
      'When about February 2026',
      'Topics accreditation',
    ]);
  });

  it('shows a picture with alternative text, caption and credit, and requests it without a referrer', async () => {
    const element = await incident({ media: [{ url: '/picture.svg', alt: 'A card', caption: 'Crossed out', credit: 'Example' }] });
    const image = element.shadowRoot!.querySelector('img')!;
    expect([image.src, image.alt, image.loading, image.referrerPolicy]).to.deep.equal([
      'https://publisher.example/picture.svg',
      'A card',
      'lazy',
      'no-referrer',
    ]);
    expect(shownText(part(element, 'picture')!)).to.equal('Crossed out · Credit: Example');
  });

  it('keeps the credit of a missing picture', async () => {
    const element = await incident({ media: [{ alt: 'The picture does not come with the text', credit: 'Example Agency' }] });
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(shownText(element)).to.contain('The picture does not come with the text · Credit: Example Agency');
  });

  it('shows direct speech as a quote, after its speaker with role and source', async () => {
    const quote = { speaker: 'Speaker', role: 'Chair', organisation: 'Example Union', source: 'https://union.example/speech' };
    const element = await incident({
      quotes: [
        { ...quote, text: 'We will go on.', form: 'direct', language: 'fr' },
        { ...quote, text: 'The chair says that they will go on.', form: 'indirect' },
      ],
    });
    const [direct, indirect] = parts(element, 'quote');
    expect(direct!.querySelector('blockquote p')!.textContent).to.equal('We will go on.');
    expect(direct!.querySelector<HTMLElement>('blockquote p')!.lang).to.equal('fr');
    expect(indirect!.querySelector('blockquote')).to.equal(null);
    expect(shownText(indirect!)).to.equal(
      'Speaker · Chair · Example Union · https://union.example/speech The chair says that they will go on.',
    );
    expect(indirect!.querySelector('a')!.rel).to.contain('noreferrer');
  });

  it('shows background, corrections, sources, provenance and as-of date', async () => {
    const element = await incident(
      {
        background: [{ date: '2022', text: 'It happened before.', url: 'https://union.example/2022' }],
        corrections: [{ at: '2026-03-03', revision: 2, text: 'A date was wrong.' }],
        sources: [{ title: 'Report', publisher: 'Example Watch', url: 'https://watch.example/report' }],
        provenance: [{ role: 'distributor', name: 'Example Wire', at: '2026-03-02T09:07:00Z', alterations: 'none' }],
      },
      { date_modified: '2026-03-04T23:30:00-05:00' },
    );
    const text = shownText(element);
    for (const wanted of [
      'Background 2022 It happened before.',
      'Corrections 3 March 2026 A date was wrong.',
      'Sources Report, Example Watch',
      'Distributed by Example Wire · 2 March 2026, 09:07 UTC · unchanged',
      'as of 4 March 2026',
    ]) {
      expect(text).to.contain(wanted);
    }
  });

  it('shows the destination of a source if its publisher has the name of another site', async () => {
    const source = { title: 'Report', publisher: 'watch.example', url: 'https://elsewhere.example/' };
    const element = await incident({ sources: [source, { ...source, publisher: 'elsewhere.example' }] });
    expect(shownText(part(element, 'sources')!)).to.equal('Report, watch.example (elsewhere.example) Report, elsewhere.example');
  });

  it('shows the destination also for a name with an ideographic full stop', async () => {
    const url = 'https://elsewhere.example/';
    const element = await incident({
      background: ['watch\u3002example', 'watch\uff61example', '\u53e5\u3002\u53e5'].map((text) => ({ text, url })),
    });
    const [wide, half, sentences] = [...element.shadowRoot!.querySelectorAll('.placard-background a')].map((link) => link.textContent);
    expect([wide, half].every((text) => text!.endsWith('(elsewhere.example)'))).to.equal(true);
    expect(sentences).not.to.contain('elsewhere');
  });

  it('describes the publisher, with figures in the number format of the reader', async () => {
    const publisher = {
      name: 'Example Union',
      about: 'It defends people.',
      figures: [
        { value: 600000, qualifier: 'more-than', label: 'members', as_of: '2025' },
        { value: 146, label: 'countries' },
        { value: 'a dozen', qualifier: 'roughly', label: 'offices' },
      ],
      follow: [{ label: 'Video', url: 'https://video.example/' }, { label: 'Radio' }],
    };
    const text = shownText(await show('placard-incident', feedOf({ head: { publisher } }), 'fold="none"'));
    expect(text).to.contain(
      'About the publisher: Example Union It defends people. more than 600,000 members (as of 2025) 146 countries roughly a dozen offices Video · Radio',
    );
  });

  for (const [asked, levels] of [
    ['fold="none"', 'H2 H3'],
    ['heading-level="4"', 'H4 H5'],
    ['heading-level="6"', 'H6 H6'],
    ['heading-level="9"', 'H6 H6'],
    ['heading-level="x"', 'H2 H3'],
  ]) {
    it(`has headings at ${levels} with ${asked || 'the default level'}`, async () => {
      const element = await incident({ sources: [{ title: 'Report' }] }, {}, asked);
      const names = [part(element, 'headline')!, part(element, 'label')!].map(({ tagName }) => tagName);
      expect(names.join(' ')).to.equal(levels);
    });
  }

  it('renders a plain JSON Feed as a statement: title, summary, image, author, date', async () => {
    const feed = feedOf({ facts: null, head: null, item: { image: '/i.png', authors: [{ name: 'Reporter at Large' }] } });
    const element = await show('placard-incident', feed, 'fold="none"');
    expect(shownText(element)).to.contain('Statement by Reporter at Large 2 March 2026 Press card refused A press card was refused.');
    expect(element.shadowRoot!.querySelector('img')!.src).to.equal('https://publisher.example/i.png');
  });
});
