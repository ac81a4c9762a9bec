/** The lazy parts of the bundles as they are shipped: an intact one runs, a changed or missing one never does, and costs only its feature. */
import { expect } from '@open-wc/testing';
import { bundled, Site, type SiteOptions } from '../../support/servers/site.js';
import { documentOf, part } from '../elements/helpers.js';

const HTML = '<h2>Heading</h2><p>Marked <em>words</em>.</p>';
const FEED = JSON.stringify(documentOf({ item: { content_text: undefined, content_html: HTML } }));

// The key of RFC 8037, appendix A; the signature was made by another implementation.
const KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const SIGNED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [{ title: '€ "1"', id: 'one' }],
  _placard: {
    spec: 1,
    signatures: [
      'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoia1ByS19xbXhWV2FZVkE5d3dCRjZJdW8zdlZ6ejdUeEhDVHdYQnlnclM0ayJ9..0r4TbedUGs1o3U1neUsTReciST3S8up7lKRt-rbIhf-IPFcZgRxQ_FJDGlnvzKjCnAjWduGR64gYrP38m3ZSAQ',
    ],
    sequence: 1,
  },
});

const LOADS = {
  'the module': '<script type="module" src="placard.js"></script>',
  'the classic script': '<script src="placard.iife.js" defer></script>',
};

const statement = '<placard-statement src="feed.json" refresh="0"></placard-statement>';
const pinned = `<placard-incident src="signed.json" refresh="0" public-key="${KEY}"><p>Snapshot.</p></placard-incident>`;
const files = {
  'feed.json': FEED,
  'signed.json': SIGNED,
  'errors.js': `var codes = []; addEventListener('placard-error', (event) => codes.push(event.error.code));`,
};

const partsOf = (asked: string[], name: string) => asked.filter((path) => path.startsWith(`parts/${name}-`));
const rich = (site: Site, selector = 'placard-statement') => {
  const element = site.element(selector);
  return element.shadowRoot && part(element, 'text')?.matches('.placard-rich') ? part(element, 'text') : null;
};

/** Once the page has given up on a part. */
async function refused(site: Site, name: string): Promise<void> {
  while (!partsOf(await site.serverLog(), name).length) await new Promise(requestAnimationFrame);
  await site.until(() => !site.document.querySelector('script[integrity]'));
}

async function ed25519(): Promise<boolean> {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: KEY };
    return !!(await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['verify']));
  } catch {
    return false;
  }
}

for (const [what, script] of Object.entries(LOADS)) {
  describe(`the lazy parts of ${what}`, () => {
    bundled();
    let site: Site | undefined;
    const open = async (options: Partial<SiteOptions>, attributes?: Record<string, string>) =>
      (site = await Site.open(
        { body: statement, head: `<script src="errors.js"></script>${script}`, files, ...options } as SiteOptions,
        attributes,
      ));
    afterEach(() => site?.close());

    it('each chunk is loaded once for all elements, and leaves no element in the page', async () => {
      const page = await open({ body: `${statement}<div>${statement}</div>` });
      const tags = page.document.querySelectorAll('script, link').length;
      const first = await page.until(() => rich(page));
      await page.until(() => rich(page, 'div placard-statement'));
      expect(first.querySelector('em')!.textContent).to.equal('words');
      expect(partsOf(await page.serverLog(), 'statement')).to.have.length(1);
      await page.until(
        () => page.document.querySelectorAll('script, link').length <= tags && !page.document.querySelector('script[integrity]'),
      );
      expect(page.window.faults).to.deep.equal([]);
    });

    it('are not brought before somebody needs them', async () => {
      const page = await open({ body: '<placard-campaign src="feed.json" refresh="0"></placard-campaign>' });
      const details = await page.until(() =>
        page.element('placard-campaign').shadowRoot?.querySelector<HTMLDetailsElement>('details[part~=statement]'),
      );
      await page.until(() => details.textContent.includes('Marked words.'));
      expect(partsOf(await page.serverLog(), 'statement')).to.deep.equal([]);
      details.open = true;
      const text = await page.until(() => rich(page, 'placard-campaign'));
      expect(text.querySelector('h4')!.textContent).to.equal('Heading');
    });

    for (const parts of ['tampered', 'missing'] as const) {
      it(`${parts}: the statement stays text, and the part never runs`, async () => {
        const page = await open({ parts });
        await refused(page, 'folds');
        const card = await page.until(() => part(page.element('placard-statement'), 'card'));
        await page.until(() => card.textContent.includes('Marked words.'));
        expect(card.querySelector('.placard-rich')).to.equal(null);
        expect(page.window.tampered).to.equal(undefined);
        expect(page.document.querySelector('script[integrity]')).to.equal(null);
      });

      it(`${parts}: a pinned key leaves the snapshot, and says that nothing was checked`, async () => {
        const page = await open({ parts, body: pinned });
        const { codes } = page.window as unknown as { codes: string[] };
        await page.until(() => codes.length);
        expect(codes).to.deep.equal(['signature-unchecked']);
        expect(part(page.element('placard-incident'), 'card')).to.equal(null);
        expect(page.window.tampered).to.equal(undefined);
      });
    }

    it('check a signature', async () => {
      const page = await open({ body: pinned });
      const { codes } = page.window as unknown as { codes: string[] };
      const can = await ed25519();
      await page.until(() => codes.length);
      // Well signed, which is seen only after the check; not for the address of this page.
      expect(codes).to.deep.equal([can ? 'another-feed' : 'signature-unchecked']);
    });

    it('the signature chunk distinguishes an unsigned feed from an unverifiable one', async () => {
      const page = await open({ body: pinned.replace('signed.json', 'feed.json') });
      const { codes } = page.window as unknown as { codes: string[] };
      await page.until(() => codes.length);
      expect(codes).to.deep.equal(['signature-missing']);
    });
  });
}
