/** Shows snippets in frames. Only the frame in view loads: three pages with a card are slow on a telephone. */
import { parseColour } from './contrast.js';
import type { Previews } from './previews.js';
import { trustedHtml } from './trusted-html.js';

interface Surroundings {
  /** BCP 47, the language of the page around the card. */
  readonly lang: string;
  readonly theme: string;
  readonly accent: string;
}

/** Loads the preview of each frame, when it is in view. */
const waiting = new WeakMap<HTMLIFrameElement, () => Promise<void>>();

/** Sets what the frames below `stage` show. Hides each frame without a preview. */
export function setPreviews(stage: HTMLElement, previews: Previews, surroundings: Surroundings): void {
  for (const frame of stage.querySelectorAll('iframe')) {
    const content = previews[frame.id as keyof Previews];
    const box = frame.closest('section')!;
    box.hidden = !content;
    if (!content) continue;
    box.querySelector('h3')!.textContent = frame.title = content.title;
    waiting.set(frame, () => fillFrame(frame, content.snippet, surroundings));
  }
}

/** Counts the previews that were shown: the stage is busy until the latest one is there. */
let latest = 0;

/**
 * Shows a frame, and resolves when it has its preview.
 * @param id of the frame
 */
export async function showPreview(stage: HTMLElement, id: string): Promise<void> {
  const number = ++latest;
  stage.dataset.shown = id;
  stage.ariaBusy = 'true';
  await waiting.get(stage.querySelector<HTMLIFrameElement>(`#${id}`)!)?.();
  if (number === latest) stage.ariaBusy = 'false';
}

/** The content of each frame: its key, and the end of its load. */
const contents = new WeakMap<HTMLIFrameElement, { readonly key: string; readonly filled: Promise<void> }>();

/** Does not reload a frame that has the same content. */
function fillFrame(frame: HTMLIFrameElement, snippet: string, surroundings: Surroundings): Promise<void> {
  const key = JSON.stringify([snippet, surroundings, prefersDark()]);
  let content = contents.get(frame);
  if (content?.key !== key) contents.set(frame, (content = { key, filled: load(frame, snippet, surroundings) }));
  return content.filled;
}

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

async function load(frame: HTMLIFrameElement, snippet: string, { lang, theme, accent }: Surroundings): Promise<void> {
  const isDark = theme === 'dark' || (theme !== 'light' && prefersDark());
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Preview</title></head><body>${snippet}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = trustedHtml(html);
  await loaded;
  const page = frame.contentDocument;
  if (!page?.defaultView) return;
  // The policy forbids styles in the markup. A constructed sheet must come from the frame's own window.
  const sheet = new (page.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet();
  sheet.replaceSync(
    `html { color-scheme: ${isDark ? 'dark' : 'light'}; } body { margin: 16px; font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }${accentRule(accent)}`,
  );
  page.adoptedStyleSheets = [sheet];
}

/** Returns an empty text if the accent is not a colour. */
export function accentRule(accent: string): string {
  const colour = parseColour(accent);
  return colour ? ` :root { --placard-accent: ${colour}; }` : '';
}
