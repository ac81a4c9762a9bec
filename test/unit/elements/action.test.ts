import { expect } from '@open-wc/testing';
import type { PlacardAction } from '../../../src/elements/components/action/placard-action.js';
import type { PlacardActionEvent } from '../../../src/elements/events.js';
import { eventOf, feedOf, part, parts, show, shownText } from './helpers.js';

const act = (actions: object[], head: object = {}) => show<PlacardAction>('placard-action', feedOf({ facts: { actions }, head }));
const hrefs = (element: Element) => parts(element, 'action').map((action) => action.getAttribute('href'));

describe('placard-action', () => {
  it('shows every channel of a contact, and the telephone number as a large link', async () => {
    const contact = {
      id: 'a',
      role: 'press',
      name: 'Legal desk',
      phone: '+44 (20) 7946-0958',
      email: 'legal+desk@union.example',
      url: 'https://union.example/contact/',
      signal: 'https://signal.me/#eu/example',
      pgp: '0123 4567 89AB CDEF',
      onion: 'http://5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd.onion/',
      languages: ['kk', 'ru'],
      hours: 'Mondays 9 to 12',
    };
    const element = await show('placard-action', feedOf({ head: { contacts: [contact] } }));
    const text = shownText(element);
    for (const wanted of [
      'Press contact',
      'Legal desk',
      'union.example/contact',
      'signal.me',
      '0123 4567 89AB CDEF',
      '.onion',
      'Kazakh and Russian',
      'Mondays 9 to 12',
    ]) {
      expect(text).to.contain(wanted);
    }
    const phone = element.shadowRoot!.querySelector<HTMLAnchorElement>('.placard-contact .placard-phone')!;
    expect([phone.getAttribute('href'), phone.textContent, phone.dir]).to.deep.equal(['tel:+442079460958', '+44 (20) 7946-0958', 'ltr']);
    expect(element.shadowRoot!.querySelector('[href^="mailto:"]')!.getAttribute('href')).to.equal('mailto:legal%2Bdesk@union.example');
    expect(shownText(part(element, 'primary')!)).to.equal('Press contact +44 (20) 7946-0958');
    expect(parseFloat(getComputedStyle(part(element, 'primary')!.querySelector('strong')!).fontSize)).to.be.at.least(19);
  });

  it('puts the press contact first', async () => {
    const contacts = [
      { id: 'x', role: 'correction', name: 'Desk', phone: '+44 20 7946 0001' },
      { id: 'y', role: 'press', name: 'Press desk', phone: '+44 20 7946 0002' },
    ];
    expect(shownText(part(await show('placard-action', feedOf({ head: { contacts } })), 'contact')!)).to.contain('Press contact');
  });

  it('makes the first action the primary one and gives each action its target', async () => {
    const element = await act(
      [
        { id: '1', type: 'contact', contact: 'press' },
        { id: '2', type: 'write', contact: 'press', subject: 'Press cards & more', text: 'Line one\nLine two' },
        { id: '3', type: 'sign', label: 'Sign the appeal', url: 'https://union.example/sign' },
        { id: '4', type: 'donate', url: '/donate' },
        { id: '5', type: 'subscribe' },
        { id: '6', type: 'follow' },
        { id: '7', type: 'attend', url: 'https://union.example/rally' },
      ],
      {
        publisher: {
          name: 'Example Union',
          subscribe_url: 'https://union.example/news',
          follow: [{ label: 'Video', url: 'https://video.example/union' }],
        },
      },
    );
    expect(parts(element, 'primary').map(shownText)).to.deep.equal(['Press contact +44 20 7946 0958']);
    expect(parts(element, 'action').map(shownText)).to.deep.equal([
      'Press contact +44 20 7946 0958',
      'Write',
      'Sign the appeal',
      'Donate',
      'Subscribe',
      'Follow',
      'Attend',
    ]);
    expect(hrefs(element)).to.deep.equal([
      'tel:+442079460958',
      'mailto:press@union.example?subject=Press%20cards%20%26%20more&body=Line%20one%0D%0ALine%20two',
      'https://union.example/sign',
      'https://publisher.example/donate',
      'https://union.example/news',
      'https://video.example/union',
      'https://union.example/rally',
    ]);
  });

  it('keeps an action open until the end of its last day, and then closes it without a new feed', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const element = await act([
      { id: 'past', type: 'sign', label: 'Past', url: 'https://union.example/1', ends: '2020-03' },
      { id: 'today', type: 'sign', label: 'Today', url: 'https://union.example/2', ends: today },
      { id: 'future', type: 'attend', label: 'Future', url: 'https://union.example/3', starts: '2999-01-01' },
    ]);
    const [open, ...others] = parts(element, 'action').map(shownText);
    expect(open).to.match(/^Today until \d+ \p{L}+ \d{4}$/u);
    expect(others).to.deep.equal(['Past Ended March 2020', 'Future Opens 1 January 2999']);
    expect(hrefs(element)).to.deep.equal(['https://union.example/2', null, null]);
  });

  it('dispatches a cancelable event before it follows an action', async () => {
    const element = await act([{ id: 'sign', type: 'sign', url: 'https://union.example/sign' }]);
    element.addEventListener('placard-action', (event) => event.preventDefault());
    const link = part(element, 'primary')!;
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    const event = await eventOf<PlacardActionEvent>(element, 'placard-action', () => link.dispatchEvent(click));
    expect([event.action.id, event.bubbles, event.composed]).to.deep.equal(['sign', true, true]);
    expect(click.defaultPrevented).to.equal(true);
  });

  it('shares with the dialog of the system, or else with the clipboard, or else shows the address', async () => {
    const element = await act([{ id: 'share', type: 'share' }]);
    const button = element.shadowRoot!.querySelector('button')!;
    const given: unknown[] = [];
    const told = () => shownText(element.shadowRoot!.querySelector('[role=status]')!);
    const as = (name: 'share' | 'clipboard', value: unknown) => Object.defineProperty(navigator, name, { value, configurable: true });
    const rendered = () =>
      new Promise<void>((resolve) =>
        new MutationObserver((_, observer) => (observer.disconnect(), resolve())).observe(element.shadowRoot!, {
          subtree: true,
          childList: true,
          characterData: true,
        }),
      );
    try {
      as('share', (data: unknown) => Promise.resolve(given.push(data)));
      button.click();
      expect(given).to.deep.equal([{ url: 'https://union.example/one', title: 'Press card refused' }]);
      as('share', undefined);
      as('clipboard', { writeText: (text: string) => Promise.resolve(given.push(text)) });
      let change = rendered();
      button.click();
      await change;
      expect([given[1], told()]).to.deep.equal(['https://union.example/one', 'Link copied.']);
      as('clipboard', { writeText: () => Promise.reject(new Error('denied')) });
      change = rendered();
      button.click();
      await change;
      expect(told()).to.equal('Copy this address: https://union.example/one');
    } finally {
      delete (navigator as Partial<Navigator> & { share?: unknown }).share;
      delete (navigator as { clipboard?: unknown }).clipboard;
    }
  });

  it('shows the address of a contact that another address begins with', async () => {
    const contacts = [
      { id: 'a', role: 'press', email: 'press@union.example' },
      { id: 'b', role: 'correction', email: 'press@union.exam' },
    ];
    const element = await show('placard-action', feedOf({ head: { contacts } }));
    const links = [...element.shadowRoot!.querySelectorAll('.placard-act a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['mailto:press@union.example', 'mailto:press@union.exam']);
  });

  it('always has a link or a sentence to report a mistake', async () => {
    const link = async (facts: object, head: object) =>
      part(await show('placard-action', feedOf({ facts, head })), 'correction')?.getAttribute('href');
    const publisher = { name: 'Example Union' };
    expect(await link({ actions: [{ id: 'c', type: 'report-correction', url: 'https://union.example/c' }] }, {})).to.equal(
      'https://union.example/c',
    );
    expect(await link({}, { publisher: { ...publisher, corrections_url: 'https://union.example/corrections' } })).to.equal(
      'https://union.example/corrections',
    );
    expect(
      await link(
        {},
        {
          publisher,
          contacts: [
            { id: 'a', role: 'press', phone: '+44 20 7946 0001' },
            { id: 'b', role: 'correction', email: 'c@union.example' },
          ],
        },
      ),
    ).to.equal('mailto:c@union.example');
    expect(await link({}, { publisher, contacts: [] })).to.equal('https://union.example/one');
    const bare = await show('placard-action', feedOf({ item: { url: undefined }, head: { publisher, contacts: [] } }));
    expect(shownText(bare)).to.contain('To report a correction, contact Example Union.');
  });
});
