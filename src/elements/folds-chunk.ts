/** What a reader opens: the content of the sections, with its styles, and those of paper and forced colours. */
import { unsafeCSS } from 'lit';
import { sectionStyles } from '../card/styles/sections.js';
import { listStyles } from '../card/styles/list.js';
import { media } from '../card/styles/media.js';

export { folds } from '../card/folds/folds.js';

export const styles = [unsafeCSS(media), unsafeCSS(sectionStyles), unsafeCSS(listStyles)];
