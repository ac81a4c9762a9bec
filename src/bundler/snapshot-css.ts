/**
 * Makes the style sheet of snapshots from the style of the card: the same rules, strong enough to win against the page's own rules. A
 * snapshot is in the page, and the card is in a shadow root.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'postcss';
import type { Plugin } from 'vite';
import { cardStyles, sectionStyles } from '../card/card-styles.js';

/** Twice, so that a rule of three classes is above what themes write for paragraphs, headings and links. */
const SNAPSHOT = '.placard-snapshot.placard-snapshot';

/** Undoes the rules of the page's style sheets for each element in a snapshot. */
const RESET = `${SNAPSHOT}, ${SNAPSHOT} *, ${SNAPSHOT} ::before, ${SNAPSHOT} ::after { all: revert; }\n`;

/** @returns the style of the card for the page's own tree */
export function snapshotCss(): string {
  const root = parse(cardStyles + sectionStyles);
  root.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => !selector.startsWith('.placard-frame'));
    rule.selectors = selectors.map((selector) => (selector.startsWith('.placard-snapshot') ? SNAPSHOT : `${SNAPSHOT} ${selector}`));
  });
  return RESET + root.toString();
}

const embedCss = (): string => readFileSync(new URL('../embed/placard.css', import.meta.url), 'utf8');

/**
 * A Vite plugin: `@import 'placard:card'` in a style sheet brings the style of the card. Vite does not transform an imported style sheet,
 * so the plugin inserts `placard.css` too.
 */
export function cardCss(): Plugin {
  return {
    name: 'card-css',
    transform: (code, id) =>
      id.endsWith('.css') ? code.replace("@import './placard.css';", embedCss).replace("@import 'placard:card';", snapshotCss) : null,
    enforce: 'pre',
  };
}
