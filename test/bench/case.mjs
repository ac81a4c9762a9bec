// The fictional case of every variant: headline, summary, picture, eight timeline entries, status, contact, two buttons.
const ENTRIES = [
  ['2026-01-12', 'The union asks the ministry in writing to renew the press cards of sixteen reporters, two months before they run out.'],
  ['2026-02-03', 'The ministry confirms that the applications are complete, and announces its decision for the end of the month.'],
  ['2026-03-01', 'No decision has come. The ministry extends its review by two months; its letter gives no reason.'],
  ['2026-03-14', 'The cards run out. Guards turn three of the sixteen away at the door of parliament.'],
  ['2026-04-02', 'The outlet sues over the delay before the Example Administrative Court, and asks it for an interim order.'],
  ['2026-04-20', 'The court proposes a settlement; the outlet accepts it, and the ministry declines.'],
  ['2026-05-06', 'The ministry refuses all sixteen applications: the reporters, it says, had worked without valid cards.'],
  ['2026-05-11', 'The outlet extends its suit to the refusal. The court joins both, and sets no date for a hearing.'],
];

export const HEADLINE = 'Ministry of Examples refuses press cards to sixteen reporters of Example Daily';
export const SUMMARY =
  'The ministry has refused to renew the press cards of sixteen reporters. It says that they worked without cards during its delayed review. They may not enter parliament or ask questions of the government. A suit is pending.';
export const TIMELINE = ENTRIES.map(([date, text], index) => ({ id: `step-${index}`, date, text }));
const STATEMENT = [
  'Sixteen reporters of Example Daily have been without press cards since the middle of March. They applied in time, and the ministry found nothing missing. It let the time for its decision pass, extended it without giving a reason, and then refused, since the reporters had gone on working.',
  'If an authority is slow, a reporter cannot keep a rule that makes work punishable. The union asks the ministry to renew the cards at once, and the court to set a date for its hearing.',
  'Until then readers lack what these sixteen would have asked: of the budget that parliament voted in April, of the two ministers who left in May, and of the reform that begins in June.',
  'Example Daily has covered the government since it was founded, from inside and with its questions on the record. Since March it has written about parliament from the pavement, by telephone, and from the reports of other papers. Its readers have noticed, and more than four thousand of them have signed a letter of their own.',
  'The court has both complaints before it: that the ministry took longer than the law allows, and that it then punished the applicants for it. Its decision will affect every newsroom that waits for a card this year. The union knows eleven of them.',
  'The union asks other newsrooms for one thing: put the question that these sixteen cannot put. It asks readers to call the ministry. The number is below, and it is answered on working days.',
  'The union has written to the ministry four times, and to the speaker of parliament twice. It had an answer once: that the matter was under review.',
];

/** @param {number} sequence raised by one, it says that a hearing is scheduled */
export function feed(sequence = 7) {
  const hearing =
    sequence > 7 ? { type: 'hearing', date_status: 'scheduled', date: '2031-06-30' } : { type: 'hearing', date_status: 'not-set' };
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example Union: cases',
    home_page_url: 'https://union.example/',
    language: 'en',
    _placard: {
      spec: 1,
      sequence,
      generated_at: '2026-05-12T09:00:00Z',
      publisher: {
        name: 'Example Union',
        url: 'https://union.example/',
        about: 'Example Union does not exist: it represents a real one.',
      },
      contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958', email: 'press@union.example' }],
    },
    items: [
      {
        id: 'press-cards',
        url: 'https://union.example/press-cards',
        title: HEADLINE,
        summary: SUMMARY,
        content_text: STATEMENT.join('\n\n'),
        image: '/picture.svg',
        date_published: '2026-05-12T09:00:00Z',
        language: 'en',
        _placard: {
          kind: 'case',
          revision: sequence,
          cases: [
            {
              id: 'suit',
              forum: 'Example Administrative Court',
              kind: 'Administrative suit',
              filed: '2026-04-02',
              challenges: 'The delay of the review, and the refusal that followed it',
              status: 'pending',
              as_of: '2026-05-12',
              next: hearing,
            },
          ],
          timeline: TIMELINE,
          actions: [
            { id: 'call', type: 'contact', contact: 'press' },
            { id: 'follow', type: 'follow', label: 'Follow the union', url: 'https://union.example/follow' },
          ],
        },
      },
    ],
  };
  return JSON.stringify(document, null, 2);
}
