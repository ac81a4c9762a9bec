/// <reference types="node" />
/** One visit to a page: what all checks need to know, and how they fetch what the page would fetch. */
import { get, type Answer, type Hop } from '../http.js';
import type { Problem } from '../problem.js';
import type { Policy } from './csp.js';
import type { Page } from './page.js';

export interface Visit {
  /** Where redirects led. */
  readonly url: URL;
  /** What addresses in the page resolve against. */
  readonly base: URL;
  readonly page: Page;
  readonly policies: readonly Policy[];
  /** Time limit for each request. */
  readonly seconds?: number;
  /** Version of the library that this tool belongs to. */
  readonly version: string;
  /** ms since 1970 */
  readonly now: number;
}

export type Found = Problem;

export const fault = (code: string, path: string, what: string, instead: string, line?: number): Problem => ({
  level: 'error',
  code,
  path,
  line,
  what,
  instead,
});

export const concern = (...about: Parameters<typeof fault>): Problem => ({ ...fault(...about), level: 'warning' });

export const crossOrigin = ({ url }: Visit, address: URL): boolean => url.origin !== address.origin;

/** As a page's request with `mode: cors` and without cookies. */
export function getAsPage(visit: Visit, address: URL, headers: Record<string, string> = {}): Promise<Answer> {
  const origin: Record<string, string> = crossOrigin(visit, address) ? { origin: visit.url.origin } : {};
  return get(address.href, { seconds: visit.seconds, headers: { accept: '*/*', ...origin, ...headers } });
}

/** The first answer on the way that a page of this origin may not read; undefined where it may read all. */
export function unshared(visit: Visit, { redirects, ...last }: Answer): Hop | undefined {
  let foreign = false;
  return [...redirects, last].find(({ url, headers }) => {
    foreign ||= crossOrigin(visit, new URL(url));
    const allowed = headers.get('access-control-allow-origin');
    return foreign && allowed !== '*' && allowed !== visit.url.origin;
  });
}

/** A secure page loads nothing that is not; this machine counts as secure. */
export function mixed({ url }: Pick<Visit, 'url'>, address: URL): boolean {
  return url.protocol === 'https:' && address.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(address.hostname);
}

/** Whether a page gets `crypto.subtle`. */
export function secure({ url }: Pick<Visit, 'url'>): boolean {
  return url.protocol === 'https:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname);
}

export const reasonOf = (thrown: unknown): string => (thrown as Error).message;
