/** The styles of persons, letters, recipients and events. They are apart, so that they can move with the sections that use them. */

/** Returns the text as it is. The name lets the build step shorten it (src/bundler/minify-templates.ts). */
const css = String.raw;

export const detailStyles = css`
  /* An address, or names on lines. The text of a snapshot has elements for its line breaks. */
  .placard-card p:is(.placard-text, .placard-act-text, .placard-also, .placard-reason) {
    white-space: pre-line;
  }
  .placard-card :is(.placard-occasion, .placard-calendar, .placard-progress, .placard-act-text, .placard-act > .placard-rest) {
    flex-basis: 100%;
    margin: 0;
    font-size: var(--small);
    text-wrap: pretty;
  }
  .placard-card :is(.placard-occasion, .placard-progress) {
    font-family: var(--sans);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-charges {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .placard-card .placard-rest .placard-act-text {
    margin-block-end: 0.6em;
    font-size: inherit;
  }
  .placard-card .placard-warning {
    grid-column: 1 / -1;
  }
  .placard-card .placard-warning > summary {
    padding-block: 0.4em;
    cursor: pointer;
    font-family: var(--sans);
    font-size: var(--small);
  }
  .placard-card :is(.placard-person, .placard-intervention, .placard-target) {
    display: grid;
    gap: 0.15em;
    margin-block-start: 0.9em;
  }
  .placard-card .placard-person > .placard-picture {
    max-inline-size: 7em;
  }
  .placard-card :is(.placard-person, .placard-intervention) > .placard-name {
    font-family: var(--sans);
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
  .placard-card .placard-target {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--line);
  }
  .placard-card :is(.placard-postal, .placard-papers, .placard-signatories) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
