/** Tests `placard doctor` on a page of one origin, with the script and the feed from another origin. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { canonicalizeJson } from '../../../src/feed/signature/canonical-json.js';
import { checkApproved, problemSection, ranSection, type Section } from './approved.js';
import { placard, placardJson } from './cli.js';
import { TODAY, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

interface Found {
  ok: boolean;
  tags: number;
  feeds: number;
  problems: { level: string; code: string; path: string; line?: number; message: string; fix: string }[];
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

/** Another origin with all that a page needs, without a problem, and the page's own origin with the page alone. */
interface World {
  /** Address of the other origin, with a slash at its end. */
  host: string;
  files: Record<string, Answer>;
  page: Answer;
  seen: IncomingMessage[];
}

const feedAnswer = (feed: Json): Answer => ({
  headers: { ...SHARED, 'content-type': 'application/feed+json', 'cache-control': 'max-age=60', etag: '"one"' },
  body: JSON.stringify(feed),
});

/** Runs the command on a page that `change` has broken. */
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

/** The defect, and the level and the code of the problem. */
type Broken = [defect: string, change: (world: World) => void, level: 'error' | 'warning', code: string];

const SCRIPTS: Broken[] = [
  ['a removed script', (w) => replace(w, /<script.*<\/script>/, ''), 'error', 'stripped-script'],
  ['a script tag as text', (w) => replace(w, /<script(.*)><\/script>/, '<p>&lt;script$1&gt;</p>'), 'error', 'script-as-text'],
  ['a missing script', (w) => delete w.files['/placard.js'], 'error', 'script-unreachable'],
  ['a module without CORS', (w) => header(w, '/placard.js', 'access-control-allow-origin', undefined), 'error', 'cors-script'],
  ['a script with the type of a text', (w) => header(w, '/placard.js', 'content-type', 'text/plain'), 'error', 'script-content-type'],
  ['a module as a classic script', (w) => replace(w, ' type="module"', ''), 'error', 'script-not-module'],
  ['a missing integrity', (w) => replace(w, / integrity="[^"]*"/, ''), 'warning', 'no-integrity'],
  ['an invalid integrity', (w) => replace(w, /integrity="[^"]*"/, 'integrity="md5-x"'), 'warning', 'no-integrity'],
  ['a file that differs from its integrity', (w) => (w.files['/placard.js']!.body += '//'), 'error', 'integrity-differs'],
  ['a missing chunk', (w) => delete w.files['/parts/part.js'], 'error', 'script-part-unfit'],
  ['a chunk of another build', (w) => (w.files['/parts/part.js']!.body += '//'), 'error', 'script-part-unfit'],
  ['a policy that blocks the script', (w) => policy(w, "script-src 'self'"), 'error', 'csp-script'],
  ['a sandbox without scripts', (w) => policy(w, 'sandbox allow-same-origin'), 'error', 'csp-sandbox'],
  [
    'Trusted Types without the policy of the library',
    (w) => policy(w, "require-trusted-types-for 'script'; trusted-types other"),
    'error',
    'csp-trusted-types',
  ],
  [
    'Trusted Types without duplicates',
    (w) => policy(w, "require-trusted-types-for 'script'; trusted-types lit-html"),
    'warning',
    'csp-trusted-types',
  ],
  [
    'an old version in the path',
    (w) => {
      w.files['/placard@0.0.9/placard.js'] = { ...w.files['/placard.js']! };
      w.files['/placard@0.0.9/parts/part.js'] = { ...w.files['/parts/part.js']! };
      replace(w, '/placard.js', '/placard@0.0.9/placard.js');
    },
    'warning',
    'old-version',
  ],
  [
    'an old version in the banner',
    (w) => {
      const old = SCRIPT.replace('Placard', 'Placard 0.0.9, MIT.');
      w.files['/placard.js']!.body = old;
      replace(w, hashOf(SCRIPT), hashOf(old));
    },
    'warning',
    'old-version',
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
  ],
];

const SURROUNDINGS: Broken[] = [
  ['a module in a page of XHTML', (w) => (w.page.headers['content-type'] = 'application/xhtml+xml'), 'warning', 'xhtml'],
  ['a snapshot in a narrow place', (w) => around(w, '<div style="display: inline-block">'), 'warning', 'narrow-place'],
  [
    'text that cannot be selected',
    (w) => replace(w, '</head>', '<style>body { user-select: none }</style></head>'),
    'warning',
    'text-not-selectable',
  ],
  [
    'a frame without its script',
    (w) => replace(w, '</body>', '<iframe src="https://cases.example/one/frame.html"></iframe></body>'),
    'warning',
    'frame-height',
  ],
  ['a snapshot as plain HTML', (w) => (around(w, ''), replace(w, /<script.*\n/, '')), 'warning', 'plain-snapshot'],
  ['an inline script', (w) => replace(w, '</head>', '<script>/*! Placard */</script></head>'), 'warning', 'moved-script'],
  [
    'a policy that allows the loader alone',
    (w) => {
      w.files['/placard-loader.js'] = { ...w.files['/placard.js']!, body: '/*! Placard */ import.meta.url;' };
      replace(w, 'placard.js', 'placard-loader.js');
      replace(w, / integrity="[^"]*"/, ` integrity="${hashOf(w.files['/placard-loader.js'].body)}"`);
      policy(w, `script-src ${w.host}placard-loader.js`);
    },
    'error',
    'csp-loaded-script',
  ],
];

/** Puts the snapshot, with its tag or alone, into another element. */
function around(world: World, start: string): void {
  if (start) replace(world, /<placard-campaign[^]*<\/placard-campaign>/, `${start}$&</div>`);
  else replace(world, /<placard-campaign.*>\n([^]*)<\/placard-campaign>/, '$1');
}

const TAGS: Broken[] = [
  ['a page without a tag', (w) => replace(w, /<placard-campaign[^]*<\/placard-campaign>/, ''), 'error', 'no-tag'],
  ['a removed tag', (w) => (replace(w, /<placard-campaign.*>/, ''), replace(w, '</placard-campaign>', '')), 'error', 'stripped-tag'],
  [
    'a tag as text',
    (w) => replace(w, /<placard-campaign[^]*<\/placard-campaign>/, '&lt;placard-campaign src="x"&gt;'),
    'error',
    'tag-as-text',
  ],
  [
    'a self-closed tag',
    (w) => replace(w, /<placard-campaign(.*)>[^]*<\/placard-campaign>/, '<placard-campaign$1/>'),
    'error',
    'self-closed-tag',
  ],
  ['an unclosed tag', (w) => replace(w, '</placard-campaign>', ''), 'error', 'unclosed-tag'],
  ['a misspelled attribute', (w) => replace(w, 'item=', 'original itm="x" item='), 'warning', 'unknown-attribute'],
  ['a missing address of the feed', (w) => replace(w, / src="[^"]*feed.json"/, ''), 'error', 'no-src'],
  ['an invalid address of the feed', (w) => replace(w, /src="[^"]*feed.json"/, 'src="data:,x"'), 'error', 'bad-src'],
  ['a missing language', (w) => replace(w, '<html lang="en">', '<html>'), 'warning', 'no-language'],
  ['an invalid language', (w) => replace(w, '<html lang="en">', '<html lang="en_GB">'), 'warning', 'bad-language'],
  ['a statement in another language', (w) => replace(w, '<html lang="en">', '<html lang="fr">'), 'warning', 'other-language'],
  ['a missing snapshot', (w) => replace(w, /<div class="placard-snapshot".*/, ''), 'warning', 'no-snapshot'],
  [
    'a snapshot that cannot be seen',
    (w) => replace(w, /<div class="placard-snapshot".*/, '<noscript>Text</noscript><p hidden>Text</p><img width="1" height="1" alt="">'),
    'warning',
    'no-snapshot',
  ],
  ['a snapshot without a language', (w) => replace(w, 'placard-snapshot" lang="en"', 'placard-snapshot"'), 'warning', 'snapshot-language'],
  ['a missing stamp', (w) => replace(w, ' stamp="3"', ''), 'warning', 'no-stamp'],
  ['an old snapshot', (w) => replace(w, 'stamp="3"', 'stamp="2"'), 'warning', 'snapshot-old'],
  ['a snapshot of another epoch', (w) => replace(w, 'stamp="3"', 'stamp="1.2"'), 'error', 'stamp-ahead'],
  ['a feed that is older than the snapshot', (w) => replace(w, 'stamp="3"', 'stamp="4"'), 'error', 'stamp-ahead'],
  ['an unknown item', (w) => replace(w, 'item="press-cards"', 'item="press-card"'), 'error', 'unknown-item'],
  [
    'a minimum sequence above the sequence of the feed',
    (w) => replace(w, 'stamp=', 'min-sequence="9" stamp='),
    'error',
    'below-min-sequence',
  ],
  ['an invalid key', (w) => replace(w, 'stamp=', 'public-key="abc" stamp='), 'error', 'bad-public-key'],
  ['a pinned key without a signature', (w) => replace(w, 'stamp=', `public-key="${'A'.repeat(43)}" stamp=`), 'error', 'signature-missing'],
];

const FEEDS: Broken[] = [
  ['a missing feed', (w) => delete w.files['/feed.json'], 'error', 'feed-unreachable'],
  ['a feed without CORS', (w) => header(w, '/feed.json', 'access-control-allow-origin', undefined), 'error', 'cors-feed'],
  ['a feed for another origin', (w) => header(w, '/feed.json', 'access-control-allow-origin', 'https://example.org'), 'error', 'cors-feed'],
  [
    'a redirect without CORS',
    (w) => {
      w.files['/old.json'] = { status: 302, headers: { location: '/feed.json' }, body: '' };
      replace(w, 'feed.json', 'old.json');
    },
    'error',
    'cors-feed',
  ],
  ['a policy that blocks the feed', (w) => policy(w, "connect-src 'self'"), 'error', 'csp-connect'],
  [
    'a policy in a meta element',
    (w) => replace(w, '<head>', '<head><meta http-equiv="Content-Security-Policy" content="default-src *; connect-src \'none\'">'),
    'error',
    'csp-connect',
  ],
  ['a policy that blocks the picture', (w) => policy(w, "img-src 'self'"), 'warning', 'csp-picture'],
  ['a feed with the type of a page', (w) => header(w, '/feed.json', 'content-type', 'text/html'), 'warning', 'feed-content-type'],
  ['a page instead of the feed', (w) => (w.files['/feed.json']!.body = '<!doctype html>'), 'error', 'feed-unreadable'],
  ['a feed with an error', (w) => feed(w, '/items/0/_placard/cases/0/status', 'waiting'), 'warning', 'feed-faults'],
  [
    'headers that are not exposed',
    (w) => header(w, '/feed.json', 'access-control-expose-headers', 'ETag'),
    'warning',
    'headers-not-exposed',
  ],
  ['a missing cache lifetime', (w) => header(w, '/feed.json', 'cache-control', undefined), 'warning', 'no-cache-control'],
  ['a cache lifetime of an hour', (w) => header(w, '/feed.json', 'cache-control', 'max-age=3600'), 'warning', 'cached-too-long'],
  ['a feed that caches must not store', (w) => header(w, '/feed.json', 'cache-control', 'no-store'), 'warning', 'no-store'],
  ['a missing ETag', (w) => header(w, '/feed.json', 'etag', undefined), 'warning', 'no-etag'],
  [
    'a snapshot of a retracted statement',
    (w) => {
      feed(w, '/items/0/_placard/change', 'retraction');
      feed(w, '/items/0/_placard/retraction', { at: '2026-03-05', reason: 'A source took it back.' });
    },
    'error',
    'snapshot-of-withdrawn',
  ],
  ['a missing mirror', (w) => replace(w, 'stamp=', `mirrors="${w.host}mirror.json" stamp=`), 'warning', 'mirror-unreachable'],
  [
    'a mirror that is behind',
    (w) => {
      w.files['/mirror.json'] = feedAnswer(withPart('/_placard/sequence', 2, JSON.parse(w.files['/feed.json']!.body) as Json));
      replace(w, 'stamp=', `mirrors="${w.host}mirror.json" stamp=`);
    },
    'warning',
    'mirror-behind',
  ],
];

/** The address of the local server in the approved text. */
const ADDRESS = 'https://news.example/';
const reported: { defect: string; code: string; message: string; fix: string }[] = [];
const refused: Section[] = [];
let output = '';

describe('placard doctor', { concurrency: 2 }, () => {
  it('finds no problem on a sound page, and sends the requests of the page', async () => {
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

  for (const [defect, change, level, code] of [...SCRIPTS, ...SURROUNDINGS, ...TAGS, ...FEEDS]) {
    it(`reports ${code} for ${defect}`, async () => {
      const found = await visit(change);
      const problem = found.problems.find((each) => each.code === code);
      assert.ok(problem, found.problems.map((each) => each.code).join());
      assert.equal(problem.level, level);
      reported.push({ ...problem, defect });
      assert.equal(found.problems.length, 1, found.problems.map((each) => each.code).join()); // one fault, one finding
      assert.equal(found.code, found.problems.some((each) => each.level === 'error') ? 1 : 0);
    });
  }

  it('reports no-revalidation for a server that ignores If-None-Match', async () => {
    const { problems } = await visit((world) => {
      // Another ETag each time, so that a copy is never up to date.
      let count = 0;
      Object.defineProperty(world.files['/feed.json']!.headers, 'etag', { get: () => `"${count++}"`, enumerable: true });
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['no-revalidation'],
    );
  });

  it('accepts the frame of a card with its script, and narrow places with the style sheet of snapshots', async () => {
    const frame = '<iframe src="https://cases.example/one/frame.html"></iframe><script src="/placard-host.js"></script>';
    const framed = await visit((w) => replace(w, /<placard-campaign[^]*<\/placard-campaign>/, frame));
    assert.deepEqual([framed.code, framed.problems], [0, []]);
    const styled = await visit((w) => {
      around(w, '<div style="float: left; user-select: none">');
      replace(w, '</head>', '<link rel="stylesheet" href="/assets/placard.css"></head>');
    });
    assert.deepEqual([styled.code, styled.problems], [0, []]);
  });

  it('accepts a signed feed with its pinned key, and rejects it with another key', async () => {
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

  it('reads <div data-placard-…> as a tag, and gives the feed of a tag to the tags inside it', async () => {
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

  it('prints the line of a problem for people', async () => {
    await using server = await serve((_req, res) =>
      res.setHeader('content-type', 'text/html').end('<html lang="en">\n\n<placard-campaign></placard-campaign>'),
    );
    const { code, out } = await placard(['doctor', server.url]);
    assert.equal(code, 1);
    assert.match(out, /<placard-campaign> \(line 3\) \[no-src\]$/m);
    output = out.replaceAll(server.url, ADDRESS);
  });

  it('exits with code 1 for warnings with --strict', async () => {
    const change = (world: World) => replace(world, ' stamp="3"', '');
    assert.equal((await visit(change)).code, 0);
    assert.equal((await visit(change, '--strict')).code, 1);
  });

  it('exits with code 2 if the address is not that of a page', async () => {
    await using server = await serve((req, res) => {
      if (req.url === '/feed.json') res.setHeader('content-type', 'application/json').end('{}');
      else res.writeHead(404).end();
    });
    const missing = await placard(['doctor', server.url]);
    assert.equal(missing.code, 2);
    const feedInstead = await placard(['doctor', `${server.url}feed.json`]);
    assert.equal(feedInstead.code, 2);
    const file = await placard(['doctor', 'page.html']);
    assert.equal(file.code, 2);
    for (const [args, ran] of [
      [['doctor', ADDRESS], missing],
      [['doctor', `${ADDRESS}feed.json`], feedInstead],
      [['doctor', 'page.html'], file],
    ] as const)
      refused.push(ranSection(args, { ...ran, err: ran.err.replaceAll(server.url, ADDRESS) }));
  });
});

describe('the wording of placard doctor', () => {
  it('is the approved text', async () => {
    const order = [...SCRIPTS, ...TAGS, ...FEEDS].map(([defect]) => defect);
    const problems = reported.toSorted((a, b) => order.indexOf(a.defect) - order.indexOf(b.defect));
    const texts = problemSection('every problem', problems).map((text) => text.replaceAll(/http:\/\/127\.0\.0\.1:\d+\//g, ADDRESS));
    checkApproved('doctor', [
      ranSection(['doctor', '--help'], await placard(['doctor', '--help'])),
      ranSection(['doctor', ADDRESS], { code: 1, out: output, err: '' }),
      ...refused,
      [texts[0]!, texts[1]!.replaceAll(/127\.0\.0\.1:\d+/g, 'news.example')],
    ]);
  });
});
