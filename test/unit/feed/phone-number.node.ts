/** A contact's number is dialled exactly as it is written, or it is refused. The spellings are generated. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { describeDestination } from '../../../src/feed/values/link-destination.js';
import { isPhone } from '../../../src/feed/values/phone-number.js';
import { phoneUrl, safeUrl } from '../../../src/feed/values/safe-url.js';

const PLUSES = ['+', '\uff0b', '\ufe62'];
const SEPARATORS = [
  ' ',
  '-',
  '.',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2212',
  '\uff0d',
  ' - ',
  ' \u2013 ',
];
const EXTENSIONS = ['ext. ', 'ext ', 'Ext: ', 'EXT.', 'extension ', 'x', 'x ', 'X. ', ';ext=', 'доб. ', 'доб ', 'вн. '];

describe('a telephone number', () => {
  it('is dialled by its digits with every plus sign and separator', () => {
    for (const plus of PLUSES) {
      for (const separator of SEPARATORS) {
        const written = `${plus}44${separator}20${separator}7946${separator}0958`;
        assert.equal(phoneUrl(written), 'tel:+442079460958', JSON.stringify(written));
      }
    }
  });

  it('is dialled with its extension in every spelling', () => {
    for (const spelling of EXTENSIONS) {
      for (const between of spelling === ';ext=' ? [''] : [' ', ', ', '\u00a0']) {
        const written = `+44 20 7946 0958${between}${spelling}12`;
        assert.equal(phoneUrl(written), 'tel:+442079460958;ext=12', JSON.stringify(written));
        assert.equal(isPhone(written), true, JSON.stringify(written));
      }
    }
    assert.equal(phoneUrl('0800 123 456 x7'), 'tel:0800123456;ext=7');
  });

  const OTHERS: [written: string, dialled: string][] = [
    ['112', 'tel:112'],
    ['02/235.22.16', 'tel:022352216'],
    ['030 / 1234567', 'tel:0301234567'],
    ['(02) 235-22-16', 'tel:022352216'],
    ['(+44) 20 7946 0000', 'tel:+442079460000'],
    ['+44 (0)20 7946 0000', 'tel:+442079460000'],
    ['(0) 20 7946', 'tel:0207946'],
    ['030 123456-0', 'tel:0301234560'],
    ['+7\u00a0727\u00a0123', 'tel:+7727123'],
    ['00 49 30 1234 5678 901', 'tel:0049301234'.concat('5678901')],
  ];
  for (const [written, dialled] of OTHERS)
    it(`${written} dials ${dialled}`, () => assert.deepEqual([isPhone(written), phoneUrl(written)], [true, dialled]));

  const TWO = ['/', ' / ', ', ', '; ', ' or ', ' oder ', ' и ', ' و ', '\n', ' - ', ' \u2013 ', ' + ', ' & '];
  it('is refused if the field has two numbers', () => {
    for (const between of TWO) {
      for (const [first, second] of [
        ['+32 2 235 22 16', '+32 2 235 22 17'],
        ['02 235 22 16', '02 235 22 17'],
        ['235 2216', '235 2217'],
      ]) {
        assert.equal(isPhone(`${first}${between}${second}`), false, JSON.stringify(`${first}${between}${second}`));
      }
    }
    for (const ends of ['7946 0958/59', '7946 0958 / 9', '+44 20 7946 0958 (0959)']) assert.equal(isPhone(ends), false, ends);
  });

  for (const value of [
    '',
    '+',
    '12',
    '1 2 3',
    '---',
    '+32 2 CALL US',
    'call 112',
    '٠٢٢٣٥٢٢١٦',
    '۰۲۲۳۵۲۲۱۶',
    '０２２３５２２１６',
    '²³⁵',
    '\u202e61 22 532 2 23+',
    '\u200e112',
    '112\u200b',
    '*#06#',
    'ext. 12',
    'x12',
    '+44 20 7946 0958 ext. 12 ext. 13',
    '1'.repeat(100),
  ])
    it(`${JSON.stringify(value)} is refused`, () => assert.equal(isPhone(value), false));

  it('is the same in a link: with its extension, and without a foreign parameter', () => {
    assert.equal(safeUrl('tel:+442079460958;ext=12'), 'tel:+442079460958;ext=12');
    assert.equal(safeUrl('tel:+442079460958;phone-context=evil.example'), undefined);
  });

  it('has its true number beside a link that names another one, and not beside its own extension', () => {
    const url = phoneUrl('+44 20 7946 0958 ext. 12');
    assert.equal(describeDestination('Call +44 20 7946 0958 ext. 12', url), undefined);
    assert.notEqual(describeDestination('Call +44 20 7946 0959 ext. 12', url), undefined);
  });

  it('is as the feed writes it after parsing; a refused one costs only its own member', () => {
    const contacts = [
      { id: 'a', role: 'press', phone: '\uff0b44 20 7946\u20110958 доб. 15', email: 'press@union.example' },
      { id: 'b', role: 'press', phone: '+32 2 235 22 16 / +32 2 235 22 17', email: 'desk@union.example' },
    ];
    const head = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Union' }, contacts };
    const feed = parseFeed(
      { version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: head, items: [{ id: '1' }] },
      'https://u.example/',
    );
    const [first, second] = feed.head._placard!.contacts!;
    assert.equal(first!.phone, '\uff0b44 20 7946\u20110958 доб. 15');
    assert.equal(phoneUrl(first!.phone!), 'tel:+442079460958;ext=15');
    assert.deepEqual([second!.phone, second!.email], [undefined, 'desk@union.example']);
    assert.deepEqual(
      feed.issues.map(({ code, path }) => [code, path]),
      [['bad-phone', '/_placard/contacts/1/phone']],
    );
  });
});
