// @ts-check
/**
 * Shows all cards, or only the card in `?show=`, with the settings in the address:
 * `gallery.html?show=withdrawn&theme=dark&look=plain&width=320&lang=ar`. Runs before the elements are defined, so that
 * a removed card never fetches its feed.
 */
const settings = new URLSearchParams(location.search);
const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const selects = form.querySelectorAll('select');

const onlySection = document.getElementById(settings.get('show') ?? '');
if (onlySection) {
  document.documentElement.classList.add('one');
  for (const section of document.querySelectorAll('main > section')) if (section !== onlySection) section.remove();
}

// The server answers each of these addresses once. The feed is then stale in this page view.
const staleCard = document.querySelector('#stale [src]');
staleCard?.setAttribute('src', `stale.json?once=${crypto.randomUUID()}`);

for (const select of selects) {
  const value = settings.get(select.name);
  if (!value) continue;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value));
  select.value = value;
}

/** A copy of each stage from before the settings change it, with the elements that show its code. */
const samples = [...document.querySelectorAll('main > section')].map((section) => {
  const stage = /** @type {HTMLElement} */ (section.querySelector('.stage'));
  const copy = /** @type {HTMLElement} */ (stage.cloneNode(true));
  const code = document.createElement('code');
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.append(code);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  });
  const summary = document.createElement('summary');
  summary.textContent = 'Code';
  const details = document.createElement('details');
  details.append(summary, pre, button);
  section.append(details);
  return { copy, code, button };
});

/** Shows each sample as a partner would paste it: with absolute addresses, the settings on the tag, and the script. */
function showCode() {
  for (const { copy, code, button } of samples) {
    const stage = /** @type {HTMLElement} */ (copy.cloneNode(true));
    for (const element of stage.querySelectorAll('[src]')) element.setAttribute('src', new URL(element.getAttribute('src') ?? '', location.href).href);
    stage.querySelector('[src*=once]')?.setAttribute('src', new URL(`stale.json?once=${crypto.randomUUID()}`, location.href).href);
    const card = stage.querySelector('[src]');
    for (const name of ['theme', 'look', 'fold', 'lang']) if (settings.get(name)) set(card, name);
    const margin = /^\n( *)/.exec(stage.innerHTML)?.[1] ?? '';
    const html = stage.innerHTML.replaceAll(`\n${margin}`, '\n').trim();
    code.textContent = `${html}\n<script type="module" src="${new URL('dist/placard.js', location.href).href}"></script>`;
    button.textContent = 'Copy';
  }
}

function apply() {
  for (const { name, value } of selects) {
    if (value) settings.set(name, value);
    else settings.delete(name);
  }
  showCode();
  document.documentElement.dataset.theme = settings.get('theme') ?? '';
  for (const stage of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.stage'))) {
    const width = Number(settings.get('width'));
    stage.style.maxInlineSize = width ? `${width}px` : '';
    const card = stage.querySelector('[src]');
    for (const name of ['theme', 'look', 'fold', 'lang']) set(card, name);
    set(card?.parentElement !== stage ? card?.parentElement : stage, 'dir');
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.alone'))) {
    const params = new URLSearchParams(settings);
    const { id } = /** @type {HTMLElement} */ (link.closest('section'));
    if (onlySection) {
      params.delete('show');
      link.textContent = 'all';
      link.setAttribute('aria-label', 'All states');
    } else params.set('show', id);
    link.href = `?${params}${onlySection ? `#${id}` : ''}`;
  }
  history.replaceState(null, '', settings.size ? `?${settings}${location.hash}` : location.pathname + location.hash);
}

/** @param {Element | null | undefined} element @param {string} name */
function set(element, name) {
  const value = settings.get(name);
  if (!element) return;
  if (value) element.setAttribute(name, value);
  else if (name !== 'dir') element.removeAttribute(name);
  else element.setAttribute('dir', element.closest('[lang=ar]') ? 'rtl' : 'ltr');
}

form.addEventListener('change', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
