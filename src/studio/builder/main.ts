/** The builder: a feed in, a snippet out, everything checked on the way. */
import type { Feed } from '../../feed/parse-feed.js';
import { originalIds } from '../../feed/translations.js';
import { selectItem } from '../../feed/select-item.js';
import { choicesIn, fromAddress, toAddress, type Choices } from './choices.js';
import { make } from './create-output.js';
import { outdate, tellMade, tellNothing } from './output.js';
import { siteAround } from './pages.js';
import { preview } from './preview.js';
import { addressFault, readAddress, readText, type Reading } from './load-feed.js';
import { loadScripts } from './scripts.js';
import { tellAccent, tellFile, tellItem, tellNames, tellReading } from './render-messages.js';
import { viewsOf } from './previews.js';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = find<HTMLFormElement>('choices');
const src = form.elements.namedItem('src') as HTMLInputElement;
const item = form.elements.namedItem('item') as HTMLSelectElement;
const scriptsField = form.elements.namedItem('scripts') as HTMLInputElement;
const accent = form.elements.namedItem('accent') as HTMLInputElement;
const swatch = find<HTMLInputElement>('swatch');
const opener = find<HTMLInputElement>('file');

scriptsField.defaultValue = new URL('dist/', location.href).href;
const defaults = choicesIn(form);
fromAddress(form, location.hash);
/** In the address, or chosen by hand: what was merely the newest of one feed gives way to that of another. */
let named = !item.selectedOptions[0]!.disabled;

const scriptsAt = await loadScripts();
let reading: Reading = { problems: [] };
/** Of `placard build`, where the feed is part of one. */
let site: string | undefined;
/** As long as one is open, it is what is read, and the address says where it will be published. */
let file: { name: string; text: string } | undefined;
let asked = new AbortController();
let work = Promise.resolve();

/** The newest wish alone counts: what is overtaken is neither awaited nor shown. */
async function read(fetching: (signal: AbortSignal) => Promise<Reading>): Promise<void> {
  asked.abort();
  const mine = (asked = new AbortController());
  find('verdict').textContent = 'Reading …';
  const got = await fetching(mine.signal);
  const found = await siteAround(got.feed, src.value.trim(), mine.signal);
  if (mine.signal.aborted) return;
  reading = got;
  site = found;
  offerItems(got.feed);
  update();
}

const readWhatIsThere = () =>
  read((signal) => (file ? Promise.resolve(readText(file.text, src.value.trim())) : readAddress(src.value.trim(), signal)));

/** Where readers' browsers will ask, if that can be. */
const address = (): string | undefined => (addressFault(src.value.trim()) ? undefined : src.value.trim());

function offerItems(feed?: Feed): void {
  if (!feed) return;
  const each = originalIds(feed).map((id) => new Option(feed.item(id)?.title ?? id, id));
  const wanted = named || feed.item(item.value) ? item.value : (selectItem(feed)?.id ?? '');
  item.replaceChildren(...each, new Option('Whatever the publisher publishes next', ''));
  if (wanted && !each.some(({ value }) => value === wanted))
    item.add(new Option(feed.item(wanted)?.title ?? `${wanted} (not in this feed)`, wanted), 0);
  item.value = wanted;
}

/** Counts the choices: a snippet of earlier ones is never offered. */
let turn = 0;

function update(): void {
  outdate();
  const own = ++turn;
  const choices = choicesIn(form);
  const hash = toAddress(choices, defaults);
  history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
  work = work.then(() => tell(choices, () => own === turn)).catch((error: unknown) => console.error(error));
}

async function tell(choices: Choices, isCurrent: () => boolean): Promise<void> {
  if (!isCurrent()) return;
  const { feed, text = '', url } = reading;
  const missing = !!feed && !!choices.item && !feed.item(choices.item);
  tellReading(find('verdict'), find('problems'), find('advice'), reading, missing ? choices.item : undefined);
  tellFile(find('opened'), file?.name, address());
  tellItem(find('item-note'), choices);
  tellAccent(find('accent-note'), accent, swatch);
  if (!feed) find('no-pages').hidden = true;
  const scripts = { scripts: scriptsAt(choices.scripts), ownScripts: scriptsAt(defaults.scripts) };
  const material = feed && !missing && { feed, text, url, site, ...scripts, signal: asked.signal };
  const made = material && (await make(choices, material));
  if (!isCurrent()) return;
  document.body.classList.toggle('ready', !!made);
  if (!made) return tellNothing(material ? 'This element has nothing to show for this item: choose another.' : '');

  const { takeaways, takeaway } = made;
  const possible = choices.take in takeaways;
  tellNames(find('naming'), made.names, made.left);
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=take]')) radio.disabled = !takeaways[radio.value];
  find('no-pages').hidden = !!made.pages;
  if (takeaway.asks && !address()) tellNothing(ADDRESSLESS, true);
  else tellMade(made, possible);

  const host = (of: string) => (URL.canParse(of) ? new URL(of).host : '');
  const views = viewsOf(possible ? choices.take : 'full', made.tried, {
    src: choices.src,
    missing: new URL('missing.json', location.href).href,
    besideScripts: host(choices.src) === host(choices.scripts),
    unpublished: !!file,
  });
  await preview(find('stage'), views, { lang: choices.lang || 'en', theme: choices.theme, accent: choices.accent });
}

const ADDRESSLESS =
  'Here would be a snippet, but it needs the address of the feed, and a file has none that a reader’s browser could ask. Publish the file, then enter its address. “HTML without a script” needs none.';

let typing: ReturnType<typeof setTimeout>;
src.addEventListener('input', () => {
  named = false;
  clearTimeout(typing);
  typing = setTimeout(() => void readWhatIsThere(), 300); // a pause in typing
});
form.addEventListener('input', ({ target }) => {
  if (target === src || target === opener) return;
  if (target === item) named = true;
  if (target === swatch) accent.value = swatch.value;
  update();
});
form.addEventListener('submit', (event) => event.preventDefault());
find('sample').addEventListener('click', () => {
  src.value = new URL('feed.json', location.href).href;
  named = false;
  close();
});
opener.addEventListener('change', async () => {
  const [chosen] = opener.files ?? [];
  named = false;
  file = chosen && { name: chosen.name, text: await chosen.text() };
  await readWhatIsThere();
});
find('close').addEventListener('click', () => {
  close();
  src.focus();
});
find('to-address').addEventListener('click', () => src.focus());

function close(): void {
  opener.value = '';
  file = undefined;
  void readWhatIsThere();
}

find('see').addEventListener('click', () => {
  find('views').scrollIntoView();
  find('views-title').focus({ preventScroll: true });
});
for (const radio of document.querySelectorAll<HTMLInputElement>('[name=width]')) {
  radio.addEventListener('change', () => {
    find('stage').dataset.width = radio.value;
  });
}

if (src.value) await readWhatIsThere();
else tellReading(find('verdict'), find('problems'), find('advice'), { problems: [] });
document.documentElement.dataset.builder = 'started';
