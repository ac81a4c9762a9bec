import { expect } from '@open-wc/testing';
import type { PlacardStatus } from '../../../src/elements/components/status/placard-status.js';
import { en } from '../../../src/locales/en.js';
import { CASE, feedOf, part, parts, show, shownText } from './helpers.js';

const status = (proceeding: object, facts: object = {}) =>
  show<PlacardStatus>('placard-status', feedOf({ facts: { cases: [{ ...CASE, ...proceeding }], ...facts } }));

describe('placard-status', () => {
  for (const [code, word] of Object.entries(en.statuses)) {
    it(`says "${word}" in words and shape for ${code}`, async () => {
      const element = await status({ status: code });
      const stamp = part(element, 'stamp')!;
      expect(shownText(stamp)).to.equal(`${word} as of 1 March 2026`);
      expect(getComputedStyle(stamp, '::before').clipPath).to.contain('path');
      expect(shownText(element)).to.contain('Example Court');
    });
  }

  it('has a different icon for each meaning of a status', async () => {
    const drawn: string[] = [];
    for (const proceeding of [
      { status: 'pending' },
      { status: 'appealed' },
      { status: 'unknown' },
      { status: 'decided' },
      { status: 'decided', outcome: 'granted' },
      { status: 'closed', outcome: 'convicted' },
    ]) {
      drawn.push(getComputedStyle(part(await status(proceeding), 'stamp')!, '::before').clipPath);
    }
    expect(new Set(drawn).size).to.equal(drawn.length);
  });

  for (const [code, word] of Object.entries(en.rulings)) {
    it(`shows the outcome ${code} on the stamp of a decided case`, async () => {
      expect(shownText(part(await status({ status: 'decided', outcome: code }), 'stamp')!)).to.contain(word);
    });
  }

  for (const [state, first] of [
    ['decided', 'The ruling has been carried out.'],
    ['closed', 'The ruling has been carried out.'],
    ['appealed', 'No hearing date has been set.'],
  ] as const) {
    it(`shows first what matters most of a case that is ${state}`, async () => {
      const next = { type: 'hearing', date_status: 'not-set' };
      const element = await status({ status: state, outcome: 'granted', compliance: 'complied', next });
      expect(shownText(element.shadowRoot!.querySelector('.placard-sentence')!)).to.equal(first);
    });
  }

  for (const [code, sentence] of Object.entries(en.compliances)) {
    it(`says whether it was obeyed: ${code}`, async () => {
      expect(shownText(await status({ status: 'decided', outcome: 'granted', compliance: code }))).to.contain(sentence);
    });
  }

  const nexts: [object, string][] = [
    [{ type: 'hearing', date_status: 'not-set' }, 'No hearing date has been set.'],
    [{ type: 'hearing', date_status: 'scheduled', date: '2999-05-04' }, 'The hearing is set for 4 May 2999.'],
    [{ type: 'ruling', date_status: 'scheduled', date: { date: '2999-05', rel: 'by' } }, 'The ruling is expected by May 2999.'],
    [{ type: 'deadline', date_status: 'postponed' }, 'The deadline was postponed, and no new date has been set.'],
    [{ type: 'release', date_status: 'postponed', date: '2999-06' }, 'The release was postponed to June 2999.'],
    [{ type: 'other', date_status: 'held', date: '2026-02-03' }, 'The next step took place on 3 February 2026.'],
    [{ type: 'hearing', date_status: 'cancelled' }, 'The hearing was cancelled.'],
    [{ type: 'other', label: 'Oral argument', date_status: 'scheduled', date: '2999-05-04' }, 'Oral argument: 4 May 2999.'],
    [{ type: 'other', label: 'Oral argument', date_status: 'not-set' }, 'Oral argument: no date has been set.'],
  ];
  for (const [next, sentence] of nexts) {
    it(`says what comes next: ${sentence}`, async () => {
      expect(shownText(await status({ next }))).to.contain(sentence);
    });
  }

  it('shows court, kind, filing date, challenged act and source of a proceeding', async () => {
    const source = { title: 'Court register', url: 'https://court.example/1' };
    const text = shownText(
      await status({ kind: 'Administrative suit', filed: { date: '2025-07', rel: 'by' }, challenges: 'The delay', source }),
    );
    expect(text).to.contain('Administrative suit · Example Court · filed by July 2025');
    expect(text).to.contain('Challenges: The delay').and.to.contain('Court register');
  });

  it('shows two proceedings with a stamp each', async () => {
    const element = await show<PlacardStatus>(
      'placard-status',
      feedOf({ facts: { cases: [CASE, { ...CASE, id: 'appeal', status: 'appealed', forum: 'Second Court' }] } }),
    );
    expect(parts(element, 'stamp').map(shownText)).to.deep.equal(['Case pending as of 1 March 2026', 'Under appeal as of 1 March 2026']);
  });

  it('shows the state of the incident for an item without proceedings', async () => {
    const element = await show<PlacardStatus>('placard-status', feedOf({ facts: { incident: { state: 'resolved' } } }));
    expect(shownText(part(element, 'stamp')!)).to.equal('Resolved');
  });

  it('says that no status is published', async () => {
    expect(shownText(await show('placard-status', feedOf()))).to.contain(en.noStatus);
  });

  it('keeps the labels of other trackers word for word', async () => {
    const element = await status({
      external: [{ tracker: 'Example Tracker', label: 'CHARGES_PENDING', url: 'https://tracker.example/9' }],
    });
    expect(shownText(element)).to.contain('Example Tracker: CHARGES_PENDING');
    expect(element.shadowRoot!.querySelector<HTMLAnchorElement>('.placard-trackers a')!.href).to.equal('https://tracker.example/9');
  });

  it('shows the timeline in order, with each date in the precision of the feed', async () => {
    const timeline = [
      { id: 'c', date: '2025-07-11', text: 'Third' },
      { id: 'a', date: '2025', text: 'First' },
      { id: 'b', date: { date: '2025-04', rel: 'by', text: 'two months earlier' }, text: 'Second' },
      { id: 'd', date: '2025-07-11', text: 'Fourth, same day' },
    ];
    const element = await status({ next: { type: 'hearing', date_status: 'not-set' } }, { timeline });
    expect(parts(element, 'step').map(shownText)).to.deep.equal([
      '2025 First',
      'by April (two months earlier) Second',
      '11 July Third',
      '11 July Fourth, same day',
      'Next No hearing date has been set.',
    ]);
    expect(parts(element, 'step').map(({ className }) => className)).to.deep.equal([
      'placard-vague',
      'placard-bound',
      'placard-day',
      'placard-day placard-latest',
      'placard-next',
    ]);
    expect([...element.shadowRoot!.querySelectorAll('ol time')].map((time) => time.getAttribute('datetime'))).to.deep.equal([
      '2025',
      '2025-04',
      '2025-07-11',
      '2025-07-11',
    ]);
  });
});
