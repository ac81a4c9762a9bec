/** What loads after the closed card: the content of its sections, with its styles, and the full statement. */
import { unsafeCSS } from 'lit';
import { sectionStyles } from '../card/styles/sections.js';
import { listStyles } from '../card/styles/list.js';

export { folds } from '../card/folds/folds.js';
export { StatementHtml } from './controllers/statement-html.js';

export const styles = [unsafeCSS(sectionStyles), unsafeCSS(listStyles)];
