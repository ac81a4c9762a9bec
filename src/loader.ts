/**
 * The first step for a page that holds snapshots (`dist/placard-loader.js`, about a kilobyte). While every feed still has the
 * sequence that its snapshot bears as `stamp`, the page stays plain HTML and nothing else is loaded. News, a failed look, a missing
 * snapshot, or one past its date brings `placard.js`, checked by the hash that stands here; it gets the text that was fetched.
 */
import { trustedScriptUrl } from './client/trusted.js';

/** Of `placard.js`; the build puts it here. */
declare const PLACARD_INTEGRITY: string;

const TAGS = 'campaign,incident,status,action,statement,list,feed'.replace(/\w+/g, 'placard-$&');
/** ms after the last look in which coming back to the page asks nobody. */
const WAKE_GAP = 10_000;
const TIMEOUT = 20_000;

const own = (element: Element, name: string) => element.getAttribute(name) ?? element.getAttribute(`data-placard-${name}`);
const marked: (HTMLElement & { given?: { src: string; text: string; url: string; at: number } })[] = [
  ...document.querySelectorAll<HTMLElement>(`${TAGS},[data-placard-src]`),
];
const elements = marked.filter((element) => own(element, 'src'));
const refresh = Math.min(...elements.map((element) => Number(own(element, 'refresh') ?? 60) || Infinity)) * 1000;

let timer: ReturnType<typeof setTimeout>;
let last = -Infinity;
let done = false;

/** One look at every feed. */
async function look(): Promise<void> {
  clearTimeout(timer);
  last = Date.now();
  await Promise.all([...new Set(elements.map((element) => new URL(own(element, 'src')!, document.baseURI).href))].map(lookAt));
  plan();
}

async function lookAt(url: string): Promise<void> {
  const readers = elements.filter((element) => element.isConnected && new URL(own(element, 'src')!, document.baseURI).href === url);
  if (!readers.length || done) return;
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await response.text();
    const { sequence, valid_until } = (JSON.parse(text) as { _placard: { sequence: unknown; valid_until?: string } })._placard;
    if (response.ok && readers.every((element) => own(element, 'stamp') === `${sequence}`) && !isPast(valid_until)) return;
    if (response.ok) for (const element of readers) element.given = { src: url, text, url: response.url, at: last };
  } catch {
    // placard.js knows mirrors, and has words for it.
  }
  bring();
}

function isPast(date: string | undefined | null): boolean {
  return Date.parse(date ?? '') < Date.now();
}

/**
 * A module script, since its hash is enforced in every engine. One that fails leaves the snapshots, and is tried again after the
 * interval.
 */
function bring(): void {
  done = true;
  clearTimeout(timer);
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = PLACARD_INTEGRITY;
  script.referrerPolicy = 'no-referrer';
  script.addEventListener('error', () => {
    done = false;
    plan();
  });
  script.src = trustedScriptUrl(new URL(/* @vite-ignore */ 'placard.js', import.meta.url).href);
  document.head.append(script);
}

function plan(): void {
  if (!done && refresh < Infinity) timer = setTimeout(wake, refresh, 0);
}

/** The interval is over, or somebody came back to the page. While it is hidden, nobody is asked. */
function wake(gap: unknown): void {
  if (!done && document.visibilityState === 'visible' && (gap === 0 || Date.now() - last >= WAKE_GAP)) void look();
}

/** Once one of them is about to be seen, and the page has nothing better to do. */
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const lacking = marked.some(
      (element) => !element.childNodes.length || isPast(element.querySelector('[data-valid-until]')?.getAttribute('data-valid-until')),
    );
    (window.requestIdleCallback ?? setTimeout)(() => {
      if (lacking) bring();
      else void look();
    });
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
  },
  { rootMargin: '100%' },
);
for (const element of marked) observer.observe(element);
