import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { htmlToText } from '../../../src/feed/values/html-to-text.js';
import { cleanIdentifier, cleanText } from '../../../src/feed/values/clean-text.js';

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('text of a feed', () => {
  it('keeps the text of real languages', () => {
    for (const text of [
      'Plain',
      'Two lines\n\nand\ta tab',
      'Қазақстан',
      'قازاقستان',
      'می\u200cخواهم', // a joiner that Persian needs
      'क्\u200dष',
      'a\u200eb\u200fc\u061cd',
      '👩‍⚖️ 🏳️‍🌈 😀',
      'Việt Nam, e\u0301\u0323',
      'Tiếng Việt'.normalize('NFD'),
      'ᾄδω'.normalize('NFD'),
      'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים', // with vowels and accents
      'ש\u05c1\u05bc\u05b8\u05a3\u05bd',
      'ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ',
      'ل\u0651\u064e\u0670\u0653',
      'कार्त्स्न्य', // five consonants in one
      'कार्त्\u200dस्न्य',
      'अ॒ग्निमी॑ळे',
      'ক্ষ্ম',
      'น้ำ ที่นี่ ก็',
      'ທີ່ນີ້ ນ້ຳ',
      'བསྒྲུབས་ རྒྱུ',
      'ཧ\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82',
      'ကျွန်ုပ် ဩဂုတ်',
      'ខ្ញុំ ស្ត្រី',
      '👩🏻‍❤️‍💋‍👨🏿 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 3️⃣ 🏳️‍⚧️ 👍🏿',
      'ﾊﾞﾝｸﾞﾊﾟ',
      '<b>&amp;</b>',
    ])
      expect(cleanText(text)).to.equal(text);
  });

  it('loses control characters and direction overrides', () => {
    for (const unseen of [
      0, 1, 8, 0x0b, 0x0c, 0x0e, 0x1b, 0x7f, 0x80, 0x9f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
    ])
      expect(cleanText(`a${String.fromCharCode(unseen)}b`), unseen.toString(16)).to.equal('ab');
    expect(cleanText('\ufeffa\ufff9b\ufffac\ufffb')).to.equal('abc');
    expect(cleanText('Call \u202e61 22 532\u202c now')).to.equal('Call 61 22 532 now');
  });

  it('loses lone surrogates, and keeps pairs', () => {
    expect(cleanText('a\ud83db\ude00c\ude00\ud83d')).to.equal('abc');
    expect(cleanText('\ud83d\ude00')).to.equal('😀');
    expect(cleanText('\ud83d\ud83d\ude00\ude00')).to.equal('😀');
  });

  it('has one kind of line break, and no line break at its ends', () => {
    expect(cleanText('\r\n a\r\nb\rc\u2028d\u2029e\u0085f \n')).to.equal('a\nb\nc\nd\ne\nf');
    expect(cleanText(' \u00a0\u3000\n')).to.equal('');
  });

  it('loses combining marks above the maximum of a letter', () => {
    const towered = cleanText(`Z${'\u0351\u0363\u0489'.repeat(40)}algo ${'\u0300'.repeat(9)}`);
    expect(towered.match(/\p{M}+/gu)!.map((marks) => marks.length)).to.deep.equal([3, 3]);
    expect(cleanText(`a${'\u0300'.repeat(8)}b`)).to.have.length(5);
    expect(cleanText(`a${'\u{1d165}'.repeat(20)}`)).to.equal(`a${'\u{1d165}'.repeat(4)}`);
    // Invisible characters between the marks do not reset the count.
    for (const unseen of ['\u200d', '\u200c', '\u2060', '\u00ad', '\u{e0061}'])
      expect(cleanText(`a${`\u0301${unseen}`.repeat(20)}`).match(/\u0301/g), unseen).to.have.length(3);
  });

  it('loses joined characters above the maximum of a language', () => {
    const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en') : undefined;
    for (const unit of [
      '👩\u200d',
      '👍🏿\u200d',
      '🏿',
      'क्',
      'क्\u200d',
      'ক্',
      '\u200d',
      '\u0e33',
      '\uff9e',
      'ក្',
      'e\u0301\u200d',
      '\u{e0061}',
      '☀\ufe0f\u200d',
    ]) {
      const cut = cleanText(`x${unit.repeat(1000)}y`);
      expect(cut.startsWith('x') && cut.endsWith('y'), unit).to.equal(true);
      expect(cleanText(cut), unit).to.equal(cut);
      for (const { segment } of segmenter?.segment(cut) ?? []) expect([...segment].length, unit).to.be.at.most(17);
    }
  });

  it('does not change when it is cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).to.equal(clean);
        expect(encodeURIComponent(clean)).to.be.a('string');
        expect(clean).to.not.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 2000 },
    );
  });

  for (const unit of [
    'a',
    ' ',
    '\n',
    '\r',
    '\u0301',
    '\u{1d165}',
    '\ud83d',
    '\u202e',
    'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
    ' a',
  ])
    it(`is cleaned if it is four megabytes of ${JSON.stringify(unit)}`, () => {
      const long = cleanText(`x${unit.repeat(4_000_000 / unit.length)}x`);
      expect(long[0]! + long.at(-1)!).to.equal('xx');
    });
});

describe('a telephone number or an e-mail address', () => {
  it('contains no invisible characters', () => {
    expect(cleanIdentifier('\u202a+32 2\u200b 235\u00ad\u202c\u200e')).to.equal('+32 2 235');
    expect(cleanIdentifier('press\u200b@union\u2060.example')).to.equal('press@union.example');
  });
});

describe('the text of HTML', () => {
  it('is the text that a reader would see', () => {
    expect(htmlToText('<p>One <b>two</b></p><p>three<br>four</p>')).to.equal('One two\n\nthree\nfour');
    expect(htmlToText('a<script>b</script><style>c</style><!-- d > e -->f')).to.equal('af');
    expect(htmlToText('1 < 2 &amp;&lt;b&gt; &#39;&#x27; &unknown; 3 <4')).to.equal("1 < 2 &<b> '' &unknown; 3 <4");
    expect(htmlToText('&constructor; &tostring;')).to.equal('&constructor; &tostring;');
  });

  it('is clean for arbitrary markup', () => {
    expect(htmlToText('a&#x202e;b&#xd800;c&#0;d\u202ee&#1114112;')).to.equal('abcde');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('<', '>', '<p>', '</p>', '<!--', '-->', '<script', '&', '&#', 'x', ';', '"'))),
        (parts) => {
          const words = htmlToText(parts.join(''));
          expect(cleanText(words)).to.equal(words);
        },
      ),
      { numRuns: 2000 },
    );
  });

  for (const unit of ['<', '<a', '<!--', '<!---->', '&', '&#', '&#1', '\n ', '\n', ' ', '<p>', '<script>', '</script'])
    it(`is found in a megabyte of ${JSON.stringify(unit)}`, () => {
      expect(htmlToText(unit.repeat(1_000_000 / unit.length))).to.be.a('string');
    });
});
