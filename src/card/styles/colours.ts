/** The colours of a card: light, dark, and as the page or the reader has it. Any accent becomes readable. */
import { css } from './css.js';

const dark = css`
  --accent: var(--placard-accent, #ff8a7a);
  --ink: var(--placard-ink, #f0eee9);
  --soft: var(--placard-soft, #a9acb1);
  --line: var(--placard-line, #383b41);
  --paper: var(--placard-paper, #191b1e);
  --on: #16181b;
  --amber: #f0c060;
  --blue: #8fc1f5;
  --green: #8fd19e;
  --violet: #cdb0f5;
  --grey: #b9bcc1;
  --red: #ff9c8f;
  --tint: 11%;
  --white: max(0, (0.3 - y) / (1 - y));
  --own: (1 - var(--white));
  color-scheme: dark;
`;

export const colours = css`
  .placard-card {
    --accent: var(--placard-accent, #b3261e);
    --ink: var(--placard-ink, #16181b);
    --soft: var(--placard-soft, #5b6067);
    --line: var(--placard-line, #dcdad3);
    --paper: var(--placard-paper, #fff);
    --on: #fff;
    --amber: #7d5200;
    --blue: #1d5590;
    --green: #1c6638;
    --violet: #5f3d94;
    --grey: #4d5157;
    --red: #a3231b;
    --tint: 7%;
    /* A readable version of any accent: mix it with white or black in linear light until its luminance y has enough contrast. */
    --white: 0;
    --own: min(1, 0.13 / y);
    --read: color(
      from var(--accent) xyz-d65 calc(x * var(--own) + 0.95 * var(--white)) calc(y * var(--own) + var(--white))
        calc(z * var(--own) + 1.09 * var(--white))
    );
    color-scheme: light;
  }
  .placard-card.placard-dark {
    ${dark}
  }
  /* The page's own color scheme decides; where it has both, the reader's setting does. Older engines know the reader's setting alone. */
  @supports (color: light-dark(red, red)) {
    .placard-card:not(.placard-light, .placard-dark) {
      --accent: var(--placard-accent, light-dark(#b3261e, #ff8a7a));
      --ink: var(--placard-ink, light-dark(#16181b, #f0eee9));
      --soft: var(--placard-soft, light-dark(#5b6067, #a9acb1));
      --line: var(--placard-line, light-dark(#dcdad3, #383b41));
      --paper: var(--placard-paper, light-dark(#fff, #191b1e));
      --on: light-dark(#fff, #16181b);
      --amber: light-dark(#7d5200, #f0c060);
      --blue: light-dark(#1d5590, #8fc1f5);
      --green: light-dark(#1c6638, #8fd19e);
      --violet: light-dark(#5f3d94, #cdb0f5);
      --grey: light-dark(#4d5157, #b9bcc1);
      --red: light-dark(#a3231b, #ff9c8f);
      --tint: 9%;
      --read: light-dark(
        color(from var(--accent) xyz-d65 calc(x * min(1, 0.13 / y)) calc(y * min(1, 0.13 / y)) calc(z * min(1, 0.13 / y))),
        color(
          from var(--accent) xyz-d65 calc(x * (1 - max(0, (0.3 - y) / (1 - y))) + 0.95 * max(0, (0.3 - y) / (1 - y)))
            calc(y * (1 - max(0, (0.3 - y) / (1 - y))) + max(0, (0.3 - y) / (1 - y)))
            calc(z * (1 - max(0, (0.3 - y) / (1 - y))) + 1.09 * max(0, (0.3 - y) / (1 - y)))
        )
      );
      color-scheme: inherit;
    }
  }
  @supports not (color: light-dark(red, red)) {
    @media (prefers-color-scheme: dark) {
      .placard-card:not(.placard-light) {
        ${dark}
      }
    }
  }
`;
