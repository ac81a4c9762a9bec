/** Writes foreign text in each output language, and reads it with a program for that language. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import * as fc from '../../support/fast-check.js';
import ICAL from 'ical.js';
import { marked as markdown } from 'marked';
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { parsePolicies } from '../../../src/node/doctor/csp.js';
import { calendarUrl } from '../../../src/card/calendar.js';
import { escapeAttribute, escapeHtml } from '../../../src/escape/html.js';
import { markdownText } from '../../../src/escape/markdown.js';
import { policySource, policySources } from '../../../src/escape/policy.js';
import { scriptJson } from '../../../src/escape/script.js';
import { shellPath, shellWord } from '../../../src/escape/shell.js';
import { quoteForTerminal, terminalLine } from '../../../src/escape/terminal.js';
import { loaderSnippet, iframeSnippet, divSnippet, oembedFrame } from '../../../src/embed/snippets.js';
import { removeLoneSurrogates } from '../../../src/feed/values/clean-text.js';
import { anyText, hostileText } from './hostile.js';

type Element = DefaultTreeAdapterTypes.Element;

const holdable = (text: string) => removeLoneSurrogates(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const only = (html: string): Element => {
  const { childNodes } = parseFragment(html);
  assert.equal(childNodes.length, 1, html);
  return childNodes[0] as Element;
};
const textIn = (element: Element): string =>
  element.childNodes.map((node) => (tree.isTextNode(node) ? node.value : assert.fail())).join('');

/** Changes a post as WordPress does before it searches shortcodes: `wp_kses_normalize_entities`, then `unescape_invalid_shortcodes`. */
const asWordPress = (html: string): string =>
  html
    .replace(/&#0*(\d+);/g, (_, code: string) => `&#${code.padStart(3, '0')};`)
    .replace(/&#91;|&#x0*5b;/gi, '[')
    .replace(/&#93;/g, ']');

const escapeAmpersand = (text: string): string => text.replaceAll('&', '&amp;');

describe('HTML', () => {
  it('reads text and attributes as they were', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(textIn(only(`<p>${escapeHtml(text)}</p>`)), holdable(text));
        assert.equal(textIn(only(`<title>${escapeHtml(text)}</title>`)), holdable(text));
        assert.equal(only(`<p title="${escapeAttribute(text)}"></p>`).attrs[0]!.value, holdable(text));
        assert.equal(only(`<p title='${escapeAttribute(text)}'></p>`).attrs[0]!.value, holdable(text));
      }),
    ));

  it('begins no expression of a template engine, and ends no string around it', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        for (const written of [escapeHtml(text), escapeAttribute(text)])
          assert.doesNotMatch(written, /[[\]{}<>"'`]|(^|\W)@|\$[A-Za-z_!]|#\w+\s*\(|\n\s*\n/);
      }),
    ));

  it('keeps an e-mail address and a sum of money as they are written', () => {
    assert.equal(escapeHtml('press@example.org: $600'), 'press@example.org: $600');
  });
});

describe('a snippet', () => {
  const asset = { url: 'https://cases.example.org/placard.js' };
  const snippets = (text: string) => {
    const embed = {
      attributes: { src: 'https://example.org/feed.json', item: text },
      snapshot: `<div>\n<p>${escapeHtml(text)}</p>\n</div>`,
    };
    const frame = { url: 'https://example.org/frame.html', page: 'https://example.org/', title: text, height: 800 };
    return {
      full: loaderSnippet(embed, asset, asset),
      marked: divSnippet(embed),
      iframe: iframeSnippet(frame, asset),
      oembed: oembedFrame(frame),
    };
  };

  it('holds nothing that WordPress takes for a shortcode', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const snippet of Object.values(snippets(text))) assert.doesNotMatch(asWordPress(snippet), /[[\]]/);
      }),
      { examples: [['[gallery]'], ['&#91;gallery&#93;']] },
    ));

  it('stays what it is in a Markdown text', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [name, snippet] of Object.entries(snippets(text)))
          // An iframe begins no block: a paragraph is put around it.
          if (!/iframe|oembed/.test(name)) assert.ok(markdown.parse(`Before\n\n${snippet}\n\nAfter`, { async: false }).includes(snippet));
      }),
      { examples: [['a\n\n*b*'], ['a\n \n[b](javascript:alert(1))']] },
    ));
});

describe('JSON in a script', () => {
  it('reads as it was, and cannot end the script', () =>
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (value, text) => {
        const written = scriptJson({ value, text });
        assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify({ value, text })));
        assert.equal(textIn(only(`<script type="application/ld+json">${written}</script>`)), written);
        assert.doesNotMatch(written, /[<>&\u007f-\u009f\u2028\u2029]|\p{Cf}/u);
      }),
    ));
});

describe('a shell', () => {
  /** @returns what `sh` hands to a program */
  const argumentsOf = (words: readonly string[]): string[] =>
    execFileSync('sh', ['-c', `for each in ${words.join(' ')}; do printf '%s\\0' "$each"; done`], { encoding: 'utf8' })
      .split('\0')
      .slice(0, -1);

  it('reads each argument as it was, and runs nothing', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('${IFS}', '$(id)', 'a;id', '-x', '~', '*', '!!', "'", 'a b', '%PATH%')), {
          minLength: 1,
        }),
        (texts) => {
          const words = texts.map((text) => [text, shellWord(text, 'FEED')] as const);
          const shown = words.filter(([, word]) => word !== 'FEED');
          assert.deepEqual(
            shown.length ? argumentsOf(shown.map(([, word]) => word)) : [],
            shown.map(([text]) => text),
          );
          for (const [, word] of words) assert.doesNotMatch(word, /[\n\r]/);
        },
      ),
      { numRuns: 60 },
    ));

  it('a shell command has a placeholder for invisible text, and a folder before a name like an option', () => {
    for (const text of ['', 'a\nb', 'a\u202eb', 'a\u001bb', 'a\u200bb', 'a\u2028b', 'a\u0000'])
      assert.equal(shellWord(text, 'FEED'), 'FEED');
    assert.deepEqual(argumentsOf([shellPath('--key=x'), shellPath('feed.json'), shellPath('my feed.json')]), [
      './--key=x',
      'feed.json',
      'my feed.json',
    ]);
  });
});

