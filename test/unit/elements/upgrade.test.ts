import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { upgradeDivs } from '../../../src/elements/dom/upgrade-divs.js';
import { Script } from '../../support/servers/client.js';
import { documentOf, eventOf, shownText } from './helpers.js';

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
