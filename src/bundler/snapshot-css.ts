/**
 * Creates the style sheet of snapshots from the styles of the card. Its rules are more specific, because the style sheets of the page
 * apply to a snapshot, and not to a card in a shadow root.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'postcss';
import type { Plugin } from 'vite';
import { cardStyles } from '../card/styles/closed-card.js';
import { media } from '../card/styles/media.js';
import { sectionStyles } from '../card/styles/sections.js';

/** The class is written twice, so that a rule is more specific than the rules of themes for paragraphs, headings and links. */
const SNAPSHOT = '.placard-snapshot.placard-snapshot';

/** Parts that a snapshot does not have. */
const LIVE_ONLY = /^\.placard-frame|(button|\.placard-(shared(:empty)?|show|absent))$/;

/** Undoes the page's styles for each element in a snapshot. */
const RESET = `${SNAPSHOT}, ${SNAPSHOT} *, ${SNAPSHOT} ::before, ${SNAPSHOT} ::after { all: revert; }\n`;

/** Returns the styles of the card for the page's own tree. */
function snapshotCss(): string {
  const root = parse(cardStyles + media + sectionStyles);
  root.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => !LIVE_ONLY.test(selector));
    if (!selectors.length) return void rule.remove();
    rule.selectors = selectors.map((selector) => (selector.startsWith('.placard-snapshot') ? SNAPSHOT : `${SNAPSHOT} ${selector}`));
  });
  return RESET + root.toString();
}

/**
 * Returns a Vite plugin that replaces `@import 'placard:card'` with the style of the card. It also replaces the import of `placard.css`,
 * because Vite does not run plugins on a style sheet that another one imports.
 */
export function cardCss(): Plugin {
  return {
    name: 'card-css',
    transform: (code, id) => (id.endsWith('.css') ? withImports(code, dirname(id)) : null),
    enforce: 'pre',
  };
}

const withImports = (code: string, folder: string): string =>
  code
    .replace("@import './placard.css';", () => readFileSync(join(folder, 'placard.css'), 'utf8'))
    .replace("@import 'placard:card';", snapshotCss);
