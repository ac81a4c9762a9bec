/** `placard doctor`: what a partner's page gets wrong, on a page of one origin with script and feed from another. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { canonicalizeJson } from '../../../src/feed/signature/canonical-json.js';
import { placard, placardJson } from './cli.js';
import { TODAY, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

interface Found {
  ok: boolean;
  tags: number;
  feeds: number;
  problems: { level: string; code: string; path: string; line?: number; what: string; instead: string }[];
}

interface Answer {
  status?: number;
  headers: Record<string, string | undefined>;
  body: string;
}

const SHARED = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Retry-After, Date, Age' };
const PART = 'export const part = 1;';
const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const SCRIPT = `/*! Placard */ load("parts/part.js", "${hashOf(PART)}"); import.meta.url;`;

/** Another origin, with everything that a page needs, in good order; and the page's own, with nothing but the page. */
interface World {
  /** Of the other origin, with a slash at its end. */
  host: string;
  files: Record<string, Answer>;
  page: Answer;
  seen: IncomingMessage[];
}

const feedAnswer = (feed: Json): Answer => ({
  headers: { ...SHARED, 'content-type': 'application/feed+json', 'cache-control': 'max-age=60', etag: '"one"' },
  body: JSON.stringify(feed),
});

/** Visits a page after `change` broke something. */
async function visit(change: (world: World) => void, ...options: string[]): Promise<Found & { code: number | null; world: World }> {
  const answer = (found: Answer | undefined, req: IncomingMessage): Required<Answer> => {
    if (!found) return { status: 404, headers: {}, body: '' };
    const same = found.headers.etag !== undefined && req.headers['if-none-match'] === found.headers.etag;
    return { status: same ? 304 : (found.status ?? 200), headers: found.headers, body: same ? '' : found.body };
  };
  await using host = await serve((req, res) => {
    world.seen.push(req);
    const { status, headers, body } = answer(world.files[req.url!], req);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    res.writeHead(status).end(body);
  });
  await using site = await serve((req, res) => {
    const { status, headers, body } = answer(req.url === '/' ? world.page : world.files[`own ${req.url}`], req);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    res.writeHead(status).end(body);
  });
  const world: World = {
    host: host.url,
    files: {
      '/placard.js': { headers: { ...SHARED, 'content-type': 'text/javascript' }, body: SCRIPT },
      '/parts/part.js': { headers: { ...SHARED, 'content-type': 'text/javascript' }, body: PART },
      '/feed.json': feedAnswer(withPart('/feed_url', `${host.url}feed.json`, withPart('/_placard/mirrors', undefined))),
    },
    page: { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '' },
    seen: [],
  };
  world.page.body = [
    '<!doctype html>',
    '<html lang="en">',
    '<head><title>News</title>',
    `<script type="module" src="${host.url}placard.js" integrity="${hashOf(SCRIPT)}" crossorigin="anonymous"></script>`,
    '</head><body>',
    `<placard-campaign src="${host.url}feed.json" item="press-cards" stamp="3">`,
    '<div class="placard-snapshot" lang="en"><p>Three press cards withdrawn</p></div>',
    '</placard-campaign>',
    '</body></html>',
  ].join('\n');
  change(world);
  return { ...(await placardJson<Found>(['doctor', site.url, '--date', TODAY, ...options])), world };
}

const replace = (world: World, what: string | RegExp, by: string): void => {
  const before = world.page.body;
  world.page.body = before.replace(what, by);
  assert.notEqual(world.page.body, before);
};
const header = (world: World, file: string, name: string, value: string | undefined): void =>
  void (world.files[file]!.headers[name] = value);
const policy = (world: World, text: string): void => void (world.page.headers['content-security-policy'] = text);
const feed = (world: World, at: string, value: unknown): void => {
  const answer = world.files['/feed.json']!;
  answer.body = JSON.stringify(withPart(at, value, JSON.parse(answer.body) as Json));
};

/** What is broken, the level and code of what is found, and what the fix says. */
type Broken = [what: string, change: (world: World) => void, level: 'error' | 'warning', code: string, says: RegExp];

const SCRIPTS: Broken[] = [
  ['no script', (w) => replace(w, /<script.*<\/script>/, ''), 'error', 'stripped-script', /an administrator.*data-placard-src/],
  [
    'a script that became text',
    (w) => replace(w, /<script(.*)><\/script>/, '<p>&lt;script$1&gt;</p>'),
    'error',
    'script-as-text',
    /custom HTML/,
  ],
  ['a script that is not there', (w) => delete w.files['/placard.js'], 'error', 'script-unreachable', /address of the script/],
  [
    'a module without CORS',
    (w) => header(w, '/placard.js', 'access-control-allow-origin', undefined),
    'error',
    'cors-script',
    /Access-Control-Allow-Origin: \*/,
  ],
  [
    'a script that comes as text',
    (w) => header(w, '/placard.js', 'content-type', 'text/plain'),
    'error',
    'script-content-type',
    /text\/javascript/,
  ],
  ['a module as a classic script', (w) => replace(w, ' type="module"', ''), 'error', 'script-not-module', /Add type="module"/],
  [
    'no integrity',
    (w) => replace(w, / integrity="[^"]*"/, ''),
    'warning',
    'no-integrity',
    new RegExp(`integrity="${hashOf(SCRIPT).replace(/[+/]/g, '\\$&')}"`),
  ],
  ['an integrity that is none', (w) => replace(w, /integrity="[^"]*"/, 'integrity="md5-x"'), 'warning', 'no-integrity', /sha384-/],
  [
    'another file than its integrity says',
    (w) => (w.files['/placard.js']!.body += '//'),
    'error',
    'integrity-differs',
    /If you trust the file/,
  ],
  ['a part that is missing', (w) => delete w.files['/parts/part.js'], 'error', 'script-part-unfit', /all files of one build/],
  ['a part of another build', (w) => (w.files['/parts/part.js']!.body += '//'), 'error', 'script-part-unfit', /all files of one build/],
  ['a policy that forbids the script', (w) => policy(w, "script-src 'self'"), 'error', 'csp-script', /to script-src/],
  ['a policy without scripts', (w) => policy(w, 'sandbox allow-same-origin'), 'error', 'csp-sandbox', /allow-scripts/],
  [
    'Trusted Types without ours',
    (w) => policy(w, "require-trusted-types-for 'script'; trusted-types other"),
    'error',
    'csp-trusted-types',
    /trusted-types lit-html/,
  ],
  [
    'Trusted Types with ours once',
    (w) => policy(w, "require-trusted-types-for 'script'; trusted-types lit-html"),
    'warning',
    'csp-trusted-types',
    /'allow-duplicates'/,
  ],
  [
    'an old version',
    (w) => {
      w.files['/placard@0.0.9/placard.js'] = { ...w.files['/placard.js']! };
      w.files['/placard@0.0.9/parts/part.js'] = { ...w.files['/parts/part.js']! };
      replace(w, '/placard.js', '/placard@0.0.9/placard.js');
    },
    'warning',
    'old-version',
    /newer file/,
  ],
  [
    'an old version, by what it says of itself',
    (w) => {
      const old = SCRIPT.replace('Placard', 'Placard 0.0.9, MIT.');
      w.files['/placard.js']!.body = old;
      replace(w, hashOf(SCRIPT), hashOf(old));
    },
    'warning',
    'old-version',
    /newer file/,
  ],
  [
    'two versions',
    (w) => {
      w.files['/v2/placard.js'] = { ...w.files['/placard.js']! };
      w.files['/v2/parts/part.js'] = { ...w.files['/parts/part.js']! };
      replace(w, /(<script.*)\/placard\.js(.*)/, '$&\n$1/v2/placard.js$2');
    },
    'warning',
    'several-scripts',
    /Keep one/,
  ],
];

const TAGS: Broken[] = [
  ['no tag', (w) => replace(w, /<placard-campaign[^]*<\/placard-campaign>/, ''), 'error', 'no-tag', /Check the address/],
  [
    'a tag that was taken out',
    (w) => (replace(w, /<placard-campaign.*>/, ''), replace(w, '</placard-campaign>', '')),
    'error',
    'stripped-tag',
    /data-placard-src/,
  ],
  [
    'a tag that became text',
    (w) => replace(w, /<placard-campaign[^]*<\/placard-campaign>/, '&lt;placard-campaign src="x"&gt;'),
    'error',
    'tag-as-text',
    /custom HTML/,
  ],
  [
    'a tag that ends in itself',
    (w) => replace(w, /<placard-campaign(.*)>[^]*<\/placard-campaign>/, '<placard-campaign$1/>'),
    'error',
    'self-closed-tag',
    /<placard-campaign><\/placard-campaign>/,
  ],
  ['a tag without end', (w) => replace(w, '</placard-campaign>', ''), 'error', 'unclosed-tag', /Add <\/placard-campaign>/],
  ['a slip in an attribute', (w) => replace(w, 'item=', 'original itm="x" item='), 'warning', 'unknown-attribute', /"item"/],
  ['no address of a feed', (w) => replace(w, / src="[^"]*feed.json"/, ''), 'error', 'no-src', /Add src/],
  ['an address that is none', (w) => replace(w, /src="[^"]*feed.json"/, 'src="data:,x"'), 'error', 'bad-src', /https address/],
  ['no language', (w) => replace(w, '<html lang="en">', '<html>'), 'warning', 'no-language', /lang=/],
  ['a language that is none', (w) => replace(w, '<html lang="en">', '<html lang="en_GB">'), 'warning', 'bad-language', /"en-GB"/],
  [
    'another language than the statement’s',
    (w) => replace(w, '<html lang="en">', '<html lang="fr">'),
    'warning',
    'other-language',
    /Ask the publisher/,
  ],
  ['no snapshot', (w) => replace(w, /<div class="placard-snapshot".*/, ''), 'warning', 'no-snapshot', /plain HTML/],
  [
    'a snapshot without a language',
    (w) => replace(w, 'placard-snapshot" lang="en"', 'placard-snapshot"'),
    'warning',
    'snapshot-language',
    /<div lang/,
  ],
  ['no stamp', (w) => replace(w, ' stamp="3"', ''), 'warning', 'no-stamp', /stamp="3"/],
  ['an old snapshot', (w) => replace(w, 'stamp="3"', 'stamp="2"'), 'warning', 'snapshot-old', /new snapshot/],
  ['a snapshot of another epoch', (w) => replace(w, 'stamp="3"', 'stamp="1.2"'), 'error', 'stamp-ahead', /Ask the publisher/],
  ['a feed that is older than the snapshot', (w) => replace(w, 'stamp="3"', 'stamp="4"'), 'error', 'stamp-ahead', /Ask the publisher/],
  [
    'an item that the feed has not',
    (w) => replace(w, 'item="press-cards"', 'item="press-card"'),
    'error',
    'unknown-item',
    /item="press-cards"/,
  ],
  [
    'a pinned sequence above the feed’s',
    (w) => replace(w, 'stamp=', 'min-sequence="9" stamp='),
    'error',
    'below-min-sequence',
    /lower min-sequence/,
  ],
  ['a key that is none', (w) => replace(w, 'stamp=', 'public-key="abc" stamp='), 'error', 'bad-public-key', /43 characters/],
  [
    'a pinned key and no signature',
    (w) => replace(w, 'stamp=', `public-key="${'A'.repeat(43)}" stamp=`),
    'error',
    'signature-missing',
    /right key/,
  ],
];

const FEEDS: Broken[] = [
  ['a feed that is not there', (w) => delete w.files['/feed.json'], 'error', 'feed-unreachable', /snapshot alone/],
  [
    'a feed without CORS',
    (w) => header(w, '/feed.json', 'access-control-allow-origin', undefined),
    'error',
    'cors-feed',
    /Access-Control-Allow-Origin: \*/,
  ],
  [
    'a feed for another origin',
    (w) => header(w, '/feed.json', 'access-control-allow-origin', 'https://example.org'),
    'error',
    'cors-feed',
    /Access-Control-Allow-Origin: \*/,
  ],
  [
    'a redirect without CORS',
    (w) => {
      w.files['/old.json'] = { status: 302, headers: { location: '/feed.json' }, body: '' };
      replace(w, 'feed.json', 'old.json');
    },
    'error',
    'cors-feed',
    /Access-Control-Allow-Origin: \*/,
  ],
  ['a policy that forbids the feed', (w) => policy(w, "connect-src 'self'"), 'error', 'csp-connect', /to connect-src/],
  [
    'a policy of the page’s own',
    (w) => replace(w, '<head>', '<head><meta http-equiv="Content-Security-Policy" content="default-src *; connect-src \'none\'">'),
    'error',
    'csp-connect',
    /to connect-src/,
  ],
  ['a policy that forbids the picture', (w) => policy(w, "img-src 'self'"), 'warning', 'csp-picture', /https:\/\/example\.org to img-src/],
  [
    'a feed that comes as a page',
    (w) => header(w, '/feed.json', 'content-type', 'text/html'),
    'warning',
    'feed-content-type',
    /application\/feed\+json/,
  ],
  ['a page in place of the feed', (w) => (w.files['/feed.json']!.body = '<!doctype html>'), 'error', 'feed-unreadable', /placard validate/],
  ['a feed with a fault', (w) => feed(w, '/items/0/_placard/cases/0/status', 'waiting'), 'warning', 'feed-faults', /placard validate/],
  [
    'headers that are not exposed',
    (w) => header(w, '/feed.json', 'access-control-expose-headers', 'ETag'),
    'warning',
    'headers-not-exposed',
    /ETag, Retry-After, Date, Age/,
  ],
  ['no cache lifetime', (w) => header(w, '/feed.json', 'cache-control', undefined), 'warning', 'no-cache-control', /max-age=60/],
  [
    'a cache lifetime of an hour',
    (w) => header(w, '/feed.json', 'cache-control', 'max-age=3600'),
    'warning',
    'cached-too-long',
    /max-age=60/,
  ],
  ['a feed that nobody may keep', (w) => header(w, '/feed.json', 'cache-control', 'no-store'), 'warning', 'no-store', /max-age=60/],
  ['no ETag', (w) => header(w, '/feed.json', 'etag', undefined), 'warning', 'no-etag', /strong ETag/],
  [
    'a statement that was withdrawn',
    (w) => {
      feed(w, '/items/0/_placard/change', 'retraction');
      feed(w, '/items/0/_placard/retraction', { at: '2026-03-05', reason: 'A source took it back.' });
    },
    'error',
    'snapshot-of-withdrawn',
    /Take the snapshot out/,
  ],
  [
    'a mirror that is not there',
    (w) => replace(w, 'stamp=', `mirrors="${w.host}mirror.json" stamp=`),
    'warning',
    'mirror-unreachable',
    /Check the address/,
  ],
  [
    'a mirror that is behind',
    (w) => {
      w.files['/mirror.json'] = feedAnswer(withPart('/_placard/sequence', 2, JSON.parse(w.files['/feed.json']!.body) as Json));
      replace(w, 'stamp=', `mirrors="${w.host}mirror.json" stamp=`);
    },
    'warning',
    'mirror-behind',
    /Bring it up to date/,
  ],
];

describe('placard doctor', { concurrency: 2 }, () => {
  it('says nothing about a page in good order, and asks as the page would', async () => {
    const { code, ok, problems, tags, feeds, world } = await visit(() => {});
    assert.deepEqual([code, ok, problems, tags, feeds], [0, true, [], 1, 1]);
    const asked = world.seen.filter(({ url }) => url === '/feed.json');
    assert.deepEqual(
      asked.map(({ headers }) => headers['if-none-match']),
      [undefined, '"one"'],
    );
    for (const { headers } of world.seen) {
      assert.match(headers.origin!, /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.notEqual(`${headers.origin}/`, world.host);
      assert.equal(headers.cookie, undefined);
    }
  });

  for (const [what, change, level, code, says] of [...SCRIPTS, ...TAGS, ...FEEDS]) {
    it(`finds ${what}`, async () => {
      const found = await visit(change);
      const problem = found.problems.find((each) => each.code === code);
      assert.ok(problem, found.problems.map((each) => each.code).join());
      assert.equal(problem.level, level);
      assert.match(problem.instead, says);
      assert.equal(found.problems.length, 1, found.problems.map((each) => each.code).join()); // one fault, one finding
      assert.equal(found.code, found.problems.some((each) => each.level === 'error') ? 1 : 0);
    });
  }

  it('finds a feed that is sent whole again to who has it', async () => {
    const { problems } = await visit((world) => {
      // Another ETag each time: nobody's copy is ever the same.
      let count = 0;
      Object.defineProperty(world.files['/feed.json']!.headers, 'etag', { get: () => `"${count++}"`, enumerable: true });
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['no-revalidation'],
    );
  });

  it('takes a signed feed by its pinned key, and not by another', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const signed = (world: World) => {
      const document = JSON.parse(world.files['/feed.json']!.body) as Json;
      const start = encode(JSON.stringify({ alg: 'Ed25519', kid }));
      const bytes = sign(null, Buffer.from(`${start}.${encode(canonicalizeJson(document))}`), privateKey);
      feed(world, '/_placard/signatures', [`${start}..${bytes.toString('base64url')}`]);
    };
    const good = await visit((world) => (signed(world), replace(world, 'stamp=', `public-key="${x}" stamp=`)));
    assert.deepEqual(good.problems, []);
    const bad = await visit((world) => (signed(world), replace(world, 'stamp=', `public-key="${'A'.repeat(43)}" stamp=`)));
    assert.deepEqual(
      bad.problems.map(({ code }) => code),
      ['signature-failed'],
    );
  });

  it('reads tags that are written as <div data-placard-…>, and tags inside one that gives them its feed', async () => {
    const found = await visit((world) => {
      replace(
        world,
        /<placard-campaign (.*)>/,
        `<div data-placard-src="${world.host}feed.json" data-placard-item="press-cards" data-placard-stamp="3">`,
      );
      replace(
        world,
        '</placard-campaign>',
        `</div>\n<placard-feed src="${world.host}feed.json"><div><placard-status item="other"></placard-status></div></placard-feed>`,
      );
    });
    assert.deepEqual([found.tags, found.feeds], [3, 1]);
    assert.deepEqual(
      found.problems.map(({ code, path }) => [code, path]),
      [
        ['unknown-item', '<placard-status>'],
        ['no-snapshot', '<placard-status>'],
      ],
    );
  });

  it('names the line, for people', async () => {
    await using server = await serve((_req, res) =>
      res.setHeader('content-type', 'text/html').end('<html lang="en">\n\n<placard-campaign></placard-campaign>'),
    );
    const { code, out } = await placard(['doctor', server.url]);
    assert.equal(code, 1);
    assert.match(out, /2 errors, 1 warning \(looked at: tags 1, feeds 0\)/);
    assert.match(out, /^error {4}<placard-campaign> \(line 3\) \[no-src\]$/m);
  });

  it('fails on warnings with --strict', async () => {
    const change = (world: World) => replace(world, ' stamp="3"', '');
    assert.equal((await visit(change)).code, 0);
    assert.equal((await visit(change, '--strict')).code, 1);
  });

  it('ends with 2 where there is no page', async () => {
    await using server = await serve((req, res) => {
      if (req.url === '/json') res.setHeader('content-type', 'application/json').end('{}');
      else res.writeHead(404).end();
    });
    const missing = await placard(['doctor', server.url]);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /status 404 instead of a page/);
    const feedInstead = await placard(['doctor', `${server.url}json`]);
    assert.equal(feedInstead.code, 2);
    assert.match(feedInstead.err, /is no web page.*placard validate/);
    const file = await placard(['doctor', 'page.html']);
    assert.equal(file.code, 2);
    assert.match(file.err, /Begin with https/);
  });
});
