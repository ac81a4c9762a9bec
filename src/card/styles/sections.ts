/** The styles of what a reader opens: timeline, facts, quotes, persons, papers, the full text. They load with it. */
import { css } from './css.js';

export const sectionStyles = css`
  .placard-card
    :is(.placard-fold > .placard-inside, .placard-column):not(
      :has(.placard-rest[open], .placard-earlier[open], .placard-warning[open], .placard-whole)
    ) {
    max-block-size: 18000px;
    overflow: clip;
    overflow-clip-margin: 6px;
  }
  .placard-card .placard-label {
    margin-block-end: 0.5em;
    color: var(--soft);
    font-family: var(--sans);
    font-size: var(--small);
    font-weight: 650;
    line-height: 1.3;
  }
  .placard-card .placard-timeline {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .placard-card .placard-timeline > li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-block-end: 0.8em;
    padding-inline-start: 1.9em;
  }
  .placard-card .placard-timeline > .placard-year {
    padding-block: 0.2em 0.55em;
    padding-inline-start: 0;
    color: var(--soft);
    font-family: var(--sans);
    font-size: var(--small);
    font-weight: 700;
    line-height: 1;
  }
  .placard-card .placard-when {
    color: var(--soft);
    font-family: var(--sans);
    font-size: var(--small);
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-timeline > li:not(.placard-year)::before {
    content: '';
    position: absolute;
    inset-block-start: 0.25em;
    inset-inline-start: 0.25em;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--ink);
    border-radius: 50%;
    background: var(--ink);
  }
  .placard-card .placard-timeline > li:is(.placard-vague, .placard-bound, .placard-next)::before {
    background: var(--paper);
  }
  .placard-card .placard-timeline > li.placard-bound::before {
    border-radius: 50% 50% 0 0;
  }
  .placard-card .placard-timeline > li.placard-next::before {
    border-style: dashed;
  }
  .placard-card .placard-timeline > li.placard-latest::before {
    border-color: var(--read);
    background: var(--read);
  }
  .placard-card .placard-timeline > .placard-latest > .placard-when {
    color: var(--ink);
    font-weight: 650;
  }
  .placard-card .placard-timeline > li:not(.placard-year, :last-child)::after {
    content: '';
    position: absolute;
    inset-block: calc(0.35em + 14px) -0.05em;
    inset-inline-start: calc(0.25em + 5px);
    border-inline-start: 2px solid var(--line);
  }
  .placard-card .placard-timeline > li:has(+ .placard-next)::after {
    border-inline-start-style: dashed;
  }
  .placard-card :is(.placard-facts, .placard-channels) {
    display: grid;
    gap: 0.55em 1em;
    font-family: var(--sans);
    font-size: 0.9375em;
    line-height: 1.42;
  }
  .placard-card .placard-facts {
    grid-template-columns: fit-content(7em) minmax(0, 1fr);
  }
  .placard-card .placard-facts > div {
    display: contents;
  }
  /* An address that does not fit beside its term is below it, in one line. */
  .placard-card .placard-channels > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .placard-card :is(dt, :is(.placard-contact, .placard-target) > .placard-also) {
    min-inline-size: 5.5em;
    color: var(--soft);
    font-family: var(--sans);
  }
  .placard-card .placard-quote {
    max-inline-size: 40em;
  }
  .placard-card .placard-quote figcaption {
    padding: 0 0 0.15em;
  }
  .placard-card .placard-quote figcaption strong {
    color: var(--ink);
  }
  .placard-card :is(blockquote, .placard-target) {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--line);
  }
  .placard-card :is(div.placard-text, .placard-background, .placard-sources, .placard-trackers, .placard-figures, .placard-provenance) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7em;
    max-inline-size: 42em;
  }
  .placard-card :is(.placard-sources, .placard-trackers, .placard-figures, .placard-provenance, .placard-boilerplate, .placard-follow) {
    gap: 0.4em;
    font-size: 0.9375em;
  }
  .placard-card .placard-background > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .placard-card .placard-as-of {
    color: var(--soft);
    font-family: var(--sans);
    font-size: var(--small);
  }
  .placard-card .placard-as-of::first-letter {
    text-transform: uppercase;
  }
  .placard-card .placard-phone {
    justify-self: start; /* of the card: the number itself goes from left to right */
  }
  .placard-card .placard-contact .placard-phone {
    font-family: var(--sans);
    font-size: 1.25em;
    font-weight: 700;
  }
  .placard-card :is(.placard-column, .placard-entries-pad) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    padding-block: 0.5em 1.2em;
  }
  .placard-card :is(.placard-person, .placard-intervention, .placard-contact, .placard-target) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3em;
  }
  .placard-card :is(.placard-quote, .placard-person, .placard-intervention) + * {
    margin-block-start: 1em;
  }
  .placard-card .placard-person > .placard-picture {
    max-inline-size: 7em;
  }
  .placard-card :is(.placard-person, .placard-intervention) > .placard-name {
    font-family: var(--sans);
  }
  .placard-card .placard-charges {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .placard-card .placard-signatories .placard-picture {
    display: inline-block;
    inline-size: 4em;
    margin-inline-end: 0.6em;
    vertical-align: middle;
  }
  .placard-card .placard-signatories img {
    block-size: 2em;
    aspect-ratio: auto;
    object-fit: contain;
    background: none;
  }
  @container placard (min-width: 38em) {
    .placard-card .placard-timeline > li:not(.placard-year) {
      grid-template-columns: 8em minmax(0, 1fr);
      column-gap: 1em;
    }
    .placard-card .placard-facts {
      grid-template-columns: fit-content(9em) minmax(0, 1fr);
    }
  }
  @media print {
    .placard-card .placard-folds.placard-folds {
      display: block;
    }
    .placard-card .placard-folds.placard-folds > .placard-fold > :is(summary, a) {
      min-block-size: 0;
      padding: 0.7em 0 0.1em !important; /* between sections in one row */
    }
    /* Blocks: at the end of a sheet, Chromium 156 leaves out words of columns, and of what may not break, inside a grid. */
    .placard-card :is(.placard-inside, .placard-column, .placard-sources, .placard-trackers, .placard-figures, .placard-provenance) {
      display: block;
    }
    .placard-card :is(.placard-inside, .placard-column) > * + * {
      margin-block-start: 0.9em;
    }
    .placard-card :is(.placard-inside, .placard-column) {
      max-block-size: none;
      padding: 0.2em 0 0.6em;
      overflow: visible;
    }
    .placard-card .placard-timeline > li {
      padding-block-end: 0.25em;
    }
    .placard-card .placard-fold {
      border-inline: 0 !important; /* between sections in one row */
    }
    .placard-card :is(.placard-facts, .placard-channels) {
      row-gap: 0.2em;
    }
    .placard-card :is(div.placard-text, .placard-background, .placard-quote, .placard-provenance) {
      max-inline-size: none;
    }
    /* Two columns: a line across the whole sheet is hard to read, and half a sheet stays empty beside a short one. */
    .placard-card :is(div.placard-text, .placard-quotes, .placard-background) {
      display: block;
      columns: 2;
      column-gap: 2em;
    }
    .placard-card :is(div.placard-text > *, .placard-quote, .placard-background > li) {
      margin-block: 0 0.5em;
    }
    .placard-card :is(li, .placard-quote, dt, dd) {
      break-inside: avoid;
    }
    .placard-card :is(summary, .placard-label) {
      break-after: avoid;
    }
  }
`;