describe('Markdown', () => {
  const ADDRESSES = ['https://example.org/a_b*c?d=e&copy=1', 'HTTP://example.org/(x)', 'press_desk@union.example'];
  const pieces = fc.array(
    fc.oneof(hostileText, fc.constantFrom(...ADDRESSES, '1.', '- x', '+', '===', '---', '# x', '> x', '$x$', '&copy;')),
  );
  const text = fc.oneof(
    anyText,
    pieces.map((each) => each.join(' ')),
  );
  const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();
  const plain = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string =>
    nodes.map((node) => (tree.isTextNode(node) ? node.value : plain((node as Element).childNodes))).join('');

  it('reads a text as one paragraph, with no markup but links whose words are their address', () =>
    fc.assert(
      fc.property(text, (value) => {
        const words = oneLine(holdable(value));
        if (!words) return;
        const paragraph = only(markdown.parse(markdownText(holdable(value)), { async: false }).trim());
        assert.equal(paragraph.tagName, 'p');
        assert.equal(oneLine(plain(paragraph.childNodes)), words);
        for (const node of paragraph.childNodes.filter((each) => !tree.isTextNode(each)) as Element[]) {
          assert.equal(node.tagName, 'a');
          const address = node.attrs.find(({ name }) => name === 'href')!.value.replace(/^mailto:/, '');
          assert.equal(encodeURI(plain(node.childNodes)), address);
        }
      }),
      { numRuns: 500 },
    ));

  it('keeps an address whole', () => {
    for (const address of ADDRESSES)
      assert.ok(markdown.parse(markdownText(`(see ${address}).`), { async: false }).includes(`>${escapeAmpersand(address)}</a>).`));
  });
});

describe('a calendar', () => {
  it('has one event with the words of the feed, and no property that they name', () =>
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('a\rATTENDEE:b', 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT', '\\n;,')), (value) => {
        const url = calendarUrl({
          id: value,
          title: value,
          start: '2026-12-01T10:00',
          end: undefined,
          zone: undefined,
          place: `x${value}`,
          url: undefined,
        });
        const [, , [event, ...others]] = ICAL.parse(decodeURIComponent(url.slice(url.indexOf(',') + 1))) as [
          string,
          unknown,
          [string, string[][]][],
        ];
        assert.deepEqual(others, []);
        const properties = Object.fromEntries(event![1].map(([name, , , said]) => [name, said]));
        const words = removeLoneSurrogates(value)
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
          .replace(/\r\n?/g, '\n');
        assert.deepEqual(Object.keys(properties), ['uid', 'dtstamp', 'dtstart', 'summary', 'location']);
        assert.deepEqual([properties.uid, properties.summary, properties.location], [words, words, `x${words}`]);
      }),
    ));
});

describe('a terminal', () => {
  it('gets one line, and no character that it would carry out', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of [terminalLine(text), quoteForTerminal(text)]) {
          assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/);
          assert.doesNotMatch(line, /\p{M}{9}/u);
        }
      }),
    ));

  it('shows what was there as an escape, and keeps the joiners of Persian', () => {
    assert.equal(terminalLine('a\nb\u001b[2J\u202ec'), 'a\\u000ab\\u001b[2J\\u202ec');
    assert.equal(terminalLine('می\u200cشود'), 'می\u200cشود');
    assert.equal(quoteForTerminal('x"\nfeed.json: nothing wrong'), '"x\\" feed.json: nothing wrong"');
    assert.ok(quoteForTerminal('x'.repeat(5000)).length < 130);
  });
});

describe('a Content-Security-Policy', () => {
  const HOSTS = ['a;trusted-types', 'a,b', '*', '*.example.org', "a'self'", 'a"b', 'a b', 'a!b', 'a$b', '(a)', 'a&b', 'a=b', 'x;sandbox'];

  it('names the origin of an address, and of no other', () => {
    assert.equal(policySource('https://example.org:8443/a;b,c'), 'https://example.org:8443');
    assert.equal(policySource('http://[::1]:80/'), 'http://[::1]');
    assert.equal(policySource('https://bücher.example/'), 'https://xn--bcher-kva.example');
    for (const host of HOSTS) assert.equal(policySource(`https://${host}/feed.json`), undefined, host);
    for (const address of ['javascript:x', 'data:,x', 'blob:https://example.org/1', 'x', ''])
      assert.equal(policySource(address), undefined);
  });

  it('holds one directive, whatever an address holds', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.webUrl(),
            hostileText.map((text) => `https://${text}/`),
            fc.constantFrom(...HOSTS.map((host) => `https://${host}/`)),
          ),
        ),
        (addresses) => {
          const policies = parsePolicies([`connect-src 'self' ${policySources(addresses).join(' ')}`]);
          assert.equal(policies.length, 1);
          assert.deepEqual([...policies[0]!.keys()], ['connect-src']);
          for (const source of policies[0]!.get('connect-src')!.slice(1)) assert.equal(new URL(source).origin, source);
        },
      ),
    ));
});
