/** Our own small shapes. Each says its status without colour; all are drawn on 16 units with the colour of the text. */
import { html, nothing, type TemplateResult } from 'lit';

const ROUND = 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 1 1 13 0';
const SQUARE = 'M1.5 1.5h13v13h-13z';

const shapes: Record<string, string> = {
  pending: `${ROUND}M8 4.2V8l2.6 1.6`,
  investigating: 'M12 7A5 5 0 1 1 2 7a5 5 0 1 1 10 0m-1.2 3.8 4 4',
  decided: `${SQUARE}m3 6.7 2.4 2.4 4.6-5`,
  appealed: 'M3 14.5V5.8h9.5M9 2l4 3.8-4 3.8',
  closed: `${SQUARE}M5 8h6`,
  unknown: `${ROUND}M8 8.01V8`,
  none: `${ROUND}M5 8h6`,
  active: 'M8 1.8 15 14.2H1zM8 6.4v3.4M8 11.9v.2',
  resolved: `${ROUND}M5 8.2l2.2 2.2L11 6`,
  withdrawn: 'm2.5 2.5 11 11m0-11-11 11',
  stale: 'M2 8a6 6 0 0 1 10.6-3.9M14 8a6 6 0 0 1-10.6 3.9M13 1v3.4H9.6M3 15v-3.4h3.4',
};

/** Decoration beside words that say the same. */
export function icon(name: string): TemplateResult {
  const shape = shapes[name] ?? shapes.unknown!;
  return html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d=${shape} stroke-dasharray=${shape === shapes.unknown ? '2.6 2.5' : nothing} />
  </svg>`;
}
