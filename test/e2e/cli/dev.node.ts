/** Tests `placard dev`: it builds at each save, and serves only a browser that has the token of its start. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { CLI_PACKAGE } from '../../../src/bundler/packages.js';
import { bundles, makeFolder, makeProject, write } from './cli.js';
import { soundFeed, withPart } from './feeds.js';

const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('placard-dev-'));

describe('placard dev', () => {
  const folder = makeFolder();
  let child: ChildProcess;
  let url = '';
  let others: string[] = [];

  let main = '';

  /** Starts the command, and returns its process and the addresses that it prints. */
  async function start(addresses: number, ...options: string[]): Promise<{ child: ChildProcess; urls: string[] }> {
    const started = spawn(process.execPath, [main, 'dev', join(folder, 'feed.json'), '--port', '0', ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stderr!.resume();
    const urls: string[] = [];
    for await (const line of createInterface({ input: started.stdout! })) {
      urls.push(...(/^(?:Preview|In this network): (http\S+)$/.exec(line)?.slice(1) ?? []));
      if (urls.length === addresses) break;
    }
    started.stdout!.resume();
    return { child: started, urls };
  }

  before(async () => {
    await bundles();
    others = temporary();
    write(folder, 'feed.json', soundFeed());
    main = join(await makeProject(), 'node_modules', CLI_PACKAGE, 'main.js');
    const started = await start(1);
    child = started.child;
    url = started.urls[0]!;
  });
  after(() => void child.kill());

  const at = (path: string) => new URL(path, url);
  const token = () => new URL(url).searchParams.get('token')!;

  /** Returns the status and the text of an answer. */
  async function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    const request = get(at(path), { headers, agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
    return { status: response.statusCode!, text };
  }
  const asOwner = (path: string) => ask(path, { cookie: `placard-dev=${token()}` });

  it('refuses another host, another origin, a request without the token, and a path out of the site', async () => {
    const cookie = `placard-dev=${token()}`;
    assert.equal((await ask('/')).status, 403);
    assert.equal((await ask('/?token=wrong')).status, 403);
    assert.equal((await ask('/site/feed.json')).status, 403);
    assert.equal((await ask('/', { cookie, host: 'evil.example' })).status, 421);
    assert.equal((await ask('/', { cookie, origin: 'https://evil.example' })).status, 403);
    assert.equal((await asOwner('/site/..%2f..%2f..%2fetc%2fpasswd')).status, 404);
    assert.equal((await asOwner('/')).status, 200);
  });

  it('answers a malformed address, and goes on', async () => {
    const raw = async (target: string, cookie = '') => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.end(`GET ${target} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
      let answer = '';
      for await (const chunk of socket.setEncoding('utf8')) answer += chunk as string;
      return answer.split('\r\n', 1)[0]!;
    };
    // A page of any site can send the first by a picture: without an Origin.
    for (const target of ['//', '/\\', 'http://[']) assert.match(await raw(target), / 400 /, target);
    assert.match(await raw('/site/%', `placard-dev=${token()}`), / 400 /);
    assert.equal((await asOwner('/')).status, 200);
  });

  it('serves other devices of the network only when asked, and only with the token', async () => {
    const network = Object.values(networkInterfaces()).flatMap((all = []) =>
      all.flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : [])),
    );
    for (const address of network) await assert.rejects(fetch(`http://${address}:${new URL(url).port}/`));
    const { child: open, urls } = await start(1 + network.length, '--lan');
    const ended = once(open, 'close');
    try {
      assert.deepEqual(
        urls.slice(1).map((each) => new URL(each).hostname),
        network,
      );
      for (const each of urls.slice(1)) {
        assert.equal((await fetch(each)).status, 200);
        assert.equal((await fetch(new URL('/site/', each))).status, 403);
      }
    } finally {
      open.kill('SIGINT');
      await ended;
    }
  });

  it('serves the page, the frame and the page for partners of each statement', async () => {
    for (const file of ['', 'frame.html', 'embed.html', 'feed.json'])
      assert.equal((await asOwner(`/site/press-cards/${file}`)).status, 200, file);
    assert.match((await asOwner('/')).text, /<iframe src="\/site\/press-cards\/"/);
  });

  it('builds at each save, keeps an edit without a new sequence, and shows the problems of a broken feed', async () => {
    const request = get(at('/-/events'), { headers: { cookie: `placard-dev=${token()}` }, agent: false });
    const [events] = (await once(request, 'response')) as [IncomingMessage];
    events.setEncoding('utf8');
    await once(events, 'data'); // open
    const built = async () => {
      for (;;) if (String((await once(events, 'data'))[0]).includes('event: built')) return;
    };
    const next = built();
    write(folder, 'feed.json', withPart('/items/0/title', 'Four press cards withdrawn'));
    await next;
    assert.match((await asOwner('/site/press-cards/')).text, /Four press cards withdrawn/);
    const broken = built();
    write(folder, 'feed.json', withPart('/items/0/_placard/kind', 'rumour'));
    await broken;
    const { text } = await asOwner('/');
    assert.match(text, /unknown-value/);
    assert.match((await asOwner('/site/press-cards/')).text, /Four press cards withdrawn/, 'the last site stays');
    request.destroy();
  });

  it('deletes its folder when it is stopped', async () => {
    const ended = once(child, 'close');
    child.kill('SIGINT');
    const [code] = (await ended) as [number];
    assert.equal(code, 0);
    assert.deepEqual(
      temporary().filter((name) => !others.includes(name)),
      [],
    );
  });
});
