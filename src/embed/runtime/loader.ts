/**
 * The loader for a page with snapshots (`dist/placard-loader.js`, one packet). The page stays plain HTML while each feed has the
 * `stamp` of its snapshot. The loader loads `placard.js` after a change or a failed check, or if a snapshot is missing or expired.
 * It passes the fetched text to `placard.js`, and checks the script by its hash.
 */
import { create, native } from '../../client/native-member.js';
import { readBody } from '../../client/read-body.js';
import { trustedScriptUrl } from '../../client/trusted-script-url.js';

/** The hash of `placard.js`. The build inserts it. */
declare const PLACARD_INTEGRITY: string;

const TAGS = 'campaign,incident,status,action,statement,list,feed'.replace(/\w+/g, 'placard-$&');

const attr = (element: Element, name: string) =>
  native(element, 'getAttribute')(name) ?? native(element, 'getAttribute')(`data-placard-${name}`);
const embeds: (HTMLElement & { prefetched?: { src: string; text: string; url: string; at: number } })[] = [
  ...native(document, 'querySelectorAll')<HTMLElement>(`${TAGS},[data-placard-src]`),
];
const feedEmbeds = embeds.filter((element) => attr(element, 'src'));
/** Resolves an address with `a`, which does not throw on an invalid address. placard.js reports the error. */
const addressOf = (element: Element) => Object.assign(create('a'), { href: attr(element, 'src') }).href;
/** Returns the interval in seconds. 0 checks once, and an invalid number is the default, as in the elements. */
const seconds = (text: string | null) => (text === '0' ? Infinity : +text! >= 1 ? +text! : 60);
const refreshSeconds = Math.min(...feedEmbeds.map((element) => seconds(attr(element, 'refresh'))));

interface Publication {
  _placard: { sequence: unknown; epoch?: unknown; valid_until?: string };
}

let timer: ReturnType<typeof setTimeout>;
let lastCheckAt = 0;
let isLoading = false;

/** Checks every feed once. */
async function checkFeeds(): Promise<void> {
  clearTimeout(timer);
  lastCheckAt = Date.now();
  await Promise.all([...new Set(feedEmbeds.map(addressOf))].map(checkFeed));
  schedule();
}

async function checkFeed(url: string): Promise<void> {
  const readers = feedEmbeds.filter((element) => native(element, 'isConnected') && addressOf(element) === url);
  if (!readers.length || isLoading) return;
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) throw response;
    const text = await readBody(response, Error);
    const { sequence, epoch, valid_until } = (JSON.parse(text) as Publication)._placard;
    const stamp = (epoch ? `${epoch}.` : '') + sequence;
    if (readers.every((element) => attr(element, 'stamp') === stamp) && !isPast(valid_until, response.headers.get('date'))) return;
    for (const element of readers) element.prefetched = { src: url, text, url: response.url, at: lastCheckAt };
  } catch {
    // placard.js tries the mirrors, and shows the error.
  }
  loadFullScript();
}

/** Returns whether a date is past, by the later of the clocks of reader and host. A missing date is never past. */
function isPast(date: string | undefined | null, host?: string | null): boolean {
  return Date.parse(date!) < Math.max(Date.now(), Date.parse(host!) || 0);
}

/**
 * Loads `placard.js` as a module script: every engine checks the hash of a module. If it fails, the snapshots stay, and the loader
 * retries after the interval.
 */
function loadFullScript(): void {
  isLoading = true;
  const script = Object.assign(create('script'), {
    type: 'module',
    crossOrigin: 'anonymous',
    integrity: PLACARD_INTEGRITY,
    referrerPolicy: 'no-referrer',
    src: trustedScriptUrl(new URL(/* @vite-ignore */ 'placard.js', import.meta.url).href),
  });
  script.addEventListener('error', () => {
    isLoading = false;
    schedule();
  });
  native(document, 'head').append(script);
}

/** Schedules the next check, after at most 15 minutes. A delay above the browser's maximum would run at once. */
function schedule(): void {
  clearTimeout(timer);
  if (!isLoading && refreshSeconds < Infinity) timer = setTimeout(onWake, Math.min(900, refreshSeconds) * 1000, 0);
}

/** Checks the feeds after the interval, or when the reader returns 10 seconds after the last check. A hidden page sends no request. */
function onWake(event: unknown): void {
  if (isLoading || native(document, 'hidden')) return;
  if (!event || Date.now() - lastCheckAt >= 10_000) void checkFeeds();
  else schedule(); // the clock was set back, or the interval ended in a hidden page
}

/** Starts when an embed is near the viewport and the page is idle. */
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const needsScriptNow = embeds.some(
      (element) =>
        !native(element, 'textContent')!.trim() ||
        isPast(native(element, 'querySelector')('[data-valid-until]')?.getAttribute('data-valid-until')),
    );
    (window.requestIdleCallback ?? setTimeout)(needsScriptNow ? loadFullScript : checkFeeds);
    native(document, 'addEventListener')('visibilitychange', onWake);
    addEventListener('online', onWake);
  },
  { rootMargin: '100%' },
);
for (const element of embeds) observer.observe(element);
