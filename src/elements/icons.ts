/** Our own small shapes. Each says its status without colour; all are drawn on 16 units with the colour of the text. */
import { svg, html, type TemplateResult } from 'lit';

const shapes: Record<string, TemplateResult> = {
  pending: svg`<circle cx="8" cy="8" r="6.5"/><path d="M8 4.2V8l2.6 1.6"/>`,
  investigating: svg`<circle cx="7" cy="7" r="5"/><path d="m10.8 10.8 4 4"/>`,
  decided: svg`<path d="M1.5 1.5h13v13h-13z"/><path d="m4.5 8.2 2.4 2.4 4.6-5"/>`,
  appealed: svg`<path d="M3 14.5V5.8h9.5"/><path d="m9 2 4 3.8-4 3.8"/>`,
  closed: svg`<path d="M1.5 1.5h13v13h-13z"/><path d="M5 8h6"/>`,
  unknown: svg`<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.6 2.5"/><path d="M8 8.01V8"/>`,
  none: svg`<circle cx="8" cy="8" r="6.5"/><path d="M5 8h6"/>`,
  active: svg`<path d="M8 1.8 15 14.2H1z"/><path d="M8 6.4v3.4M8 11.9v.2"/>`,
  resolved: svg`<circle cx="8" cy="8" r="6.5"/><path d="m5 8.2 2.2 2.2L11 6"/>`,
  withdrawn: svg`<path d="m2.5 2.5 11 11m0-11-11 11"/>`,
  stale: svg`<path d="M2 8a6 6 0 0 1 10.6-3.9M14 8a6 6 0 0 1-10.6 3.9"/><path d="M13 1v3.4H9.6M3 15v-3.4h3.4"/>`,
};

/** Decoration beside words that say the same. */
export function icon(name: string): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name] ?? shapes.unknown}</svg>`;
}
