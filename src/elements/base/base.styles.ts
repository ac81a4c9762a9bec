/** Styles of the live element, in addition to those of the card: the host, hidden elements and the skeleton. */
import { css, unsafeCSS } from 'lit';
import { cardStyles } from '../../card/styles/closed-card.js';

/** For words that only screen readers get. */
export const hiddenStyles = css`
  .placard-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const baseStyles = [
  hiddenStyles,
  css`
    :host {
      display: block;
      position: relative;
      writing-mode: horizontal-tb !important; /* a vertical page has rules for every element */
    }
    :host([hidden]),
    [hidden] {
      display: none;
    }
    /* The width where the page leaves it to the content, as in a flex row: the card itself has none, because its layout depends on it. */
    :host::before {
      content: '. . . . . . .';
      display: block;
      block-size: 0;
      overflow: hidden;
      visibility: hidden;
      font-size: 0;
      word-spacing: 6rem;
      white-space: normal;
    }
    .placard-skeleton {
      display: grid;
      align-content: start;
      gap: 0.9em;
      min-block-size: 14em;
      padding-block: 1em;
    }
    /* About as high as the card, to avoid layout shifts; at most as high as the viewport. */
    :host(:is(placard-status, placard-statement, placard-list)) .placard-skeleton {
      min-block-size: min(20em, 100vh);
    }
    :host(placard-campaign) .placard-skeleton {
      min-block-size: min(48em, 100vh);
    }
    :host(placard-incident) .placard-skeleton {
      min-block-size: min(32em, 100vh);
    }
    .placard-skeleton i {
      display: block;
      block-size: 0.8em;
      background: var(--line);
      opacity: 0.6;
    }
    .placard-skeleton i:nth-of-type(2) {
      block-size: 2em;
    }
    .placard-skeleton i:nth-of-type(odd) {
      inline-size: 60%;
    }
    /* Controls that only the live card has. */
    .placard-card :is(.placard-more, .placard-copy) {
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
    .placard-paper {
      display: none;
    }
    @media print {
      .placard-skeleton.placard-skeleton {
        min-block-size: 0;
      }
      .placard-skeleton > i {
        display: none;
      }
      .placard-paper {
        display: block;
      }
    }
  `,
  unsafeCSS(cardStyles),
];
