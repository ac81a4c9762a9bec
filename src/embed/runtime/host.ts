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
    if (Number.isFinite(value)) frame.height = String(Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(value as number))));
  } else if (originOf(value) === scriptOrigin && document.activeElement === frame) {
    event.stopImmediatePropagation(); // stops a second copy of this script
    open(value as string, '_blank', 'noopener');
  }
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
