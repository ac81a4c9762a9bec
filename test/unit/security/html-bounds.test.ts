/** Limits the elements that a parser can create from a statement, before it parses. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { isBounded, countReopened } from '../../../src/elements/sanitizer/html-bounds.js';
import { createSanitizer } from '../../../src/elements/sanitizer/sanitizer.js';
import { contentPolicy } from '../../../src/elements/sanitizer/content-policy.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { documentOf } from '../elements/helpers.js';

const feed = parseFeed(documentOf(), 'https://publisher.example/feed.json');
const elements = (html: string) =>
  new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').querySelectorAll('*').length;
const distinct = (name: string, count: number) => Array.from({ length: count }, (_, index) => `<${name} id=${index}>`).join('');

describe('statement HTML', () => {
  it('is kept from every parser where its formatting multiplies', () => {
    const sanitise = createSanitizer(window, contentPolicy)!;
    const { parseFromString } = DOMParser.prototype;
    let parsed = 0;
    DOMParser.prototype.parseFromString = function (...given) {
      parsed++;
      return parseFromString.apply(this, given);
    };
    try {
      for (const html of [
        `<p>${distinct('b', 600)}${'<p>x'.repeat(600)}`,
        `<p>${'<a href>'.repeat(260)}${'<p>x'.repeat(260)}`,
        `${'<a href><div>'.repeat(320)}`,
        `${'<div>'.repeat(1000)}${distinct('i', 40)}${'</div>x'.repeat(1000)}`,
        `${'<div>'.repeat(1000)}${distinct('i', 40)}${'</div>'.repeat(1000)}`,
        `<td>${distinct('code', 39)}${'<p>x'.repeat(900)}`,
        // End tags that a parser never sees.
        '<b id=1 title="</b>">'.repeat(600) + '<p>x'.repeat(600),
        '<b id=1><!--</b>-->'.repeat(600) + '<p>x'.repeat(600),
        '<b id=1><xmp></b></xmp>'.repeat(600) + '<p>x'.repeat(600),
        '<b id=1 "=\' " ></b>\'>'.repeat(600) + '<p>x'.repeat(600),
        // Start tags that a parser sees, where quotation marks seem to hide them.
        `<xmp><x title="</xmp>${distinct('b', 600)}${'<p>x'.repeat(600)}">`,
        `<!--><x title="-->${distinct('b', 600)}${'<p>x'.repeat(600)}">`,
      ])
        expect(sanitise(html, feed, 2), html.slice(0, 60)).to.equal(undefined);
      expect(parsed).to.equal(0);
    } finally {
      DOMParser.prototype.parseFromString = parseFromString;
    }
  });

  it('passes as it is written by people and their programs', () => {
    for (const html of [
      '<p>One <b>two</b> <a href="/x" title="a > b">three</a><br/>four</p>'.repeat(700),
      '<!-- wp:paragraph --><p class="x">One <strong><em>two</em></strong></p><!-- /wp:paragraph -->'.repeat(500),
      '<ul><li>One<li><a href=/x>two</a><li>three</ul>'.repeat(900),
      '<p><font face="a"><span><u><i><b>One</b></i></u></span></font></p>'.repeat(400),
      '<table><tr><td><b>1</b><td><i>2</i></table>'.repeat(600),
      '<script>track();</script><iframe src="/v"></iframe><p>1 < 2</p>' + '<a href=/x>y</a>'.repeat(1000),
    ])
      expect(isBounded(html), html.slice(0, 60)).to.equal(true);
  });

  it('never makes more elements than were counted before', () => {
    const names = [
      'a b i code font nobr p div li td table tr button select svg',
      'desc math mi template xmp title style form h1 dd option object x',
    ].flatMap((group) => group.split(' '));
    const name = fc.constantFrom(...names);
    const piece = fc.oneof(
      fc.tuple(name, fc.nat(99)).map(([name, id]) => `<${name} id=${id}>`),
      name.map((name) => `</${name}>`),
      fc.tuple(fc.constantFrom('b', 'i', 'a'), fc.integer({ min: 1, max: 30 })).map(([name, count]) => distinct(name, count)),
      fc.tuple(name, fc.integer({ min: 1, max: 30 })).map(([name, count]) => `<${name}>`.repeat(count)),
      fc.tuple(name, fc.integer({ min: 1, max: 30 })).map(([name, count]) => `</${name}>x`.repeat(count)),
      fc.tuple(name, fc.constantFrom('"', "'", '"=\'', '<', '-->')).map(([name, text]) => `<${name} title=${text}>`),
      fc.constantFrom('x', '<!--', '-->', '<!-->', '">', "'>", '<', '</', '<b/>', '<svg/>', '\u0000', '<![CDATA[', ']]>', '<?', '<br>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('');
        const most = countReopened(html);
        // A tag makes four elements at most: a cell brings its table's body and row; the document has three of its own.
        expect(elements(html)).to.be.at.most(4 * html.split('<').length + most + 3);
      }),
      { numRuns: 3000 },
    );
  });
});
