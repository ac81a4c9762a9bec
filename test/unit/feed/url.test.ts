import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { isPhone } from '../../../src/feed/values/phone-number.js';
import { emailUrl, isOnion, safeUrl, safeWebUrl } from '../../../src/feed/values/safe-url.js';
import { isEmail, normalizeEmail } from '../../../src/feed/values/url-text.js';

const BASE = 'https://feeds.example/placard/feed.json';

describe('a link', () => {
  for (const [value, href] of [
    ['https://union.example', 'https://union.example/'],
    ['HTTP://union.example/a b', 'http://union.example/a%20b'],
    ['case', 'https://feeds.example/placard/case'],
    ['/case', 'https://feeds.example/case'],
    ['../case?x#y', 'https://feeds.example/case?x#y'],
    ['//other.example/case', 'https://other.example/case'],
    ['\\\\other.example\\case', 'https://other.example/case'],
    [' https://union.example/ ', 'https://union.example/'],
    ['ht\ntps://union.\texample/', 'https://union.example/'],
    ['https:/\\union.example', 'https://union.example/'],
    ['https:union.example', 'https://feeds.example/placard/union.example'],
    ['./javascript:alert(1)', 'https://feeds.example/placard/javascript:alert(1)'],
    ['http://xn--nxasmq6b.example/', 'http://xn--nxasmq6b.example/'],
    ['tel:+32-2-555.01.00', 'tel:+32-2-555.01.00'],
    ['tel:112', 'tel:112'],
    ['mailto:press@union.example', 'mailto:press@union.example'],
    [
      'mailto:press@union.example?subject=Case%20one&body=Line%0D%0Aline',
      'mailto:press@union.example?subject=Case%20one&body=Line%0D%0Aline',
    ],
    ['mailto:press@union.example,%20legal@union.example?CC=a@b.example', 'mailto:press@union.example,legal@union.example?cc=a@b.example'],
    ['mailto:press@b\u0430nk.example?cc=a@b\u0430nk.example', 'mailto:press@xn--bnk-6cd.example?cc=a@xn--bnk-6cd.example'],
    ['mailto:a+b@union.example?body=1+1;bcc=x%26y%23z', 'mailto:a%2Bb@union.example?body=1%2B1%3Bbcc%3Dx%26y%23z'],
    ['mailto:?subject=Case&body=https%3A%2F%2Funion.example', 'mailto:?subject=Case&body=https%3A%2F%2Funion.example'],
  ] as const)
    it(`accepts the link ${JSON.stringify(value)}`, () => expect(safeUrl(value, BASE)).to.equal(href));

  for (const value of [
    '',
    ' \t\n',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'j\r\na\tvascript:alert(1)',
    '\u0000javascript:alert(1)',
    ' \u0001 javascript:alert(1)',
    'javascript://union.example/%0aalert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'DATA:,x',
    'blob:https://union.example/0b1f',
    'filesystem:https://union.example/temporary/x',
    'file:///etc/passwd',
    'ftp://union.example/',
    'about:blank',
    'view-source:https://union.example/',
    'intent://scan/#Intent;scheme=zxing;end',
    'sms:+3225550100',
    'whatsapp://send?text=x',
    'ws://union.example/',
    'https://bank.example@evil.example/',
    'https://user:secret@union.example/',
    'https://:secret@union.example/',
    '//user@union.example/',
    'https:\\\\bank.example@evil.example',
    'https://',
    'https://union.example:99999/',
    'https://union .example/',
    'https://union%20.example/',
    'https://union\u3000.example/',
    'https://*.example/',
    '//union .example/',
    'http://[::1',
    'tel:',
    'tel:CALL-US',
    'tel:+1-800-FLOWERS',
    'tel:+32255501٠٠',
    'tel:%2B32%202%20555%20AB',
    'tel:*%2306%23',
    'tel:5550100#06',
    'tel:5550100?x=1',
    'tel:5550100;isub=7',
    'tel:%E0%A4%A',
    'mailto:press',
    'mailto:[email protected]',
    'mailto:Press <press@union.example>',
    'mailto:press@union.example?bcc=spy@evil.example',
    'mailto:press@union.example?BCC=spy@evil.example',
    'mailto:press@union.example?attach=/etc/passwd',
    'mailto:press@union.example?subject=x&bcc=spy@evil.example',
    'mailto:press@union.example?subject=x%0D%0ABcc:%20spy@evil.example',
    'mailto:press@union.example?subject=x%0ABcc:%20spy@evil.example',
    'mailto:press@union.example?cc=a@b.example%0D%0ABcc:%20spy@evil.example',
    'mailto:press@union.example%0D%0ABcc:spy@evil.example',
    'mailto:press@union.example#?bcc=spy@evil.example',
    'mailto:press@union.example?subject=x#&attach=/etc/passwd',
    'mailto:#?bcc=spy@evil.example',
    'mailto:press@union.example?b%63c=spy@evil.example',
    'mailto:press@union.example?subject=x&b%43c=spy@evil.example',
    'mailto:press@union.example?cc=spy',
    'mailto:press@union.example?cc=a@b.example;c@d.example',
    'mailto:press\uff20union.example@evil.example',
    `mailto:${'press@union.example,'.repeat(10)}press@union.example`,
    'mailto:press@union.example,',
    'mailto:%E0%A4%A@union.example',
    'mailto://press@union.example',
  ])
    it(`rejects the link ${JSON.stringify(value)}`, () => expect(safeUrl(value, BASE)).to.equal(undefined));

  it('rejects a relative link without a base', () => {
    for (const base of [undefined, '', 'nonsense', 'feed.json', 'blob:https://union.example/0b1f', 'about:srcdoc']) {
      expect(safeUrl('/case', base)).to.equal(undefined);
      expect(safeUrl('https://union.example/', base), String(base)).to.equal('https://union.example/');
    }
  });

  it('does not take its scheme or its user from the base', () => {
    expect(safeUrl('x', 'file:///home/feed.json')).to.equal(undefined);
    expect(safeUrl('x', 'https://user@feeds.example/feed.json')).to.equal(undefined);
  });
});

