/** What is loaded with an opened statement: the sanitiser of this page, and how its elements look. */
import type { ContentPolicy } from './content-policy.js';
import { createSanitizer, type Sanitize } from './sanitizer.js';

let cached: { sanitise?: Sanitize } | undefined;

/** Undefined where this page does not let it work. Made once: each attempt that Trusted Types refuse is reported to the page's owner. */
export function getSanitizer(judges: ContentPolicy): Sanitize | undefined {
  return (cached ??= { sanitise: createSanitizer(window, judges) }).sanitise;
}

/** Lit's own `css` would bring a second copy of Lit; a template of that name is still made small. */
const css = String.raw;

export const statementStyles = new CSSStyleSheet();
statementStyles.replaceSync(css`
  .placard-rich {
    overflow: auto hidden;
  }
  /* Who comes to what is hidden, by the keyboard, sees it. */
  .placard-rich.placard-cut:not(:focus-within) {
    max-block-size: 4000px;
  }
  /* The card's own plainness, undone. */
  .placard-rich :is(h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote) {
    all: revert;
  }
  .placard-rich :is(h5, h6) {
    font-size: 1em;
  }
  .placard-rich ol[type='a'] {
    list-style: lower-alpha;
  }
  .placard-rich ol[type='i'] {
    list-style: lower-roman;
  }
  .placard-rich table {
    border-collapse: collapse;
  }
  .placard-rich :is(td, th) {
    border: 1px solid var(--line);
    padding: 0.4em;
    vertical-align: top;
  }
  .placard-rich pre {
    white-space: pre-wrap;
  }
  .placard-rich img {
    max-inline-size: 100%;
    block-size: auto;
  }
  @media screen {
    .placard-rich + .placard-text {
      display: none;
    }
  }
  @media print {
    .placard-rich {
      display: none;
    }
  }
`);
