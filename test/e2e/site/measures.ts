/** Scripts that measure a page for places.ts and wcag.node.ts. Each runs in the page, and returns the start of each faulty element’s HTML. */

/** Links in a sentence without an underline, and faulty fields without words. */
export const ONLY_COLOUR = `[
  ...[...document.querySelectorAll('p a')].filter((link) =>
    link.checkVisibility() && getComputedStyle(link).textDecorationLine === 'none' && link.parentElement.innerText.trim() !== link.innerText.trim()),
  ...[...document.querySelectorAll('[aria-invalid=true]')].filter((field) =>
    !(field.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent.trim())),
].map(({ outerHTML }) => outerHTML.slice(0, 160))`;

/** The visible controls, those of the cards too. */
export const CONTROLS = `[document, ...[...document.querySelectorAll('placard-campaign')].map(({ shadowRoot }) => shadowRoot)].flatMap((root) =>
  [...root.querySelectorAll('button, a, input, select, textarea, summary')].filter((each) => each.checkVisibility()).map((each) => each.id || each.textContent.trim()))`;

/** The addresses of all pictures of the first card, and the source of each drawing in its markup or its style. */
export const PICTURES = `[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('*')].flatMap((element) => [
  ...(element.matches('img, picture source, canvas, object, embed, video, svg') ? [element.currentSrc ?? element.outerHTML.slice(0, 160)] : []),
  ...[undefined, '::before', '::after'].flatMap((part) => {
    const { backgroundImage, maskImage, content } = getComputedStyle(element, part);
    return [backgroundImage, maskImage, content].filter((value) => /url\\(|gradient/.test(value));
  }),
])`;

/** Elements whose text is wider or higher than a box that hides the rest, and the page if it scrolls sideways. */
export const CUT_OFF = `(() => {
  const found = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  const hides = (value) => value === 'hidden' || value === 'clip';
  for (const element of document.querySelectorAll('main *, header *, nav *, footer *')) {
    if (!element.checkVisibility() || element.closest('.hidden, [inert]') || element.matches('input, select, textarea, iframe')) continue;
    if (element.querySelector(':scope > [type=file]')) continue; // an invisible input, larger than the words around it
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    // The name of a folded entry, whose whole text is in it.
    if (clientWidth <= 1 || textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && element.closest('summary'))) continue;
    if ((hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1))
      found.push(element.outerHTML.slice(0, 160));
  }
  return found;
})()`;

/** Fields that neither their border nor their background sets apart from what is behind them, with less than 3 to 1. */
export const WEAK_BORDERS = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    throw new Error('nothing opaque is behind ' + element.outerHTML.slice(0, 160));
  };
  const isWeak = (element) => {
    const style = getComputedStyle(element);
    if (element.matches('select') && style.borderStyle === 'none') return false; // its chosen words show where it is
    const around = behind(element);
    const fill = rgba(style.backgroundColor);
    const sides = ['Top', 'Bottom', 'Left', 'Right'].filter((side) => style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) > 0);
    const edges = sides.map((side) => contrast(rgba(style['border' + side + 'Color']), around));
    return Math.max(1, ...edges, fill[3] === 255 ? contrast(fill, around) : 1) < 3;
  };
  return [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file], [type=color]), select, textarea, [contenteditable=true]')]
    .filter((element) => element.checkVisibility() && !element.disabled && element.getBoundingClientRect().width > 1 && isWeak(element))
    .map(({ outerHTML }) => outerHTML.slice(0, 160));
})()`;

/**
 * The focused element: its place in the document, and its HTML if another element covers all of it. Undefined outside the page. A
 * frame has the place of the frame, because its content is another page.
 */
export const FOCUS = `(() => {
  let element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const place = [...document.querySelectorAll('*')].indexOf(element);
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const target = element.closest('label') ?? element;
  const boxes = [...target.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const root = element.getRootNode();
  const isSeen = ({ left, top, width, height }) => [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
    const hit = root.elementFromPoint(left + x * width, top + y * height);
    return hit && (target.contains(hit) || hit.contains(element));
  }));
  return { place, covered: boxes.length && !boxes.some(isSeen) ? element.outerHTML.slice(0, 160) : undefined };
})()`;

/** Leaves every field, and notes each key from then on. */
export const WATCH_KEYS = `(() => {
  document.activeElement.blur();
  window.keys = { pressed: [], handled: [] };
  window.onkeydown = ({ key, defaultPrevented }) => { // after the listeners of the page
    window.keys.pressed.push(key);
    if (defaultPrevented) window.keys.handled.push(key);
  };
})()`;

/** Notes no more keys. */
export const FORGET_KEYS = `window.onkeydown = null`;

/** The next Tab reaches the first control. After a blur alone, it would go on from the last place of the focus. */
export const TO_THE_START = `(() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
})()`;

/** The names of the links of the bar and of the places, in their order. */
export const LINKS = `Object.fromEntries(['header', 'nav'].map((part) => {
  const links = document.querySelector(part)?.querySelectorAll('a, button') ?? [];
  return [part, [...links].map((each) => each.textContent.trim()).join('|')];
}))`;

/** The pressed keys, those that a script has handled, and what a shortcut would change. */
export const KEY_EFFECTS = `({
  ...window.keys,
  address: location.href,
  focus: document.activeElement.tagName,
  dialogs: document.querySelectorAll('dialog[open], :popover-open').length,
})`;
