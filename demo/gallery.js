// @ts-check
/**
 * Shows every card, or the one that `?show=` names, with the settings in the address:
 * `gallery.html?show=withdrawn&theme=dark&look=plain&width=320&lang=ar`. Runs before the elements are defined, so that
 * what is not shown never asks for its feed.
 */
const settings = new URLSearchParams(location.search);
const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const selects = form.querySelectorAll('select');

const shown = document.getElementById(settings.get('show') ?? '');
if (shown) {
  document.documentElement.classList.add('one');
  for (const section of document.querySelectorAll('main > section')) if (section !== shown) section.remove();
}

// The server answers each of these once, so that this page view sees its feed go stale.
const stale = document.querySelector('#stale [src]');
stale?.setAttribute('src', `stale.json?once=${crypto.randomUUID()}`);

for (const select of selects) {
  const value = settings.get(select.name);
  if (!value) continue;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value));
  select.value = value;
}

function apply() {
  for (const { name, value } of selects) {
    if (value) settings.set(name, value);
    else settings.delete(name);
  }
  document.documentElement.dataset.theme = settings.get('theme') ?? '';
  for (const stage of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.stage'))) {
    const width = Number(settings.get('width'));
    stage.style.maxInlineSize = width ? `${width}px` : '';
    const card = stage.querySelector('[src]');
    for (const name of ['theme', 'look', 'lang']) set(card, name);
    set(card?.parentElement !== stage ? card?.parentElement : stage, 'dir');
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.alone'))) {
    const alone = new URLSearchParams(settings);
    const { id } = /** @type {HTMLElement} */ (link.closest('section'));
    if (shown) {
      alone.delete('show');
      link.textContent = 'all';
      link.setAttribute('aria-label', 'All situations');
    } else alone.set('show', id);
    link.href = `?${alone}${shown ? `#${id}` : ''}`;
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
