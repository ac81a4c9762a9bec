/** Tests the evaluation of a Content-Security-Policy, with examples of the specification and common mistakes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blockingDirective, parsePolicies, blocksScripts, allowsTrustedTypesPolicy } from '../../../src/node/doctor/csp.js';
import { isMixedContent } from '../../../src/lint/response.js';
import { isSecureContext } from '../../../src/node/doctor/page-context.js';

const PAGE = 'https://news.example/story';

const allows = (policy: string, url: string, what: 'script' | 'connect' | 'image' = 'connect', page = PAGE, more = {}) =>
  blockingDirective(parsePolicies([policy]), what, { url: new URL(url), ...more }, new URL(page)) === undefined;

/** The sources, the address, whether they allow it, and the page. */
const SOURCES: [sources: string, url: string, allowed: boolean, page?: string][] = [
  ["'none'", 'https://news.example/feed.json', false],
  ['', 'https://news.example/feed.json', false],
  ["'self'", 'https://news.example/feed.json', true],
  ["'SELF'", 'https://news.example/feed.json', true],
  ["'self'", 'https://sub.news.example/feed.json', false],
  ["'self'", 'http://news.example/feed.json', false],
  ["'self'", 'https://news.example/feed.json', true, 'http://news.example/'],
  ["'self'", 'https://news.example:8443/feed.json', false],
  ['*', 'https://anything.example/', true],
  ['*', 'data:text/plain,x', false],
  ['https:', 'https://anything.example/', true],
  ['https:', 'http://anything.example/', false],
  ['http:', 'https://anything.example/', true],
  ['example.org', 'https://example.org/feed.json', true],
  ['EXAMPLE.org', 'https://example.org/feed.json', true],
  ['example.org', 'http://example.org/feed.json', false],
  ['example.org', 'http://example.org/feed.json', true, 'http://news.example/'],
  ['example.org', 'https://feeds.example.org/feed.json', false],
  ['*.example.org', 'https://feeds.example.org/feed.json', true],
  ['*.example.org', 'https://example.org/feed.json', false],
  ['*.example.org', 'https://evilexample.org/feed.json', false],
  ['https://example.org', 'https://example.org/feed.json', true],
  ['http://example.org', 'https://example.org/feed.json', true],
  ['https://example.org:8443', 'https://example.org:8443/feed.json', true],
  ['https://example.org:8443', 'https://example.org/feed.json', false],
  ['https://example.org:*', 'https://example.org:8443/feed.json', true],
  ['https://example.org', 'https://example.org:8443/feed.json', false],
  ['https://example.org/', 'https://example.org/a/feed.json', true],
  ['https://example.org/a/', 'https://example.org/a/feed.json', true],
  ['https://example.org/a', 'https://example.org/a/feed.json', false],
  ['https://example.org/a/feed.json', 'https://example.org/a/feed.json?x', true],
  ['http://127.0.0.1:5173', 'http://127.0.0.1:5173/feed.json', true, 'http://127.0.0.1/'],
  ["'unsafe-inline' 'unsafe-eval'", 'https://example.org/', false],
];

describe('a Content-Security-Policy', () => {
  for (const [sources, url, allowed, page] of SOURCES) {
    it(`"${sources}" ${allowed ? 'allows' : 'blocks'} ${url}${page ? `, on ${page}` : ''}`, () => {
      assert.equal(allows(`connect-src ${sources}`, url, 'connect', page), allowed);
    });
  }

  it('falls back to default-src, and allows everything without it', () => {
    assert.equal(allows("default-src 'none'", 'https://example.org/'), false);
    assert.equal(allows("default-src 'none'; connect-src *", 'https://example.org/'), true);
    assert.equal(allows("script-src 'none'", 'https://example.org/'), true);
    assert.equal(allows("script-src *; script-src-elem 'none'", 'https://example.org/a.js', 'script'), false);
    assert.equal(allows('img-src example.org', 'https://other.example/a.png', 'image'), false);
  });

  it('uses the first directive of a name, and every policy', () => {
    assert.equal(allows("connect-src *; connect-src 'none'", 'https://example.org/'), true);
    assert.equal(allows("connect-src *, connect-src 'self'", 'https://example.org/'), false);
    assert.equal(parsePolicies(['', ' ; ', "default-src 'self'", 'connect-src *, img-src *']).length, 3);
    assert.equal(
      blockingDirective(parsePolicies(["connect-src  'self'"]), 'connect', { url: new URL('https://example.org/') }, new URL(PAGE)),
      "connect-src 'self'",
    );
  });

  it('allows a script by its nonce, its hash or its address, and ignores the address under strict-dynamic', () => {
    const script = (policy: string, more: object) => allows(`script-src ${policy}`, 'https://example.org/placard.js', 'script', PAGE, more);
    assert.equal(script("'nonce-abc'", { nonce: 'abc' }), true);
    assert.equal(script("'nonce-abc'", { nonce: 'def' }), false);
    assert.equal(script("'sha384-x'", { integrity: 'sha384-x' }), true);
    assert.equal(script("'sha384-x'", { integrity: 'sha384-x sha384-y' }), false);
    assert.equal(script('https://example.org', {}), true);
    assert.equal(script("https://example.org 'strict-dynamic'", {}), false);
    assert.equal(script("'nonce-abc' 'strict-dynamic'", { nonce: 'abc' }), true);
  });

  it('can block all scripts, or the Trusted Types policy of the library', () => {
    assert.equal(blocksScripts(parsePolicies(['sandbox allow-forms'])), true);
    assert.equal(blocksScripts(parsePolicies(['sandbox allow-scripts'])), false);
    assert.equal(blocksScripts(parsePolicies(["default-src 'self'"])), false);
    assert.equal(allowsTrustedTypesPolicy(parsePolicies(['trusted-types other']), 'lit-html'), true); // not required
    assert.equal(allowsTrustedTypesPolicy(parsePolicies(["require-trusted-types-for 'script'"]), 'lit-html'), true); // any name
    assert.equal(allowsTrustedTypesPolicy(parsePolicies(["require-trusted-types-for 'script'; trusted-types other"]), 'lit-html'), false);
    assert.equal(allowsTrustedTypesPolicy(parsePolicies(["require-trusted-types-for 'script'; trusted-types *"]), 'lit-html'), true);
    assert.equal(
      allowsTrustedTypesPolicy(parsePolicies(["require-trusted-types-for 'script'; trusted-types *"]), "'allow-duplicates'"),
      false,
    );
  });
});

describe('a secure page', () => {
  const on = (page: string) => ({ url: new URL(page) });

  it('cannot load http addresses, except for this machine', () => {
    assert.equal(isMixedContent(new URL(PAGE), new URL('http://example.org/')), true);
    assert.equal(isMixedContent(new URL(PAGE), new URL('https://example.org/')), false);
    assert.equal(isMixedContent(new URL(PAGE), new URL('http://127.0.0.1:5173/')), false);
    assert.equal(isMixedContent(new URL('http://news.example/'), new URL('http://example.org/')), false);
  });

  it('is a page with https, or on this machine', () => {
    for (const page of [PAGE, 'http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]/'])
      assert.equal(isSecureContext(on(page)), true, page);
    for (const page of ['http://news.example/', 'http://localhost.example/', 'http://128.0.0.1/'])
      assert.equal(isSecureContext(on(page)), false, page);
  });
});
