/** Shows snippets in frames, each with its own width. */
import { parseColour } from './contrast.js';
import type { Previews } from './previews.js';
import { trustedHtml } from './trusted-html.js';

interface Surroundings {
  /** BCP 47, the language of the page around the card. */
  readonly lang: string;
  readonly theme: string;
  readonly accent: string;
}

/** Resolves when the frames below `stage` show the previews. Hides each frame without a preview. */
export async function preview(stage: HTMLElement, previews: Previews, surroundings: Surroundings): Promise<void> {
  const frames = [...stage.querySelectorAll('iframe')].map((frame) => {
    const content = previews[frame.id as keyof Previews];
    const box = frame.closest('section')!;
    box.hidden = !content;
    if (!content) return undefined;
    box.querySelector('h3')!.textContent = frame.title = content.title;
    return fillFrame(frame, content.snippet, surroundings);
  });
  stage.ariaBusy = 'true';
  await Promise.all(frames);
  stage.ariaBusy = 'false';
}

/** The key of each frame's content. */
const contents = new WeakMap<HTMLIFrameElement, string>();

/** Does not reload a frame that has the same content. */
async function fillFrame(frame: HTMLIFrameElement, snippet: string, { lang, theme, accent }: Surroundings): Promise<void> {
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Preview</title></head><body>${snippet}</body></html>`;
  const key = `${html} ${accent} ${isDark}`;
  if (contents.get(frame) === key) return;
  contents.set(frame, key);
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
