/** What other pages do to a card: scripts that change its nodes, clones, languages, narrow places, and children without anything to see. */
import { expect, fixture } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { ADDRESS, CASE, documentOf, eventOf, feedOf, part, settled, show, shownText, stampOf } from './helpers.js';

const withStatus = (sequence: number, status: string, outcome?: string) =>
  parseFeed(documentOf({ head: { sequence }, facts: { revision: sequence, cases: [{ ...CASE, status, outcome }] } }), ADDRESS);
const regionOf = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('[aria-live]')!;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise(requestAnimationFrame);
}

describe('children without anything to see', () => {
  const UNSEEN = {
    noscript: '<noscript>Switch on scripts</noscript>',
    style: '<style>.x { color: red }</style>',
    script: '<script type="application/json">{"a": 1}</script>',
    template: '<template><p>Text</p></template>',
    hidden: '<p hidden>Text</p>',
    'hidden by a style': '<div><p style="display: none">Text</p></div>',
    pixel: `<img src="${PIXEL}" alt="">`,
    'pixel by its size': '<img src="/never.gif" width="1" height="1" alt="">',
    'frame that counts': '<iframe width="1" height="1" title="" srcdoc="x"></iframe>',
    'node of an extension': '<x-extension data-x></x-extension>',
    'invisible characters': '<p>\u200b\u2060</p>',
    nested: '<div><div><br><span></span><!-- c --></div></div>',
  };
  const SEEN = {
    text: 'Text',
    paragraph: '<p>Text</p>',
    'text beside a script': '<script type="application/json">{}</script><p>Text</p>',
    'picture without a size yet': '<img src="/demo/feed.json?picture" loading="lazy" alt="A picture">',
    drawing: '<svg width="20" height="20"><circle r="9"></circle></svg>',
  };
  for (const [what, children] of Object.entries(UNSEEN))
    it(`a card without a feed says so beside a ${what}`, async () => {
      const script = await Script.of({ status: 503 });
      const host = await fixture<HTMLElement>('<div></div>');
      await eventOf(host, 'placard-error', () => {
        host.innerHTML = `<placard-campaign src="${script.url}" refresh="0">${children}</placard-campaign>`;
      });
      const element = host.firstElementChild as PlacardElement;
      await until(() => part(element, 'message'));
      expect(element.getBoundingClientRect().height).to.be.above(20);
    });
  for (const [what, children] of Object.entries(SEEN))
    it(`a card without a feed leaves the snapshot of a ${what}`, async () => {
      const script = await Script.of({ status: 503 });
      const host = await fixture<HTMLElement>('<div></div>');
      await eventOf(host, 'placard-error', () => {
        host.innerHTML = `<placard-campaign src="${script.url}" refresh="0">${children}</placard-campaign>`;
      });
      const element = host.firstElementChild as PlacardElement;
      await settled(element);
      expect(part(element, 'card')).to.equal(null);
      expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
    });
});

