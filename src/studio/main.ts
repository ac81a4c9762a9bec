/** Starts the studio: loads its language and the stored files, and renders the view that the address names. */
import { render } from 'lit';
import '../define.js';
import { DraftStore } from './drafts/draft-store.js';
import { openDropped, openFirst } from './open.js';
import { openSession } from './session.js';
import { Studio } from './studio.js';
import { casesPage } from './views/cases-view.js';
import { homeView } from './views/home-view.js';
import type * as LargeViews from './views/large-views.js';
import { laterView } from './views/later-view.js';
import { shell } from './views/shell.js';
import { chosenLanguage, loadWords } from './words/languages.js';

const words = await loadWords(chosenLanguage());
document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;
document.title = `${words.app}: ${words.homeTitle}`;

const root = document.getElementById('studio')!;
let isScheduled = false;

/** Renders once for all changes of the same moment. */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(() => {
    isScheduled = false;
    const view = content();
    if (view) render(shell(studio, view), root);
  });
}

/** The views with large libraries, when they are loaded. The first screen does not wait for them, and stays until then. */
let large: typeof LargeViews | undefined = undefined;

function content() {
  const { view } = studio.route;
  if (view !== 'import') {
    if (!studio.file) return homeView(studio);
    const { later } = studio.file.facts;
    if (later) return laterView(studio, later);
    if (view === 'home' || view === 'cases') return casesPage(studio);
  }
  return large?.[view](studio);
}

/** Resolves when the browser is idle, which is after the first screen in most cases: what follows must not slow it down. */
const firstPaint = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve); // Safari
  });

const studio = new Studio(new DraftStore(), words, schedule);

addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  if (!event.dataTransfer?.files.length) return; // text that is moved into a field
  event.preventDefault();
  void openDropped(studio, event.dataTransfer);
});
addEventListener('keydown', (event) => {
  const { target } = event;
  const edits = target instanceof HTMLElement && target.isContentEditable; // the text editor has its own history
  if (edits || !studio.file || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (event.shiftKey) studio.redo();
  else studio.undo();
});

const session = await openSession();
await studio.start(session === 'unreadable' ? undefined : session);
await openFirst(studio);
if (session === 'unreadable') studio.say(words.sessionUnreadable);
await firstPaint();
large = await import('./views/large-views.js');
schedule();
// Offline use. A browser without it, or a page from a folder of files, works as long as it is online.
navigator.serviceWorker?.register('worker.js').catch(() => {});
document.documentElement.dataset.studio = 'started';
