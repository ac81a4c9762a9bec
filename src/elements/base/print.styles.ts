/** On paper: one or two pages of A4, black on white, addresses written out, everything unfolded. */
import { css } from 'lit';

export const printStyles = css`
  @media print {
    /* As large as what is told: the card is laid out as a wide one. */
    .frame {
      font-size: 7.6pt;
    }
    .card,
    .card.auto,
    .card.dark {
      --ink: #000;
      --soft: #222;
      --line: #888;
      --paper: #fff;
      --accent: #000;
      --read: #000;
      --amber: #000;
      --blue: #000;
      --green: #000;
      --violet: #000;
      --grey: #000;
      --red: #000;
      --tint: 0%;
      --space: 0.55em;
      --edge: 0em;
      color-scheme: light;
      border-inline: 0;
      border-block-end: 0;
      font-size: 1em;
      line-height: 1.3;
      overflow: visible;
      max-block-size: none;
      print-color-adjust: exact;
    }
    li,
    figure,
    .status,
    .act {
      break-inside: avoid;
    }
    .headline {
      font-size: 2em;
    }
    a[href^='http']::after {
      content: ' <' attr(href) '>';
      font-size: 0.85em;
      overflow-wrap: anywhere;
    }
    .headline a::after,
    .languages a::after {
      content: none;
    }
    .card button,
    .action[href^='tel:'],
    .checked,
    .earlier > summary,
    .rest > summary {
      display: none;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
