import { css } from 'lit';

export const actionStyles = css`
  .act {
    --on: var(--paper);
    display: grid;
    gap: 1.4em 2em;
    padding-block: calc(var(--space) * 1.6);
    border-block: 2px solid transparent; /* where colours are forced, it is seen */
    background: var(--ink);
    color: var(--on);
  }
  .plain .act {
    --on: inherit;
    background: none;
    border-color: currentcolor;
  }
  .act :focus-visible {
    outline-color: var(--on);
  }
  .act .label {
    margin: 0 0 0.15em;
    color: inherit;
    opacity: 0.8;
  }
  .contacts {
    display: grid;
    gap: 1.6em 2em;
  }
  .phone {
    display: inline-block;
    padding-block: max(0.05em, 22px - 0.625em); /* 44px high */
    font-family: var(--sans);
    font-size: clamp(1.5em, 1.1em + 2.4cqi, 2.3em);
    font-weight: 700;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    text-decoration: none;
    unicode-bidi: isolate;
    white-space: normal;
  }
  .contact:not(:first-child) .phone {
    font-size: 1.25em;
  }
  .name {
    font-weight: 700;
  }
  .channels {
    display: grid;
    gap: 0.3em;
    font-family: var(--sans);
    font-size: 0.9em;
    line-height: 1.4;
  }
  .phone + .channels:has(*),
  .name + .channels:has(*) {
    margin-block-start: 0.4em;
  }
  .channels > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
  }
  .act dt {
    color: inherit;
    opacity: 0.8;
  }
  .channels a {
    padding-block: 0.15em;
  }
  .calls {
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    gap: 0.5em;
  }
  .action {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding: 0.5em 1.05em;
    border: 1px solid currentcolor;
    border-radius: var(--placard-radius, 0);
    background: none;
    color: inherit;
    font-family: var(--sans);
    font-size: 0.93em;
    font-weight: 600;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  :is(.phone, .action):hover {
    text-decoration: underline;
  }
  .action.primary {
    border-color: var(--on);
    background: var(--on);
    color: var(--ink);
  }
  .plain .action.primary {
    border-color: currentcolor;
    background: none;
    color: inherit;
    font-weight: 800;
  }
  .action.closed {
    flex-wrap: wrap;
    border-style: dashed;
    cursor: default;
    text-decoration: none;
    font-weight: 400;
  }
  .action small {
    font-size: 0.9em;
  }
  .shared {
    inline-size: 100%;
    font-family: var(--sans);
    font-size: 0.88em;
  }
  .shared:empty {
    display: none;
  }
  .address {
    user-select: all;
  }
  /* Black or white, whichever can be read on any accent; without relative colours the ground stays the ink. */
  @supports (color: color(from red xyz-d65 x y z)) {
    .campaign .act {
      --white: clamp(0, (0.18 - y) * 1e9, 1);
      --on: color(from var(--accent) xyz-d65 calc(0.95 * var(--white)) var(--white) calc(1.09 * var(--white)));
      background: var(--accent);
    }
    .campaign .act :is(.label, dt) {
      opacity: 1;
    }
    .campaign .action.primary {
      color: var(--accent);
    }
  }
  @container placard (min-width: 36em) {
    .act:has(.contacts):has(.calls) {
      grid-template-columns: auto auto;
      justify-content: space-between;
      align-items: center;
    }
    .act:has(.contact + .contact):has(.calls) {
      grid-template-columns: 1fr;
    }
    .contacts:has(.contact + .contact) {
      grid-template-columns: repeat(auto-fit, minmax(16em, 1fr));
      align-items: start;
    }
    .phone {
      white-space: nowrap;
    }
    .act .calls {
      max-inline-size: 30em;
      justify-content: end;
    }
    .act:has(.contact + .contact) .calls {
      justify-content: start;
    }
  }
  @media print {
    .card .act {
      --on: #000;
      background: none;
      color: #000;
      border-block: 2px solid #000;
    }
    .card .action {
      min-block-size: 0;
      border: 0;
      padding: 0;
      color: #000;
      background: none;
    }
  }
`;
