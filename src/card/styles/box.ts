/** The box of a card: its limits, and what it takes back from the styles of the page and of the browser. */
import { css } from './css.js';

export const box = css`
  .placard-frame,
  .placard-snapshot {
    container: placard / inline-size;
    writing-mode: horizontal-tb;
  }
  .placard-card {
    --told: var(--placard-font, inherit);
    --sans: var(--placard-sans, system-ui, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --edge: clamp(16px, 5cqi, 40px);
    --rule: 6px;
    --small: 0.875em;
    box-sizing: border-box;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    background: var(--paper);
    color: var(--ink);
    border: var(--placard-border, 1px) solid var(--line);
    border-block-start: var(--rule) solid var(--accent);
    border-radius: var(--placard-radius, 0);
    font-family: var(--told);
    font-size: max(1rem, 16px);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.36;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    hyphens: manual;
    user-select: text;
    -webkit-user-select: text;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    pointer-events: auto;
    cursor: auto;
    /* Only a focus ring at the edge paints outside. */
    overflow: clip;
    overflow-clip-margin: 6px;
    /* The last limit, for characters wider than all that were measured. Opening a section removes the limit. */
    max-block-size: 80000px;
  }
  .placard-card:not(:has([open], .placard-whole, .placard-column)) {
    max-block-size: 20000px;
  }
  .placard-card:has(.placard-rest[open], .placard-earlier[open], .placard-warning[open], .placard-whole) {
    max-block-size: none;
  }
  .placard-card * {
    box-sizing: border-box;
  }
  .placard-card :is(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote) {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  .placard-card :is(ul, ol) {
    list-style: none;
  }
  .placard-card cite {
    font-style: normal;
  }
  .placard-card strong {
    font-weight: 650;
  }
  .placard-card a {
    color: inherit;
    text-decoration-line: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: from-font;
  }
  .placard-card a:hover {
    text-decoration-thickness: 2px;
  }
  .placard-card :focus-visible {
    outline: 3px solid;
    outline-color: var(--read); /* separate: without relative colours, the browser keeps the colour of the text */
    outline-offset: 2px;
  }
  .placard-card > [class] {
    padding-inline: var(--edge);
  }
  .placard-card :is(.placard-masthead, .placard-since, .placard-notice, .placard-others, .placard-foot, .placard-hint, figcaption) {
    font-family: var(--sans);
  }
  /* An address, or names on lines. The text of a snapshot has elements for its line breaks. */
  .placard-card p:is(.placard-text, .placard-paper, .placard-act-text, .placard-also, .placard-reason) {
    white-space: pre-line;
  }
`;
