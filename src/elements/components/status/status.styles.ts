import { css } from 'lit';

export const statusStyles = css`
  .status {
    --mark: var(--grey);
    display: grid;
    gap: 0.6em 1.5em;
    align-items: start;
    padding-block: calc(var(--space) * 1.3);
    border-block: 1px solid var(--line);
    background: color-mix(in srgb, var(--mark) var(--tint), var(--paper));
  }
  .status + .status {
    border-block-start: 0;
  }
  .status .stamp {
    --mark: inherit;
  }
  [data-status='pending'],
  [data-status='investigating'],
  [data-status='active'] {
    --mark: var(--amber);
  }
  [data-status='decided'] {
    --mark: var(--blue);
  }
  [data-status='appealed'] {
    --mark: var(--violet);
  }
  [data-status='resolved'] {
    --mark: var(--green);
  }
  .now {
    display: grid;
    gap: 0.2em;
  }
  .sentence {
    font-size: 1.05em;
    font-weight: 700;
  }
  .since {
    color: var(--soft);
    font-size: 0.9em;
  }
  .since time {
    font-family: inherit;
  }
  .timeline {
    --gutter: 22px;
    display: grid;
  }
  .timeline > li {
    display: grid;
    grid-template-columns: 8.2em var(--gutter) 1fr;
    column-gap: 0.6em;
    position: relative;
    padding-block-end: 1.05em;
    line-height: 1.45;
  }
  .timeline .when {
    grid-area: 1 / 1;
    padding-block-start: 0.1em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .when .note {
    display: inline-block;
  }
  .event {
    grid-area: 1 / 3;
  }
  .event cite {
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.85em;
  }
  .timeline > li::before,
  .timeline > li::after {
    content: '';
    grid-area: 1 / 2 / auto / 3;
  }
  .timeline > li::before {
    position: absolute;
    inset-block: calc(0.32em + 20px) calc(3px - 0.32em);
    inset-inline-start: calc(50% - 1px);
    inline-size: var(--gutter);
    border-inline-start: 2px solid var(--line);
  }
  .timeline:not(.earlier > *) > li:last-child::before {
    display: none;
  }
  .timeline > li::after {
    justify-self: center;
    margin-block-start: 0.32em;
    inline-size: 13px;
    block-size: 13px;
    border: 2px solid;
    border-radius: 50%;
    background: currentcolor;
  }
  .timeline > .vague::after {
    background: var(--paper);
  }
  .timeline > .bound::after {
    background: linear-gradient(to right, currentcolor 50%, var(--paper) 50%);
  }
  [dir='rtl'] .timeline > .bound::after {
    background: linear-gradient(to left, currentcolor 50%, var(--paper) 50%);
  }
  .timeline > .latest::after,
  .timeline > .latest .when {
    color: var(--read);
  }
  .timeline > .latest .when {
    font-weight: 650;
  }
  .timeline > .next::after {
    border-style: dashed;
    background: var(--paper);
  }
  .timeline > .next .event {
    color: var(--soft);
  }
  .trackers-section {
    font-family: var(--sans);
    font-size: 0.93em;
    line-height: 1.45;
  }
  @container placard (min-width: 36em) {
    .status:has(.now) {
      grid-template-columns: minmax(11.5em, max-content) 1fr;
    }
    .now {
      max-inline-size: 46em;
    }
  }
  /* Room for "2025 жылғы 25 шілде" and "vor dem 11. Juli 2025" on one line, where the course has the whole width or half of a wide card. */
  @container placard ((min-width: 40em) and (max-width: 56em)) or (min-width: 72em) {
    .timeline > li {
      grid-template-columns: 10.8em var(--gutter) 1fr;
    }
  }
  /* Folded where the column is narrow; where no style can unfold it, everywhere. */
  @container placard (min-width: 27em) {
    @supports selector(::details-content) {
      .earlier > summary {
        display: none;
      }
      .earlier::details-content {
        content-visibility: visible;
      }
    }
  }
  @container placard (max-width: 27em) {
    .timeline > li {
      grid-template-columns: var(--gutter) 1fr;
    }
    .timeline .when {
      grid-area: 1 / 2;
      text-align: start;
    }
    .event {
      grid-area: 2 / 2;
    }
    .timeline > li::before,
    .timeline > li::after {
      grid-area: 1 / 1 / auto / 2;
    }
  }
  @media print {
    .timeline > li {
      grid-template-columns: 10.8em var(--gutter) 1fr;
      padding-block-end: 0.3em;
    }
    /* Chromium draws it down the whole page. */
    .timeline > li::before {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .timeline > li::after {
      forced-color-adjust: none;
      color: CanvasText;
      --paper: Canvas;
    }
  }
`;
