import { css } from 'lit';

export const incidentStyles = css`
  .head {
    display: grid;
    gap: 0.9em;
    padding-block-end: calc(var(--space) * 1.5);
  }
  .languages {
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.84em;
  }
  .languages a {
    display: inline-block;
    padding-block: 0.15em;
  }
  .lead {
    display: grid;
    gap: 1.2em;
  }
  .summary {
    max-inline-size: 38em;
    font-size: 1.08em;
    text-wrap: pretty;
  }
  .headline + .summary {
    margin-block-start: 0.7em;
  }
  .head figure img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 3 / 2;
    object-fit: cover;
    background: var(--line);
  }
  .show {
    inline-size: 100%;
    min-block-size: 2.6em;
    padding: 0.5em 1.05em;
    border: 1px solid;
    background: none;
    color: inherit;
    font: 600 0.93em/1.35 var(--sans);
    text-align: start;
    cursor: pointer;
  }
  figcaption,
  .picture-less {
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.82em;
    line-height: 1.45;
    margin-block-start: 0.5em;
  }
  .picture-less {
    margin: 0;
  }
  .facts {
    display: grid;
    gap: 0.45em 1.1em;
    font-family: var(--sans);
    font-size: 0.93em;
    line-height: 1.45;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 8em 1fr;
    gap: 0 1.1em;
  }
  .facts time {
    font-size: inherit;
  }
  dt {
    color: var(--soft);
  }
  .more {
    padding-block: calc(var(--space) * 1.5);
  }
  .more > section:not(:last-child) {
    margin-block-end: calc(var(--space) * 1.9);
  }
  .more:not(:has(*)) {
    display: none;
  }
  .more li,
  .more figure,
  .more .label {
    break-inside: avoid;
  }
  .more .label {
    break-after: avoid;
  }
  .quote {
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 1em;
    max-inline-size: 40em;
  }
  .quote + .quote {
    margin-block-start: 1.2em;
  }
  .quote blockquote {
    font-size: 1.08em;
  }
  .background li + li,
  .sources li + li,
  .provenance li + li {
    margin-block-start: 0.55em;
  }
  .background,
  .text {
    max-inline-size: 40em;
  }
  .sources,
  .figures,
  .follow {
    font-family: var(--sans);
    font-size: 0.93em;
    line-height: 1.45;
  }
  .boilerplate {
    max-inline-size: 40em;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 2em;
  }
  .boilerplate + .figures,
  .boilerplate + .follow,
  .figures + .follow {
    margin-block-start: 0.7em;
  }
  .figures b {
    font-size: 1.25em;
    font-variant-numeric: lining-nums;
  }
  .text p + p {
    margin-block-start: 0.9em;
  }
  .text p {
    white-space: pre-line;
  }
  .provenance li + li {
    margin-block-start: 0.2em;
  }
  .as-of,
  .checked {
    font-variant-numeric: tabular-nums;
  }
  .edge {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.6em;
  }
  .edge > :last-child {
    margin-inline-start: auto;
  }
  .statement {
    border-block-start: 1px solid var(--line);
  }
  .statement[open] summary {
    margin-block-end: 0.9em;
  }
  footer {
    border-block-start: 1px solid var(--line);
  }
  @container placard (min-width: 38em) {
    .lead:has(figure) {
      grid-template-columns: 3fr 2fr;
      gap: 0.6em 1.8em;
    }
  }
  /* Too narrow for a headline beside the picture. */
  @container placard (min-width: 38em) and (max-width: 56em) {
    .lead:has(figure):has(.summary) > div {
      display: contents;
    }
    .lead:has(.summary) .headline {
      grid-column: 1 / -1;
    }
    .lead:has(figure) .summary {
      margin: 0;
    }
  }
  @container placard (min-width: 56em) {
    .lead:has(figure) {
      grid-template-columns: 7fr 4fr;
      gap: 2.4em;
    }
    .body {
      grid-template-columns: 5fr 6fr;
      column-gap: 3.5em;
      align-items: start;
    }
    .more {
      columns: 2;
      column-gap: 3.5em;
    }
  }
  @container placard (max-width: 27em) {
    .facts {
      row-gap: 0.7em;
    }
    .facts > div {
      grid-template-columns: 1fr;
    }
  }
  @media print {
    .head figure img {
      block-size: 9em;
      object-fit: contain;
      object-position: 0 0;
      background: none;
    }
    .quote + .quote,
    .text p + p {
      margin-block-start: 0.35em;
    }
    .more > section:not(:last-child) {
      margin-block-end: 1em;
    }
    .text {
      max-inline-size: none;
      columns: 2;
      column-gap: 3.5em;
      font-size: 0.94em;
    }
    summary {
      list-style: none;
    }
  }
`;
