/** The minimum publication that a page sets with a stamp, `min-sequence` or a pinned key. */
import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import type { PlacardErrorEvent } from '../../../src/elements/events.js';
import '../../../src/define.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { ADDRESS, documentOf, inState, settled, show, shownText } from './helpers.js';

const SNAPSHOT = '<p>Withdrawn, says the snapshot.</p>';
const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'].map((name) => `placard-${name}`);
const body = (sequence: number, head: object | null = {}) => JSON.stringify(documentOf({ head: head && { sequence, ...head } }));

/** The code of the first event that an element fires, and the element. */
async function mounted(markup: string, type: 'placard-load' | 'placard-error'): Promise<{ element: PlacardElement; code?: string }> {
  const host = await fixture<HTMLElement>('<div></div>');
  const heard = oneEvent(host, type);
  host.innerHTML = markup;
  const event = (await heard) as unknown as Partial<PlacardErrorEvent>;
  const element = host.firstElementChild as PlacardElement;
  await settled(element);
  return { element, code: event.error?.code };
}

describe('a stamp', () => {
  for (const tag of TAGS)
    it(`keeps the snapshot of ${tag} from an older publication`, async () => {
      const script = await Script.of({ body: body(7) });
      for (const stamp of ['8', '1.2']) {
        const { element, code } = await mounted(
          `<${tag} src="${script.url}" refresh="0" stamp="${stamp}">${SNAPSHOT}</${tag}>`,
          'placard-error',
        );
        expect([shownText(element), code]).to.deep.equal(['Withdrawn, says the snapshot.', 'rollback']);
        expect(inState(element, 'failed')).to.equal(true);
      }
    });

  it('a stamp permits a higher publication and a plain JSON Feed', async () => {
    for (const [text, stamp] of [
      [body(9), '8'],
      [body(1, { epoch: 2 }), '1.8'],
      [JSON.stringify(documentOf({ head: null, facts: null })), '8'],
    ]) {
      const script = await Script.of({ body: text });
      const { element } = await mounted(
        `<placard-campaign src="${script.url}" refresh="0" stamp="${stamp}">${SNAPSHOT}</placard-campaign>`,
        'placard-load',
      );
      expect(shownText(element)).to.contain('Press card refused');
    }
  });

  it('a stamp rejects a feed with an unreadable extension', async () => {
    const script = await Script.of({ body: body(9).replace('"sequence":9,', '') });
    const markup = `<placard-campaign src="${script.url}" refresh="0" stamp="8">${SNAPSHOT}</placard-campaign>`;
    expect((await mounted(markup, 'placard-error')).code).to.equal('rollback');
  });

  it('the stamp of a provider applies to the elements inside that use its feed', async () => {
    const script = await Script.of({ body: body(7) });
    for (const own of ['', 'stamp="3"']) {
      const { element } = await mounted(
        `<placard-feed src="${script.url}" refresh="0" stamp="8"><placard-status ${own}>${SNAPSHOT}</placard-status></placard-feed>`,
        'placard-error',
      );
      expect(shownText(element)).to.equal('Withdrawn, says the snapshot.');
    }
  });

  it('a stamp applies to a prefetched feed and to data from the page', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const element = document.createElement('placard-campaign');
    element.innerHTML = SNAPSHOT;
    Object.assign(element, {
      src: ADDRESS,
      refresh: 0,
      stamp: '8',
      prefetched: { src: ADDRESS, text: body(7), url: ADDRESS, at: Date.now() },
    });
    const heard = oneEvent(element, 'placard-error');
    host.append(element);
    expect(((await heard) as unknown as PlacardErrorEvent).error.code).to.equal('rollback');
    expect(shownText(element)).to.equal('Withdrawn, says the snapshot.');
    const brought = await show('placard-campaign', parseFeed(body(7), ADDRESS), 'stamp="8"', SNAPSHOT);
    expect(shownText(brought)).to.equal('Withdrawn, says the snapshot.');
  });
});

describe('min-sequence', () => {
  const attempts: [least: string, head: object, shown: boolean][] = [
    ['1.3', { epoch: 1, sequence: 2 }, false],
    ['1.3', { sequence: 99 }, false],
    ['1.3', { epoch: 1, sequence: 3 }, true],
    ['40', { sequence: 39 }, false],
    ['40', { epoch: 1, sequence: 2 }, true], // a raised epoch is the publisher's way out of a mistaken sequence
    ['forty', { sequence: 99 }, false],
    ['', { sequence: 1 }, true],
  ];
  for (const [least, head, shown] of attempts)
    it(`"${least}" ${shown ? 'shows' : 'refuses'} ${JSON.stringify(head)}`, async () => {
      const script = await Script.of({ body: body(0, head) });
      const markup = `<placard-campaign src="${script.url}" refresh="0" min-sequence="${least}">${SNAPSHOT}</placard-campaign>`;
      const { element } = await mounted(markup, shown ? 'placard-load' : 'placard-error');
      expect(shownText(element).includes('Press card refused')).to.equal(shown);
    });
});

describe('an empty public-key', () => {
  for (const key of ['', ' ', '\n'])
    it(`${JSON.stringify(key)} refuses an unsigned feed, inside an element with or without one too`, async () => {
      const script = await Script.of({ body: body(1) });
      for (const markup of [
        `<placard-campaign src="${script.url}" refresh="0" public-key="${key}">${SNAPSHOT}</placard-campaign>`,
        `<placard-feed src="${script.url}" refresh="0" public-key="${key}"><placard-campaign>${SNAPSHOT}</placard-campaign></placard-feed>`,
      ]) {
        const { element, code } = await mounted(markup, 'placard-error');
        expect([shownText(element), code]).to.deep.equal(['Withdrawn, says the snapshot.', 'signature-missing']);
      }
    });
});
