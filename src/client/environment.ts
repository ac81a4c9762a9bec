import { native } from './native-member.js';

/** Everything that the client takes from the browser. Tests replace this object alone. */
export interface Environment {
  /** Returns ms since 1970, by this machine's clock, which may be hours off and may jump. */
  now(): number;
  setTimer(run: () => void, ms: number): unknown;
  clearTimer(timer: unknown): void;
  /** Returns a number from 0 to below 1. */
  random(): number;
  visible(): boolean;
  online(): boolean;
  /**
   * Calls back when `visible()` or `online()` may have changed, and when the page returns from the back/forward cache. Returns the
   * function that stops it.
   */
  onWake(callback: () => void): () => void;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Returns whether the page preloads this address in a way that the client's request can use. */
  isPreloaded?(url: string): boolean;
  /** Returns localStorage, or undefined if reading the property throws (opaque origins, blocked cookies). */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

export const browserEnvironment: Environment = {
  now: () => Date.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number),
  random: () => Math.random(),
  visible: () => native(document, 'visibilityState') !== 'hidden',
  online: () => navigator.onLine !== false,
  onWake(callback) {
    // Every load fires `pageshow`. Only a page from the back/forward cache is `persisted`.
    const onPageShow = (event: PageTransitionEvent) => event.persisted && callback();
    native(document, 'addEventListener')('visibilitychange', callback);
    addEventListener('online', callback);
    addEventListener('offline', callback);
    addEventListener('pageshow', onPageShow);
    return () => {
      native(document, 'removeEventListener')('visibilitychange', callback);
      removeEventListener('online', callback);
      removeEventListener('offline', callback);
      removeEventListener('pageshow', onPageShow);
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
