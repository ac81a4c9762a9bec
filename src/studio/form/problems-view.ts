/** The problems of a place, in the words of the app, with the fix as a button where the studio can apply it. */
import { html, nothing } from 'lit';
import type { Problem } from '../../lint/problem.js';
import type { Form } from './form.js';
import { problemText } from './problem-places.js';
import { remedyOf } from './remedies.js';

/** Returns the id of a field's control in the page. */
export const controlId = (pointer: string): string => `field${pointer.replaceAll('/', '.')}`;

export function problemsView(form: Form, problems: readonly Problem[], id: string) {
  if (!problems.length) return nothing;
  return html`<ul class="problems" id="${id}-problems">
    ${problems.map((problem) => {
      const remedy = remedyOf(problem, form);
      return html`<li data-code=${problem.code} data-level=${problem.level}>
        <strong>${problemText(problem, form.words)}</strong>
        ${remedy ? html`<button type="button" class="quiet" data-remedy @click=${remedy.apply}>${remedy.label}</button>` : nothing}
      </li>`;
    })}
  </ul>`;
}
