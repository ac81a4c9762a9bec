/**
 * Script for a page with Placard frames (`dist/placard-host.js`). It sets the height of each frame, and opens the links of sandboxed
 * frames. It accepts messages only from frames of this script's origin, and opens links only to that origin.
 */
import type { FrameMessage, HostMessage } from './frame.js';

/** px. A higher frame is broken, or tries to hide the rest of the page. */
const MIN_HEIGHT = 200;
const MAX_HEIGHT = 20_000;

// Read the property of the prototype: an element of the page may have the name `currentScript`.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement;
const scriptOrigin = new URL(script.src).origin;

const isOurs = (frame: HTMLIFrameElement) => originOf(frame.src) === scriptOrigin;

function onMessage(event: MessageEvent<unknown>): void {
  const { placard, value } = Object(event.data) as Partial<FrameMessage>;
  if (placard !== 'height' && placard !== 'link') return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === event.source);
  // A sandboxed frame without `allow-same-origin` has the origin `null`. Its `src` identifies it.
  const sandboxed = frame?.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  if (!frame || !isOurs(frame) || event.origin !== (sandboxed ? 'null' : scriptOrigin)) return;
  if (placard === 'height') {
    if (Number.isFinite(value)) setHeight(frame, Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(value as number))));
  } else if (originOf(value) === scriptOrigin && document.activeElement === frame) {
    event.stopImmediatePropagation(); // stops a second copy of this script
    open(value as string, '_blank', 'noopener');
  }
}

/** Sets the height against the style sheet of the page, which may have a height or an aspect ratio for every frame. */
function setHeight(frame: HTMLIFrameElement, height: number): void {
  const rules = { height: `${height}px`, 'min-height': '0', 'max-height': 'none', 'aspect-ratio': 'auto' };
  frame.height = String(height);
  for (const [name, value] of Object.entries(rules)) frame.style.setProperty(name, value, 'important');
  // A box that keeps a ratio has its height from padding, and the frame lies over it. Without more height, the frame would cover what follows.
  if (getComputedStyle(frame).position === 'absolute') frame.parentElement?.style.setProperty('min-height', `${height}px`, 'important');
}

function originOf(url: unknown): string | undefined {
  try {
    return typeof url === 'string' ? new URL(url).origin : undefined;
  } catch {
    return undefined;
  }
}

addEventListener('message', onMessage);
// Ask frames again if they posted their height before this script ran.
for (const frame of document.querySelectorAll('iframe')) {
  if (isOurs(frame)) frame.contentWindow?.postMessage({ placard: 'ready' } satisfies HostMessage, '*');
}
