/** The search of the documentation. It runs in the browser, and loads the index at the first letter. */
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS, type Section } from './search-options.js';

const MAX_RESULTS = 12;

const box = document.querySelector<HTMLElement>('.search')!;
const input = box.querySelector('input')!;
const status = box.querySelector('[role=status]')!;
const list = box.querySelector('ol')!;

let index: Promise<MiniSearch<Section>> | undefined;

async function load(): Promise<MiniSearch<Section>> {
  const response = await fetch('search.json');
  if (!response.ok) throw new Error(String(response.status));
  return MiniSearch.loadJSON<Section>(await response.text(), SEARCH_OPTIONS);
}

async function show(): Promise<void> {
  const query = input.value.trim();
  if (!query) {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  let found;
  try {
    found = (await (index ??= load())).search(query) as unknown as Section[];
  } catch {
    index = undefined; // so that the next letter tries again
    status.textContent = 'The search cannot load its index.';
    return;
  }
  if (query !== input.value.trim()) return; // a later letter has its own results
  list.replaceChildren(...found.slice(0, MAX_RESULTS).map(resultOf));
  status.textContent = found.length === 1 ? '1 result' : `${found.length} results`;
}

function resultOf({ url, door, page, heading }: Section): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = heading || page;
  const place = document.createElement('small');
  place.textContent = heading ? `${door}: ${page}` : door;
  const item = document.createElement('li');
  item.append(link, ' ', place);
  return item;
}

input.addEventListener('input', () => void show());
if (input.value) void show(); // the browser can restore the text
