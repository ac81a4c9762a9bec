/// <reference types="node" />
/** One visit to a page: what all checks need to know, and how they fetch what the page would fetch. */
import { policySource } from '../../escape/policy.js';
import { quoted } from '../../escape/terminal.js';
import { RequestRefused, type HttpResponse, type Hop, type Network } from '../io/http.js';
import type { Problem } from '../../lint/problem.js';
import type { Policy } from './csp.js';
import type { Page } from './parse-page.js';

export interface PageContext {
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

export const error = (code: string, path: string, message: string, fix: string, line?: number): Problem => ({
  level: 'error',
  code,
  path,
  line,
  message,
  fix,
});

export const warning = (...about: Parameters<typeof error>): Problem => ({ ...error(...about), level: 'warning' });

export const isCrossOrigin = ({ url }: PageContext, address: URL): boolean => url.origin !== address.origin;

/** As a page's request with `mode: cors` and without cookies. */
export function fetchAsPage(context: PageContext, address: URL, headers: Record<string, string> = {}): Promise<HttpResponse> {
  const origin: Record<string, string> = isCrossOrigin(context, address) ? { origin: context.url.origin } : {};
  return context.network.get(address.href, { accept: '*/*', ...origin, ...headers });
}

type Report = (code: string, message: string, fix: string) => Found;

/** What stands in the way of an answer, told as the fault of a page; of what was not asked for a lack of requests the visit tells. */
export async function fetchOrProblem(
  context: PageContext,
  address: URL,
  report: Report,
  [code, fix]: [code: string, fix: string],
  headers: Record<string, string> = {},
): Promise<HttpResponse | Found[]> {
  try {
    const answer = await fetchAsPage(context, address, headers);
    return answer.status === 200 ? answer : [report(code, `It answers with the status ${answer.status}.`, fix)];
  } catch (thrown) {
    const { message } = thrown as Error;
    if (!(thrown instanceof RequestRefused)) return [report(code, message, fix)];
    return thrown.code === 'request-limit' ? [] : [report(thrown.code, message, 'Write an address that readers everywhere can reach.')];
  }
}

/** The first answer on the way that a page of this origin may not read; undefined where it may read all. */
export function firstWithoutCors(context: PageContext, { redirects, ...last }: HttpResponse): Hop | undefined {
  let isForeign = false;
  return [...redirects, last].find(({ url, headers }) => {
    isForeign ||= isCrossOrigin(context, new URL(url));
    const allowed = headers.get('access-control-allow-origin');
    return isForeign && allowed !== '*' && allowed !== context.url.origin;
  });
}

/** A secure page loads nothing that is not; this machine counts as secure. */
export function isMixedContent({ url }: Pick<PageContext, 'url'>, address: URL): boolean {
  return url.protocol === 'https:' && address.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(address.hostname);
}

/** What to add to a policy; an address whose host a policy cannot name would add something else. */
export function allowSourceFix(address: URL, directive: string): string {
  const source = policySource(address.href);
  return source === undefined ? `Use another address: no policy can name ${quoted(address.host)}.` : `Add ${source} to ${directive}.`;
}

/** Whether a page gets `crypto.subtle`. */
export function isSecureContext({ url }: Pick<PageContext, 'url'>): boolean {
  return url.protocol === 'https:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname);
}
