/// <reference types="node" />
/** One visit to a page: what all checks need to know, and how they fetch what the page would fetch. */
import { policySource } from '../../escape/policy.js';
import { quoteForTerminal } from '../../escape/terminal.js';
import { NotAsked, type Answer, type Hop, type Network } from '../io/http.js';
import type { Problem } from '../../lint/problem.js';
import type { Policy } from './csp.js';
import type { Page } from './parse-page.js';

export interface Visit {
  /** Where redirects led. */
  readonly url: URL;
  /** What addresses in the page resolve against. */
  readonly base: URL;
  readonly page: Page;
  readonly policies: readonly Policy[];
  readonly network: Network;
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
  return visit.network.get(address.href, { accept: '*/*', ...origin, ...headers });
}

type Tell = (code: string, what: string, instead: string) => Found;

/** What stands in the way of an answer, told as the fault of a page; of what was not asked for a lack of requests the visit tells. */
export async function answerOf(
  visit: Visit,
  address: URL,
  tell: Tell,
  [code, instead]: [code: string, instead: string],
  headers: Record<string, string> = {},
): Promise<Answer | Found[]> {
  try {
    const answer = await getAsPage(visit, address, headers);
    return answer.status === 200 ? answer : [tell(code, `It answers with the status ${answer.status}.`, instead)];
  } catch (thrown) {
    const { message } = thrown as Error;
    if (!(thrown instanceof NotAsked)) return [tell(code, message, instead)];
    return thrown.code === 'request-limit' ? [] : [tell(thrown.code, message, 'Write an address that readers everywhere can reach.')];
  }
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

/** What to add to a policy; an address whose host a policy cannot name would add something else. */
export function allowing(address: URL, directive: string): string {
  const source = policySource(address.href);
  return source === undefined
    ? `Use another address: no policy can name ${quoteForTerminal(address.host)}.`
    : `Add ${source} to ${directive}.`;
}

/** Whether a page gets `crypto.subtle`. */
export function secure({ url }: Pick<Visit, 'url'>): boolean {
  return url.protocol === 'https:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname);
}
