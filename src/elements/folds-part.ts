/** What loads after the closed card: the content of its sections, with its styles, and the full statement. */
import { unsafeCSS } from 'lit';
import { foldStyles } from '../card/fold-styles.js';
import { listStyles } from '../card/list-styles.js';

export { folds } from '../card/folds/folds.js';
export { StatementHtml } from './controllers/statement-html.js';

export const styles = [unsafeCSS(foldStyles), unsafeCSS(listStyles)];
