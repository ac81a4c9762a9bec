/// <reference types="node" />
/** The data that all checks of a page share, and the requests that the page would send. */
import { policySource } from '../../escape/policy.js';
import { quoteForTerminal } from '../../escape/terminal.js';
import { RequestRefused, type HttpResponse, type Hop, type Network } from '../io/http.js';
import type { Problem } from '../../lint/problem.js';
import type { Policy } from './csp.js';
import type { Page } from './parse-page.js';

export interface PageContext {
  /** The address of the page, after redirects. */
  readonly url: URL;
  /** The base of relative addresses in the page. */
  readonly base: URL;
  readonly page: Page;
  /** Whether a browser parses it as XML. */
  readonly isXhtml: boolean;
  readonly policies: readonly Policy[];
  readonly network: Network;
  /** Version of the library of this tool. */
  readonly version: string;
  /** ms since 1970 */
  readonly now: number;
}

export const isCrossOrigin = ({ url }: PageContext, address: URL): boolean => url.origin !== address.origin;

/** Sends a request as a page does with `mode: cors`, without cookies. */
export function fetchAsPage(context: PageContext, address: URL, headers: Record<string, string> = {}): Promise<HttpResponse> {
  const origin: Record<string, string> = isCrossOrigin(context, address) ? { origin: context.url.origin } : {};
  return context.network.get(address.href, { accept: '*/*', ...origin, ...headers });
}

type Report = (code: string, message: string, fix: string) => Problem;

/** Returns the response, or the problem that prevents it. inspectPage() reports the maximum of requests. */
export async function fetchOrProblem(
  context: PageContext,
  address: URL,
  report: Report,
  [code, fix]: [code: string, fix: string],
  headers: Record<string, string> = {},
): Promise<HttpResponse | Problem[]> {
  try {
    const answer = await fetchAsPage(context, address, headers);
    return answer.status === 200 ? answer : [report(code, `The server answers with status ${answer.status}.`, fix)];
  } catch (thrown) {
    const { message } = thrown as Error;
    if (!(thrown instanceof RequestRefused)) return [report(code, message, fix)];
    return thrown.code === 'request-limit' ? [] : [report(thrown.code, message, 'Use an address that all readers can reach.')];
  }
}

/** Returns the first response, redirects included, that a page of this origin cannot read; undefined if it can read all. */
export function firstWithoutCors(context: PageContext, { redirects, ...last }: HttpResponse): Hop | undefined {
  let isForeign = false;
  return [...redirects, last].find(({ url, headers }) => {
    isForeign ||= isCrossOrigin(context, new URL(url));
    const allowed = headers.get('access-control-allow-origin');
    return isForeign && allowed !== '*' && allowed !== context.url.origin;
  });
}

/** Returns the fix for a policy. An address whose host a policy cannot name needs another fix. */
export function allowSourceFix(address: URL, directive: string): string {
  const source = policySource(address.href);
  return source === undefined
    ? `Use another address: a policy cannot name ${quoteForTerminal(address.host)}.`
    : `Add ${source} to ${directive}.`;
}

/** Returns whether the page has `crypto.subtle`. */
export function isSecureContext({ url }: Pick<PageContext, 'url'>): boolean {
  return url.protocol === 'https:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname);
}
