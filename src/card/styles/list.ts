/** The styles of the list of campaigns. */
import { css } from './css.js';

export const listStyles = css`
  .placard-card .placard-entries-pad .placard-headline {
    padding-block: 0.3em 0;
    font-size: 1.375em;
  }
  .placard-entries {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .placard-entries > li {
    padding-block: 0.7em;
    border-block-start: 1px solid var(--line);
  }
  .placard-filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.6em;
    padding-block: 0.4em 0.7em;
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.9375em;
  }
  .placard-filter select {
    min-block-size: 44px;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline: 0.6em;
    border: 1px solid;
    background: var(--paper);
    color: inherit;
    font: inherit;
  }
  .placard-card .placard-title {
    font-weight: 650;
    line-height: 1.3;
  }
  .placard-card .placard-title a {
    display: inline-block;
    padding-block: 0.15em;
    text-decoration-line: none;
  }
  .placard-card .placard-title a:hover {
    text-decoration-line: underline;
  }
  .placard-card .placard-withdrawn .placard-title > * {
    color: var(--soft);
    text-decoration: line-through;
    text-decoration-color: var(--red); /* WebKit takes no colour in the line above */
  }
  .placard-card .placard-meta {
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.875em;
    line-height: 1.5;
  }
  .placard-state {
    --mark: var(--grey);
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    color: var(--mark);
    font-weight: 650;
    vertical-align: bottom;
  }
`;
