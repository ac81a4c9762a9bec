/**
 * Beside the card in a page that is shown in a frame (`dist/placard-frame.js`, classic: a sandboxed frame runs no modules). Tells the
 * page around it how high the card is, in its own words, WordPress's and AMP's, and takes readers out by the card's page on the same
 * host where a sandbox lets no link work. Works without storage, without an origin, and hidden: the first height waits for nothing.
 */

/** What the frame says to a page with `placard-host.js`, and hears from it. */
export type FrameMessage = { placard: 'height'; value: number } | { placard: 'link'; value: string };
export type HostMessage = { placard: 'ready' };

/** WordPress hides a frame that says less, and AMP refuses it. */
const MIN_HEIGHT = 200;
/** px, until the card has taken the snapshot's place, or has not: the page around is not to jump twice. As high as WordPress makes one. */
let maxHeight = 1000;
/** ms after which it is no longer waited for. */
const SETTLE_TIMEOUT_MS = 3000;

const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href;
/** WordPress's, to be said with each message; it may follow a fragment of our own. */
const wordpressSecret = /secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];

function postToParent(message: object): void {
  // To whoever frames us: nothing in it is secret.
  parent.postMessage(message, '*');
}

function postHeight(): void {
  const value = Math.min(maxHeight, Math.max(MIN_HEIGHT, Math.ceil(document.body.getBoundingClientRect().height)));
  postToParent({ placard: 'height', value } satisfies FrameMessage);
  postToParent({ sentinel: 'amp', type: 'embed-size', height: value });
  if (wordpressSecret) postToParent({ message: 'height', value, wordpressSecret });
}

function reportFinalHeight(): void {
  maxHeight = Infinity;
  postHeight();
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  const { placard, message, secret: said } = Object(data) as Record<string, unknown>;
  if (source === parent && (placard === 'ready' || (wordpressSecret && message === 'ready' && said === wordpressSecret))) postHeight();
}

/** A link would open in the frame, where most sites let themselves not be shown. */
function follow(event: MouseEvent): void {
  const path = event.composedPath().filter((each) => each instanceof Element);
  const link = path.find((each) => each instanceof HTMLAnchorElement && each.href) as HTMLAnchorElement | undefined;
  if (!link || event.defaultPrevented) return;
  if (self.origin !== 'null') {
    link.target = '_blank';
    return;
  }
  event.preventDefault();
  const own = new URL(link.href).origin === new URL(page).origin;
  const value = own
    ? link.href
    : page + (path.some((each) => each.matches('.placard-act, .placard-contact')) ? '#act' : '');
  postToParent({ placard: 'link', value } satisfies FrameMessage);
  if (wordpressSecret) postToParent({ message: 'link', value, wordpressSecret });
}

if (parent !== window) {
  addEventListener('message', onMessage);
  addEventListener('load', postHeight);
  addEventListener('resize', postHeight);
  document.addEventListener('click', follow);
  document.addEventListener('placard-load', reportFinalHeight);
  document.addEventListener('placard-error', reportFinalHeight);
  setTimeout(reportFinalHeight, SETTLE_TIMEOUT_MS);
  new ResizeObserver(postHeight).observe(document.body);
  postToParent({ sentinel: 'amp', type: 'embed-ready' });
  postHeight();
}