describe('a script that changes the nodes of a card', () => {
  const CHANGES: Record<string, (text: Text) => void> = {
    'wraps the text': (text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(`[${text.data}]`);
    },
    'replaces the text': (text) => text.replaceWith(`[${text.data}]`),
    'replaces the content': (text) => (text.parentElement!.innerHTML = `[${text.data}]`),
  };
  for (const [what, change] of Object.entries(CHANGES))
    it(`shows the news after a script ${what}, in every text`, async () => {
      const element = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'));
      const texts: Text[] = [];
      const walker = document.createTreeWalker(part(element, 'card')!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if ((walker.currentNode as Text).data.trim()) texts.push(walker.currentNode as Text);
      expect(texts.length).to.be.above(10);
      for (const text of texts) if (text.isConnected) change(text);
      await Promise.resolve();
      element.data = withStatus(2, 'decided', 'granted');
      await settled(element);
      const fresh = await show<PlacardElement>('placard-campaign', withStatus(2, 'decided', 'granted'));
      const words = (each: PlacardElement) => shownText(part(each, 'card')!);
      expect(words(element)).to.equal(words(fresh));
      element.data = withStatus(3, 'appealed');
      await settled(element);
      expect(stampOf(element)).to.equal('Under appeal');
    });

  it('keeps an open section open, and focus in the card', async () => {
    const element = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'));
    const details = element.shadowRoot!.querySelectorAll('details');
    details[0]!.open = true;
    part(element, 'primary')!.focus();
    CHANGES['wraps the text']!(part(element, 'stamp')!.querySelector('strong')!.firstChild as Text);
    await Promise.resolve();
    element.data = withStatus(2, 'decided');
    await settled(element);
    expect([...element.shadowRoot!.querySelectorAll('details')].map(({ open }) => open)).to.deep.equal(
      [...details].map((_, index) => index === 0),
    );
    expect(element.shadowRoot!.activeElement?.part.contains('card')).to.equal(true);
  });

  it('keeps the nodes if no script changed them, also after the time of the last check was written', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf({ facts: { revision: 1, cases: [CASE] } })) });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => (host.innerHTML = `<placard-campaign src="${script.url}" refresh="1"></placard-campaign>`));
    const element = host.firstElementChild as PlacardElement;
    await settled(element);
    const headline = part(element, 'headline');
    await script.seen(3);
    element.requestUpdate();
    await settled(element);
    expect(part(element, 'headline')).to.equal(headline);
  });
});

describe('a render that fails after a good one', () => {
  it('leaves the last good card, whole, and the next good render shows the news', async () => {
    const element = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'), '', '<p>Snapshot.</p>');
    const before = shownText(element);
    Object.assign(element, {
      cardHost: () => ({
        picture: () => '',
        section: () => {
          throw new Error('a view of this test');
        },
      }),
    });
    element.data = withStatus(2, 'decided', 'granted');
    await element.updateComplete.catch(() => {});
    expect(shownText(element)).to.equal(before);
    Reflect.deleteProperty(element, 'cardHost');
    element.requestUpdate();
    await settled(element);
    expect(stampOf(element)).to.equal('Claim granted');
    expect(shownText(element)).not.to.contain('Snapshot.');
  });
});

describe('the snapshot in the document of the page', () => {
  const OURS = '<div class="placard-snapshot" lang="en" dir="ltr"><div class="placard-card"><p>Case pending.</p></div></div>';
  const retracted = () =>
    parseFeed(
      documentOf({ head: { sequence: 3 }, facts: { change: 'retraction', retraction: { at: '2026-03-05', reason: 'It was wrong.' } } }),
      ADDRESS,
    );

  it('follows each update and a retraction, and has nothing of a script', async () => {
    for (const around of [OURS, `<div>${OURS}</div>`]) {
      const element = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'), 'stamp="1"', around);
      const snapshot = element.querySelector('.placard-snapshot')!;
      const outer = [...element.childNodes];
      expect(element.textContent).to.equal('Case pending.');
      element.data = withStatus(2, 'decided', 'granted');
      await settled(element);
      expect(element.textContent).to.contain('Claim granted').and.not.to.contain('Case pending');
      expect(element.querySelector('button, details, script, style')).to.equal(null);
      expect(snapshot.innerHTML).not.to.contain('<!--');
      element.data = retracted();
      await settled(element);
      expect(element.textContent).to.contain('Withdrawn').and.not.to.contain('Claim granted');
      expect([element.querySelector('.placard-snapshot'), ...element.childNodes]).to.deep.equal([snapshot, ...outer]);
    }
  });

  it('stays where its nodes are those of a framework or of the author', async () => {
    const owned = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'), 'stamp="1"', OURS);
    Object.assign(owned.querySelector('p')!, { __reactFiber$x: {} });
    const written = await show<PlacardElement>('placard-campaign', withStatus(1, 'pending'), 'stamp="1"', '<p>Case pending.</p>');
    for (const element of [owned, written]) {
      element.data = withStatus(2, 'decided', 'granted');
      await settled(element);
      expect(element.textContent).to.equal('Case pending.');
      expect(shownText(element)).to.contain('Claim granted').and.not.to.contain('Case pending.');
    }
  });
});

