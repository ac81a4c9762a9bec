/** The section of the page from which the user copies the snippet. */
import { displayName } from '../../i18n/format.js';
import { UNPUBLISHED_URL } from '../../lint/lint-feed.js';
import { bindCopyButton } from './copy-button.js';
import type { BuilderOutput } from './create-output.js';
import { showCosts } from './render-messages.js';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [snippet, adminSnippet] = [find<HTMLTextAreaElement>('snippet'), find<HTMLTextAreaElement>('admin-snippet')];
const copy = find<HTMLButtonElement>('copy');
bindCopyButton(copy, snippet, find('copied'));
bindCopyButton(find('copy-admin'), adminSnippet, find('copied-admin'));

/** Disables the copy button until the snippet matches the options again. */
export function disableOutput(): void {
  copy.disabled = true;
  find('copied').textContent = '';
  find('copied-admin').textContent = '';
}

/** @param isAvailable false if the snippet is the fallback of the chosen format */
export function showOutput({ format, language, costs, bytes, style, policy }: BuilderOutput, isAvailable: boolean): void {
  snippet.value = format.snippet;
  adminSnippet.value = format.adminSnippet ?? '';
  find('admin').hidden = !format.adminSnippet;
  find('output-details').hidden = false;
  find('to-address').hidden = true;
  const instructions = [
    !isAvailable && 'The publisher has no page for a link or an iframe. Use this HTML instead.',
    format.instructions,
    !format.isFrame && `The card is in ${displayName('en', 'language', language)}: the options have other languages.`,
    format.snippet.includes(new URL(UNPUBLISHED_URL).host) &&
      'Some links depend on the address of the feed. Enter the address before you copy.',
  ];
  find('instructions').textContent = instructions.filter(Boolean).join(' ');
  find('policy').textContent = policy || 'No additions.';
  find('style').textContent = style;
  find('style-section').hidden = !style;
  showCosts(find('costs'), costs, bytes);
  copy.disabled = false;
}

/** @param needsAddress the feed has no address, and nothing else is missing */
export function showNoOutput(reason = '', needsAddress = false): void {
  snippet.value = '';
  find('instructions').textContent = reason;
  find('to-address').hidden = !needsAddress;
  find('output-details').hidden = true;
  find('admin').hidden = true;
  copy.disabled = true;
}
