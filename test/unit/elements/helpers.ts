/** Helpers for the tests of the elements: small feeds, elements, and the text that a reader sees. */
import { fixtureSync, oneEvent } from '@open-wc/testing';
import type { CardKind } from '../../../src/card/build-card.js';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { loadFolds } from '../../../src/elements/controllers/folds-controller.js';
import '../../../src/define.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';

type Json = object;

/** A card loads its sections later. These tests are about the whole card; folds.test.ts has the time before. */
await loadFolds();

export const ADDRESS = 'https://publisher.example/feed.json';

/** Returns a complete feed with one item. The arguments replace its members. */
export function documentOf({ item = {}, facts = {}, head = {} }: { item?: Json; facts?: Json | null; head?: Json | null } = {}): Record<
  string,
  unknown
> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example feed',
    ...(head && {
      _placard: {
        spec: 1,
        sequence: 1,
        generated_at: '2026-03-02T10:00:00Z',
        publisher: { name: 'Example Union', url: 'https://union.example/' },
        contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958', email: 'press@union.example' }],
        ...head,
      },
    }),
    items: [
      {
        id: 'one',
        url: 'https://union.example/one',
        title: 'Press card refused',
        summary: 'A press card was refused.',
        content_text: 'First paragraph.\n\nSecond paragraph.',
        date_published: '2026-03-02T10:00:00Z',
        language: 'en',
        ...item,
        ...(facts && { _placard: { kind: 'case', revision: 1, ...facts } }),
      },
    ],
  };
}

export function feedOf(parts: Parameters<typeof documentOf>[0] = {}): Feed {
  return parseFeed(documentOf(parts), ADDRESS);
}

export const CASE = { id: 'suit', forum: 'Example Court', status: 'pending', as_of: '2026-03-01' };

/** Adds an element to the page, and returns it after it shows the feed. Waits for no frame: thousands of cards are shown in this way. */
export async function show<T extends PlacardElement>(tag: string, data: Feed | undefined, attributes = '', children = ''): Promise<T> {
  const host = fixtureSync<HTMLDivElement>('<div></div>');
  host.innerHTML = `<${tag} ${attributes}>${children}</${tag}>`;
  const element = host.firstElementChild as T;
  if (data) element.data = data;
  await settled(element);
  return element;
}

/** Resolves after all elements inside have rendered. */
export async function settled(element: Element): Promise<void> {
  for (const each of [element, ...element.querySelectorAll('*')]) await (each as Partial<PlacardElement>).updateComplete;
}

/** Returns the text that a reader sees: the composed tree without elements that have no box, with collapsed white space. */
export function shownText(node: Node): string {
  return text(node).replace(/\s+/g, ' ').trim();
}

const BLOCK = /^(block|grid|flex|list-item|table)/;

function text(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  const { display } = getComputedStyle(node);
  if (display === 'none') return '';
  const children = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
  const within = [...children].map(text).join('');
  return BLOCK.test(display) ? ` ${within} ` : within;
}

export function part<T extends Element = HTMLElement>(element: Element, name: string): T | null {
  return element.shadowRoot!.querySelector<T>(`[part~="${name}"]`);
}

export function parts(element: Element, name: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

export function inState(element: Element, state: string): boolean {
  try {
    return element.matches(`:state(${state})`);
  } catch {
    return element.shadowRoot!.host.matches(`:--${state}`);
  }
}

/** Runs `act` and resolves with the first event of that type. */
export async function eventOf<E extends Event>(target: EventTarget, type: string, act: () => unknown): Promise<E> {
  const heard = oneEvent(target, type);
  await act();
  return (await heard) as unknown as E;
}

/** Returns the snapshot of an element with data; empty without content. */
export async function snapshotFor(element: PlacardElement): Promise<string> {
  const kind = element.localName.replace('placard-', '') as CardKind;
  const { item, original } = element;
  const language = part(element, 'card')!.getAttribute('lang')!;
  return (await snapshotOf(element.data!, { kind, item, language, original })) ?? '';
}

/** Returns the word of the first stamp, without its date. */
export function stampOf(element: Element): string {
  return shownText(part(element, 'stamp')!.querySelector('strong')!);
}
