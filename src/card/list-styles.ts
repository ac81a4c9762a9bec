/** The styles of the list of campaigns. */

/** Returns the text as it is. The name lets the build step shorten it (src/bundler/minify-templates.ts). */
const css = String.raw;

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
  .placard-title {
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
  .placard-withdrawn .placard-title {
    color: var(--soft);
    text-decoration: line-through;
  }
  .placard-meta {
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
  .placard-more {
    justify-self: start;
    min-block-size: 44px;
    padding: 0.5em 1em;
    border: 1px solid;
    background: none;
    color: inherit;
    font-family: var(--sans);
    font-size: 0.9375em;
    font-weight: 600;
    cursor: pointer;
  }
`;
