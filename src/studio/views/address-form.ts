/** A field for an address, and the button that opens it. */
import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';

/** @param example an address as the user could write it */
export function addressForm(
  words: Words,
  id: string,
  label: string,
  example: string,
  open: (address: string) => Promise<void>,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    void open((event.target as HTMLFormElement).querySelector('input')!.value.trim());
  };
  return html`<form class="address" @submit=${submit}>
    <label for=${id}>${label}</label>
    <input id=${id} type="url" dir="ltr" autocomplete="off" placeholder=${example} required />
    <button type="submit">${words.openButton}</button>
  </form>`;
}
