/** The looks `campaign` and `plain`. */
import { css } from './css.js';

export const looks = css`
  .placard-card.placard-campaign {
    --rule: 12px;
    --told: var(--placard-font, var(--sans));
    border-inline: 0;
    border-block-end: var(--rule) solid var(--ink);
  }
  .placard-campaign .placard-headline:not(:has(s)) {
    font-size: clamp(1.75em, 1.05em + 3.4cqi, 3.6em);
    font-weight: 800;
    line-height: 1.04;
    letter-spacing: -0.022em;
  }
  .placard-campaign .placard-act {
    padding-block: 1em;
    background: var(--accent);
    color: var(--on);
  }
  /* White words on a dark accent, black ones on a light accent: each has a contrast of 4.5 or more at this luminance. */
  @supports (color: color(from red xyz-d65 x y z)) {
    .placard-campaign .placard-act {
      --light: clamp(0, (0.18 - y) * 99999, 1);
      color: color(from var(--accent) xyz-d65 calc(0.95 * var(--light)) var(--light) calc(1.09 * var(--light)));
    }
  }
  .placard-campaign .placard-act :focus-visible {
    outline-color: currentcolor;
  }
  .placard-campaign .placard-primary > :is(a, span) {
    background: var(--paper);
    color: var(--ink);
  }
  .placard-campaign .placard-note {
    color: inherit;
  }
  .placard-campaign .placard-folds {
    border-block-start: 0;
  }
  .placard-card.placard-plain {
    --paper: var(--placard-paper, transparent);
    --ink: var(--placard-ink, currentcolor);
    --soft: var(--placard-soft, currentcolor);
    --line: var(--placard-line, currentcolor);
    --accent: var(--placard-accent, currentcolor);
    --read: currentcolor;
    --edge: 0px;
    --tint: 0%;
    --rule: 2px;
    --sans: var(--placard-sans, inherit);
    color-scheme: inherit;
    color: var(--placard-ink, inherit);
    border-inline: 0;
    border-block-end: 0;
  }
  .placard-plain .placard-primary > :is(a, span) {
    background: none;
    color: inherit;
    border: 2px solid;
  }
  .placard-plain :is(.placard-status, .placard-stamp) {
    --mark: currentcolor;
  }
`;
