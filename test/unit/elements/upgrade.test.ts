import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { upgradeDivs } from '../../../src/elements/dom/upgrade-divs.js';
import { Script } from '../../support/servers/client.js';
import { CASE, documentOf, eventOf, shownText } from './helpers.js';

async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise(requestAnimationFrame);
}

describe('a marked div', () => {
  it('a div with data-placard-src gets a campaign with its attributes, around its snapshot', async () => {
    const script = await Script.of({ fault: 'stall' });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<div class="align" id="case" data-placard-src="${script.url}" data-placard-item="one" data-placard-heading-level="3" data-other="x"><p>Snapshot.</p></div>`;
    upgradeDivs(host);
    const element = host.firstElementChild!.firstElementChild as PlacardElement;
    await element.updateComplete;
    expect([element.localName, element.src, element.item, element.headingLevel]).to.deep.equal(['placard-campaign', script.url, 'one', 3]);
    expect(element.hasAttribute('data-other')).to.equal(false);
    expect(shownText(element)).to.equal('Snapshot.');
  });

  // The output of Astro 5.18 for `keep={false}`, `original={true}` and an item with quotation marks.
  const ASTRO =
    '<div data-placard-src="URL" data-placard-keep="false" data-placard-original="true" data-placard-item="one &#34;a&#34; <b>"></div>';

  it('a div as Astro writes it has no copy, its item, and gives neither to a tag with its own false', async () => {
    const script = await Script.of({ fault: 'stall' });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = ASTRO.replace('URL', script.url);
    upgradeDivs(host);
    const { settings } = host.querySelector<PlacardElement>('placard-campaign')!;
    expect([settings.keep, settings.original, settings.item]).to.deep.equal([false, true, 'one "a" <b>']);
    host.innerHTML = `<placard-feed src="${script.url}" keep original><placard-status keep="false" original="false"></placard-status><placard-action></placard-action></placard-feed>`;
    const [own, inherited] = ['placard-status', 'placard-action'].map((tag) => host.querySelector<PlacardElement>(tag)!.settings);
    expect([own!.keep, own!.original, inherited!.keep, inherited!.original]).to.deep.equal([false, false, true, true]);
  });

  it('a div that comes later gets its card, and follows its attributes and its content', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf()) });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => {
      host.innerHTML = `<section><div data-placard-src="${script.url}"><p>Snapshot.</p></div></section>`;
    });
    const div = host.querySelector('div')!;
    const element = div.firstElementChild as PlacardElement;
    expect(shownText(div)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
    div.setAttribute('data-placard-theme', 'dark');
    await until(() => element.theme === 'dark');
    div.removeAttribute('data-placard-theme');
    await until(() => element.theme === undefined || element.theme === null);
    div.setAttribute('data-placard-onclick', 'alert(1)');
    div.setAttribute('data-placard-tag', 'placard-status');
    await until(() => div.firstElementChild?.localName === 'placard-status');
    expect([div.childElementCount, div.firstElementChild!.hasAttribute('onclick')]).to.deep.equal([1, false]);
    expect(div.textContent).to.equal('Snapshot.');
  });

  it('a div whose content a framework writes again has one card, with the new snapshot', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf()) });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => (host.innerHTML = `<div data-placard-src="${script.url}"><p>One</p></div>`));
    const div = host.querySelector('div')!;
    for (const write of [
      () => (div.innerHTML = '<p>Two</p>'),
      () => div.replaceChildren('Three'),
      () => div.append(document.createElement('hr')),
      () => div.firstElementChild!.replaceChildren('Four'),
    ]) {
      write();
      await until(
        () => div.childElementCount === 1 && div.childNodes.length === 1 && div.firstElementChild!.localName === 'placard-campaign',
      );
      await until(() => shownText(div).includes('Press card refused'));
    }
    expect(div.textContent).to.equal('Four');
    expect(await script.seen(1)).to.have.length(1);
  });

  it('a copy of an upgraded div has one card', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf()) });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => (host.innerHTML = `<div data-placard-src="${script.url}"><p>Snapshot.</p></div>`));
    const copy = host.firstElementChild!.cloneNode(true) as HTMLElement;
    await eventOf(host, 'placard-load', () => host.append(copy));
    expect([copy.childElementCount, copy.querySelectorAll('placard-campaign').length, copy.textContent]).to.deep.equal([1, 1, 'Snapshot.']);
  });

  it('a div in a div gives its feed to the inner one', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf({ facts: { revision: 1, cases: [CASE] } })) });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<div data-placard-tag="placard-feed" data-placard-src="${script.url}"><h2>Own words</h2><div data-placard-tag="placard-status" data-placard-src="${script.url}"></div></div>`;
    await until(() => shownText(host).includes('Case pending'));
    expect(shownText(host)).to.contain('Own words');
  });

  it('a div with data-placard-tag gets that tag, which shows its feed', async () => {
    const script = await Script.of({ body: JSON.stringify(documentOf()) });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<div data-placard-tag="placard-status" data-placard-src="${script.url}"></div><div data-placard-tag="script" data-placard-src="${script.url}"></div>`;
    await eventOf(host, 'placard-load', () => upgradeDivs(host));
    expect([...host.children].map(({ firstElementChild }) => firstElementChild!.localName)).to.deep.equal([
      'placard-status',
      'placard-campaign',
    ]);
  });
});
