/** Sanitized statement HTML: harmless, equal in every engine, and unchanged by a second run. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { createSanitizer } from '../../../src/elements/sanitizer/sanitizer.js';
import { contentPolicy } from '../../../src/elements/sanitizer/content-policy.js';
import { documentOf } from '../elements/helpers.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { faultsIn } from './allowlist.js';
import { hostile, MARKUP } from './markup.js';
import { written } from './serialize.js';

const feed = parseFeed(documentOf(), 'https://publisher.example/feed.json');
const sanitise = createSanitizer(window, contentPolicy)!;
const left = (html: string, level = 2) => {
  const sanitised = sanitise(html, feed, level);
  return sanitised && written(sanitised.content);
};

/** As a page in standards mode would have it. */
const parsedAgain = (html: string) =>
  [...new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body.childNodes].map(written).join('');

describe('statement HTML', () => {
  let expected: string[];

  before(async () => {
    expected = (await (await fetch('/test/unit/security/markup.json')).json()) as string[];
  });

  it('has an expectation for each hostile piece', () => expect(expected).to.have.length(MARKUP.length));

  for (const [index, html] of MARKUP.entries()) {
    it(`leaves the same of ${html.slice(0, 70)}`, () => {
      const { content } = sanitise(hostile(html), feed, 2)!;
      const once = written(content);
      expect(once).to.equal(expected[index]);
      expect(faultsIn(content)).to.deep.equal([]);
      expect(left(once)).to.equal(once);
      expect(parsedAgain(once)).to.equal(once);
    });
  }

  it('keeps the structure of a text', () => {
    const html =
      '<h2>A</h2><p>One <em>two</em><br>three</p><ul><li>a</li></ul><blockquote><p>q</p></blockquote><figure><img src="/a.gif" alt="x"><figcaption>c</figcaption></figure>';
    expect(left(html)).to.equal(
      '<h3>A</h3><p>One <em>two</em><br>three</p><ul><li>a</li></ul><blockquote><p>q</p></blockquote>' +
        '<figure><img src="https://publisher.example/a.gif" alt="x" loading="lazy" referrerpolicy="no-referrer"><figcaption>c</figcaption></figure>',
    );
  });

  it('isolates no number because of the marker of an attribute', () => {
    expect(left('<p>"on=+32 2 235 22 16</p>')).to.equal('<p>"on=+32 2 235 22 16</p>');
    expect(left('<p>"on=+32 2 235 22 16 \u05d0</p>')).to.contain('<bdi dir="ltr">+32 2 235 22 16</bdi>');
  });

  it('puts its headings below the one above it, in their own order, and never above it', () => {
    const shape = (html: string, level: number) => left(html, level)!.match(/<h\d/g)!.join('').replaceAll('<h', '');
    expect(shape('<h1>a</h1><h2>b</h2><h3>c</h3>', 2)).to.equal('345');
    expect(shape('<h3>a</h3><h2>b</h2>', 2)).to.equal('43');
    expect(shape('<h2>a</h2><h4>b</h4><h6>c</h6>', 4)).to.equal('566');
    expect(shape('<h1>a</h1><h2>b</h2>', 6)).to.equal('66');
  });

  it('takes pictures from the feed’s and the publisher’s own host alone, and says what it refused', () => {
    for (const [src, kept] of [
      ['/a.gif', true],
      ['https://publisher.example/a.gif', true],
      ['https://union.example/a.gif', true],
      ['https://publisher.example:444/a.gif', false],
      ['http://union.example/a.gif', false],
      ['https://cdn.union.example/a.gif', false],
      ['https://evil.example/a.gif', false],
      ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', false],
    ] as const) {
      const { content, refused } = sanitise(`<img src="${src}" alt="Words">`, feed, 2)!;
      expect([!!content.querySelector('img'), refused], src).to.deep.equal([kept, !kept]);
      if (!kept) expect(content.textContent).to.equal('Words');
    }
    expect(sanitise('<a href="javascript:x">a</a>', feed, 2)!.refused).to.equal(true);
    expect(sanitise('<a href="#note">a</a>', feed, 2)!.refused).to.equal(false);
  });

  it('an attack on the parser is shown as text', () => {
    for (const html of [
      '<x>'.repeat(80_000),
      '<b>'.repeat(70),
      `<p ${Array.from({ length: 70 }, (_, i) => `a${i}`).join(' ')}>`,
      'x'.repeat(300_000),
    ])
      expect(left(html)).to.equal(undefined);
    expect(left('<div>'.repeat(50) + 'x')).to.contain('x');
  });

  it('is judged in bounded time, whatever it is made of', function () {
    this.timeout(60_000);
    for (const unit of [
      '<br>',
      '<x>',
      '<p>',
      '<td>',
      '<li>',
      '<a href=//b.cd>e.fg</a>',
      '<bdi>a</bdi>',
      '<!---->',
      '<h1>',
      'a.bc ',
      '\u0301',
      '<',
      '&amp',
      'on',
      ' style',
    ])
      for (const before of ['', '<table>', '<section>'.repeat(50), '<a href=/x>']) {
        const most = unit.includes('<') ? 9_000 / (unit.split('<').length - 1) : 260_000 / unit.length;
        sanitise(before + unit.repeat(Math.floor(most)), feed, 2);
      }
  });
});

describe('any markup', () => {
  const names = fc.constantFrom(
    ...[
      'a b p div li ul ol dl dt dd table tr td th tbody caption h1 h2 h6 pre form button select option',
      'svg math mtext style script title textarea template noscript x section ruby rt img br font nobr i em details center',
    ].flatMap((group) => group.split(' ')),
  );
  const values = fc.constantFrom(
    '',
    'x',
    'https://a.example/',
    'javascript:alert(1)',
    '"',
    "'",
    '<b>',
    '/',
    'ltr',
    '1',
    '\ufdd0',
    '\uffff',
  );
  const attributes = fc.constantFrom(
    'href',
    'src',
    'id',
    'name',
    'style',
    'onerror',
    'dir',
    'lang',
    'alt',
    'colspan',
    'start',
    'constructor',
  );
  const piece = fc.oneof(
    names.map((name) => `<${name}>`),
    names.map((name) => `</${name}>`),
    fc.tuple(names, attributes, values).map(([name, attribute, value]) => `<${name} ${attribute}="${value}">`),
    fc.tuple(names, attributes, values).map(([name, attribute, value]) => `<${name}/${attribute}=${value}>`),
    fc.constantFrom(
      'a',
      ' ',
      '\n',
      'bank.example',
      '+32 2 235 22 16',
      '\u0301\u0301',
      '\u202e',
      '&lt;',
      '&',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
      '"',
      "'",
      '>',
      '<',
      '=',
      'on',
      '\u0000',
      '\ufdd0',
      '\uffff',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );

  it('any sanitized markup is harmless and stable in every engine', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (pieces, level) => {
        const sanitised = sanitise(pieces.join(''), feed, level);
        if (!sanitised) return;
        expect(faultsIn(sanitised.content)).to.deep.equal([]);
        const once = written(sanitised.content);
        expect(once).to.not.match(/[\ufdd0\uffff]/);
        expect(left(once, level)).to.equal(once);
        expect(parsedAgain(once)).to.equal(once);
      }),
      { numRuns: 1500 },
    );
  });
});
