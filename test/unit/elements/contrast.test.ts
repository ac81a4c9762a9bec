/** Contrast of words (WCAG 2.2, 1.4.3) and of the focus ring (1.4.11), with any accent of the page. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { colour, contrast, faintest, ground } from './lowest-contrast.js';
import { CASE, feedOf, part, show } from './helpers.js';

const ACCENTS = (
  '#b3261e #00639c #ffd500 #ffffff #000000 #ff00ff #00ff00 #0000ff #ff0000 #00ffff #767676 #777777 #c0c0c0 #f5f5dc #5b2c83 ' +
  '#e87722 #2e7d32 navy hsl(200deg_90%_75%) oklch(0.7_0.2_140)'
)
  .split(' ')
  .map((accent) => accent.replaceAll('_', ' '));

const FEED = feedOf({
  facts: {
    cases: [{ ...CASE, next: { type: 'hearing', date_status: 'not-set' } }],
    timeline: [
      { id: 'a', date: '2026-02', text: 'Filed' },
      { id: 'b', date: '2026-03-01', text: 'Heard' },
    ],
    incident: { what: 'A card was refused.' },
    actions: ['sign', 'donate'].map((type) => ({ id: type, type, url: 'https://union.example/act' })),
  },
});

describe('the contrast', () => {
  for (const theme of ['light', 'dark'])
    for (const look of ['editorial', 'campaign', 'plain'])
      it(`the contrast of every word is at least 4.5 to 1 with twenty accents, ${look} and ${theme}`, async () => {
        expect(new Set(ACCENTS).size).to.equal(20);
        const element = await show<PlacardElement>('placard-campaign', FEED, `theme="${theme}" look="${look}"`);
        const host = element.parentElement!;
        host.style.cssText = theme === 'dark' ? 'background: #111; color: #eee' : 'background: #fff; color: #111';
        const link = part(element, 'headline')!.querySelector('a')!;
        link.focus();
        for (const accent of [undefined, ...ACCENTS]) {
          if (accent) element.style.setProperty('--placard-accent', accent);
          const card = part(element, 'card')!;
          const [least, words] = faintest(card);
          expect(least, `${accent}: ${words}`).to.be.at.least(4.5);
          const ring = colour(getComputedStyle(link).outlineColor);
          expect(contrast(ring, ground(card)), `${accent}: focus ring`).to.be.at.least(3);
        }
      });

  it('does not change an accent with enough contrast', async () => {
    const element = await show<PlacardElement>('placard-campaign', FEED, 'theme="light"');
    element.style.setProperty('--placard-accent', '#00639c');
    const latest = part(element, 'timeline')!.querySelector('.placard-latest')!;
    const { backgroundColor: color } = getComputedStyle(latest, '::before');
    const drawn = colour(color).map((channel) => Math.round(channel * 255));
    for (const [index, channel] of [0, 0x63, 0x9c].entries()) expect(drawn[index]).to.be.closeTo(channel, 1);
  });

  for (const [scheme, paper] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(25, 27, 30)'],
    ['normal', 'rgb(255, 255, 255)'],
  ] as const) {
    it(`follows a page whose color scheme is ${scheme}`, async () => {
      const element = await show<PlacardElement>('placard-campaign', FEED);
      element.parentElement!.style.colorScheme = scheme;
      expect(getComputedStyle(part(element, 'card')!).backgroundColor).to.equal(paper);
    });
  }
});
