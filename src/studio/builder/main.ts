/** The builder: loads a feed, checks it, and creates a snippet from the options of the form. */
import type { Feed } from '../../feed/parse-feed.js';
import { findRetraction, originalIds } from '../../feed/translations.js';
import { selectItem } from '../../feed/select-item.js';
import { applyHash, readState, stateToHash, type BuilderState } from './builder-state.js';
import { createOutput } from './create-output.js';
import { loadFromText, loadFromUrl, urlProblem, type LoadResult } from './load-feed.js';
import { disableOutput, showNoOutput, showOutput } from './output.js';
import { detectSite } from './pages.js';
import { setPreviews, showPreview } from './preview.js';
import { previewsOf } from './previews.js';
import { showAccent, showFeedStatus, showFile, showItemNote, showNames, showOwnLanguage } from './render-messages.js';
import { libraryFolder, loadScripts } from './scripts.js';
import { ownLanguage } from './snapshot.js';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = find<HTMLFormElement>('builder');
const src = form.elements.namedItem('src') as HTMLInputElement;
const item = form.elements.namedItem('item') as HTMLSelectElement;
const scriptsField = form.elements.namedItem('scripts') as HTMLInputElement;
const lang = form.elements.namedItem('lang') as HTMLSelectElement;
const accent = form.elements.namedItem('accent') as HTMLInputElement;
const swatch = find<HTMLInputElement>('swatch');
const fileInput = find<HTMLInputElement>('file');

/** The demo's own feed. A page without one asks for an address. */
const SAMPLE = form.dataset.sample && new URL(form.dataset.sample, location.href).href;

scriptsField.defaultValue = libraryFolder();
const defaults = readState(form);
applyHash(form, location.hash);
/** The user or the address chose the item. Otherwise the newest item of the next feed replaces it. */
let isItemChosen = !item.selectedOptions[0]!.disabled;

const scriptsAt = await loadScripts();
let loaded: LoadResult = { problems: [] };
/** The folder of the site that `placard build` made; undefined without such a site. */
let site: string | undefined;
/** The open file. While it is open, the address says where the file will be published. */
let file: { name: string; text: string } | undefined;
let activeLoad = new AbortController();
let queue = Promise.resolve();

/** Loads a feed and aborts the load before it: only the newest one is shown. */
async function load(start: (signal: AbortSignal) => Promise<LoadResult>): Promise<void> {
  activeLoad.abort();
  const { signal } = (activeLoad = new AbortController());
  find('feed-status').textContent = 'Loading …';
  const result = await start(signal);
  const detectedSite = await detectSite(result.feed, src.value.trim(), signal);
  if (signal.aborted) return;
  loaded = result;
  site = detectedSite;
  updateItems(result.feed);
  update();
}

const reload = () =>
  load((signal) => (file ? Promise.resolve(loadFromText(file.text, src.value.trim())) : loadFromUrl(src.value.trim(), signal)));

/** Returns the address that readers' browsers will fetch, if it is valid. */
const feedUrl = (): string | undefined => (urlProblem(src.value.trim()) ? undefined : src.value.trim());

function updateItems(feed?: Feed): void {
  if (!feed) return;
  const options = originalIds(feed).map((id) => new Option(feed.item(id)?.title ?? id, id));
  const selected = isItemChosen || feed.item(item.value) ? item.value : (selectItem(feed)?.id ?? '');
  item.replaceChildren(...options, new Option('Always the newest statement', ''));
  if (selected && !options.some(({ value }) => value === selected))
    item.add(new Option(feed.item(selected)?.title ?? `${selected} (not in this feed)`, selected), 0);
  item.value = selected;
}

/** Counts the updates, so that the output of earlier options is never shown. */
let latestUpdate = 0;

function update(): void {
  disableOutput();
  const number = ++latestUpdate;
  const state = readState(form);
  const hash = stateToHash(state, defaults);
  history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
  queue = queue.then(() => render(state, () => number === latestUpdate)).catch((error: unknown) => console.error(error));
}

