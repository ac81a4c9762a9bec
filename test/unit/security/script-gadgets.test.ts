/** Attacks by editors of the page or by a feed that misuse the code of Placard. */
import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { upgradeDivs } from '../../../src/elements/dom/upgrade-divs.js';
import { documentOf, eventOf } from '../elements/helpers.js';
import { Script } from '../../support/servers/client.js';
import { Tripwire } from './tripwire.js';

describe('a marked div', () => {
  it('gives its element our own attributes, and never a handler or a style', async () => {
    const wire = await Tripwire.set();
    const feed = await Script.of({ fault: 'stall' });
    const host = await fixture<HTMLElement>('<div></div>');
    const others = [
      'onclick',
      'onfocus',
      'style',
      'tabindex',
      'autofocus',
      'slot',
      'is',
      'popover',
      'part',
      'id',
      'hidden',
      'contenteditable',
    ];
    host.innerHTML = `<div data-placard-src="${feed.url}" data-placard-theme="dark" ${others.map((name) => `data-placard-${name}="alert(1)"`).join(' ')}></div>`;
    upgradeDivs(host);
    const element = host.firstElementChild!.firstElementChild as PlacardElement;
    expect(element.theme).to.equal('dark');
    for (const name of others) expect(element.hasAttribute(name), name).to.equal(false);
    element.click();
    element.focus();
    expect(await wire.sprung()).to.deep.equal([]);
  });
});

describe('a feed', () => {
  it('that names the page’s own host as its mirror gets no cookie sent there', async () => {
    document.cookie = 'session=1; path=/';
    const own = await Script.of({ body: JSON.stringify(documentOf()) });
    const feed = await Script.of({ status: 503 });
    const host = await fixture<HTMLElement>('<div></div>');
    await eventOf(host, 'placard-load', () => {
      host.innerHTML = `<placard-incident src="${feed.url}" mirrors="${own.own}" refresh="0"></placard-incident>`;
    });
    document.cookie = 'session=; path=/; max-age=0';
    const [asked] = await own.seen(1);
    expect(asked!.headers.cookie).to.equal(undefined);
  });

  it('that leads to the page’s own host by a redirect gets no cookie sent there either', async () => {
    document.cookie = 'session=1; path=/';
    const own = await Script.of({ body: JSON.stringify(documentOf()) });
    const feed = await Script.of({ fault: 'redirect', body: own.own });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<placard-incident src="${feed.second}" refresh="0"></placard-incident>`;
    const [asked] = await own.seen(1);
    document.cookie = 'session=; path=/; max-age=0';
    expect(asked!.headers.cookie).to.equal(undefined);
  });
});