describe('the language of the page', () => {
  before(() => Promise.all(['fr', 'ar'].map(loadLocale)));
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('is followed at once when the page changes it', async () => {
    document.documentElement.lang = 'en';
    const element = await show<PlacardElement>('placard-status', withStatus(1, 'pending'));
    const seen = () => [part(element, 'card')!.lang, part(element, 'card')!.dir];
    expect(seen()).to.deep.equal(['en', 'ltr']);
    document.documentElement.lang = 'ar';
    await until(() => part(element, 'card')!.lang === 'ar');
    expect(seen()).to.deep.equal(['ar', 'rtl']);
    document.documentElement.lang = 'en';
    await until(() => part(element, 'card')!.lang === 'en');
  });

  const SPELLINGS = {
    fr_FR: 'fr',
    ar_EG: 'ar',
    'fr ': 'fr',
    ' fr': 'fr',
    FR: 'fr',
    'fr_FR.UTF-8': 'fr',
    'fr@euro': 'fr',
    'fr-fr': 'fr',
    fra: 'fr',
    'not a tag!': 'en',
  };
  for (const [written, understood] of Object.entries(SPELLINGS))
    it(`reads lang="${written}" as ${understood}`, async () => {
      document.documentElement.lang = 'en';
      const element = await show<PlacardElement>('placard-status', withStatus(1, 'pending'), `lang="${written}"`);
      await until(() => part(element, 'card')?.lang === understood);
    });

  it('warns of another spelling in the console', async () => {
    const said: unknown[] = [];
    const { warn } = console;
    // oxlint-disable-next-line no-console -- the test reads the warnings
    console.warn = (text: unknown) => said.push(text);
    try {
      await show<PlacardElement>('placard-status', withStatus(1, 'pending'), 'lang="pt_BR"');
      await show<PlacardElement>('placard-status', withStatus(1, 'pending'), 'lang="de-CH"');
    } finally {
      // oxlint-disable-next-line no-console -- restores the console
      console.warn = warn;
    }
    expect(said.filter((text) => String(text).includes('pt_BR') && String(text).includes('pt-BR'))).to.have.length(1);
    expect(said.filter((text) => String(text).includes('de-CH'))).to.have.length(0);
  });
});

describe('elements that a page creates again', () => {
  it('send one request and show the card in the same frame', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf({ facts: { revision: 1, cases: [CASE] } })) });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(
      host,
      'placard-load',
      () => (host.innerHTML = `<placard-status src="${script.url}" refresh="60"><p>Old</p></placard-status>`),
    );
    for (let time = 0; time < 10; time++) {
      const html = host.innerHTML;
      host.innerHTML = html;
      await new Promise(requestAnimationFrame);
      expect(stampOf(host.firstElementChild!)).to.equal('Case pending');
    }
    expect(await script.seen(1)).to.have.length(1);
  });

  it('show the last answer if the next request fails', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf({ facts: { revision: 1, cases: [CASE] } })) });
    const host = await fixture<HTMLElement>('<div></div>');
    const markup = `<placard-status src="${script.url}" refresh="0.001"><p>Old word</p></placard-status>`; // asks again at once
    await eventOf(host, 'placard-load', () => (host.innerHTML = markup));
    host.innerHTML = '';
    await script.replace({ status: 500 });
    await eventOf(host, 'placard-error', () => (host.innerHTML = markup));
    await settled(host.firstElementChild!);
    expect(stampOf(host.firstElementChild!)).to.equal('Case pending');
    expect(shownText(host)).not.to.contain('Old word');
  });

  it('are clones with all settings of properties', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf()) });
    const element = document.createElement('placard-status') as PlacardElement;
    const settings = {
      src: script.url,
      item: 'one',
      theme: 'dark',
      look: 'plain',
      minSequence: 1,
      headingLevel: 4,
      keep: true,
      fold: 'none',
    };
    Object.assign(element, settings);
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => host.append(element));
    const clone = element.cloneNode(true) as PlacardElement & typeof settings;
    for (const [name, value] of Object.entries(settings)) expect(clone[name as keyof typeof settings], name).to.equal(value);
    await eventOf(host, 'placard-load', () => host.append(clone));
    localStorage.clear();
  });

  it('have no attribute for a default', async () => {
    const element = await show<PlacardElement>('placard-status', feedOf());
    expect(element.getAttributeNames()).to.deep.equal([]);
  });

  for (const value of ['false', undefined])
    it(`store no copy with keep ${value === undefined ? 'missing' : `"${value}"`}`, async () => {
      localStorage.clear();
      const script = await Script.of({ body: JSON.stringify(documentOf()) });
      const host = await fixture<HTMLElement>('<div></div>');
      const keep = value === undefined ? '' : `keep="${value}"`;
      await eventOf(host, 'placard-load', () => (host.innerHTML = `<placard-status src="${script.url}" ${keep}></placard-status>`));
      expect(localStorage.length).to.equal(0);
    });
});

