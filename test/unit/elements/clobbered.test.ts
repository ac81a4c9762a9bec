/** Forms whose fields have the names of DOM members, around an element or as a placeholder. */
import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import { native } from '../../../src/client/native-member.js';
import { closestProvider } from '../../../src/elements/dom/closest-provider.js';
import { closestLanguage } from '../../../src/elements/dom/language.js';
import { upgradeDivs } from '../../../src/elements/dom/upgrade-divs.js';

const NAMES =
  'attributes getAttribute querySelectorAll childNodes replaceWith parentNode assignedSlot localName nodeName host prefetched'.split(' ');
const FIELDS = NAMES.map((name) => `<input name="${name}" value="x">`).join('');

describe('a form whose fields hide its members', () => {
  it('finds the provider outside of a clobbered form in a limited number of steps', async () => {
    const host = await fixture<HTMLElement>('<div lang="kk"></div>');
    host.innerHTML = `<placard-feed><form>${FIELDS}<div><placard-status></placard-status></div></form></placard-feed>`;
    const status = host.querySelector('placard-status')!;
    expect(closestProvider(status)?.localName).to.equal('placard-feed');
    expect(closestLanguage(status)).to.equal('kk');
  });

  it('upgrades a clobbered form, and the placeholders in it and next to it', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const marked = (tag: string, content = '') => `<${tag} data-placard-src="/none.json" data-placard-refresh="0">${content}</${tag}>`;
    host.innerHTML = marked('form', FIELDS + marked('div')) + marked('div');
    upgradeDivs(host);
    expect(host.querySelectorAll('placard-campaign')).to.have.length(3);
    for (const marked of host.querySelectorAll('[data-placard-src]')) expect(native(marked, 'childNodes')).to.have.length(1);
  });

  it('upgrades the other placeholders if one upgrade fails', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = '<div data-placard-src="/none.json"></div><div data-placard-src="/none.json" data-placard-refresh="0"></div>';
    Object.defineProperty(host.firstElementChild, 'prefetched', {
      get() {
        throw new Error('a getter of this test');
      },
    });
    upgradeDivs(host);
    expect([...host.children].map(({ firstElementChild }) => firstElementChild?.localName)).to.deep.equal([undefined, 'placard-campaign']);
  });

  it('reads the members of a clobbered form as the platform defines them', async () => {
    const form = await fixture<HTMLFormElement>(`<form lang="kk">${FIELDS}</form>`);
    expect(native(form, 'attributes').length).to.equal(1);
    expect(native(form, 'getAttribute')('lang')).to.equal('kk');
    expect(native(form, 'parentNode')).to.be.instanceOf(HTMLElement);
  });
});
