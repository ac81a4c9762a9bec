/**
 * Script of a framed page (`dist/placard-frame.js`, a classic script, because a sandboxed frame cannot load modules). It posts the height
 * of the card to the parent page, as messages of Placard, WordPress and AMP. In a sandbox that blocks links, it asks the parent to open
 * them. It works without storage and without an origin, and it posts the first height also in a hidden frame.
 */

/** Messages from the frame to a page with `placard-host.js`, and back. */
export type FrameMessage = { placard: 'height'; value: number } | { placard: 'link'; value: string };
export type HostMessage = { placard: 'ready' };

/** px. WordPress hides a lower frame, and AMP rejects it. */
const MIN_HEIGHT = 200;
/** px. Maximum height until the card has settled, so that the parent page resizes once. WordPress has the same maximum. */
let maxHeight = 1000;
/** Maximum time until the card counts as settled, in ms. */
const SETTLE_TIMEOUT_MS = 3000;

const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href;
/** The secret that WordPress expects in each message. It may follow another fragment in the address. */
const wordpressSecret = /secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];

function postToParent(message: object): void {
  // Any page may frame this one: the messages contain no private data.
  parent.postMessage(message, '*');
}

function postHeight(): void {
  const value = Math.min(maxHeight, Math.max(MIN_HEIGHT, Math.ceil(document.body.getBoundingClientRect().height)));
  postToParent({ placard: 'height', value } satisfies FrameMessage);
  postToParent({ sentinel: 'amp', type: 'embed-size', height: value });
  if (wordpressSecret) postToParent({ message: 'height', value, secret: wordpressSecret });
}

function reportFinalHeight(): void {
  maxHeight = Infinity;
  postHeight();
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  const { placard, message, secret: received } = Object(data) as Record<string, unknown>;
  if (source === parent && (placard === 'ready' || (wordpressSecret && message === 'ready' && received === wordpressSecret))) postHeight();
}

/** The places of the item's own page where a reader finds the links that do not work in a sandbox. */
const anchors = [
  ['#correct', '.placard-correct'],
  ['#act', '.placard-act, .placard-contact'],
] as const;

/** Opens links outside of the frame: most sites do not allow frames. */
function follow(event: MouseEvent): void {
  const path = event.composedPath().filter((each) => each instanceof Element);
  const link = path.find((each) => each instanceof HTMLAnchorElement && each.href) as HTMLAnchorElement | undefined;
  if (!link || event.defaultPrevented) return;
  if (self.origin !== 'null') {
    link.target = '_blank';
    return;
  }
  event.preventDefault();
  // An action that the sandbox blocks leads to its place on a page, and this site's page has the number as a link.
  const isOwnLink = !/^#(act|correct)$/.test(link.hash) && new URL(link.href).origin === new URL(page).origin;
  const part = anchors.find(([, selector]) => path.some((each) => each.matches(selector)))?.[0] ?? '';
  const value = isOwnLink ? link.href : page + part;
  postToParent({ placard: 'link', value } satisfies FrameMessage);
  if (wordpressSecret) postToParent({ message: 'link', value, secret: wordpressSecret });
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
