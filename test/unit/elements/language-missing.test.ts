/** A language that fails to load: the interface is English. The test uses a copy of the library without Ukrainian. */
import { expect, fixture } from '@open-wc/testing';
import type * as library from '../../../src/index.js';

type Library = typeof library;
/** Served by test/support/missing-chunk-middleware.mjs. */
const LIBRARY = '/__without/uk/src/index.ts';

describe('a language that cannot be loaded', () => {
  it('shows English if a language fails to load, warns in the console, and retries for the next element', async () => {
    const { parseFeed, PlacardStatus } = (await import(LIBRARY)) as Library;
    PlacardStatus.define();
    const status = { id: 'suit', forum: 'Court', status: 'pending', as_of: '2026-03-01' };
    const data = parseFeed({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'one', title: 'One', _placard: { kind: 'case', revision: 1, cases: [status] } }],
    });
    const told: unknown[] = [];
    const page = console as { warn: typeof console.warn };
    const { warn } = page;
    page.warn = (...words: unknown[]) => told.push(words[0]);
    try {
      for (const _attempt of [1, 2]) {
        const host = await fixture<HTMLElement>('<div></div>');
        host.innerHTML = '<placard-status lang="uk"><p>Snapshot.</p></placard-status>';
        const element = host.firstElementChild as InstanceType<Library['PlacardStatus']>;
        element.data = data;
        await element.updateComplete;
        expect(element.shadowRoot!.querySelector('[part=card]')).to.equal(null);
        expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
        await new Promise<void>((resolve) =>
          new MutationObserver(() => element.shadowRoot!.querySelector('[part=card]') && resolve()).observe(element.shadowRoot!, {
            childList: true,
            subtree: true,
          }),
        );
        expect(element.shadowRoot!.querySelector('[part=stamp] strong')!.textContent.trim()).to.equal('Case pending');
        expect(element.shadowRoot!.querySelector('[part=card]')!.getAttribute('lang')).to.equal('en');
        expect(told).to.deep.equal([
          'placard: The language "uk" could not be loaded. If a tool moves scripts, add <link rel="placard-base">.',
        ]);
      }
    } finally {
      page.warn = warn;
    }
  });
});
