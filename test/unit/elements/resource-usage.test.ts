/** Elements with one feed share fetch, parse, check and formatters. A removed element leaves nothing behind. */
import { expect, fixture } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { CASE, documentOf, shownText } from './helpers.js';

const body = (status = 'pending') =>
  JSON.stringify(
    documentOf({ facts: { cases: [{ ...CASE, status }], timeline: [{ id: 'one', date: '2026-02-03', text: 'The card is refused.' }] } }),
  );
const STACKED = 'style="position: absolute; top: 0"'; // all are near

type Any = (...args: never[]) => unknown;

const undo: (() => void)[] = [];
afterEach(() => {
  while (undo.length) undo.pop()!();
});

/** Calls `saw` with the arguments and the result of each call of a function of the page, until the test ends. */
function spy(owner: object, name: string, saw: (args: unknown[], result: unknown) => void): void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  const original = (owner as Record<string, Any>)[name]!;
  const spied = function (this: unknown, ...args: never[]): unknown {
    const result: unknown = new.target ? Reflect.construct(original, args, new.target) : original.apply(this, args);
    saw(args, result);
    return result;
  };
  Object.setPrototypeOf(spied, original);
  spied.prototype = original.prototype as object;
  Object.defineProperty(owner, name, { value: spied, configurable: true, writable: true });
  undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
}

/** Replaces the page's fetch. It responds at once or never, and counts all requests and open requests. */
function answering(text: string | undefined): { asked: string[]; open: Set<string> } {
  const seen = { asked: [] as string[], open: new Set<string>() };
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input as string;
    seen.asked.push(url);
    if (text !== undefined) return Promise.resolve(new Response(text));
    seen.open.add(url);
    return new Promise((_resolve, reject) => {
      init!.signal!.addEventListener('abort', () => {
        seen.open.delete(url);
        reject(new DOMException('', 'AbortError'));
      });
    });
  };
  undo.push(() => (globalThis.fetch = original));
  return seen;
}

async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise(requestAnimationFrame);
}

const shows = (element: Element) => shownText(element).includes('The card is refused.');
let address = 0;
const newAddress = () => `https://publisher.example/costs-${address++}.json`;

describe('many elements on one feed', () => {
  it('many elements with one feed fetch, parse and check it once', async () => {
    const { asked } = answering(body());
    let parsed = 0;
    spy(JSON, 'parse', ([text]) => (parsed += text === body() ? 1 : 0));
    const url = newAddress();
    const host = await fixture<HTMLElement>('<div></div>');
    const items = new Set<unknown>();
    host.addEventListener('placard-load', (event) => items.add((event as unknown as { item: unknown }).item));
    host.innerHTML = `<placard-campaign src="${url}" refresh="0" ${STACKED}></placard-campaign>`.repeat(100);
    await until(() => [...host.children].every(shows));
    expect([asked.length, parsed, items.size]).to.deep.equal([1, 1, 1]);
  });

  it('many elements with one feed share their formatters', async () => {
    answering(body());
    const host = await fixture<HTMLElement>('<div></div>');
    const tag = () => `<placard-campaign src="${newAddress()}" refresh="0" ${STACKED}></placard-campaign>`;
    host.innerHTML = tag();
    await until(() => [...host.children].every(shows));
    const made: string[] = [];
    for (const name of ['DateTimeFormat', 'DisplayNames', 'PluralRules']) spy(Intl, name, () => made.push(name));
    host.innerHTML = tag() + tag();
    await until(() => [...host.children].every(shows));
    expect(made).to.deep.equal([]);
  });

  it('a change of one feed does not render the elements of another feed', async () => {
    answering(body());
    const host = await fixture<HTMLElement>('<div></div>');
    const other = newAddress();
    host.innerHTML = `<placard-campaign src="${newAddress()}" refresh="0"></placard-campaign><placard-campaign src="${other}" refresh="0" ${STACKED}></placard-campaign>`;
    await until(() => [...host.children].every(shows));
    const [one, two] = [...host.children] as [PlacardElement, PlacardElement];
    const changed: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changed.push(...records));
    observer.observe(two.shadowRoot!, { childList: true, subtree: true, characterData: true, attributes: true });
    undo.pop()!();
    answering(body('decided'));
    one.src = newAddress();
    await until(() => shownText(one).includes('Decided'));
    expect(observer.takeRecords().length + changed.length).to.equal(0);
    observer.disconnect();
  });
});

describe('an element that has gone', () => {
  it('a thousand removed elements leave no timer, listener, observer or request', async () => {
    const { open, asked } = answering(undefined);
    const url = newAddress();
    const host = await fixture<HTMLElement>('<div></div>');
    const cycle = async () => {
      host.innerHTML = `<placard-campaign src="${url}" ${STACKED}></placard-campaign>`;
      await (host.firstElementChild as PlacardElement).updateComplete;
      host.replaceChildren();
    };
    await cycle();
    const left = { listeners: 0, timers: new Set<unknown>(), observed: new Set<unknown>() };
    for (const target of [window, document]) {
      spy(target, 'addEventListener', () => left.listeners++);
      spy(target, 'removeEventListener', () => left.listeners--);
    }
    spy(globalThis, 'setTimeout', (_args, timer) => left.timers.add(timer));
    spy(globalThis, 'clearTimeout', ([timer]) => left.timers.delete(timer));
    spy(IntersectionObserver.prototype, 'observe', ([target]) => left.observed.add(target));
    spy(IntersectionObserver.prototype, 'unobserve', ([target]) => left.observed.delete(target));
    for (let time = 0; time < 1000; time++) await cycle();
    // Some elements live long enough to fetch.
    for (let time = 0; time < 5; time++) {
      host.innerHTML = `<placard-campaign src="${url}" ${STACKED}></placard-campaign>`;
      const before = asked.length;
      await until(() => asked.length > before);
      host.replaceChildren();
    }
    await new Promise(requestAnimationFrame);
    expect([left.listeners, left.timers.size, left.observed.size, open.size]).to.deep.equal([0, 0, 0, 0]);
    expect(document.body.querySelectorAll('placard-campaign')).to.have.length(0);
  });

  it('an element releases its previous feeds after a thousand changes of its address', async () => {
    const { open, asked } = answering(undefined);
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<placard-campaign src="${newAddress()}"></placard-campaign>`;
    const element = host.firstElementChild as PlacardElement;
    await until(() => asked.length);
    for (let time = 0; time < 1000; time++) {
      element.src = newAddress();
      await element.updateComplete;
      expect(open.size).to.be.below(3);
    }
    await until(() => open.size === 1 && open.has(element.src!));
    element.remove();
    await until(() => !open.size);
  });

  it('an element shows its card again after a move to another document and back', async () => {
    const { asked } = answering(body());
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<placard-campaign src="${newAddress()}" refresh="0"></placard-campaign><iframe></iframe>`;
    const element = host.firstElementChild as PlacardElement;
    await until(() => shows(element));
    const borderOf = ({ shadowRoot }: Element) => getComputedStyle(shadowRoot!.querySelector('.placard-card')!).borderTopWidth;
    const inner = (host.lastElementChild as HTMLIFrameElement).contentDocument!;
    for (let time = 0; time < 10; time++) {
      inner.body.append(inner.adoptNode(element));
      await element.updateComplete;
      expect(borderOf(element)).to.equal('6px');
      host.prepend(document.adoptNode(element));
      await element.updateComplete;
    }
    await until(() => shows(element));
    expect(borderOf(element)).to.equal('6px');
    expect(asked.length).to.be.below(22);
  });
});
