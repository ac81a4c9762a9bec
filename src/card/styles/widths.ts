/** The layouts for narrow, half and wide places. Container queries choose, since a place says nothing about the screen. */
import { css } from './css.js';

/** A card with actions of a few lines, which fit beside the status. */
const beside = css`.placard-card:has(> .placard-lead):has(> .placard-status):not(:has(> .placard-act > :not(.placard-primary, .placard-others, .placard-shared)))`;

export const widths = css`
  /* Narrow: the stamp above the sentence. */
  @container placard (max-width: 21em) {
    .placard-card .placard-status {
      row-gap: 0.3em;
      padding-block: 0.65em;
    }
    .placard-card .placard-lead .placard-picture {
      inline-size: 5.25em;
    }
    .placard-card .placard-hint {
      display: none;
    }
  }
  /* Half of a screen: sentence and facts in one row, and the sections in one row while all are closed. */
  @container placard (min-width: 38em) {
    .placard-card .placard-languages {
      flex: 0 1 auto;
    }
    .placard-card .placard-masthead {
      padding-block: 1em 0.2em;
    }
    .placard-card .placard-headline {
      padding-block: 0.2em 0.7em;
    }
    .placard-card .placard-status {
      gap: 0.5em 1.5em;
      padding-block: 0.9em;
    }
    .placard-card .placard-now {
      display: grid;
      flex: 1 1 20em;
      gap: 0.15em;
    }
    .placard-card .placard-lead {
      padding-block: 1.1em 1.05em;
      font-size: 1.0625em;
    }
    .placard-card .placard-lead .placard-picture {
      inline-size: 11.75em;
      margin-inline-start: 1.65em;
    }
    .placard-card .placard-lead .placard-picture img {
      aspect-ratio: 3 / 2;
    }
    .placard-card .placard-primary {
      flex: 0 1 auto;
    }
    .placard-card .placard-primary > :is(a, span) {
      padding-inline: 1.2em 1.5em;
    }
    .placard-card .placard-act {
      column-gap: 1.6em;
      padding-block-end: 1.15em;
    }
    .placard-card .placard-folds:not(:has([open])) {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: auto;
      justify-content: stretch;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold + .placard-fold {
      border-block-start: 0;
      border-inline-start: 1px solid var(--line);
    }
    .placard-card .placard-folds:not(:has([open])) .placard-hint {
      display: none;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold > :is(summary, a) {
      padding-inline: 16px;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold:first-child > :is(summary, a) {
      padding-inline-start: var(--edge);
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold:last-child > :is(summary, a) {
      padding-inline-end: var(--edge);
    }
  }
  /* Wide: headline, words and picture. Below them, one line with the status and the actions. */
  @container placard (min-width: 56em) {
    .placard-card:has(> .placard-lead) {
      grid-template-columns: minmax(0, 1fr) 21em;
    }
    .placard-card:has(> .placard-lead) > *,
    .placard-card .placard-lead > .placard-summary {
      grid-column: 1 / -1;
    }
    .placard-card:has(> .placard-lead) > .placard-masthead {
      grid-row: 1;
    }
    .placard-card:has(> .placard-lead) > .placard-headline {
      grid-row: 2;
      padding-inline-end: 0.5em;
    }
    .placard-card > .placard-lead {
      display: contents;
    }
    .placard-card .placard-lead::after {
      content: none;
    }
    .placard-card .placard-lead > .placard-summary {
      grid-row: 3;
      padding-block: 0.1em 1.5em;
      padding-inline: var(--edge) 1em;
    }
    .placard-card .placard-lead > .placard-warning {
      padding-inline: var(--edge);
      padding-block-end: 1em;
    }
    .placard-card .placard-lead > .placard-picture {
      float: none;
      grid-area: 2 / 2 / span 2;
      inline-size: auto;
      margin-block: 0.5em 1.3em;
      margin-inline: 0 var(--edge);
    }
    .placard-card:has(> .placard-lead > .placard-picture) > .placard-headline,
    .placard-card .placard-lead > .placard-picture + .placard-summary,
    ${beside} > :is(.placard-status, .placard-rest) {
      grid-column: 1;
    }
    .placard-card:has(> .placard-lead) > .placard-notices {
      grid-row: 4;
      border-block-start: 1px solid var(--line);
    }
    .placard-card:has(> .placard-lead) > .placard-status {
      grid-row: 5;
    }
    .placard-card:has(> .placard-lead) > .placard-status + .placard-status {
      grid-row: 6;
    }
    .placard-card:has(> .placard-lead) > .placard-rest {
      grid-row: 7;
    }
    .placard-card:has(> .placard-lead) > .placard-act {
      grid-row: 8;
      padding-block-start: 1.15em;
    }
    ${beside} > .placard-act {
      grid-area: 5 / 2 / span 3;
      align-content: start;
      padding-block: 0.9em;
      border-block-start: 1px solid var(--line);
      border-inline-start: 1px solid var(--line);
      padding-inline-start: 1.2em;
    }
    ${beside} .placard-primary {
      flex: 1 1 100%;
    }
    /* The last strip is as high as the actions beside it. */
    ${beside} > .placard-status:not(:has(~ .placard-status, ~ .placard-rest)) {
      grid-row-end: 8;
      align-content: start;
    }
    .placard-card:has(> .placard-lead) > .placard-folds {
      grid-row: 9;
    }
    .placard-card:has(> .placard-lead) > .placard-foot {
      grid-row: 10;
    }
  }
`;
