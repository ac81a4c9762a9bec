/** Limits for a feed with many problems or very long lists: console, document and events. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { ADDRESS, CASE, documentOf, show } from './helpers.js';

const many = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index));
const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

describe('a feed of faults', () => {
  it('logs at most ten kilobytes to the console, and reports at most a thousand problems in the event', async () => {
    const { warn } = console;
    const said: string[] = [];
    // oxlint-disable-next-line no-console -- the test reads the warnings
    console.warn = (...given: unknown[]) => said.push(given.join(' '));
    const told: number[] = [];
    const listen = (event: Event) => told.push((event as unknown as { error: { issues: unknown[] } }).error.issues.length);
    document.addEventListener('placard-error', listen);
    try {
      const broken = documentOf({ item: { tags: many(1_900_000, () => 1) } });
      (broken.items as unknown[]).push(...many(5_000, () => 5));
      const feed = parseFeed(broken, ADDRESS);
      await show<PlacardElement>('placard-list', feed);
      await show<PlacardElement>('placard-campaign', feed, 'item="one"');
    } finally {
      // oxlint-disable-next-line no-console -- restores the console
      console.warn = warn;
      document.removeEventListener('placard-error', listen);
    }
    expect(said.length).to.be.above(0);
    for (const each of said) expect(new TextEncoder().encode(each).length).to.be.at.most(10_000);
    expect(told.length).to.be.above(0);
    expect(Math.max(...told)).to.be.at.most(1_000);
  });
});

describe('a feed of lists without end', () => {
  it('shows a feed with very long lists in a limited number of nodes', async () => {
    const facts = {
      cases: many(1_000, (id) => ({ ...CASE, id, external: many(100, () => ({ tracker: 'T', label: 'L' })) })),
      timeline: many(32_000, (id) => ({ id, date: '2026', text: 'x' })),
      background: many(32_000, () => ({ text: 'x' })),
      quotes: many(32_000, () => ({ text: 'x', form: 'direct', speaker: 'S' })),
      actions: many(23_000, (id) => ({ id, type: 'contact', contact: 32_000 - id })),
      media: many(1_000, () => ({ url: 'https://union.example/a.jpg', alt: '' })),
    };
    const contacts = many(32_000, (id) => ({ id, role: 'press', languages: many(3, () => 'en') }));
    const feed = parseFeed(documentOf({ facts, head: { contacts }, item: { content_text: 'a\n\n'.repeat(170_000) } }), ADDRESS);
    expect(feed.item('one')!._placard!.cases).to.have.length(100);
    for (const tag of TAGS) {
      const element = await show<PlacardElement>(`placard-${tag}`, feed, 'item="one"');
      expect(element.shadowRoot!.querySelectorAll('*').length, tag).to.be.within(10, 20_000);
      element.parentElement!.remove();
    }
  }).timeout(60_000);
});
