/** Styles of the live element, in addition to those of the card: the host, hidden elements and the skeleton. */
import { css, unsafeCSS } from 'lit';
import { cardStyles, sectionStyles } from '../../card/card-styles.js';
import { detailStyles } from '../../card/detail-styles.js';

export const baseStyles = [
  css`
    :host {
      display: block;
    }
    :host([hidden]),
    [hidden] {
      display: none;
    }
    .placard-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
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
  `,
  unsafeCSS(cardStyles),
  unsafeCSS(sectionStyles),
  unsafeCSS(detailStyles),
];
