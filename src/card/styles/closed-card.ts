/**
 * The style sheet of the closed card: the live element adopts it, and the build creates `placard.css` from it. Sizes are in em of the card,
 * and its text has at least 16 px. A later one wins over those before it. `media.ts` and `sections.ts` come after these; they load later.
 */
import { colours } from './colours.js';
import { box } from './box.js';
import { head } from './head.js';
import { status } from './status.js';
import { icons } from './icons.js';
import { actions } from './actions.js';
import { folds } from './folds.js';
import { looks } from './looks.js';
import { widths } from './widths.js';

export const cardStyles = [colours, box, head, status, icons, actions, folds, looks, widths].join('');
