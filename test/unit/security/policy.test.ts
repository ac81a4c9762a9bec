/** Under the strictest policy that a partner can set: nothing is reported, and nothing is asked for but what is documented. */
import { expect } from '@open-wc/testing';
import { CASE, documentOf, part, parts } from '../elements/helpers.js';
import { Script } from '../../support/servers/client.js';
import { bundled, Site } from '../../support/servers/site.js';

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** @param names of Trusted Types that the page allows */
const policyFor = (feed: string, names: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${feed}; img-src ${feed}; ` +
  `require-trusted-types-for 'script'; trusted-types ${names} 'allow-duplicates'`;

const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

/** All that a feed can make an element show, from the feed's own host. */
function feedFrom(picture: string, step: string) {
  return {
    body: JSON.stringify(
      documentOf({
        item: {
          content_text: undefined,
          content_html: `<h2>Heading</h2><p style="color: red" onclick="x()">Styled.</p><img src="${picture}" alt="Seen"><table><tr><td>Cell</table>`,
          image: picture,
        },
        facts: {
          revision: step.length,
          cases: [{ ...CASE, next: { type: 'hearing', date_status: 'not-set' } }],
          incident: {
            what: step,
            grounds: step,
            place: { country: 'KZ' },
            affected: { description: 'Three', count: 3 },
            actor: { name: 'It', kind: 'state' },
          },
          timeline: [{ id: '1', date: { date: '2026', rel: 'by' }, text: step }],
          quotes: [{ text: 'It is so.', form: 'direct', speaker: 'Somebody' }],
          media: [{ url: picture, alt: 'Seen', credit: 'Somebody' }],
          actions: [
            { id: 'share', type: 'share' },
            { id: 'sign', type: 'sign', url: 'https://union.example/sign', ends: '2020' },
          ],
          corrections: [{ at: '2026', revision: 1, text: 'Corrected.' }],
          sources: [{ title: 'A source', url: '/source' }],
          provenance: [{ role: 'author', name: 'Somebody', alterations: 'none' }],
        },
        head: { sequence: step.length, publisher: { name: 'Union', about: 'About.', figures: [{ value: 3, label: 'people' }] } },
      }),
    ),
  };
}

describe('under the strictest policy', () => {
  bundled();
  let site: Site | undefined;
  let picture: Script;
  let feed: Script;

  beforeEach(async () => {
    localStorage.clear(); // the page's origin is this one
    picture = await Script.of({ base64: PIXEL, headers: { 'content-type': 'image/gif' } });
    feed = await Script.of(feedFrom(picture.url, 'First.'));
  });
  afterEach(() => site?.close());

  const origin = () => new URL(feed.url).origin;
  const open = async (names: string, script = '<script type="module" src="placard.js"></script>') =>
    (site = await Site.open({
      policy: policyFor(origin(), names),
      head: script,
      body: TAGS.map((tag) => `<placard-${tag} src="${feed.url}" refresh="1" keep><p>Snapshot.</p></placard-${tag}>`).join('\n'),
    }));
  const card = (page: Site, tag: string) => part(page.element(`placard-${tag}`), 'card');
  const everyCard = (page: Site) => page.until(() => page.element('placard-campaign').shadowRoot && TAGS.every((tag) => card(page, tag)));
  const rich = (page: Site, tag: string) => page.element(`placard-${tag}`).shadowRoot!.querySelector('.placard-rich');

  for (const [what, script] of [
    ['the module', undefined],
    ['the classic script', '<script src="placard.iife.js" defer></script>'],
    [
      'both at once, each with its own copy of Lit',
      '<script src="placard.iife.js" defer></script><script type="module" src="placard.js"></script>',
    ],
  ] as const) {
    it(`${what} shows everything, without a report`, async () => {
      const page = await open('lit-html dompurify', script);
      await everyCard(page);
      part<HTMLDetailsElement>(page.element('placard-campaign'), 'statement')!.open = true;
      await page.until(() => rich(page, 'campaign') && rich(page, 'statement'));
      await feed.replace(feedFrom(picture.url, 'Second step.'));
      await page.until(() => TAGS.slice(0, 2).every((tag) => card(page, tag)!.textContent.includes('Second step.')));
      for (const shown of [card(page, 'incident')!, rich(page, 'statement')!]) {
        const image = shown.querySelector('img')!;
        expect(image.loading).to.equal('lazy');
        image.loading = 'eager'; // it is far below
        await page.until(() => image.naturalWidth === 1);
      }
      parts(page.element('placard-action'), 'action')[0]!.click();
      expect(page.window.reports).to.deep.equal([]);
      expect(page.window.faults).to.deep.equal([]);

      // All requests of the page.
      const own = new URL(page.path, location.href).href;
      const documented = /^(observer\.js|placard(\.iife)?\.js|parts\/(statement|folds|rest|rare)-\w+\.js)$/;
      for (const url of page.requests) {
        expect(url === feed.url || url === picture.url || (url.startsWith(own) && documented.test(url.slice(own.length))), url).to.equal(
          true,
        );
      }
      for (const name of await page.serverLog()) expect(name === '' || documented.test(name), name).to.equal(true);
      expect(Object.keys(page.window.localStorage)).to.deep.equal([`placard:${feed.url}`]);
      expect(page.window.sessionStorage.length).to.equal(0);
      expect(page.document.cookie).to.equal('');
    });
  }

  it('without `dompurify`, shows everything but statement HTML, which stays text', async () => {
    const page = await open('lit-html');
    await everyCard(page);
    await page.until(() => page.window.reports.length);
    expect(page.window.reports).to.have.length(1);
    expect(page.window.reports[0])
      .to.match(/^trusted-types /)
      .and.to.contain('dompurify');
    await feed.replace(feedFrom(picture.url, 'Second step.'));
    await page.until(() => card(page, 'campaign')!.textContent.includes('Second step.'));
    part<HTMLDetailsElement>(page.element('placard-campaign'), 'statement')!.open = true;
    await page.until(() => part<HTMLDetailsElement>(page.element('placard-campaign'), 'statement')!.open);
    for (const tag of ['statement', 'campaign']) {
      expect(rich(page, tag)).to.equal(null);
      expect(part(page.element(`placard-${tag}`), 'text')!.textContent).to.contain('Styled.');
    }
    expect(page.window.reports).to.have.length(1); // it is not tried again
    expect(page.window.faults).to.deep.equal([]);
  });

  it('without any name, leaves the snapshot', async () => {
    const page = await open("'none'".replace("'none'", 'other'));
    await page.until(() => page.window.faults.length || page.window.reports.length);
    expect(page.element('placard-campaign').shadowRoot).to.equal(null);
    expect(page.element('placard-campaign').textContent).to.equal('Snapshot.');
  });

  it('needs no styles of the page’s allowed', async () => {
    site = await Site.open({
      policy: `default-src 'none'; script-src 'self'; connect-src ${origin()}`,
      head: '<script type="module" src="placard.js"></script>',
      body: `<placard-status src="${feed.url}" refresh="0"></placard-status>`,
    });
    const shown = await site.until(() => site!.element('placard-status').shadowRoot && card(site!, 'status'));
    expect(site.window.getComputedStyle(shown).borderTopWidth).to.equal('6px');
    expect(site.window.reports).to.deep.equal([]);
  });

  it('that goes by nonces lets the parts in by that of the script’s own tag', async () => {
    site = await Site.open({
      policy: `default-src 'none'; script-src 'nonce-once' 'strict-dynamic'; connect-src ${origin()}`,
      head: '<script nonce="once" type="module" src="placard.js"></script>',
      body: `<placard-statement src="${feed.url}" refresh="0"></placard-statement>`,
    });
    while (!site.element('placard-statement').shadowRoot || !rich(site, 'statement')) await new Promise(requestAnimationFrame);
  });

  it('would report a breach', async () => {
    const page = await open('lit-html dompurify');
    page.document.body.setAttribute('style', 'color: red');
    await page.until(() => page.window.reports.length);
    expect(page.window.reports[0]).to.match(/^style-src/);
  });
});
