import { native } from './native-member.js';

/** Everything the client takes from its surroundings, in one small object: the only thing that tests replace. */
export interface Environment {
  /** Milliseconds since 1970, by this machine's clock, which may be hours off and may jump. */
  now(): number;
  setTimer(run: () => void, ms: number): unknown;
  clearTimer(timer: unknown): void;
  /** 0 ≤ n < 1 */
  random(): number;
  /** Is somebody looking at the page? */
  visible(): boolean;
  online(): boolean;
  /** Calls back whenever one of these may have changed, and when the page returns from the back/forward cache. Returns the way to stop. */
  onWake(run: () => void): () => void;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Did the page ask the browser to load this address ahead, in a way that our own request can take over? */
  isPreloaded?(url: string): boolean;
  /** localStorage, or undefined where even looking at it throws (opaque origins, blocked cookies). */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

export const browserEnvironment: Environment = {
  now: () => Date.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number),
  random: () => Math.random(),
  visible: () => native(document, 'visibilityState') !== 'hidden',
  online: () => navigator.onLine !== false,
  onWake(run) {
    // `pageshow` comes with every load; only one from the back/forward cache is a return.
    const shown = (event: PageTransitionEvent) => event.persisted && run();
    native(document, 'addEventListener')('visibilitychange', run);
    addEventListener('online', run);
    addEventListener('offline', run);
    addEventListener('pageshow', shown);
    return () => {
      native(document, 'removeEventListener')('visibilitychange', run);
      removeEventListener('online', run);
      removeEventListener('offline', run);
      removeEventListener('pageshow', shown);
    };
  },
  fetch: (url, init) => fetch(url, init),
  isPreloaded(url) {
    const links = native(document, 'querySelectorAll')('link[rel~=preload][as=fetch][crossorigin]');
    return [...links].some((link) => (link as HTMLLinkElement).href === url);
  },
  storage() {
    try {
      return localStorage;
    } catch {
      return undefined;
    }
  },
};