async function render(state: BuilderState, isCurrent: () => boolean): Promise<void> {
  if (!isCurrent()) return;
  const { feed, text = '', url } = loaded;
  const isMissing = !!feed && !!state.item && !feed.item(state.item);
  showFeedStatus(find('feed-status'), find('problems'), find('publisher-notes'), loaded, isMissing ? state.item : undefined);
  showFile(find('open-file'), file?.name, feedUrl());
  showItemNote(find('item-note'), state, isWithdrawn(feed, state.item));
  const isSample = state.src === SAMPLE && !file;
  find('sample-note').hidden = !isSample;
  find('sample').hidden = !SAMPLE || isSample || !!feed;
  showAccent(find('accent-note'), accent, swatch);
  if (feed) showOwnLanguage(lang.options[0]!, ownLanguage(feed, state));
  else find('no-pages').hidden = true;
  const scripts = { scripts: scriptsAt(state.scripts), ownScripts: scriptsAt(defaults.scripts) };
  const input = feed && !isMissing && { feed, text, url, site, ...scripts, signal: activeLoad.signal };
  const output = input && (await createOutput(state, input));
  if (!isCurrent()) return;
  document.body.classList.toggle('ready', !!output);
  if (!output) return showNoOutput(input ? 'This part of the card is empty for this statement. Choose another part.' : '');

  const { formats, format } = output;
  const isAvailable = state.format in formats;
  showNames(find('names'), output.names, output.remainingNames);
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=format]')) radio.disabled = !formats[radio.value];
  find('no-pages').hidden = !!output.pages;
  if (format.fetchesFeed && !feedUrl()) showNoOutput(NO_FEED_URL, true);
  else showOutput(output, isAvailable);

  const host = (address: string) => (URL.canParse(address) ? new URL(address).host : '');
  const previews = previewsOf(isAvailable ? state.format : 'full', output.previewFormats, {
    src: state.src,
    missing: new URL('missing.json', location.href).href,
    sharesHostWithScripts: host(state.src) === host(state.scripts),
    isUnpublished: !!file,
  });
  setPreviews(find('stage'), previews, { lang: state.lang || 'en', theme: state.theme, accent: state.accent });
  await showState();
}

function isWithdrawn(feed: Feed | undefined, id: string | undefined): boolean {
  const item = id === undefined ? undefined : feed?.item(id);
  return !!feed && !!item && !!findRetraction(feed, item);
}

const NO_FEED_URL =
  'The snippet needs the address of the feed. Publish the file, then enter its address. “Newsletter, or a page without scripts” works without one.';

/** ms; the user has probably finished typing. */
const TYPING_PAUSE = 300;
let typingTimer: ReturnType<typeof setTimeout>;
src.addEventListener('input', () => {
  isItemChosen = false;
  latestUpdate++;
  disableOutput(); // it is of another address
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => void reload(), TYPING_PAUSE);
});
form.addEventListener('input', ({ target }) => {
  if (target === src || target === fileInput) return;
  if (target === item) isItemChosen = true;
  if (target === swatch) accent.value = swatch.value;
  update();
});
form.addEventListener('submit', (event) => event.preventDefault());
find('sample').addEventListener('click', () => {
  src.value = SAMPLE!;
  isItemChosen = false;
  closeFile();
});
fileInput.addEventListener('change', async () => {
  const [selected] = fileInput.files ?? [];
  isItemChosen = false;
  if (src.value === SAMPLE) src.value = ''; // the file has another address
  file = selected && { name: selected.name, text: await selected.text() };
  await reload();
});
find('close-file').addEventListener('click', () => {
  closeFile();
  src.focus();
});
find('to-address').addEventListener('click', () => src.focus());

function closeFile(): void {
  fileInput.value = '';
  file = undefined;
  void reload();
}

find('to-preview').addEventListener('click', () => {
  find('previews').scrollIntoView();
  find('previews-title').focus({ preventScroll: true });
});
for (const radio of document.querySelectorAll<HTMLInputElement>('[name=width]')) {
  radio.addEventListener('change', () => {
    find('stage').dataset.width = radio.value;
  });
}
for (const radio of document.querySelectorAll<HTMLInputElement>('[name=state]')) {
  radio.addEventListener('change', () => {
    void showPreview(find('stage'), radio.value);
  });
}

/** Shows a state that the chosen format has. */
async function showState(): Promise<void> {
  const hasState = (radio: HTMLInputElement) => !find(radio.value).closest('section')!.hidden;
  const radios = [...document.querySelectorAll<HTMLInputElement>('[name=state]')];
  for (const radio of radios) radio.disabled = !hasState(radio);
  const shown = radios.find((radio) => radio.checked && hasState(radio)) ?? radios.find(hasState);
  if (!shown) return;
  shown.checked = true;
  await showPreview(find('stage'), shown.value);
}

// The sample is there at once, so that the first click can copy code. A pasted address replaces it.
if (!location.hash && SAMPLE) src.value = SAMPLE;
src.addEventListener('focus', () => src.value === SAMPLE && src.select());
if (src.value) await reload();
else update();
document.documentElement.dataset.builder = 'started';
