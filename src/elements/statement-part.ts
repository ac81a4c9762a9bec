/** What is loaded with an opened statement: the sanitiser of this page, and how its elements look. */
import type { Judges } from '../feed/judges.js';
import { createSanitiser, type Sanitise } from './sanitise.js';

let made: { sanitise?: Sanitise } | undefined;

/** Undefined where this page does not let it work. Made once: each attempt that Trusted Types refuse is reported to the page's owner. */
export function sanitiser(judges: Judges): Sanitise | undefined {
  return (made ??= { sanitise: createSanitiser(window, judges) }).sanitise;
}

/** Lit's own `css` would bring a second copy of Lit; a template of that name is still made small. */
const css = String.raw;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css`
  .rich {
    overflow: auto hidden;
  }
  .rich * + :is(p, div, ul, ol, dl, pre, table, figure, figcaption, blockquote, h2, h3, h4, h5, h6) {
    margin-block-start: 0.9em;
  }
  .rich p {
    white-space: normal;
  }
  .rich :is(h2, h3, h4, h5, h6) {
    font-weight: 700;
    line-height: 1.3;
  }
  .rich :is(ul, ol, dd) {
    padding-inline-start: 1.5em;
  }
  .rich ul {
    list-style: disc;
  }
  .rich ol {
    list-style: decimal;
  }
  .rich ol[type='a' s] {
    list-style: lower-alpha;
  }
  .rich ol[type='A' s] {
    list-style: upper-alpha;
  }
  .rich ol[type='i' s] {
    list-style: lower-roman;
  }
  .rich ol[type='I' s] {
    list-style: upper-roman;
  }
  .rich blockquote {
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 1em;
  }
  .rich table {
    border-collapse: collapse;
    font-size: 0.93em;
  }
  .rich :is(td, th) {
    border: 1px solid var(--line);
    padding: 0.35em 0.6em;
    text-align: start;
    vertical-align: top;
  }
  .rich pre {
    white-space: pre-wrap;
  }
  .rich :is(sub, sup) {
    line-height: 0;
  }
  .rich hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  .rich img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .rich + .text {
    display: none;
  }
  @media print {
    .rich {
      display: none;
    }
    .rich + .text {
      display: block;
    }
  }
`);
