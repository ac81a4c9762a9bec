import { css } from 'lit';

export const listStyles = css`
  .entries-pad .headline {
    font-size: clamp(1.25em, 1em + 1.6cqi, 1.7em);
    margin-block-end: 0.6em;
  }
  .entry {
    padding-block: 0.8em;
    border-block-start: 1px solid var(--line);
  }
  .title {
    font-weight: 650;
    line-height: 1.3;
  }
  .title a {
    display: inline-block;
    padding-block: 0.15em;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .withdrawn.entry {
    display: block;
  }
  .withdrawn .title {
    color: var(--soft);
    text-decoration: line-through;
  }
  .meta {
    margin-block-start: 0.25em;
    color: var(--soft);
    font-family: var(--sans);
    font-size: 0.85em;
    line-height: 1.5;
  }
  .state {
    --mark: var(--grey);
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    color: var(--mark);
    font-weight: 650;
    vertical-align: bottom;
  }
  .state[data-status='pending'],
  .state[data-status='investigating'],
  .state[data-status='active'] {
    --mark: var(--amber);
  }
  .state[data-status='decided'] {
    --mark: var(--blue);
  }
  .state[data-status='appealed'] {
    --mark: var(--violet);
  }
  .state[data-status='resolved'] {
    --mark: var(--green);
  }
  .state[data-status='withdrawn'] {
    --mark: var(--red);
  }
  .show-more {
    min-block-size: 44px;
    margin-block-start: 0.6em;
    padding: 0.5em 1.05em;
    border: 1px solid currentcolor;
    background: none;
    color: inherit;
    font-family: var(--sans);
    font-size: 0.93em;
    font-weight: 600;
    cursor: pointer;
  }
`;
