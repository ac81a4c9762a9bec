/**
 * The only style sheet source of a card: the live element adopts it, and the build creates `placard.css` from it. Sizes are in em of the
 * card, and its text has at least 16 px. Container queries, not media queries, choose the layout.
 */

/** Returns the text as it is. The name lets the build step shorten it (src/bundler/minify-templates.ts). */
const css = String.raw;

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

/** The closed card. */
export const cardStyles = css`
  .placard-frame,
  .placard-snapshot {
    container: placard / inline-size;
    writing-mode: horizontal-tb;
  }
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
    --told: var(--placard-font, inherit);
    --sans: var(--placard-sans, system-ui, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --edge: clamp(16px, 5cqi, 40px);
    --rule: 6px;
    --small: 0.875em;
    box-sizing: border-box;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    color-scheme: light;
    background: var(--paper);
    color: var(--ink);
    border: var(--placard-border, 1px) solid var(--line);
    border-block-start: var(--rule) solid var(--accent);
    border-radius: var(--placard-radius, 0);
    font-family: var(--told);
    font-size: max(1rem, 16px);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.36;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    hyphens: manual;
    user-select: text;
    -webkit-user-select: text;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    pointer-events: auto;
    cursor: auto;
    /* Only a focus ring at the edge paints outside. */
    overflow: clip;
    overflow-clip-margin: 6px;
  }
  /* The last limit, for characters wider than all that were measured. Opening a section removes the limit. */
  .placard-card {
    max-block-size: 80000px;
  }
  .placard-card:not(:has([open], .placard-whole, .placard-column)) {
    max-block-size: 20000px;
  }
  .placard-card:has(.placard-rest[open], .placard-earlier[open], .placard-warning[open], .placard-whole) {
    max-block-size: none;
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
  .placard-card * {
    box-sizing: border-box;
  }
  .placard-card :is(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote) {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  .placard-card :is(ul, ol) {
    list-style: none;
  }
  .placard-card cite {
    font-style: normal;
  }
  .placard-card strong {
    font-weight: 650;
  }
  .placard-card a {
    color: inherit;
    text-decoration-line: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: from-font;
  }
  .placard-card a:hover {
    text-decoration-thickness: 2px;
  }
  .placard-card :focus-visible {
    outline: 3px solid;
    outline-color: var(--read); /* separate: without relative colours, the browser keeps the colour of the text */
    outline-offset: 2px;
  }
  .placard-card > [class] {
    padding-inline: var(--edge);
  }
  .placard-card :is(.placard-masthead, .placard-since, .placard-notice, .placard-others, .placard-foot, .placard-hint, figcaption, time) {
    font-family: var(--sans);
  }
  .placard-card .placard-masthead {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.75em 0.1em;
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.4;
  }
  .placard-card .placard-masthead:has(+ .placard-status) {
    padding-block-end: 0.75em;
  }
  /* The kind and the name are one line, unless the date is at the other end. */
  .placard-card .placard-masthead:not(:has(> span)) {
    display: block;
  }
  .placard-card .placard-masthead strong {
    color: var(--ink);
  }
  .placard-card .placard-headline {
    padding-block: 0.15em 0.6em;
    font-size: clamp(1.375em, 0.95em + 2.3cqi, 2.375em);
    font-weight: 700;
    line-height: 1.13;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .placard-card .placard-headline a {
    text-decoration-line: none;
  }
  .placard-card .placard-headline a:hover {
    text-decoration-line: underline;
  }
  .placard-card .placard-headline:lang(ar, fa, ur, he) {
    letter-spacing: normal;
    line-height: 1.32;
  }
  .placard-card .placard-status {
    --mark: var(--grey);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.5em 1em;
    padding-block: 0.75em;
    border-block: 1px solid var(--line);
    background: color-mix(in srgb, var(--mark) var(--tint), var(--paper));
  }
  .placard-card .placard-status + .placard-status {
    border-block-start: 0;
  }
  .placard-card .placard-mark-open {
    --mark: var(--amber);
  }
  .placard-card .placard-mark-for {
    --mark: var(--green);
  }
  .placard-card .placard-mark-against {
    --mark: var(--ink);
  }
  .placard-card .placard-mark-appeal {
    --mark: var(--violet);
  }
  .placard-card .placard-mark-neutral {
    --mark: var(--blue);
  }
  .placard-card .placard-mark-withdrawn {
    --mark: var(--red);
  }
  .placard-card .placard-stamp {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.5em;
    align-items: center;
    justify-self: start;
    margin: 3px;
    padding: 0.4em 0.7em;
    border: 2px solid var(--mark);
    outline: 1px solid var(--mark);
    outline-offset: 2px;
    color: var(--mark);
    font-family: var(--sans);
    font-size: var(--small);
    line-height: 1.2;
  }
  .placard-card .placard-stamp strong {
    font-weight: 750;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .placard-card .placard-stamp:lang(ar, fa, ur, he) strong {
    letter-spacing: normal;
  }
  .placard-card .placard-stamp time {
    grid-column: 1 / -1;
    font-variant-numeric: tabular-nums;
  }
  /* Icons of 16 px in the colour of the words next to them. The words have the same meaning. */
  .placard-card :is(.placard-stamp, .placard-state, .placard-notice, .placard-message, .placard-primary > :is(a, span))::before {
    content: '';
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    background: currentcolor;
  }
  .placard-card :is(.placard-mark-open > .placard-stamp, .placard-state.placard-mark-open)::before {
    clip-path: path(
      evenodd,
      'M15.5 8a7.5 7.5 0 1 1-15 0 7.5 7.5 0 1 1 15 0M13.6 8a5.6 5.6 0 1 0-11.2 0 5.6 5.6 0 1 0 11.2 0M7 3.8h1.9v3.7l2.7 1.6-1 1.6L7 8.6z'
    );
  }
  .placard-card :is(.placard-mark-for > .placard-stamp, .placard-state.placard-mark-for)::before {
    clip-path: path(evenodd, 'M.5.5h15v15H.5zM2.4 2.4v11.2h11.2V2.4zM6.9 11.6 3.8 8.5l1.3-1.3 1.8 1.8 4-4.3 1.3 1.3z');
  }
  .placard-card :is(.placard-mark-against > .placard-stamp, .placard-state.placard-mark-against)::before {
    clip-path: path(
      evenodd,
      'M.5.5h15v15H.5zM2.4 2.4v11.2h11.2V2.4zM5.6 4.3 8 6.7l2.4-2.4 1.3 1.3L9.3 8l2.4 2.4-1.3 1.3L8 9.3l-2.4 2.4-1.3-1.3L6.7 8 4.3 5.6z'
    );
  }
  .placard-card :is(.placard-mark-appeal > .placard-stamp, .placard-state.placard-mark-appeal)::before {
    clip-path: path('M2 15V4.9h8.3L7.6 2.3 9 .9l4.9 4.9L9 10.7 7.6 9.3l2.5-2.5H3.9V15z');
  }
  .placard-card :is(.placard-mark-neutral > .placard-stamp, .placard-state.placard-mark-neutral)::before {
    clip-path: path(evenodd, 'M.5.5h15v15H.5zM2.4 2.4v11.2h11.2V2.4zM4.5 5.2h7v1.9h-7zM4.5 8.9h7v1.9h-7z');
  }
  .placard-card
    :is(.placard-mark-unknown > .placard-stamp, .placard-state.placard-mark-unknown, .placard-icon-unknown, .placard-icon-none)::before {
    clip-path: path(
      evenodd,
      'M15.5 8a7.5 7.5 0 1 1-15 0 7.5 7.5 0 1 1 15 0M13.6 8a5.6 5.6 0 1 0-11.2 0 5.6 5.6 0 1 0 11.2 0M6.8 6.8h2.4v2.4H6.8z'
    );
  }
  .placard-card :is(.placard-mark-withdrawn > .placard-stamp, .placard-state.placard-mark-withdrawn)::before {
    clip-path: path('M3 1.3 8 6.3l5-5L14.7 3l-5 5 5 5L13 14.7l-5-5-5 5L1.3 13l5-5-5-5z');
  }
  .placard-card .placard-icon-stale::before {
    clip-path: path('M8 .8 15.8 15H.2zM7 5.8v4.7h2V5.8zM7 11.7v2h2v-2z');
  }
  .placard-card .placard-icon-phone > a::before {
    clip-path: path(
      'M4.6.9 7.1 5.4 5.9 6.9c.8 1.5 1.7 2.4 3.2 3.2l1.5-1.2 4.5 2.5c.1 2.4-1.3 3.9-3.6 3.9C5.8 15.3.7 10.2.7 4.5.7 2.2 2.2.8 4.6.9z'
    );
  }
  .placard-card .placard-icon-mail > a::before {
    clip-path: path('M.5 2.5h15L8 8.2zM.5 4.5 8 10.3l7.5-5.8v9H.5z');
  }
  .placard-card .placard-icon-pen > a::before {
    clip-path: path('M1.2 14.8 2.2 10.6 9.3 3.5l3.2 3.2-7.1 7.1zM10.4 2.4 11.8 1 15 4.2l-1.4 1.4z');
  }
  .placard-card .placard-icon-link > a::before {
    clip-path: path('M8.6 2.3 14.3 8l-5.7 5.7-1.4-1.4L10.5 9H1.7V7h8.8L7.2 3.7z');
  }
  .placard-card .placard-now {
    display: contents;
  }
  .placard-card .placard-sentence {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.28;
    text-wrap: pretty;
  }
  .placard-card :is(.placard-also, .placard-since) {
    grid-column: 1 / -1;
    text-wrap: pretty;
  }
  .placard-card .placard-since {
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.42;
  }
  .placard-card .placard-notices {
    padding-inline: 0;
  }
  /* Not a flex box: it would put a link in a sentence into a column of its own. */
  .placard-card .placard-notice {
    position: relative;
    padding-block: 0.55em;
    padding-inline: calc(var(--edge) + 16px + 0.6em) var(--edge);
    border-block-end: 1px solid var(--line);
    font-size: var(--small);
  }
  .placard-card .placard-notice::before {
    position: absolute;
    inset-block-start: 0.7em;
    inset-inline-start: var(--edge);
    background: var(--amber);
  }
  .placard-card .placard-lead {
    padding-block: 0.85em;
  }
  .placard-card .placard-lead::after {
    content: '';
    display: block;
    clear: both;
  }
  .placard-card .placard-summary {
    max-inline-size: 42em;
  }
  .placard-card .placard-picture img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
    overflow: auto; /* the description of a picture scrolls while the picture loads */
    object-fit: cover;
    background: var(--line);
  }
  .placard-card .placard-lead .placard-picture {
    float: inline-end;
    inline-size: 6.25em;
    margin-block: 0.3em 0.15em;
    margin-inline-start: 0.9em;
  }
  .placard-card .placard-lead .placard-picture img {
    aspect-ratio: 4 / 5;
  }
  /* The small picture beside the first sentences keeps its room, so that the sentences do not move. */
  .placard-card :not(.placard-lead) > .placard-picture .placard-absent {
    inline-size: auto; /* WebKit would make a square of its full width */
    aspect-ratio: auto;
    background: none;
    color: var(--soft);
    font-size: var(--small);
  }
  .placard-card figcaption {
    padding-block-start: 0.25em;
    color: var(--soft);
    font-size: var(--small);
    line-height: 1.3;
  }
  .placard-card .placard-act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1.1em;
    padding-block-end: 0.45em;
  }
  .placard-card .placard-primary {
    flex: 1 1 17em;
    font-family: var(--sans);
    font-size: 1em;
    line-height: 1.2;
  }
  .placard-card .placard-primary > :is(a, span) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    align-items: center;
    gap: 0 0.8em;
    min-block-size: 52px;
    padding: 0.4em 1em;
    background: var(--ink);
    color: var(--paper);
    text-decoration-line: none;
  }
  .placard-card .placard-primary > :is(a, span)::before {
    grid-row: span 2;
  }
  .placard-card .placard-primary > :is(a, span) > :is(small, strong) {
    grid-column: 2;
  }
  .placard-card .placard-primary > :is(a, span):not(:has(small))::before {
    grid-row: auto;
  }
  .placard-card .placard-primary a:hover strong {
    text-decoration: underline 2px;
  }
  .placard-card .placard-primary small {
    display: block;
    font-size: var(--small);
  }
  .placard-card .placard-primary strong {
    display: block;
    font-size: 1.1875em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    font-size: var(--small);
  }
  .placard-card .placard-others > * {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.35em;
    min-block-size: 40px;
    border: 0;
    padding: 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  .placard-card .placard-others :is(a, button) {
    font-weight: 600;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .placard-card .placard-shared {
    flex-basis: 100%;
    font-size: var(--small);
  }
  .placard-card .placard-shared:empty {
    display: none;
  }
  .placard-card .placard-note {
    color: var(--soft);
  }
  .placard-card .placard-folds {
    padding-inline: 0;
    border-block-start: 1px solid var(--line);
  }
  .placard-card .placard-fold + .placard-fold {
    border-block-start: 1px solid var(--line);
  }
  .placard-card .placard-fold > :is(summary, a) {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 44px;
    padding: 0.3em var(--edge);
    list-style: none;
    cursor: pointer;
    font-family: var(--sans);
    font-size: 0.9375em;
    line-height: 1.25;
    text-decoration-line: none;
  }
  .placard-card .placard-fold > summary::-webkit-details-marker {
    display: none;
  }
  .placard-card .placard-fold > :is(summary, a):focus-visible {
    outline-offset: -3px;
  }
  .placard-card .placard-fold > :is(summary, a):hover strong {
    text-decoration: underline;
  }
  .placard-card .placard-hint {
    margin-inline-start: auto;
    color: var(--soft);
    font-size: 0.9334em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-fold > :is(summary, a)::after {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.15em 0.2em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: translateY(-0.12em) rotate(45deg);
  }
  .placard-card .placard-fold > :is(summary, a):not(:has(.placard-hint))::after {
    margin-inline-start: auto;
  }
  .placard-card .placard-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1.1em;
    padding-block: 0.5em 0.55em;
    border-block-start: 1px solid var(--line);
    color: var(--soft);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-foot a {
    display: inline-block;
    min-block-size: 24px;
  }
  .placard-card .placard-languages {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  .placard-card .placard-correct {
    margin-inline-start: auto;
  }
  .placard-card .placard-headline:has(s) {
    padding-block-start: 0.7em;
    color: var(--soft);
    font-size: 1.25em;
    line-height: 1.25;
  }
  .placard-card s {
    text-decoration: line-through 2px var(--red);
  }
  .placard-card .placard-reason {
    max-inline-size: 46em;
    padding-block: 0 1.1em;
  }
  .placard-card .placard-message {
    display: flex;
    gap: 0.6em;
    align-items: center;
    padding-block: 1em;
    font-family: var(--sans);
  }
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
    background: var(--read);
    color: var(--on);
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
  .placard-card [open].placard-fold > summary::after {
    transform: translateY(0.12em) rotate(-135deg);
  }
  .placard-card .placard-inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.4em;
    padding: 0.3em var(--edge) 1.2em;
  }
  .placard-card :is(.placard-earlier, .placard-rest, .placard-warning) > .placard-inside {
    padding-inline: 0;
  }
  .placard-card :is(.placard-earlier, .placard-rest) > summary {
    padding-block: 0.4em;
    cursor: pointer;
    font-family: var(--sans);
    font-size: var(--small);
  }
  .placard-card .placard-show {
    justify-self: start;
    padding: 0.4em 0.8em;
    border: 1px solid;
    background: none;
    color: inherit;
    font-family: var(--sans);
    font-size: var(--small);
    font-weight: 600;
    cursor: pointer;
  }
  /* An address, or names on lines. The text of a snapshot has elements for its line breaks. */
  .placard-card p:is(.placard-text, .placard-act-text, .placard-also, .placard-reason) {
    white-space: pre-line;
  }
  .placard-card :is(.placard-occasion, .placard-calendar, .placard-progress, .placard-act-text, .placard-act > .placard-rest) {
    flex-basis: 100%;
    margin: 0;
    font-size: var(--small);
    text-wrap: pretty;
  }
  .placard-card :is(.placard-occasion, .placard-progress) {
    font-family: var(--sans);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .placard-card .placard-rest .placard-act-text {
    margin-block-end: 0.6em;
    font-size: inherit;
  }
  .placard-card .placard-warning {
    grid-column: 1 / -1;
  }
  .placard-card .placard-warning > summary {
    padding-block: 0.4em;
    cursor: pointer;
    font-family: var(--sans);
    font-size: var(--small);
  }
  /* Narrow: the stamp above the sentence. */
  @container placard (max-width: 21em) {
    .placard-card .placard-status {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 0.3em;
      padding-block: 0.65em;
    }
    .placard-card .placard-lead .placard-picture {
      inline-size: 5.25em;
    }
    .placard-card .placard-hint {
      display: none;
    }
    .placard-card .placard-fold > :is(summary, a)::after {
      margin-inline-start: auto;
    }
  }
  /* Half of a screen: sentence and facts in one row, and the sections in one row while all are closed. */
  @container placard (min-width: 38em) {
    .placard-card .placard-languages {
      flex: 0 1 auto;
    }
    .placard-card .placard-masthead {
      padding-block: 1em 0.2em;
    }
    .placard-card .placard-headline {
      padding-block: 0.2em 0.7em;
    }
    .placard-card .placard-status {
      gap: 0.5em 1.5em;
      padding-block: 0.9em;
    }
    .placard-card .placard-now {
      display: grid;
      gap: 0.15em;
    }
    .placard-card .placard-lead {
      padding-block: 1.1em 1.05em;
      font-size: 1.0625em;
    }
    .placard-card .placard-lead .placard-picture {
      inline-size: 11.75em;
      margin-inline-start: 1.65em;
    }
    .placard-card .placard-lead .placard-picture img {
      aspect-ratio: 3 / 2;
    }
    .placard-card .placard-primary {
      flex: 0 1 auto;
    }
    .placard-card .placard-primary > :is(a, span) {
      padding-inline: 1.2em 1.5em;
    }
    .placard-card .placard-act {
      gap: 0.4em 1.6em;
      padding-block-end: 1.15em;
    }
    .placard-card .placard-folds:not(:has([open])) {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: auto;
      justify-content: stretch;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold + .placard-fold {
      border-block-start: 0;
      border-inline-start: 1px solid var(--line);
    }
    .placard-card .placard-folds:not(:has([open])) .placard-hint {
      display: none;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold > :is(summary, a) {
      padding-inline: 16px;
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold:first-child > :is(summary, a) {
      padding-inline-start: var(--edge);
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold:last-child > :is(summary, a) {
      padding-inline-end: var(--edge);
    }
    .placard-card .placard-folds:not(:has([open])) > .placard-fold > :is(summary, a)::after {
      margin-inline-start: auto;
    }
  }
  /* Wide: headline, words and picture. Below them, one line with the status and the actions. */
  @container placard (min-width: 56em) {
    .placard-card:has(> .placard-lead) {
      grid-template-columns: minmax(0, 1fr) 21em;
    }
    .placard-card:has(> .placard-lead) > *,
    .placard-card .placard-lead > .placard-summary {
      grid-column: 1 / -1;
    }
    .placard-card:has(> .placard-lead) > .placard-masthead {
      grid-row: 1;
    }
    .placard-card:has(> .placard-lead) > .placard-headline {
      grid-row: 2;
      padding-inline-end: 0.5em;
    }
    .placard-card > .placard-lead {
      display: contents;
    }
    .placard-card .placard-lead::after {
      content: none;
    }
    .placard-card .placard-lead > .placard-summary {
      grid-row: 3;
      padding-block: 0.1em 1.5em;
      padding-inline: var(--edge) 1em;
    }
    .placard-card .placard-lead > .placard-picture {
      float: none;
      grid-area: 2 / 2 / span 2;
      inline-size: auto;
      margin-block: 0.5em 1.3em;
      margin-inline: 0 var(--edge);
    }
    .placard-card:has(> .placard-lead > .placard-picture) > .placard-headline,
    .placard-card .placard-lead > .placard-picture + .placard-summary,
    .placard-card:has(> .placard-lead):has(> .placard-act) > :is(.placard-status, .placard-rest) {
      grid-column: 1;
    }
    .placard-card:has(> .placard-lead) > .placard-notices {
      grid-row: 4;
      border-block-start: 1px solid var(--line);
    }
    .placard-card:has(> .placard-lead) > .placard-status {
      grid-row: 5;
      align-content: start;
    }
    .placard-card:has(> .placard-lead) > .placard-status + .placard-status {
      grid-row: 6;
    }
    .placard-card:has(> .placard-lead) > .placard-rest {
      grid-row: 7;
    }
    .placard-card:has(> .placard-lead) > .placard-act {
      grid-row: 8;
    }
    .placard-card:has(> .placard-lead):has(> .placard-status) > .placard-act {
      grid-area: 5 / 2 / span 3;
      align-content: start;
      padding-block: 0.9em;
      border-block-start: 1px solid var(--line);
      border-inline-start: 1px solid var(--line);
      padding-inline-start: 1.2em;
    }
    .placard-card:has(> .placard-lead) > .placard-folds {
      grid-row: 9;
    }
    .placard-card:has(> .placard-lead) > .placard-foot {
      grid-row: 10;
    }
    .placard-card .placard-act .placard-primary {
      flex: 1 1 100%;
    }
  }
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
    }
    .placard-card :is(.placard-lead, .placard-status, .placard-act) {
      padding-block: 0.5em;
    }
    .placard-card .placard-status {
      --mark: #000;
    }
    .placard-card .placard-primary > :is(a, span) {
      background: none;
      color: #000;
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
    .placard-card :is(.placard-headline, .placard-fold, .placard-languages) > a::after,
    .placard-card .placard-others button,
    .placard-card .placard-fold > summary::after {
      content: none;
    }
    .placard-card .placard-others button {
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
