/** Telephone numbers in words from right to left: each is isolated, so that its groups stay in their order, in every renderer and text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { splitNumbers } from '../../../src/feed/values/numbers-in-text.js';
import { contentPolicy } from '../../../src/elements/sanitizer/content-policy.js';
import { createSanitizer } from '../../../src/elements/sanitizer/sanitizer.js';

const NUMBERS = [
  '0800 123 456',
  '021-555-1234',
  '+98 21 5555 1234',
  '(021) 555 12 34',
  '030/1234567',
  '021\u2011555\u20111234',
  '\u06f0\u06f2\u06f1-\u06f5\u06f5\u06f5-\u06f1\u06f2\u06f3\u06f4',
  '+442079460958',
];
const OTHERS = ['1990-2000', '2024', '1990\u20132005', '12345', 'A-12 345 678B'];
const PROSE: Record<string, (number: string) => string> = {
  ar: (number) => `اتصل على ${number} الآن`,
  fa: (number) => `با ${number} تماس بگیرید`,
  he: (number) => `התקשרו ${number} עכשיו`,
};

describe('a telephone number in words from right to left', () => {
  for (const [lang, prose] of Object.entries(PROSE)) {
    it(`is isolated in ${lang}, also in a text from left to right`, () => {
      for (const number of NUMBERS) {
        for (const dir of ['rtl', 'auto', 'ltr']) {
          const pieces = splitNumbers(prose(number), dir);
          assert.equal(pieces.join(''), prose(number));
          assert.equal(pieces[1], number, `${dir} ${number}`);
        }
      }
    });

    it(`is isolated in ${lang} in the summary, the timeline and the statement of a snapshot`, async () => {
      for (const number of NUMBERS) {
        const document = {
          version: 'https://jsonfeed.org/version/1.1',
          title: 'T',
          language: lang,
          _placard: { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Union' } },
          items: [
            {
              id: 'one',
              title: 'T',
              language: lang,
              summary: prose(number),
              content_text: `${prose(number)}\n\n${prose(number)}`,
              date_published: '2026-03-02T10:00:00Z',
              _placard: { kind: 'case', revision: 1, timeline: [{ id: 'a', date: '2026-03-01', text: prose(number) }] },
            },
          ],
        };
        const html = (await snapshotOf(parseFeed(document, 'https://union.example/feed.json'), { filled: true }))!;
        const { document: page } = new JSDOM(html).window;
        const isolated = [...page.querySelectorAll('bdi[dir=ltr]')].filter(({ textContent }) => textContent === number);
        assert.equal(isolated.length, 4, `${number}: ${html}`);
      }
    });

    it(`is isolated in ${lang} in the HTML of a statement, once`, () => {
      const sanitize = createSanitizer(new JSDOM('').window as never, contentPolicy)!;
      const feed = parseFeed({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [] }, 'https://union.example/');
      for (const number of NUMBERS) {
        const markup = `<p>${prose(number)}</p><ul><li>${number}</li></ul><p><bdi dir="ltr">${number}</bdi> <a href="tel:112">112</a></p>`;
        const write = (from: string) => {
          const { content } = sanitize(from, feed, 2)!;
          const box = content.ownerDocument.createElement('div');
          box.append(content);
          return box;
        };
        const box = write(markup);
        assert.deepEqual(
          [...box.querySelectorAll('bdi[dir=ltr]')].map(({ textContent }) => textContent),
          /^\+\d+$|\D/.test(number) ? [number, number, number] : [number],
          box.innerHTML,
        );
        assert.equal(write(box.innerHTML).innerHTML, box.innerHTML);
      }
    });
  }

  it('is not seen in years and names, and a text from left to right is whole', () => {
    for (const other of OTHERS) assert.deepEqual(splitNumbers(PROSE.ar!(other), 'rtl'), [PROSE.ar!(other)], other);
    assert.deepEqual(splitNumbers('Call 0800 123 456', 'ltr'), ['Call 0800 123 456']);
  });
});