describe('announcements', () => {
  it('are in the card: in a modal dialog, and without a node in the page', async () => {
    const before = document.body.children.length;
    const host = await fixture<HTMLElement>('<div><dialog></dialog></div>');
    const dialog = host.querySelector('dialog')!;
    dialog.innerHTML = '<placard-status></placard-status>';
    const element = dialog.firstElementChild as PlacardElement;
    element.data = withStatus(1, 'pending');
    dialog.showModal();
    await settled(element);
    expect(document.body.children.length).to.equal(before + 1); // the box of the fixture
    element.data = withStatus(2, 'decided', 'granted');
    await settled(element);
    const region = regionOf(element);
    expect(region.textContent).to.contain('Press card refused').and.to.contain('Claim granted');
    const { width, height } = region.getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
    dialog.close();
  });

  it('are left to the visible card, once', async () => {
    const [hidden, seen, third] = await Promise.all(
      ['style="display: none"', '', ''].map((attributes) => show<PlacardElement>('placard-status', withStatus(1, 'pending'), attributes)),
    );
    const news = withStatus(2, 'decided', 'refused');
    for (const element of [hidden!, seen!, third!]) {
      element.data = news;
      await settled(element);
    }
    expect([hidden!, seen!, third!].map((element) => regionOf(element).childElementCount)).to.deep.equal([0, 1, 0]);
  });

  it('change nothing in the height of the page, whatever its style', async () => {
    const style = document.createElement('style');
    style.textContent = 'div { position: relative } body > * { margin-bottom: 40px } div:empty { display: none } * { all: unset }';
    const host = await fixture<HTMLElement>('<div></div>');
    const element = await show<PlacardElement>('placard-status', withStatus(1, 'pending'));
    document.head.append(style);
    try {
      const height = document.documentElement.scrollHeight;
      element.data = withStatus(2, 'decided', 'granted');
      await settled(element);
      regionOf(element).append('x'.repeat(1000));
      expect(document.documentElement.scrollHeight).to.be.within(height - 200, height + 200);
      expect(regionOf(element).getBoundingClientRect().height).to.equal(1);
      expect(getComputedStyle(regionOf(element)).display).to.equal('block');
    } finally {
      style.remove();
      host.remove();
    }
  });
});

