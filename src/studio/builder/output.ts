/** The part of the page from which the snippet is copied. */
import { UNPUBLISHED_URL } from '../../lint/lint-feed.js';
import { copies } from './copy-button.js';
import type { Made } from './create-output.js';
import { tellCosts } from './render-messages.js';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [snippet, once] = [find<HTMLTextAreaElement>('snippet'), find<HTMLTextAreaElement>('once-snippet')];
const copy = find<HTMLButtonElement>('copy');
copies(copy, snippet, find('copied'));
copies(find('copy-once'), once, find('copied-once'));

/** What is there is no longer what was chosen. */
export function outdate(): void {
  copy.disabled = true;
  find('copied').textContent = '';
  find('copied-once').textContent = '';
}

/** @param chosen whether it is what was chosen, and not plain HTML in its place */
export function tellMade({ takeaway, costs, bytes, style, policy }: Made, chosen: boolean): void {
  snippet.value = takeaway.text;
  once.value = takeaway.once ?? '';
  find('once').hidden = !takeaway.once;
  find('told').hidden = false;
  find('to-address').hidden = true;
  const how = [
    !chosen && 'There is no page to link to or to frame; here is the HTML instead.',
    takeaway.how,
    takeaway.text.includes(new URL(UNPUBLISHED_URL).host) &&
      'Some of its links go by the feed’s address: enter that first, or they lead nowhere.',
  ];
  find('how').textContent = how.filter(Boolean).join(' ');
  find('policy').textContent = policy || 'Nothing.';
  find('style').textContent = style;
  find('styled').hidden = !style;
  tellCosts(find('costs'), costs, bytes);
  copy.disabled = false;
}

/** @param addressless what is missing is the feed's address alone */
export function tellNothing(why = '', addressless = false): void {
  snippet.value = '';
  find('how').textContent = why;
  find('to-address').hidden = !addressless;
  find('told').hidden = true;
  find('once').hidden = true;
  copy.disabled = true;
}
