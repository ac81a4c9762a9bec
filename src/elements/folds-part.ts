/** What a reader opens: the content of the sections, with its styles. */
import { unsafeCSS } from 'lit';
import { foldStyles } from '../card/fold-styles.js';
import { listStyles } from '../card/list-styles.js';

export { folds } from '../card/folds/folds.js';

export const styles = [unsafeCSS(foldStyles), unsafeCSS(listStyles)];