describe('a place that leaves the width to the card', () => {
  const PLACES = {
    'flex row': 'display: flex',
    'inline flex': 'display: inline-flex',
    'flex column': 'display: flex; flex-direction: column; align-items: flex-start',
    grid: 'display: grid; grid-template-columns: auto 1fr',
    'inline grid': 'display: inline-grid',
    float: 'float: left',
    'inline block': 'display: inline-block',
    'fit content': 'width: fit-content',
    'max content': 'width: max-content',
    absolute: 'position: absolute',
    fixed: 'position: fixed',
    table: 'display: table',
    'table cell': 'display: table-cell',
    'centred in flex': 'display: flex; justify-content: center',
    'end of grid': 'display: grid; justify-items: end',
  };
  const SNAPSHOT =
    '<div class="placard-snapshot" lang="en" dir="ltr"><div class="placard-card"><p class="placard-summary">Case pending.</p></div></div>';
  for (const [what, style] of Object.entries(PLACES)) {
    it(`a ${what} has a usable width, and no more than 36rem`, async () => {
      for (const room of [1000, 280]) {
        const outer = await fixture<HTMLElement>(`<div style="width: ${room}px; position: relative"></div>`);
        outer.innerHTML = `<div style="${style}"><placard-campaign></placard-campaign></div>`;
        const element = outer.querySelector('placard-campaign') as PlacardElement;
        element.data = feedOf();
        await settled(element);
        const { width } = element.getBoundingClientRect();
        // A place as wide as its content at most does not shrink; the others do.
        const wanted = room === 1000 ? [500, 1000] : /max content|fixed/.test(what) ? [280, 640] : [200, 281];
        expect(width, `${room}`).to.be.within(wanted[0]!, wanted[1]!);
        expect(part(element, 'card')!.getBoundingClientRect().width).to.be.closeTo(width, 1);
      }
    });
  }

  it('a snapshot with its style sheet has the same width', async () => {
    const css = await (await fetch('/src/embed/placard.css')).text();
    const style = document.createElement('style');
    style.textContent = css.replace(/@import[^;]+;/, '.placard-snapshot { container: placard / inline-size }');
    document.head.append(style);
    try {
      for (const tag of ['x-placard', 'placard-campaign']) {
        const host = await fixture<HTMLElement>('<div style="display: flex; width: 1000px"></div>');
        host.innerHTML = tag === 'x-placard' ? `<div data-placard-src="">${SNAPSHOT}</div>` : `<${tag}>${SNAPSHOT}</${tag}>`;
        await settled(host);
        expect(host.querySelector('.placard-snapshot')!.getBoundingClientRect().width).to.be.within(500, 640);
      }
    } finally {
      style.remove();
    }
  });
});

describe('styles that a card inherits', () => {
  it('leave its words readable, its number selectable and its links alive', async () => {
    const host = await fixture<HTMLElement>(
      '<div style="font-size: 0; user-select: none; -webkit-user-select: none; pointer-events: none; -webkit-text-fill-color: transparent; cursor: none"></div>',
    );
    const element = document.createElement('placard-campaign') as PlacardElement;
    element.data = feedOf();
    host.append(element);
    await settled(element);
    for (const each of element.shadowRoot!.querySelectorAll('.placard-card p, .placard-card a, .placard-card strong')) {
      const style = getComputedStyle(each);
      expect(parseFloat(style.fontSize), each.outerHTML.slice(0, 60)).to.be.at.least(14);
      expect(style.getPropertyValue('-webkit-text-fill-color')).to.equal(style.color);
      expect(style.pointerEvents).to.equal('auto');
      expect(style.getPropertyValue('user-select') || style.getPropertyValue('-webkit-user-select')).to.be.oneOf(['text', 'auto']);
    }
  });
});

describe('the clock of a card', () => {
  it('closes an action by the publisher’s clock if it is later than the reader’s', async () => {
    const ends = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
    const actions = [{ id: 'a', type: 'sign', label: 'Sign', url: 'https://union.example/sign', ends }];
    const body = JSON.stringify(documentOf({ facts: { revision: 1, actions } }));
    const links = async (headers: Record<string, string>) => {
      const script = await Script.of({ body, headers });
      const host = await fixture<HTMLElement>('<div></div>');
      await eventOf(host, 'placard-load', () => (host.innerHTML = `<placard-action src="${script.url}" refresh="0"></placard-action>`));
      await settled(host.firstElementChild!);
      return host.firstElementChild!.shadowRoot!.querySelectorAll('a[href="https://union.example/sign"]').length;
    };
    expect(await links({})).to.equal(1);
    expect(await links({ date: new Date(Date.now() + 7_200_000).toUTCString() })).to.equal(0);
    expect(await links({ date: new Date(Date.now() - 7_200_000).toUTCString() })).to.equal(1);
  });
});
