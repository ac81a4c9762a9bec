/** A card on paper and in forced colours. */
import { css } from './css.js';

export const media = css`
  @media print {
    .placard-card details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .placard-card,
    .placard-card.placard-dark,
    .placard-card:not(.placard-light) {
      --paper: #fff;
      --ink: #000;
      --soft: #333;
      --line: #999;
      --accent: #000;
      --on: #000;
      --read: #000;
      --edge: 0px;
      --tint: 0%;
      color-scheme: light;
      border-inline: 0;
      --small: 9pt; /* the smallest text on paper */
      font-size: 9.6pt;
      line-height: 1.3;
      overflow: visible;
      max-block-size: none;
      print-color-adjust: exact;
    }
    .placard-card .placard-headline {
      font-size: 1.8em;
    }
    .placard-card .placard-lead .placard-picture {
      inline-size: 8em;
    }
    .placard-card :is(.placard-primary > :is(a, span), .placard-others > *) {
      min-block-size: 0;
      padding-block: 0.2em;
    }
    .placard-card :is(.placard-lead, .placard-status, .placard-act) {
      padding-block: 0.5em;
    }
    .placard-card .placard-status {
      --mark: #000;
    }
    .placard-card :is(.placard-act, .placard-primary > :is(a, span)) {
      background: none;
      color: #000;
    }
    .placard-card .placard-primary > :is(a, span) {
      border: 2px solid;
    }
    .placard-card .placard-hint {
      font-size: inherit;
    }
    .placard-card a[href^='http']::after {
      content: ' <' attr(href) '>';
      direction: ltr;
      unicode-bidi: isolate;
    }
    .placard-card :is(.placard-headline, .placard-languages) > a::after {
      content: none;
    }
    .placard-card p.placard-fold:not(:last-child) {
      display: none; /* the last link leads to the same place */
    }
    .placard-card :is(.placard-others button, .placard-copy, .placard-show, .placard-more, .placard-filter) {
      display: none;
    }
    .placard-card :is(.placard-status, .placard-act) {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .placard-card {
      --read: CanvasText;
      border-color: CanvasText;
    }
    .placard-card .placard-stamp {
      border-color: CanvasText;
      outline-color: CanvasText;
    }
    .placard-card :is(.placard-stamp, .placard-state, .placard-notice, .placard-message, .placard-primary > :is(a, span))::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .placard-card .placard-primary > :is(a, span) {
      border: 2px solid ButtonText;
    }
  }
`;