describe('the address of a resource', () => {
  it('accepts https and http only', () => {
    expect(safeWebUrl('one.jpg', BASE)).to.equal('https://feeds.example/placard/one.jpg');
    expect(safeWebUrl('http://unionexample.onion/')).to.equal('http://unionexample.onion/');
    for (const value of [
      'mailto:press@union.example',
      'tel:112',
      'data:image/png;base64,AA',
      'blob:https://a.example/1',
      'https://a@b.example/',
    ])
      expect(safeWebUrl(value, BASE), value).to.equal(undefined);
  });
});

describe('an onion address', () => {
  const name = '5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd';
  it('accepts onion addresses of version 3 only', () => {
    for (const host of [name, `www.${name}`]) expect(isOnion(`http://${host}.onion/a`), host).to.equal(true);
    for (const host of ['unionexample', name.slice(1), `a${name}`, `${name.slice(0, -1)}a`, `1${name.slice(1)}`])
      expect(isOnion(`http://${host}.onion/`), host).to.equal(false);
    for (const url of [`http://${name}.onion.evil.example/`, `https://evil.example/${name}.onion`])
      expect(isOnion(url), url).to.equal(false);
  });
});

describe('an arbitrary string as an address', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'javascript:',
      'https:',
      'http://',
      'tel:',
      'mailto:',
      'data:',
      '//',
      '@',
      ':',
      '\t',
      '\n',
      '\u0000',
      '%0a',
      '?',
      '#',
      '\\',
      'a.example',
    ),
  );

  it('becomes an address with a safe scheme and without a user, or undefined', () => {
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), (parts, based) => {
        const href = safeUrl(parts.join(''), based ? BASE : undefined);
        if (href === undefined) return;
        const url = new URL(href);
        expect(url.protocol).to.match(/^(https?|mailto|tel):$/);
        expect(url.username + url.password).to.equal('');
        expect(safeUrl(href)).to.equal(href);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an e-mail address', () => {
  for (const value of [
    'press@union.example',
    'a.b+c@union.co.example',
    "o'neill@union.example",
    'пресс@союз.example',
    'a@xn--nxasmq6b.example',
  ])
    it(`accepts the e-mail address ${value}`, () => expect(isEmail(value)).to.equal(true));

  for (const value of [
    '',
    'press',
    'press@',
    '@union.example',
    'press@union',
    'press@union.',
    'press@.example',
    'press@union..example',
    'a@b@union.example',
    '[email protected]',
    '[email\u00a0protected]',
    'press [at] union [dot] example',
    'press(at)union.example',
    'press@union.example, legal@union.example',
    'press@union.example;legal@union.example',
    'Press <press@union.example>',
    '"press"@union.example',
    'press@union.example?bcc=spy@evil.example',
    'press?bcc=spy@evil.example',
    'press@union.example&bcc=spy@evil.example',
    'press%0D%0ABcc:spy@evil.example',
    'press@union.example\r\nBcc: spy@evil.example',
    'press@union.example\nx',
    'press@union.example#x',
    'mailto:press@union.example',
    'press@union.example ',
    'press\uff20union.example@evil.example',
    'press\u3164@union.example',
    'press@union\u115f.example',
    `${'a'.repeat(250)}@union.example`,
  ])
    it(`rejects the e-mail address ${JSON.stringify(value)}`, () => expect(isEmail(value)).to.equal(false));

  it('has its host in ASCII, so that a letter of another script becomes visible', () => {
    expect(normalizeEmail('press@b\u0430nk.example')).to.equal('press@xn--bnk-6cd.example');
    expect(normalizeEmail('Press@Union.example')).to.equal('Press@Union.example');
  });

  it('makes a link with a subject and a text', () => {
    expect(emailUrl('press@union.example')).to.equal('mailto:press@union.example');
    expect(emailUrl('a+b+c@union.example')).to.equal('mailto:a%2Bb%2Bc@union.example');
    expect(emailUrl('press@union.example', 'Case & cause?', 'One\nTwo')).to.equal(
      'mailto:press@union.example?subject=Case%20%26%20cause%3F&body=One%0D%0ATwo',
    );
    expect(emailUrl('press@union.example', undefined, 'One')).to.equal('mailto:press@union.example?body=One');
  });

  it('makes a link without any other header field', () => {
    const url = new URL(emailUrl('press@union.example', 'Case\r\nBcc: spy@evil.example\u2028x', 'One&bcc=spy@evil.example\r\n\r\nTwo'));
    expect([...url.searchParams]).to.deep.equal([
      ['subject', 'Case Bcc: spy@evil.example x'],
      ['body', 'One&bcc=spy@evil.example\r\n\r\nTwo'],
    ]);
    expect(safeUrl(url.href)).to.equal(url.href);
  });

  it('makes a safe link with any subject and text', () => {
    const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, anyText, (subject, body) => {
        const url = emailUrl('press@union.example', subject, body);
        expect(safeUrl(url), url).to.be.a('string');
      }),
      { numRuns: 1000, examples: [['\ud800', '\udfff x \r\r\n\u2028']] },
    );
  });
});

describe('addresses of a megabyte', () => {
  for (const value of ['a', '1', '@', '.', 'a.', 'a@', '%', '%41', '/', ' ', '\n', '(', 'é'])
    it(`validates a megabyte of ${JSON.stringify(value)}`, () => {
      const long = value.repeat(1_000_000 / value.length);
      expect([isEmail(long), isEmail(`a@${long}`), isPhone(long), isPhone(`+${long}`)]).to.deep.equal([false, false, false, false]);
      for (const scheme of ['', 'https://a.example/', 'mailto:', 'tel:', 'javascript:']) safeUrl(scheme + long, BASE);
      expect(safeUrl(`javascript:${long}`, BASE)).to.equal(undefined);
      emailUrl('a@b.example', long, long);
    });
});
