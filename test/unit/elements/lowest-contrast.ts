/** Measures the contrast between words and their background, as the browser draws them. Runs in the page. */

type Colour = [red: number, green: number, blue: number, alpha: number];
const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

const known = new Map<string, Colour>();

/** In sRGB, 0 to 1, of whatever a computed style says. */
export function colour(written: string): Colour {
  const before = known.get(written);
  if (before) return before;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = written;
  context.fillRect(0, 0, 1, 1);
  const found = [...context.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255) as Colour;
  known.set(written, found);
  return found;
}

const over = ([r, g, b, a]: Colour, below: Colour, opacity = 1): Colour => {
  const mixed = [r, g, b].map((channel, index) => channel * a * opacity + below[index]! * (1 - a * opacity));
  return [...mixed, 1] as Colour;
};

/** WCAG 2.2, definition of relative luminance. */
function luminance([r, g, b]: Colour): number {
  const [red, green, blue] = [r, g, b].map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

export function ground(element: Element | null): Colour {
  if (!element) return [1, 1, 1, 1];
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, ground(around(element)));
}

const around = (element: Element): Element | null => element.parentElement ?? ((element.getRootNode() as Partial<ShadowRoot>).host || null);

function opacity(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
}

/** Returns the lowest contrast of the words inside, and these words. */
export function faintest(card: Element): [contrast: number, words: string] {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  let least: [number, string] = [21, ''];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    const words = walker.currentNode.textContent!.trim();
    if (!words || !element.checkVisibility?.() || element.closest('.placard-hidden')) continue;
    const below = ground(element);
    const found = contrast(over(colour(getComputedStyle(element).color), below, opacity(element)), below);
    if (found < least[0]) least = [found, words];
  }
  return least;
}
