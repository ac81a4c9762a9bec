/** The status strip: its colour, stamp and sentence; and the notices. */
import { css } from './css.js';

export const status = css`
  .placard-card .placard-status {
    --mark: var(--grey);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding-block: 0.75em;
    border-block: 1px solid var(--line);
    background: color-mix(in srgb, var(--mark) var(--tint), var(--paper));
  }
  .placard-card .placard-status + .placard-status {
    border-block-start: 0;
  }
  .placard-card .placard-mark-open {
    --mark: var(--amber);
  }
  .placard-card .placard-mark-for {
    --mark: var(--green);
  }
  .placard-card .placard-mark-against {
    --mark: var(--ink);
  }
  .placard-card .placard-mark-appeal {
    --mark: var(--violet);
  }
  .placard-card .placard-mark-neutral {
    --mark: var(--blue);
  }
  .placard-card .placard-mark-withdrawn {
    --mark: var(--red);
  }
  .placard-card .placard-stamp {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.5em;
    align-items: center;
    margin: 3px;
    padding: 0.4em 0.7em;
    border: 2px solid var(--mark);
    outline: 1px solid var(--mark);
    outline-offset: 2px;
    color: var(--mark);
    font-family: var(--sans);
    font-size: var(--small);
    line-height: 1.2;
  }
  .placard-card .placard-stamp strong {
    font-weight: 750;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .placard-card .placard-stamp:lang(ar, fa, ur, he) strong {
    letter-spacing: normal;
  }
  .placard-card .placard-stamp strong + * {
    grid-column: 1 / -1;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-now {
    display: contents;
  }
  /* Beside the stamp if there is room for a few words in a line, else below it. */
  .placard-card .placard-sentence {
    flex: 1 1 9em;
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.28;
    text-wrap: pretty;
  }
  .placard-card .placard-sentence:has(.placard-count) {
    flex-basis: 12em;
    font-weight: 400;
  }
  .placard-card .placard-sentence .placard-count {
    font-family: var(--sans);
    font-size: 1.75em;
    font-weight: 750;
    line-height: 1;
  }
  .placard-card :is(.placard-also, .placard-since) {
    flex-basis: 100%;
    text-wrap: pretty;
  }
  .placard-card .placard-since {
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.42;
  }
  .placard-card :is(.placard-since, .placard-name)::first-letter {
    text-transform: uppercase;
  }
  .placard-card .placard-notices {
    padding-inline: 0;
  }
  /* Not a flex box: it would put a link in a sentence into a column of its own. */
  .placard-card .placard-notice {
    position: relative;
    padding-block: 0.55em;
    padding-inline: calc(var(--edge) + 16px + 0.6em) var(--edge);
    border-block-end: 1px solid var(--line);
    font-size: var(--small);
    --icon: var(--amber);
  }
  .placard-card .placard-notice::before {
    position: absolute;
    inset-block-start: 0.7em;
    inset-inline-start: var(--edge);
  }
`;
