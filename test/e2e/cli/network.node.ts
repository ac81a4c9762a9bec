/** Tests the limits of requests: the page chooses the addresses, and must not use the tool against other servers. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inspectPage } from '../../../src/node/doctor/index.js';
import { openNetwork, type NetworkOptions } from '../../../src/node/io/http.js';
import { isPrivateAddress } from '../../../src/node/io/private-address.js';
import { soundFeed } from './feeds.js';

const NOW = Date.parse('2026-03-09T10:00:00Z');
const PUBLIC = '127.0.0.1';
const INSIDE = '127.0.0.2';
const servers: Server[] = [];

/** Starts a server and returns its port. */
async function listen(host: string, answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, host);
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Resolves all names to this machine, with one public and one private network. */
const NETWORK: NetworkOptions = {
  isPrivate: (address) => address !== PUBLIC,
  resolve: (host, _, done) => done(null, [{ address: host.startsWith('inside') ? INSIDE : PUBLIC, family: 4 }]),
};

const page = (body: string) => `<!doctype html><html lang="en"><body>${body}</body></html>`;
const tag = (src: string) => `<placard-campaign src="${src}"><p lang="en">x</p></placard-campaign>`;
const html =
  (body: string): RequestListener =>
  (_, res) =>
    void res.setHeader('content-type', 'text/html').end(page(body));
const codes = ({ problems }: Awaited<ReturnType<typeof inspectPage>>) => problems.map(({ code }) => code);
const visit = (address: string, limits: NetworkOptions = {}) => inspectPage(address, { version: '0.1.0', now: NOW }, limits);

after(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

describe('inspectPage', () => {
  it('sends 50 requests at most, four at once, for any page', async () => {
    let [asked, open, most] = [0, 0, 0];
    const third = await listen(PUBLIC, (_, res) => {
      asked++;
      most = Math.max(most, ++open);
      res.on('close', () => open--);
      setImmediate(() => res.setHeader('content-type', 'text/javascript').end('x'));
    });
    const many = (one: (index: number) => string) => Array.from({ length: 500 }, (_, index) => one(index)).join('');
    const scripts = many((index) => `<script type="module" src="http://127.0.0.1:${third}/${index}/placard.js"></script>`);
    const tags = many((index) => tag(`http://127.0.0.1:${third}/${index}/feed.json`));
    const port = await listen(PUBLIC, html(scripts + tags));
    const found = await visit(`http://127.0.0.1:${port}/`);
    assert.equal(asked, 49);
    assert.ok(most <= 4, `${most} at once`);
    assert.equal(codes(found).filter((code) => code === 'request-limit').length, 1);
    assert.equal(codes(found).includes('feed-unreachable'), false, 'a feed that was not requested has no problem');
  });

  it('counts redirects as requests', async () => {
    let asked = 0;
    const third = await listen(PUBLIC, (req, res) => void (asked++, res.writeHead(302, { location: `${req.url}x` }).end()));
    const port = await listen(PUBLIC, html(Array.from({ length: 40 }, (_, index) => tag(`http://127.0.0.1:${third}/${index}`)).join('')));
    await visit(`http://127.0.0.1:${port}/`);
    assert.equal(asked, 49);
  });

  it('has one timeout for all feeds that do not end', async () => {
    const asked: string[] = [];
    const third = await listen(PUBLIC, (req, res) => void (asked.push(req.url!), res.write(' ')));
    const port = await listen(PUBLIC, html(['a', 'b', 'c'].map((name) => tag(`http://127.0.0.1:${third}/${name}`)).join('')));
    const found = await visit(`http://127.0.0.1:${port}/`, { seconds: 0.5 });
    assert.deepEqual(asked, ['/a']);
    assert.equal(codes(found).filter((code) => code === 'feed-unreachable').length, 1);
    assert.ok(codes(found).includes('request-limit'));
  });

  it('requests no private address for a public page: by number, by name, or by redirect', async () => {
    const asked: string[] = [];
    const inside = await listen(INSIDE, (req, res) => void (asked.push(req.url!), res.end('{}')));
    const port = await listen(PUBLIC, (req, res) => {
      if (req.url === '/redirect') return void res.writeHead(307, { location: `http://inside.example:${inside}/redirected` }).end();
      html(
        [
          `http://${INSIDE}:${inside}/number`,
          `http://0x7f000002:${inside}/hexadecimal`,
          `http://inside.example:${inside}/name`,
          '/redirect',
        ]
          .map(tag)
          .join(''),
      )(req, res);
    });
    const found = await visit(`http://news.example:${port}/`, NETWORK);
    assert.deepEqual(asked, []);
    assert.equal(codes(found).filter((code) => code === 'private-address').length, 4);
  });

  it('requests private addresses for a page in a private network', async () => {
    const asked: string[] = [];
    const inside = await listen(INSIDE, (req, res) => {
      asked.push(req.url!);
      if (req.url === '/') html(tag('/feed.json'))(req, res);
      else res.setHeader('content-type', 'application/feed+json').end(JSON.stringify(soundFeed()));
    });
    await visit(`http://inside.example:${inside}/`, NETWORK);
    assert.deepEqual(asked.slice(0, 2), ['/', '/feed.json']);
  });

  it('does not follow a redirect of a public page to a private network', async () => {
    const asked: string[] = [];
    const inside = await listen(INSIDE, (req, res) => void (asked.push(req.url!), res.end()));
    const port = await listen(PUBLIC, (_, res) => void res.writeHead(302, { location: `http://inside.example:${inside}/` }).end());
    await assert.rejects(visit(`http://news.example:${port}/`, NETWORK), { code: 'private-address' });
    assert.deepEqual(asked, []);
  });
});

describe('openNetwork', () => {
  it('decompresses a response, and stops after 4 MiB', async () => {
    const port = await listen(PUBLIC, (req, res) => {
      const body = req.url === '/bomb' ? Buffer.alloc(64 * 1024 * 1024, 32) : 'words';
      res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
    });
    const { get } = openNetwork();
    assert.equal(Buffer.from((await get(`http://127.0.0.1:${port}/`)).body).toString(), 'words');
    await assert.rejects(get(`http://127.0.0.1:${port}/bomb`), { name: 'Error', exitCode: 2 });
  });
});

describe('isPrivateAddress', () => {
  it('recognizes a private address in every spelling', () => {
    const literal = (host: string) => new URL(`http://${host}/`).hostname.replace(/[[\]]/g, '');
    const spelled = [
      '127.1',
      '0x7f.1',
      '017700000001',
      '2130706433',
      '0',
      '10.1.2.3',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '①②⑦.0.0.1',
    ];
    const six = [
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:a00:1',
      '::7f00:1',
      'fe80::1',
      'fd00::1',
      '64:ff9b::7f00:1',
      '64:ff9b::10.0.0.1',
      '2002:7f00:1::',
      '2002:a9fe:a9fe::1',
      'ff02::1',
    ];
    for (const host of [...spelled, ...six.map((each) => `[${each}]`)]) assert.ok(isPrivateAddress(literal(host)), host);
    for (const address of ['fe80::1%eth0', '::ffff:192.168.1.1']) assert.ok(isPrivateAddress(address), address);
  });

  it('returns false for public addresses', () => {
    for (const address of [
      '93.184.216.34',
      '172.32.0.1',
      '100.128.0.1',
      '2606:2800:220:1::1',
      '64:ff9b::5db8:d822',
      '2002:5db8:d822::1',
      '::ffff:93.184.216.34',
    ])
      assert.equal(isPrivateAddress(address), false, address);
  });
});
