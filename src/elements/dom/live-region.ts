/**
 * The live region of a card. It is in the card's shadow root: a modal dialog hides the rest of the page from screen readers. Styles and
 * scripts of the page do not reach it there. It exists before the first sentence, because screen readers ignore new regions.
 */
import { create } from '../../client/native-member.js';

/** The changes that were announced, each with its region: several cards of one case announce a change once. */
const announced = new Map<string, HTMLElement>();
/** ms. A reader who moves through the card later does not read the sentence again. */
const LIFETIME_MS = 20_000;

export function createLiveRegion(): HTMLElement {
  const region = create('div');
  region.className = 'placard-hidden';
  region.setAttribute('aria-live', 'polite');
  return region;
}

/**
 * Announces a sentence once for all cards. A hidden card leaves it to the others. Screen readers speak sentences one after the other.
 * @param dedupeKey identifies the change, for example by feed, item and sentence
 */
export function announce(region: HTMLElement, sentence: string, lang: string, dedupeKey: string): void {
  for (const [key, { isConnected }] of announced) if (!isConnected) announced.delete(key);
  if (announced.has(dedupeKey) || !region.getClientRects().length) return;
  announced.set(dedupeKey, region);
  const line = create('p');
  line.lang = lang;
  line.textContent = sentence;
  region.append(line);
  setTimeout(() => line.remove(), LIFETIME_MS);
}
