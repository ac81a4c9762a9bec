/** A framed card: in a sandbox without an origin, hidden, in WordPress and AMP, and with the host script. */
import { expect } from '@open-wc/testing';
import { documentOf } from '../elements/helpers.js';
import { Script } from '../../support/servers/client.js';
import { bundled, Site } from '../../support/servers/site.js';

const PAGE = 'https://cases.example/one/';
const SNAPSHOT = '<div class="placard-snapshot" lang="en"><p>Snapshot.</p></div>';

/** In the framed page: says what is in it, and clicks, when the test asks. */
const REPORTER = `
  const card = () => document.querySelector('placard-campaign').shadowRoot?.querySelector('[part=card]');
  addEventListener('message', ({ data }) => {
    if (data.click) card().querySelector(data.click).click();
    if (data.tell) parent.postMessage({ told: { text: card()?.textContent ?? '', links: [...card()?.querySelectorAll('a') ?? []].map((a) => a.href), reports, faults, height: document.body.getBoundingClientRect().height } }, '*');
  });
`;

interface Told {
  text: string;
  links: string[];
  reports: string[];
  faults: string[];
  height: number;
}
type Message = Record<string, unknown>;

describe('the framed page', () => {
  bundled();
  let feed: Script;
  let site: Site | undefined;
  let heard: Message[] = [];
  let waiting: (() => void)[] = [];

  const listen = ({ source, data }: MessageEvent<Message>) => {
    if (!site || source === site.frame.contentWindow) heard.push(data);
    for (const wake of waiting.splice(0)) wake();
  };
  beforeEach(async () => {
    site = undefined;
    heard = [];
    waiting = [];
    addEventListener('message', listen);
    const document = documentOf({
      head: { contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958', email: 'press@union.example' }] },
      facts: { actions: [{ id: 'call', type: 'contact', contact: 'press' }] },
    });
    feed = await Script.of({ body: JSON.stringify(document) });
  });
  afterEach(() => {
    removeEventListener('message', listen);
    site?.close();
  });

  /** The next message, or one that came already, that is like this. */
  async function message(like: Message, from = 0): Promise<Message> {
    for (;;) {
      const found = heard.slice(from).find((each) => Object.entries(like).every(([key, value]) => each[key] === value));
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  const open = async (attributes: Record<string, string> = { sandbox: 'allow-scripts' }, hash = '') =>
    (site = await Site.open(
      {
        policy: `default-src 'none'; script-src 'self' ${location.origin}; style-src 'self' ${location.origin}; connect-src ${new URL(feed.url).origin}; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'`,
        hash,
        head: `<link rel="canonical" href="${PAGE}"><link rel="stylesheet" href="placard.css"><script src="reporter.js"></script>`,
        body: `<placard-campaign src="${feed.url}" refresh="1">${SNAPSHOT}</placard-campaign><script src="placard.iife.js" defer></script><script src="placard-frame.js" defer></script>`,
        files: { 'reporter.js': REPORTER },
      },
      attributes,
    ));

  const say = (words: unknown) => site!.frame.contentWindow!.postMessage(words, '*');

  /** Once the card is there. */
  async function told(): Promise<Told> {
    for (;;) {
      const from = heard.length;
      say({ tell: true });
      const found = (await message({}, from).then(async () => (heard.slice(from).find(({ told: it }) => it) ?? {}).told)) as
        Told | undefined;
      if (found?.text) return found;
      await new Promise(requestAnimationFrame);
    }
  }

  it('shows the live card in a sandbox without an origin, under a strict policy, without a report or a fault', async () => {
    await open();
    const { text, reports, faults } = await told();
    expect(text).to.contain('Press card refused');
    expect(reports).to.deep.equal([]);
    expect(faults).to.deep.equal([]);
    await feed.replace({
      body: JSON.stringify(documentOf({ item: { title: 'News of it' }, facts: { revision: 2 }, head: { sequence: 2 } })),
    });
    while (!(await told()).text.includes('News of it'));
  });

  it('shows number and address as text in a sandbox that blocks their links, and as links elsewhere', async () => {
    await open();
    const sandboxed = await told();
    expect(sandboxed.text).to.contain('+44 20 7946 0958').and.to.contain('press@union.example');
    expect(sandboxed.links.filter((link) => /^(mailto|tel):/.test(link) || !link)).to.deep.equal([]);
    site!.close();
    await open({});
    expect((await told()).links.filter((link) => /^(tel:\+442079460958|mailto:press@union\.example)$/.test(link)).length).to.be.at.least(2);
  });

  it('posts its height at once, and again after the card is shown', async () => {
    await open();
    expect(await message({ placard: 'height' }))
      .to.have.property('value')
      .that.is.at.least(200);
    await message({ sentinel: 'amp', type: 'embed-ready' });
    await message({ sentinel: 'amp', type: 'embed-size' });
    const { height } = await told();
    await message({ placard: 'height', value: Math.ceil(height) });
    expect(heard.filter(({ message: kind }) => kind)).to.deep.equal([]); // the frame does not know the secret of WordPress
  });

  it('posts its height in a hidden frame, which is never drawn', async () => {
    await open({ sandbox: 'allow-scripts', style: 'display: none' }, '#secret=abc123');
    expect(await message({ message: 'height', secret: 'abc123' }))
      .to.have.property('value')
      .that.is.at.least(200);
  });

  it('answers WordPress with its secret, also after another fragment', async () => {
    await open({ sandbox: 'allow-scripts' }, '#?part=2&secret=Zx9');
    await message({ message: 'height', secret: 'Zx9' });
    await told();
    const from = heard.length;
    say({ message: 'ready', secret: 'Zx9' });
    await message({ message: 'height', secret: 'Zx9' }, from);
  });

  it('answers only the parent page, and only a valid message', async () => {
    await open({ sandbox: 'allow-scripts' }, '#secret=Zx9');
    const { height } = await told();
    await message({ placard: 'height', value: Math.ceil(height) });
    const from = heard.length;
    const stranger = document.createElement('iframe');
    stranger.srcdoc =
      `<script>for (const message of [{ placard: 'ready' }, { message: 'ready', secret: 'Zx9' }]) for (let i = 0; i < parent.frames.length; i++) parent.frames[i].postMessage(message, '*'); parent.postMessage({ stranger: true }, '*')</` +
      'script>';
    const spoke = new Promise<void>((resolve) =>
      addEventListener('message', function heed({ data }: MessageEvent<Message>) {
        if (!data.stranger) return;
        removeEventListener('message', heed);
        resolve();
      }),
    );
    document.body.append(stranger);
    await spoke;
    for (const shape of [{ message: 'ready', secret: 'other' }, { message: 'ready' }, 'ready', null, 7, ['ready'], { placard: ['ready'] }])
      say(shape);
    // Messages are answered in order, so an answer to the earlier ones would come first.
    await told();
    expect(heard.slice(from).filter(({ told: it }) => !it)).to.deep.equal([]);
    stranger.remove();
  });

  it('asks the parent to open links, because the sandbox blocks them', async () => {
    await open({ sandbox: 'allow-scripts' }, '#secret=Zx9');
    await told();
    say({ click: 'a[part~=action]' });
    expect(await message({ placard: 'link' })).to.deep.equal({ placard: 'link', value: `${PAGE}#act` });
    expect(await message({ message: 'link' })).to.deep.equal({ message: 'link', value: `${PAGE}#act`, secret: 'Zx9' });
    const from = heard.length;
    say({ click: 'a[part=correction]' });
    expect(await message({ placard: 'link' }, from)).to.deep.equal({ placard: 'link', value: `${PAGE}#correct` });
  });
});

describe('the host script', () => {
  bundled();
  let framed: Site;
  let host: Site | undefined;

  const SPEAKER = `
    const say = (value) => parent.postMessage(value, '*');
    addEventListener('message', ({ data, source }) => { if (source === parent && data.relay) data.relay.forEach(say); if (data.placard === 'ready' && source === parent) say({ placard: 'height', value: 613 }) });
    say({ placard: 'height', value: 612 });
  `;
  before(async () => {
    framed = await Site.open({ head: '<script src="speaker.js"></script>', body: 'Frame', files: { 'speaker.js': SPEAKER } });
  });
  after(() => framed.close());
  afterEach(() => host?.close());

  const SCRIPT = '<script src="placard-host.js" defer></script>';
  const opened = `<script src="opened.js"></script>`;
  const files = { 'opened.js': `var links = []; open = (...link) => void links.push(link);` };

  const withFrame = async (attributes = '', script = SCRIPT) => {
    host = await Site.open({ head: opened + script, body: `<iframe ${attributes} src="${framed.path}" height="300"></iframe>`, files });
    const frame = host.element('iframe') as HTMLIFrameElement;
    return frame;
  };

  for (const [what, attributes] of [
    ['a frame', ''],
    ['a sandboxed frame', 'sandbox="allow-scripts"'],
    ['a sandboxed frame that keeps its origin', 'sandbox="allow-scripts allow-same-origin"'],
  ] as const) {
    it(`sets the height of ${what} within the limits`, async () => {
      // From the host's page, messages of its window: the frame's parent is the host, not the test.
      const frame = await withFrame(attributes);
      await host!.until(() => /61[23]/.test(frame.height));
      for (const [value, height] of [
        [1500, '1500'],
        [10, '200'],
        [1e9, '20000'],
        [NaN, '20000'],
        [-5, '200'],
        ['900', '200'],
        [Infinity, '200'],
        [null, '200'],
        [700.4, '700'],
      ] as const) {
        await relayFrom(frame, { placard: 'height', value });
        expect(frame.height, String(value)).to.equal(height);
      }
    });
  }

  const RULES = {
    'height: auto': '<style>iframe { height: auto; max-height: 100% }</style>',
    'an aspect ratio': '<style>iframe { aspect-ratio: 16 / 9; height: auto !important; width: 100% }</style>',
    'the ratio of WordPress':
      '<style>p::before, .b::before { content: ""; display: block; padding-top: 56.25% } .b { position: relative } .b iframe { position: absolute; inset: 0; width: 100%; height: 100% }</style>',
  };
  for (const [what, style] of Object.entries(RULES)) {
    it(`sets the height against a page with ${what}, and covers nothing below`, async () => {
      host = await Site.open({
        head: opened + SCRIPT + style,
        body: `<div class="b"><iframe src="${framed.path}" height="300"></iframe></div><hr>`,
        files,
      });
      const frame = host.element('iframe') as HTMLIFrameElement;
      await host.until(() => /61[23]/.test(frame.height));
      await relayFrom(frame, { placard: 'height', value: 849 });
      const { height, bottom } = frame.getBoundingClientRect();
      expect(height).to.be.within(849, 853); // with the border of the frame
      expect(host.element('hr')!.getBoundingClientRect().top).to.be.at.least(bottom - 1);
    });
  }

  /** The test cannot reach into a sandboxed frame but by messages; they are sent as the host. */
  async function relayFrom(frame: HTMLIFrameElement, ...words: unknown[]): Promise<void> {
    const ask = host!.window.Function('frame', 'words', 'frame.contentWindow.postMessage({ relay: words }, "*")') as (
      frame: HTMLIFrameElement,
      words: unknown[],
    ) => void;
    const done = new Promise<void>((resolve) => {
      host!.window.addEventListener('message', function heed({ data }: MessageEvent<Message>) {
        if (!data?.done) return;
        host!.window.removeEventListener('message', heed);
        resolve();
      });
    });
    ask(frame, [...words, { done: true }]);
    await done;
  }

  it('asks frames that posted their height before the host script ran', async () => {
    const frame = await withFrame('sandbox="allow-scripts"', '');
    expect(frame.height).to.equal('300');
    const script = host!.document.createElement('script');
    script.src = `${host!.path}placard-host.js`;
    host!.document.head.append(script);
    await host!.until(() => frame.height === '613');
  });

  it('opens a link once, only from the focused frame and only to the origin of the script', async () => {
    const frame = await withFrame('sandbox="allow-scripts"', SCRIPT + SCRIPT);
    await host!.until(() => /61[23]/.test(frame.height));
    const links = () => host!.window.Reflect.get(host!.window, 'links') as unknown as string[][];
    const own = `${location.origin}/one/#act`;
    await relayFrom(frame, { placard: 'link', value: own });
    expect(links()).to.deep.equal([]); // the frame does not have focus
    frame.focus();
    expect(host!.document.activeElement).to.equal(frame);
    for (const value of [
      'javascript:alert(1)',
      'https://evil.example/',
      'data:text/html,x',
      '//evil.example/',
      7,
      null,
      `https://evil.example/?${own}`,
    ])
      await relayFrom(frame, { placard: 'link', value });
    expect(links()).to.deep.equal([]);
    await relayFrom(frame, { placard: 'link', value: own });
    expect(links()).to.deep.equal([[own, '_blank', 'noopener']]);
  });

  it('ignores frames of other sites, other windows, and invalid messages', async () => {
    host = await Site.open({
      head: opened + SCRIPT,
      body: `<iframe id="ours" src="${framed.path}" height="300"></iframe><iframe id="other" sandbox="allow-scripts" srcdoc="&lt;script src='${location.origin}${framed.path}speaker.js'&gt;&lt;/script&gt;" height="300"></iframe>`,
      files,
    });
    const [ours, other] = ['#ours', '#other'].map((id) => host!.element(id) as HTMLIFrameElement) as [HTMLIFrameElement, HTMLIFrameElement];
    await host.until(() => /61[23]/.test(ours.height));
    await relayFrom(ours, { placard: 'height', value: 612 });
    await relayFrom(other, { placard: 'height', value: 999 }, { placard: 'link', value: `${location.origin}/` });
    await relayFrom(ours, 'height', null, 7, { placard: 'other', value: 999 }, { message: 'height', value: 999 }, []);
    host.window.postMessage({ placard: 'height', value: 999 }, '*');
    await relayFrom(ours, {});
    expect([ours.height, other.height]).to.deep.equal(['612', '300']);
    expect(host.window.faults).to.deep.equal([]);
  });

  it('sizes a frame that is added later, and adds no global to the page', async () => {
    const frame = await withFrame();
    await host!.until(() => /61[23]/.test(frame.height));
    const late = frame.cloneNode() as HTMLIFrameElement;
    late.height = '300';
    const loaded = new Promise((resolve) => late.addEventListener('load', resolve, { once: true }));
    host!.document.body.append(late);
    await loaded;
    await relayFrom(late, { placard: 'height', value: 444 });
    expect(late.height).to.equal('444');
    expect(Object.keys(host!.window).filter((name) => /placard/i.test(name))).to.deep.equal([]);
  });
});
