/** The rows that open a section, and the smaller ones for more of a long list or behind a warning. */
import { css } from './css.js';

export const folds = css`
  .placard-card .placard-folds {
    padding-inline: 0;
    border-block-start: 1px solid var(--line);
  }
  .placard-card .placard-fold + .placard-fold {
    border-block-start: 1px solid var(--line);
  }
  .placard-card .placard-fold > :is(summary, a) {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 44px;
    padding: 0.3em var(--edge);
    list-style: none;
    cursor: pointer;
    font-family: var(--sans);
    font-size: 0.9375em;
    line-height: 1.25;
    text-decoration-line: none;
  }
  .placard-card .placard-fold > summary::-webkit-details-marker {
    display: none;
  }
  .placard-card .placard-fold > :is(summary, a):focus-visible {
    outline-offset: -3px;
  }
  .placard-card .placard-fold > :is(summary, a):hover strong {
    text-decoration: underline;
  }
  .placard-card .placard-fold strong {
    margin-inline-end: auto;
    overflow-wrap: break-word; /* its longest word keeps its room beside the numbers */
  }
  .placard-card .placard-hint {
    color: var(--soft);
    font-size: 0.9334em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @media screen {
    .placard-card .placard-fold > :is(summary, a)::after {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      margin-inline: 0.15em 0.2em;
      border: solid currentcolor;
      border-width: 0 2px 2px 0;
      transform: translateY(-0.12em) rotate(45deg);
    }
    .placard-card [open].placard-fold > summary::after {
      transform: translateY(0.12em) rotate(-135deg);
    }
  }
  .placard-card .placard-inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.4em;
    padding: 0.3em var(--edge) 1.2em;
  }
  .placard-card :is(.placard-earlier, .placard-rest, .placard-warning) > .placard-inside {
    padding-inline: 0;
  }
  .placard-card .placard-act .placard-inside {
    gap: 0.6em;
    padding-block-end: 0.4em;
  }
  .placard-card > .placard-rest {
    border-block-end: 1px solid var(--line);
  }
  .placard-card :is(.placard-earlier, .placard-rest, .placard-warning) > summary {
    padding-block: 0.4em;
    cursor: pointer;
    font-family: var(--sans);
    font-size: var(--small);
  }
  .placard-card .placard-show {
    justify-self: start;
    padding: 0.4em 0.8em;
    border: 1px solid;
    background: none;
    color: inherit;
    font-family: var(--sans);
    font-size: var(--small);
    font-weight: 600;
    cursor: pointer;
  }
  .placard-card .placard-warning {
    grid-column: 1 / -1;
  }
`;
