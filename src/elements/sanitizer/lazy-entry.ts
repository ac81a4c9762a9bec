/** The chunk for an opened statement: the sanitizer of this page, and the styles of its HTML. */
import type { ContentPolicy } from './content-policy.js';
import { createSanitizer, type Sanitize } from './sanitizer.js';

let cached: { sanitize?: Sanitize } | undefined;

/** Returns the sanitizer; undefined if the page blocks it. Created once: each attempt that Trusted Types block sends a report to the site owner. */
export function getSanitizer(policy: ContentPolicy): Sanitize | undefined {
  return (cached ??= { sanitize: createSanitizer(window, policy) }).sanitize;
}

/** Lit's `css` would include a second copy of Lit. The name `css` lets the build step shorten the template. */
const css = String.raw;

export const statementStyles = new CSSStyleSheet();
statementStyles.replaceSync(css`
  .placard-rich {
    overflow: auto hidden;
  }
  /* Keyboard focus in the hidden part shows it. */
  .placard-rich.placard-cut:not(:focus-within) {
    max-block-size: 4000px;
  }
  /* Undoes the reset styles of the card. */
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
    .placard-card .placard-rich + .placard-text {
      display: none;
    }
  }
  @media print {
    .placard-rich {
      display: none;
    }
  }
`);
