/**
 * For a page with our frames (`dist/placard-host.js`): gives each the height that it asks for, and opens what a reader follows in one
 * that is sandboxed. Heeds the frames of the site that this script is from, and nobody else's; leads to that site, and nowhere else.
 */
import type { FrameMessage, HostMessage } from './frame.js';

/** px; a frame that asks for more is broken, or wants to push the page away. */
const MIN_HEIGHT = 200;
const MAX_HEIGHT = 20_000;

// Not by its name alone: an element of the page may bear that.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement;
const scriptOrigin = new URL(script.src).origin;

const isOurs = (frame: HTMLIFrameElement) => originOf(frame.src) === scriptOrigin;

function onMessage(event: MessageEvent<unknown>): void {
  const { placard, value } = Object(event.data) as Partial<FrameMessage>;
  if (placard !== 'height' && placard !== 'link') return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === event.source);
  // A sandbox takes the origin away, unless it says otherwise: then the frame is known by its address.
  const sandboxed = frame?.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  if (!frame || !isOurs(frame) || event.origin !== (sandboxed ? 'null' : scriptOrigin)) return;
  if (placard === 'height') {
    if (Number.isFinite(value)) frame.height = String(Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(value as number))));
  } else if (originOf(value) === scriptOrigin && document.activeElement === frame) {
    event.stopImmediatePropagation(); // a second copy of this script would open it again
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
// Those that spoke before anybody listened.
for (const frame of document.querySelectorAll('iframe')) {
  if (isOurs(frame)) frame.contentWindow?.postMessage({ placard: 'ready' } satisfies HostMessage, '*');
}
