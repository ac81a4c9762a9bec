/** Icons of 16 px in the colour of the words next to them. The words have the same meaning. */
import { css } from './css.js';

export const icons = css`
  .placard-card :is(.placard-stamp, .placard-state, .placard-notice, .placard-message, .placard-primary > :is(a, span))::before {
    content: '';
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    background: var(--icon, currentcolor);
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
`;
