/** The builder: a feed in, a snippet out, everything checked on the way. */
import { NOWHERE } from '../../src/cli/inspect.js';
import type { Feed } from '../../src/feed/parse.js';
import { originalsIn } from '../../src/feed/translations.js';
import { selectItem } from '../../src/feed/select.js';
import { choicesIn, fromAddress, toAddress, type Choices } from './choices.js';
import { copies } from './copying.js';
import { bytesOf, costsOf } from './costs.js';
import { framed, pagesOf, siteAround } from './pages.js';
import { accentRule, show } from './preview.js';
import { addressFault, readAddress, readText, type Reading } from './reading.js';
import { loadScripts } from './scripts.js';
import { namesIn, takeSnapshot, withoutNames } from './snapshot.js';
import { embedOf, policyOf, takeawaysOf, type Takeaway } from './takeaways.js';
import { tellAccent, tellCosts, tellFile, tellItem, tellNames, tellReading } from './telling.js';
import { viewsOf } from './views.js';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = find<HTMLFormElement>('choices');
const src = form.elements.namedItem('src') as HTMLInputElement;
const item = form.elements.namedItem('item') as HTMLSelectElement;
const scriptsField = form.elements.namedItem('scripts') as HTMLInputElement;
const accent = form.elements.namedItem('accent') as HTMLInputElement;
const swatch = find<HTMLInputElement>('swatch');
const opener = find<HTMLInputElement>('file');
const output = find<HTMLTextAreaElement>('snippet');
const onceOutput = find<HTMLTextAreaElement>('once-snippet');
const copy = find<HTMLButtonElement>('copy');

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
  const each = originalsIn(feed).map((id) => new Option(feed.item(id)?.title ?? id, id));
  const wanted = named || feed.item(item.value) ? item.value : (selectItem(feed)?.id ?? '');
  item.replaceChildren(...each, new Option('Whatever the publisher publishes next', ''));
  if (wanted && !each.some(({ value }) => value === wanted))
    item.add(new Option(feed.item(wanted)?.title ?? `${wanted} (not in this feed)`, wanted), 0);
  item.value = wanted;
}

function update(): void {
  copy.disabled = true; // what is there is no longer what was chosen
  find('copied').textContent = '';
  find('copied-once').textContent = '';
  const choices = choicesIn(form);
  const hash = toAddress(choices, defaults);
  history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
  work = work.then(() => make(choices)).catch((error: unknown) => console.error(error));
}

