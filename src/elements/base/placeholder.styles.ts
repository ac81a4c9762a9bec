/** What stands where there is no statement, or beside an old one. */
import { css } from 'lit';

export const standingStyles = css`
  .notices {
    display: grid;
    gap: 0.4em;
    padding-block: 0.7em;
    border-block-end: 1px solid var(--line);
  }
  .notices p {
    font-size: 0.88em;
  }
  .notices p,
  .message {
    display: flex;
    gap: 0.7em;
    align-items: baseline;
  }
  .notices svg,
  .message svg {
    color: var(--amber);
    translate: 0 0.15em;
  }
  .message {
    color: var(--soft);
  }
  .withdrawn {
    display: grid;
    gap: 1em;
  }
  .withdrawn .stamp {
    --mark: var(--red);
  }
  .withdrawn .headline {
    color: var(--soft);
    font-size: 1.3em;
  }
  .withdrawn s {
    text-decoration-color: var(--red);
    text-decoration-thickness: 2px;
  }
  .withdrawn .reason {
    max-inline-size: 42em;
  }
  .skeleton {
    display: grid;
    align-content: start;
    gap: 0.9em;
    min-block-size: 14em;
  }
  /* About as high as what will come, but no higher than can be seen at a time: what follows must not jump. */
  :host(:is(placard-status, placard-statement)) .skeleton {
    min-block-size: min(42em, 100vh);
  }
  :host(:is(placard-campaign, placard-incident)) .skeleton {
    min-block-size: min(60em, 100vh);
  }
  .skeleton i {
    display: block;
    block-size: 0.8em;
    background: var(--line);
    opacity: 0.6;
  }
  .skeleton i:nth-of-type(1) {
    inline-size: 40%;
  }
  .skeleton i:nth-of-type(2) {
    block-size: 2em;
  }
  .skeleton i:nth-of-type(3) {
    block-size: 2em;
    inline-size: 70%;
  }
  .skeleton i:last-child {
    inline-size: 55%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.3;
      }
    }
  }
`;
