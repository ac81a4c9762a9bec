/** What every card shares: tokens, themes, looks, type. Colours and sizes come from custom properties; widths from the container, never from the window. */
import { css } from 'lit';

const dark = css`
  --accent: var(--placard-accent, #ff8a7a);
  --ink: var(--placard-ink, #f0eee9);
  --soft: var(--placard-soft, #a9acb1);
  --line: var(--placard-line, #34373c);
  --paper: var(--placard-paper, #191b1e);
  --amber: #f0c060;
  --blue: #8fc1f5;
  --green: #8fd19e;
  --violet: #cdb0f5;
  --grey: #b9bcc1;
  --red: #ff9c8f;
  --tint: 13%;
  --white: max(0, (0.3 - y) / (1 - y));
  --own: (1 - var(--white));
  color-scheme: dark;
`;

export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  .frame {
    container: placard / inline-size;
    writing-mode: horizontal-tb;
  }
  .card {
    --accent: var(--placard-accent, #b3261e);
    --ink: var(--placard-ink, #16181b);
    --soft: var(--placard-soft, #5b6067);
    --line: var(--placard-line, #d9d7d0);
    --paper: var(--placard-paper, #fff);
    --amber: #855600;
    --blue: #1d5590;
    --green: #1f6a3a;
    --violet: #5f3d94;
    --grey: #55595f;
    --red: #a3231b;
    --tint: 9%;
    /* Of any accent, what can be read on the paper: mixed in linear light with white or black until its luminance y is right. */
    --white: 0;
    --own: min(1, 0.13 / y);
    --read: color(
      from var(--accent) xyz-d65 calc(x * var(--own) + 0.95 * var(--white)) calc(y * var(--own) + var(--white))
        calc(z * var(--own) + 1.09 * var(--white))
    );
    --told: var(--placard-font, inherit);
    --sans: var(--placard-sans, system-ui, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --space: calc(1em * var(--placard-space, 1));
    --edge: clamp(1em, 5cqi, 2.2em);
    --rule: 6px;
    box-sizing: border-box;
    color-scheme: light;
    background: var(--paper);
    color: var(--ink);
    border: var(--placard-border, 1px) solid var(--line);
    border-block-start: var(--rule) solid var(--accent);
    border-radius: var(--placard-radius, 0);
    font-family: var(--told);
    font-size: 1em;
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.55;
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
    /* Nothing paints outside, but a focus ring at the edge. */
    overflow: clip;
    overflow-clip-margin: 6px;
  }
  /* The last bound, for characters wider than any that were counted: what stands below is a step away. */
  .card:not(:has(.rest[open], .earlier[open], .whole)) {
    max-block-size: 20000px;
  }
  .card.dark {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    .card.auto {
      ${dark}
    }
  }
  .card.campaign {
    --rule: 12px;
    border-inline: 0;
    border-block-end: var(--rule) solid var(--ink);
  }
  .card.plain {
    --paper: var(--placard-paper, transparent);
    --ink: var(--placard-ink, currentcolor);
    --soft: var(--placard-soft, currentcolor);
    --line: var(--placard-line, currentcolor);
    --accent: var(--placard-accent, currentcolor);
    --read: currentcolor;
    --edge: 0em;
    --tint: 0%;
    --rule: 2px;
    --sans: var(--placard-sans, inherit);
    color-scheme: inherit;
    color: var(--placard-ink, inherit);
    border-inline: 0;
    border-block-end: 0;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  cite {
    font-style: normal;
  }
  q {
    quotes: auto;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
    text-decoration-thickness: from-font;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid;
    outline-color: var(--read); /* by itself: where there are no relative colours yet, the text's is left */
    outline-offset: 2px;
  }
  svg {
    inline-size: 1.1em;
    block-size: 1.1em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    overflow: visible;
  }
  .pad {
    padding: var(--space) var(--edge);
  }
  .pad:first-child {
    padding-block-start: calc(var(--space) * 1.4);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .masthead,
  .label,
  .stamp,
  .note,
  .dot,
  time,
  .when,
  footer,
  .notices,
  .translation,
  .message {
    font-family: var(--sans);
  }
  .masthead {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.2em 1em;
    color: var(--soft);
  }
  .masthead > * {
    font-size: 0.84em;
  }
  .masthead b {
    color: var(--ink);
    font-weight: 650;
  }
  .headline {
    font-size: clamp(1.45em, 0.9em + 3.4cqi, 2.6em);
    font-weight: 700;
    line-height: 1.14;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .headline a:not(:hover) {
    text-decoration: none;
  }
  .headline:lang(ar, fa, ur, he) {
    letter-spacing: normal;
    line-height: 1.35;
  }
  .campaign .headline {
    font-size: clamp(1.7em, 0.9em + 5cqi, 3.6em);
    font-weight: 800;
    line-height: 1.06;
  }
  .label {
    margin-block-end: 0.9em;
    color: var(--soft);
    font-size: 0.8em;
    font-weight: 650;
    letter-spacing: 0.08em;
    text-transform: uppercase;
  }
  .label:lang(ar, fa, ur, he) {
    letter-spacing: normal;
  }
  .note,
  .when {
    color: var(--soft);
    font-size: 0.88em;
  }
  .translation {
    font-size: 0.88em;
    font-weight: 650;
  }
  .masthead + .translation {
    padding-block-start: 0;
  }
  .stamp {
    --mark: var(--grey);
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    justify-self: start;
    margin: 3px;
    padding: 0.34em 0.7em 0.36em;
    border: 2px solid var(--mark);
    outline: 1px solid var(--mark);
    outline-offset: 2px;
    color: var(--mark);
    font-size: 0.92em;
    font-weight: 750;
    letter-spacing: 0.06em;
    line-height: 1.3;
    text-transform: uppercase;
  }
  .stamp time {
    font: inherit;
  }
  .stamp:lang(ar, fa, ur, he) {
    letter-spacing: normal;
  }
  .body {
    display: grid;
    gap: calc(var(--space) * 1.9);
    padding-block: calc(var(--space) * 1.5);
  }
  .body:empty {
    display: none;
  }
  footer {
    display: grid;
    gap: 0.4em 1.6em;
    color: var(--soft);
  }
  /* Not on the footer itself: its padding is in em, and has to meet the edge of everything else. */
  footer > * {
    font-size: 0.82em;
  }
  footer [part='correction'] {
    display: inline-block;
    min-block-size: 24px;
  }
  footer:not(:has(*)) {
    display: none;
  }
  summary {
    padding-block: 0.35em;
    font-family: var(--sans);
    font-size: 0.93em;
    font-weight: 650;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .card {
      --read: CanvasText;
      border-color: CanvasText;
    }
  }
`;