async function make(choices: Choices): Promise<void> {
  const { feed } = reading;
  const missing = !!feed && !!choices.item && !feed.item(choices.item);
  tellReading(find('verdict'), find('problems'), find('advice'), reading, missing ? choices.item : undefined);
  tellFile(find('opened'), file?.name, address());
  tellItem(find('item-note'), choices);
  tellAccent(find('accent-note'), accent, swatch);
  document.body.classList.toggle('ready', !!feed && !missing);
  if (!feed) find('no-pages').hidden = true;
  if (!feed || missing) return tellNothing();

  const id = choices.item || selectItem(feed)?.id || '';
  const whole = await takeSnapshot(feed, choices, find('room'));
  const names = namesIn(whole?.snapshot ?? '', feed);
  const less = names.length > 0 && choices.names === 'no';
  const shown = less ? await takeSnapshot(withoutNames(reading.text!, reading.url ?? NOWHERE), choices, find('room')) : whole;
  if (!shown) return tellNothing('This element has nothing to show for this item: choose another.');
  tellNames(find('naming'), names, less ? namesIn(shown.snapshot, feed) : []);

  const scripts = scriptsAt(choices.scripts);
  const embed = embedOf(feed, choices, shown.snapshot);
  const shownItem = feed.item(id);
  const built = selectItem(feed, { id, language: choices.lang });
  const title = `${feed.head._placard?.publisher.name}: ${built?.title ?? built?.id}`;
  const single = site !== undefined && built && choices.tag !== 'placard-list';
  const pages = single ? await pagesOf(site!, choices.src, built.id, title, asked.signal) : undefined;
  const takeaways = takeawaysOf(embed, title, scripts, pages);
  const local = takeawaysOf(embed, title, scriptsAt(defaults.scripts), pages);
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=take]')) radio.disabled = !takeaways[radio.value];
  find('no-pages').hidden = !!pages;
  const takeaway = takeaways[choices.take] ?? takeaways.full!;

  if (takeaway.asks && !address()) {
    tellNothing(
      'Here would be a snippet, but it needs the address of the feed, and a file has none that a reader’s browser could ask. Publish the file, then enter its address. “HTML without a script” needs none.',
    );
    find('to-address').hidden = false;
    document.body.classList.add('ready');
    return preview(choices, local);
  }
  output.value = takeaway.text;
  onceOutput.value = takeaway.once ?? '';
  find('once').hidden = !takeaway.once;
  find('told').hidden = false;
  find('to-address').hidden = true;
  find('how').textContent = [
    takeaways[choices.take] ? '' : 'There is no page to link to or to frame; here is the HTML instead.',
    takeaway.how,
    takeaway.text.includes(new URL(NOWHERE).host)
      ? 'Some of its links go by the feed’s address: enter that first, or they lead nowhere.'
      : '',
  ]
    .join(' ')
    .trim();
  const pictures = shownItem ? [shownItem.image, ...(shownItem._placard?.media ?? []).map(({ url }) => url)] : [];
  find('policy').textContent =
    policyOf(
      takeaway,
      scripts,
      choices,
      pictures.filter((url) => url !== undefined),
      pages,
    ) || 'Nothing.';
  const rule = takeaway.asks ? accentRule(choices.accent).trim() : ''; // a frame has its publisher's, and plain HTML none
  find('style').textContent = rule;
  find('styled').hidden = !rule;
  const parts = [
    ...(choices['public-key'] ? ['signature'] : []),
    ...(choices.tag === 'placard-statement' && built?.content_html ? ['statement'] : []),
  ];
  // The frame has the whole card, whatever was chosen for the page itself.
  const framedCard = { tag: 'placard-campaign', item: built?.id, lang: '' };
  const card = (takeaway.framed && (await takeSnapshot(feed, framedCard, find('room')))) || shown;
  const frame = takeaway.framed && pages && (await framed(pages, asked.signal));
  const own = takeaway.text === pages?.page ? undefined : bytesOf(takeaway.text);
  tellCosts(find('costs'), costsOf(takeaway, scripts, { feed: reading.text!, shown: card, parts }, frame), own);
  copy.disabled = false;
  await preview(choices, local);
}

/** @param takeaways with scripts that this page's own policy lets run */
async function preview(choices: Choices, takeaways: Record<string, Takeaway>): Promise<void> {
  const around = { lang: choices.lang || 'en', theme: choices.theme, accent: choices.accent };
  const host = (url: string) => (URL.canParse(url) ? new URL(url).host : '');
  const views = viewsOf(takeaways[choices.take] ? choices.take : 'full', takeaways, {
    src: choices.src,
    missing: new URL('missing.json', location.href).href,
    besideScripts: host(choices.src) === host(choices.scripts),
    unpublished: !!file,
  });
  await Promise.all(
    (['bare', 'live', 'down'] as const).map((id) => {
      const [frame, view] = [find<HTMLIFrameElement>(id), views[id]];
      const box = frame.closest('section')!;
      box.hidden = !view;
      if (!view) return undefined;
      box.querySelector('h3')!.textContent = frame.title = view.title;
      return show(frame, { ...around, snippet: view.snippet });
    }),
  );
}

function tellNothing(why = ''): void {
  output.value = '';
  find('how').textContent = why;
  find('to-address').hidden = true;
  find('told').hidden = true;
  find('once').hidden = true;
  copy.disabled = true;
  document.body.classList.remove('ready');
}

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

copies(copy, output, find('copied'));
copies(find('copy-once'), onceOutput, find('copied-once'));
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
