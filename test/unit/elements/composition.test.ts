import { expect, fixture, waitUntil } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { PlacardErrorEvent } from '../../../src/elements/events.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { ADDRESS, CASE, documentOf, feedOf, settled, show, shownText } from './helpers.js';

const feed = feedOf({ facts: { cases: [CASE] } });

describe('composition', () => {
  for (const tag of ['placard-incident', 'placard-status', 'placard-action', 'placard-statement', 'placard-list', 'placard-campaign']) {
    it(`${tag} shows the same alone and inside placard-feed`, async () => {
      const alone = shownText(await show(tag, feed));
      const wrapped = await show('placard-feed', feed, '', `<div><${tag}></${tag}></div>`);
      await settled(wrapped);
      expect(alone.length).to.be.greaterThan(20);
      expect(shownText(wrapped)).to.equal(alone);
    });
  }

  it('placard-feed has no box and hides no children', async () => {
    const element = await show('placard-feed', undefined, 'src="/nothing.json" refresh="0"', '<p>Mine</p>');
    expect(getComputedStyle(element).display).to.equal('contents');
    expect(shownText(element)).to.equal('Mine');
  });

  it('elements inherit settings through shadow roots', async () => {
    const provider = await show<PlacardElement>('placard-feed', feed, '', '<div id="wrapper"></div>');
    const root = provider.querySelector('#wrapper')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<placard-status></placard-status>';
    await settled(root.firstElementChild!);
    expect(shownText(root.firstElementChild!)).to.contain('Case pending');
  });

  it('an element finds a provider that is added later, and loses it after a move', async () => {
    const provider = await show<PlacardElement>('placard-feed', feed);
    const outside = await fixture<HTMLElement>('<div><placard-status></placard-status></div>');
    const status = outside.firstElementChild as PlacardElement;
    provider.append(status);
    await settled(provider);
    expect(shownText(status)).to.contain('Case pending');
    outside.append(status);
    await settled(status);
    expect(shownText(status)).not.to.contain('Case pending');
  });

  it('an own attribute wins, and an element with its own address inherits no feed settings', async () => {
    const provider = await show<PlacardElement>(
      'placard-feed',
      feed,
      'theme="dark" look="plain" item="one" mirrors="/m.json" refresh="30" min-sequence="3" keep original public-key="k"',
      '<placard-status id="inherits"></placard-status><placard-status id="wins" theme="light" refresh="90"></placard-status><placard-status id="alone" src="/other.json" refresh="0"></placard-status>',
    );
    await settled(provider);
    const settings = (id: string) => provider.querySelector<PlacardElement>(`#${id}`)!.settings;
    const own = (id: string) => {
      const { theme, look, item, refresh, minSequence, keep, original, publicKeys } = settings(id);
      return { theme, look, item, refresh, minSequence, keep, original, publicKeys };
    };
    const inherited = {
      theme: 'dark',
      look: 'plain',
      item: 'one',
      refresh: 30,
      minSequence: 3,
      keep: true,
      original: true,
      publicKeys: ['k'],
    };
    expect(own('inherits')).to.deep.equal(inherited);
    expect(settings('inherits').mirrors).to.deep.equal([new URL('/m.json', location.href).href]);
    expect(own('wins')).to.deep.equal({ ...inherited, theme: 'light', refresh: 90 });
    expect(own('alone')).to.deep.equal({
      theme: 'dark',
      look: 'plain',
      item: undefined,
      refresh: 0,
      minSequence: undefined,
      keep: false,
      original: false,
      publicKeys: [],
    });
  });

  it('one element of each feed shows how old the feed is', async () => {
    const [old, fresh] = await Promise.all(
      [{ valid_until: '2026-03-03T00:00:00Z' }, {}].map((head) => Script.of({ body: JSON.stringify(documentOf({ head })) })),
    );
    const own = (tag: string, { url }: Script) => `<${tag} src="${url}" refresh="0"></${tag}>`;
    for (const [around, children] of [
      [old, `${own('placard-status', fresh!)}<placard-incident></placard-incident>`],
      [fresh, `<placard-status></placard-status>${own('placard-incident', old!)}`],
    ] as const) {
      const host = await fixture<HTMLElement>('<div></div>');
      let loaded = 0;
      host.addEventListener('placard-load', () => loaded++);
      host.innerHTML = `<placard-feed src="${around!.url}" refresh="0">${children}</placard-feed>`;
      await waitUntil(() => loaded === 2);
      await settled(host.firstElementChild!);
      expect(shownText(host).split('May be out of date')).to.have.length(2);
    }
  });

  it('elements update when their provider changes', async () => {
    const provider = await show<PlacardElement>('placard-feed', feed, '', '<placard-status></placard-status>');
    await settled(provider);
    provider.data = feedOf({ facts: { cases: [{ ...CASE, status: 'appealed' }] } });
    await settled(provider);
    await settled(provider);
    expect(shownText(provider)).to.contain('Under appeal');
  });

  it('only the outermost tag dispatches events', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const heard: string[] = [];
    for (const type of ['placard-load', 'placard-update'])
      host.addEventListener(type, (event) => heard.push(`${event.type} ${(event.target as Element).localName}`));
    host.innerHTML =
      '<placard-campaign><placard-incident></placard-incident><placard-status></placard-status></placard-campaign><placard-action></placard-action>';
    const [campaign, action] = host.children as unknown as [PlacardElement, PlacardElement];
    campaign.data = action.data = feed;
    await settled(host);
    await settled(host);
    expect(heard.sort()).to.deep.equal(['placard-load placard-action', 'placard-load placard-campaign']);
    campaign.data = feedOf({ facts: { revision: 2, cases: [{ ...CASE, status: 'closed' }] } });
    await settled(host);
    await settled(host);
    expect(heard.slice(2)).to.deep.equal(['placard-update placard-campaign']);
  });

  it('placard-feed dispatches events, and reports an unknown item only for a named item', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const heard: string[] = [];
    for (const type of ['placard-load', 'placard-update', 'placard-error'])
      host.addEventListener(type, (event) => {
        const code = event instanceof PlacardErrorEvent ? ` ${event.error.code}` : '';
        heard.push(`${event.type} ${(event.target as Element).localName}${code}`);
      });
    host.innerHTML = '<placard-feed><placard-incident></placard-incident><placard-list></placard-list></placard-feed>';
    const provider = host.firstElementChild as PlacardElement;
    provider.data = parseFeed({ ...documentOf(), items: [] }, ADDRESS);
    await settled(host);
    expect(heard).to.deep.equal(['placard-load placard-feed']);
    provider.data = feed;
    await settled(host);
    provider.item = 'another';
    await settled(host);
    expect(heard.slice(1)).to.deep.equal(['placard-update placard-feed', 'placard-error placard-feed unknown-item']);
  });

  it('an empty refresh attribute means the default, and 0 means one fetch', async () => {
    const refresh = async (attributes: string) => (await show<PlacardElement>('placard-campaign', feed, attributes)).settings.refresh;
    expect([await refresh('refresh=""'), await refresh(''), await refresh('refresh="0"')]).to.deep.equal([undefined, undefined, 0]);
  });

  it('each attribute has a property', async () => {
    const element = await show<PlacardElement>(
      'placard-campaign',
      feed,
      'src="/a.json" item="one" mirrors="/m" refresh="5" original theme="dark" look="plain" heading-level="3" public-key="k" min-sequence="2" keep stamp="7" lang="fr"',
    );
    const { src, item, mirrors, refresh, original, theme, look, headingLevel, publicKey, minSequence, keep, stamp, lang } = element;
    expect({ src, item, mirrors, refresh, original, theme, look, headingLevel, publicKey, minSequence, keep, stamp, lang }).to.deep.equal({
      src: '/a.json',
      item: 'one',
      mirrors: '/m',
      refresh: 5,
      original: true,
      theme: 'dark',
      look: 'plain',
      headingLevel: 3,
      publicKey: 'k',
      minSequence: 2,
      keep: true,
      stamp: '7',
      lang: 'fr',
    });
  });
});
