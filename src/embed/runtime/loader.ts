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

const SELECTOR = 'campaign,incident,status,action,statement,list,feed'.replace(/\w+/g, 'placard-$&') + ',[data-placard-src]';

const attr = (element: Element, name: string, get = native(element, 'getAttribute')) => get(name) ?? get(`data-placard-${name}`);
/** Resolves an address with `a`, which does not throw on an invalid address. placard.js reports the error. */
const addressOf = (element: Element) => Object.assign(create('a'), { href: attr(element, 'src') }).href;
/** Returns the interval in seconds. 0 checks once, and an invalid number is the default, as in the elements. */
const seconds = (text: string | null) => (text === '0' ? Infinity : (text as never) >= 1 ? +text! : 60);
/** An optimiser may move this script. The page then has a `link` to the folder of the files; the hash makes any folder safe. */
const base = native(document, 'querySelector')<HTMLLinkElement>('[rel=placard-base]')?.href || import.meta.url;
const scriptUrl = new URL(/* @vite-ignore */ 'placard.js', base).href;

interface Publication {
  _placard: { sequence: unknown; epoch?: unknown; valid_until?: string };
}

type Embed = HTMLElement & { prefetched?: { src: string; text: string; url: string; at: number; date?: number } };

let embeds: Embed[] = [];
let timer: ReturnType<typeof setTimeout>;
/** Undefined before the first check. */
let lastCheckAt: number | undefined;
let isLoading: boolean | undefined;
/** Whether the policy of the page blocks `placard.js`: it will do so each time. */
let isBlocked: boolean | undefined;

/**
 * Runs `work` when the page is idle, and after 2 seconds at the latest. After a busy start, Chromium waits for the next frame. A page at rest
 * does not draw a frame.
 */
const whenIdle = (work: () => void) => (window.requestIdleCallback ?? setTimeout)(work, { timeout: 2000 } as never);
const feedEmbeds = () => embeds.filter((element) => attr(element, 'src'));

/** Checks every feed once. */
async function checkFeeds(): Promise<void> {
  clearTimeout(timer);
  lastCheckAt = Date.now();
  await Promise.all([...new Set(feedEmbeds().map(addressOf))].map(checkFeed));
  schedule();
}

async function checkFeed(url: string): Promise<void> {
  const readers = embeds.filter((element) => addressOf(element) === url);
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) throw 0;
    const text = await readBody(response, Error as never); // any error will do
    const date = Date.parse(response.headers.get('date')!); // NaN if it is not exposed
    const { sequence, epoch, valid_until } = (JSON.parse(text) as Publication)._placard;
    const stamp = (epoch ? epoch + '.' : '') + sequence;
    if (readers.every((element) => attr(element, 'stamp') === stamp) && !isPast(valid_until, date)) return;
    for (const element of readers) element.prefetched = { src: url, text, url: response.url, at: lastCheckAt!, date };
  } catch {
    // placard.js tries the mirrors, and reports the error.
  }
  loadFullScript();
}

/** Returns whether a date is past, by the later of the clocks of reader and host. A missing date is never past. */
function isPast(date: string | undefined | null, host?: number): boolean {
  return Date.parse(date!) < Date.now() || Date.parse(date!) < host!;
}

/**
 * Loads `placard.js` as a module script: every engine checks the hash of a module. If it fails, the snapshots stay, and the loader
 * retries after the interval.
 */
function loadFullScript(): void {
  if (isLoading) return;
  isLoading = true;
  const script = Object.assign(create('script'), {
    type: 'module',
    crossOrigin: '', // anonymous
    integrity: PLACARD_INTEGRITY,
    referrerPolicy: 'no-referrer',
    nonce: native(document, 'querySelector')<HTMLElement>('[nonce]')?.nonce ?? '', // one for all scripts of a page
    src: trustedScriptUrl(scriptUrl),
    onerror() {
      isLoading = isBlocked;
      schedule();
    },
  });
  native(document, 'head').append(script);
}

/** Schedules the next check, after at most 15 minutes. A delay above the browser's maximum would run at once. */
function schedule(): void {
  clearTimeout(timer);
  const interval = Math.min(...feedEmbeds().map((element) => seconds(attr(element, 'refresh'))));
  if (interval < Infinity) timer = setTimeout(onWake, Math.min(900, interval) * 1000);
}

/** Checks the feeds after the interval, or when the reader returns 10 seconds after the last check. A hidden page sends no request. */
function onWake(event: unknown): void {
  if (isLoading || !lastCheckAt || native(document, 'hidden')) return;
  if (!event || Date.now() - lastCheckAt >= 10_000) void checkFeeds();
  else schedule(); // the clock was set back, or the interval ended in a hidden page
}

/** Starts when an embed is near the viewport and the page is idle. */
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    const needsScriptNow = embeds.some((element) => {
      const snapshot = native(element, 'querySelector')<HTMLElement>('.placard-snapshot');
      // Unlike `textContent`, `innerText` leaves out styles, scripts and hidden elements. It also leaves out what the browser does not
      // lay out yet, as placard.css asks for the later snapshots of a page.
      const text = snapshot?.offsetHeight ? snapshot.textContent : native(element, 'innerText');
      return !text.trim() || isPast(snapshot?.dataset.validUntil);
    });
    whenIdle(needsScriptNow ? loadFullScript : checkFeeds);
  },
  { rootMargin: '100%' },
);

/** Embeds may come later: by a visit without a load, or while the reader scrolls. */
const mutations = new MutationObserver(() => {
  mutations.disconnect();
  whenIdle(watchNew);
});

/** Waits for the embeds that are new in the page. */
function watchNew(): void {
  const known = embeds;
  embeds = [...native(document, 'querySelectorAll')<Embed>(SELECTOR)];
  for (const element of embeds) if (!known.includes(element)) observer.observe(element);
  mutations.observe(document, { childList: true, subtree: true });
}

addEventListener('visibilitychange', onWake, true);
addEventListener('online', onWake);
// The browser itself says in the console what it blocks, and why.
addEventListener('securitypolicyviolation', (event) => {
  if (event.blockedURI === scriptUrl) isLoading = isBlocked = true;
});
watchNew();
