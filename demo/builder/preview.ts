/** A snippet at work, in a frame of one's own width. */
import { colourIn } from './contrast.js';

interface TrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string } };
}

// Whatever the snippet holds, the page's own policy applies within: no code but that of the script's host.
const policy = (window as TrustedTypes).trustedTypes?.createPolicy('builder', { createHTML: (html) => html });

export const trusted = (html: string): string => (policy?.createHTML(html) ?? html) as string;

export interface Preview {
  readonly snippet: string;
  /** BCP 47, of the page around the card. */
  readonly lang: string;
  readonly theme: string;
  readonly accent: string;
}

const shown = new WeakMap<HTMLIFrameElement, string>();

/** Resolves once the frame shows it. A frame that shows it already is left alone. */
export async function show(frame: HTMLIFrameElement, { snippet, lang, theme, accent }: Preview): Promise<void> {
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
