/** The first and the last lines: publisher, headline, summary with its picture, languages. A withdrawn headline is struck. */
import { css } from './css.js';

export const head = css`
  .placard-card .placard-masthead {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.75em 0.1em;
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.4;
  }
  .placard-card .placard-masthead:has(+ .placard-status) {
    padding-block-end: 0.75em;
  }
  /* The kind and the name are one line, unless the date is at the other end. */
  .placard-card .placard-masthead:not(:has(> span)) {
    display: block;
  }
  .placard-card .placard-masthead strong {
    color: var(--ink);
  }
  .placard-card .placard-headline {
    padding-block: 0.15em 0.6em;
    font-size: clamp(1.375em, 0.95em + 2.3cqi, 2.375em);
    font-weight: 700;
    line-height: 1.13;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .placard-card .placard-headline a {
    text-decoration-line: none;
  }
  .placard-card .placard-headline a:hover {
    text-decoration-line: underline;
  }
  .placard-card .placard-headline:lang(ar, fa, ur, he) {
    letter-spacing: normal;
    line-height: 1.32;
  }
  .placard-card .placard-lead {
    padding-block: 0.85em;
  }
  .placard-card .placard-lead::after {
    content: '';
    display: block;
    clear: both;
  }
  .placard-card .placard-summary {
    max-inline-size: 42em;
  }
  .placard-card .placard-picture img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
    overflow: auto; /* the description of a picture scrolls while the picture loads */
    object-fit: cover;
    background: var(--line);
    font-size: var(--small);
  }
  .placard-card .placard-lead .placard-picture {
    float: inline-end;
    inline-size: 6.25em;
    margin-block: 0.3em 0.15em;
    margin-inline-start: 0.9em;
  }
  .placard-card .placard-lead .placard-picture img {
    aspect-ratio: 4 / 5;
  }
  /* The small picture beside the first sentences keeps its room, so that the sentences do not move. */
  .placard-card :not(.placard-lead) > .placard-picture .placard-absent {
    inline-size: auto; /* WebKit would make a square of its full width */
    aspect-ratio: auto;
    background: none;
    color: var(--soft);
  }
  .placard-card figcaption {
    padding-block-start: 0.25em;
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.3;
  }
  .placard-card .placard-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1.1em;
    padding-block: 0.5em 0.55em;
    border-block-start: 1px solid var(--line);
    color: var(--soft);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-foot a {
    display: inline-block;
    min-block-size: 24px;
  }
  .placard-card .placard-languages {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  .placard-card .placard-correct {
    margin-inline-start: auto;
  }
  .placard-card .placard-headline:has(s) {
    padding-block-start: 0.7em;
    color: var(--soft);
    font-size: 1.25em;
    line-height: 1.25;
  }
  .placard-card s {
    text-decoration: line-through 2px var(--red);
  }
  .placard-card .placard-reason {
    max-inline-size: 46em;
    padding-block: 0 1.1em;
  }
  .placard-card .placard-message {
    display: flex;
    gap: 0.6em;
    align-items: center;
    padding-block: 1em;
    font-family: var(--sans);
  }
`;
