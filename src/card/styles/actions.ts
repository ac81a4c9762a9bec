/** What a reader can do: one solid action, and the others as links. */
import { css } from './css.js';

export const actions = css`
  .placard-card .placard-act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1.1em;
    padding-block-end: 0.85em;
  }
  .placard-card > :not(.placard-lead) + .placard-act {
    padding-block-start: 0.85em;
  }
  .placard-card .placard-primary {
    flex: 1 1 100%;
    font-family: var(--sans);
    font-size: 1em;
    line-height: 1.2;
  }
  .placard-card .placard-primary > :is(a, span) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    align-items: center;
    gap: 0 0.8em;
    min-block-size: 52px;
    padding: 0.4em 1em;
    background: var(--ink);
    color: var(--paper);
    text-decoration-line: none;
  }
  .placard-card .placard-primary > :is(a, span):has(small)::before {
    grid-row: span 2;
  }
  .placard-card .placard-primary > :is(a, span) > :is(small, strong) {
    grid-column: 2;
  }
  .placard-card .placard-primary a:hover strong {
    text-decoration: underline 2px;
  }
  .placard-card .placard-primary small {
    display: block;
    font-size: var(--small);
  }
  .placard-card .placard-primary strong {
    display: block;
    font-size: 1.1875em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    margin-block: -0.3em -0.5em; /* its lines are high enough for a finger */
    font-size: var(--small);
  }
  .placard-card .placard-others > * {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.35em;
    border: 0;
    padding: 0.75em 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  .placard-card .placard-others :is(a, button) {
    font-weight: 600;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .placard-card .placard-shared {
    flex-basis: 100%;
    font-size: var(--small);
  }
  .placard-card .placard-shared:empty {
    display: none;
  }
  .placard-card .placard-note {
    color: var(--soft);
  }
  .placard-card :is(.placard-occasion, .placard-calendar, .placard-progress, .placard-act-text) {
    flex-basis: 100%;
    font-size: var(--small);
    text-wrap: pretty;
  }
  .placard-card .placard-act > .placard-rest {
    flex-basis: 100%;
  }
  .placard-card :is(.placard-occasion, .placard-progress) {
    font-family: var(--sans);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
