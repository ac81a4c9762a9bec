/** Snippets at work, each in a frame of its own width. */
import { colourIn } from './contrast.js';
import type { Views } from './previews.js';
import { trusted } from './trusted-html.js';

interface Around {
  /** BCP 47, of the page around the card. */
  readonly lang: string;
  readonly theme: string;
  readonly accent: string;
}

/** Resolves once the frames below `stage` show them; what has no view has no frame. */
export async function preview(stage: HTMLElement, views: Views, around: Around): Promise<void> {
  const frames = [...stage.querySelectorAll('iframe')].map((frame) => {
    const view = views[frame.id as keyof Views];
    const box = frame.closest('section')!;
    box.hidden = !view;
    if (!view) return undefined;
    box.querySelector('h3')!.textContent = frame.title = view.title;
    return show(frame, view.snippet, around);
  });
  await Promise.all(frames);
}

const shown = new WeakMap<HTMLIFrameElement, string>();

/** A frame that shows it already is left alone. */
async function show(frame: HTMLIFrameElement, snippet: string, { lang, theme, accent }: Around): Promise<void> {
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Preview</title></head><body>${snippet}</body></html>`;
  const key = `${html} ${accent} ${dark}`;
  if (shown.get(frame) === key) return;
  shown.set(frame, key);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = trusted(html);
  await loaded;
  const page = frame.contentDocument;
  if (!page?.defaultView) return;
  // Not a style in the markup, which the policy forbids; and of the frame's own kind.
  const sheet = new (page.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet();
  sheet.replaceSync(
    `html { color-scheme: ${dark ? 'dark' : 'light'}; } body { margin: 16px; font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }${accentRule(accent)}`,
  );
  page.adoptedStyleSheets = [sheet];
}

/** Empty where the accent is no colour. */
export function accentRule(accent: string): string {
  const colour = colourIn(accent);
  return colour ? ` :root { --placard-accent: ${colour}; }` : '';
}
