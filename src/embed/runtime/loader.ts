/**
 * The first step for a page that holds snapshots (`dist/placard-loader.js`, one packet). While every feed still has the
 * `stamp` that its snapshot bears (Feed.stamp), the page stays plain HTML and nothing else is loaded. News, a failed look, a missing
 * snapshot, or one past its date brings `placard.js`, checked by the hash that stands here; it gets the text that was fetched.
 */
import { create, native } from '../../client/native-member.js';
import { readBody } from '../../client/read-body.js';
import { trustedScriptUrl } from '../../client/trusted-script-url.js';

/** Of `placard.js`; the build puts it here. */
declare const PLACARD_INTEGRITY: string;

const TAGS = 'campaign,incident,status,action,statement,list,feed'.replace(/\w+/g, 'placard-$&');

const attr = (element: Element, name: string) =>
  native(element, 'getAttribute')(name) ?? native(element, 'getAttribute')(`data-placard-${name}`);
const embeds: (HTMLElement & { prefetched?: { src: string; text: string; url: string; at: number } })[] = [
  ...native(document, 'querySelectorAll')<HTMLElement>(`${TAGS},[data-placard-src]`),
];
const feedEmbeds = embeds.filter((element) => attr(element, 'src'));
/** By a link, for what is no address must not throw: it is asked for in vain, and placard.js says so. */
const addressOf = (element: Element) => Object.assign(create('a'), { href: attr(element, 'src') }).href;
/** 0 is once; what is no number is the default, as for an element. */
const seconds = (text: string | null) => (text === '0' ? Infinity : +text! >= 1 ? +text! : 60);
const refreshSeconds = Math.min(...feedEmbeds.map((element) => seconds(attr(element, 'refresh'))));

interface Publication {
  _placard: { sequence: unknown; epoch?: unknown; valid_until?: string };
}

let timer: ReturnType<typeof setTimeout>;
let lastCheckAt = 0;
let isLoading = false;

/** One look at every feed. */
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
    // placard.js knows mirrors, and has words for it.
  }
  loadFullScript();
}

/** By the later clock, the reader's or the host's. Nothing is no date. */
function isPast(date: string | undefined | null, host?: string | null): boolean {
  return Date.parse(date!) < Math.max(Date.now(), Date.parse(host!) || 0);
}

/**
 * A module script, since its hash is enforced in every engine. One that fails leaves the snapshots, and is tried again after the
 * interval.
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

/** After 15 minutes at most. A longer timer than a browser can count would run at once, and again. */
function schedule(): void {
  clearTimeout(timer);
  if (!isLoading && refreshSeconds < Infinity) timer = setTimeout(onWake, Math.min(900, refreshSeconds) * 1000, 0);
}

/** The interval is over, or somebody came back to the page ten seconds after the last look. While it is hidden, nobody is asked. */
function onWake(gap: unknown): void {
  if (isLoading || native(document, 'hidden')) return;
  if (!gap || Date.now() - lastCheckAt >= 10_000) void checkFeeds();
  else schedule(); // the clock may have been set back, or the interval have ended while nobody looked
}

/** Once one of them is about to be seen, and the page has nothing better to do. */
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const lacking = embeds.some(
      (element) =>
        !native(element, 'textContent')!.trim() ||
        isPast(native(element, 'querySelector')('[data-valid-until]')?.getAttribute('data-valid-until')),
    );
    (window.requestIdleCallback ?? setTimeout)(lacking ? loadFullScript : checkFeeds);
    native(document, 'addEventListener')('visibilitychange', onWake);
    addEventListener('online', onWake);
  },
  { rootMargin: '100%' },
);
for (const element of embeds) observer.observe(element);
