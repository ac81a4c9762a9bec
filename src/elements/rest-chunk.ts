/** What every card needs after its first view: the client, long content, blocks of sections, announcements, the snapshot of the page. */
export { fit } from '../card/fit.js';
export { isHeld, watchFeed } from '../client/watch-feed.js';
export { changeSentence } from './controllers/change-sentence.js';
export { nextChange } from './controllers/next-change.js';
export { PrintController } from './controllers/print-controller.js';
export { StatementHtml } from './controllers/statement-html.js';
export { renewSnapshot } from './dom/renew-snapshot.js';
export { renderSection } from './render-section.js';
