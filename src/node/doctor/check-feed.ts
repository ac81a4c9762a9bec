/// <reference types="node" />
/** Checks a feed as a page fetches it: reachable, readable from other origins, fresh, and without errors. */
import { error, warning, type Problem } from '../../lint/problem.js';
import {
  checkCacheControl,
  checkExposed,
  checkFeedContents,
  checkMixedContent,
  EXPOSED_HEADERS,
  missingEtag,
  unreadableFeed,
  type CheckedFeed,
} from '../../lint/response.js';
import type { HttpResponse } from '../io/http.js';
import { blockingDirective } from './csp.js';
import { allowSourceFix, fetchOrProblem, isCrossOrigin, fetchAsPage, firstWithoutCors, type PageContext } from './page-context.js';

/** @param mirror true for another address of a feed, which only has to be readable */
export async function checkFeed(context: PageContext, url: URL, mirror = false): Promise<CheckedFeed> {
  const where = url.href;
  const blocked = accessProblems(context, url);
  const report = (code: string, message: string, fix: string) => error(code, where, message, fix);
  const unreachable = [mirror ? 'mirror-unreachable' : 'feed-unreachable', 'Check the address. Readers see only the snapshot.'] as [
    string,
    string,
  ];
  const answer = await fetchOrProblem(context, url, report, unreachable, { accept: 'application/feed+json, application/json, */*' });
  if (Array.isArray(answer)) return { found: [...blocked, ...answer] };
  const withoutCors = firstWithoutCors(context, answer);
  if (withoutCors)
    blocked.push(unreadableFeed(where, context.url.origin, withoutCors.url, withoutCors.headers.get('access-control-allow-origin')));
  const content = checkFeedContents({ ...answer, text: Buffer.from(answer.body).toString() }, context.now);
  const found = [...blocked, ...content.found];
  if (mirror) return { found, feed: content.feed };
  found.push(
    ...checkExposed(answer.url, hiddenHeaders(context, answer)),
    ...checkCacheControl({ ...answer, url: where }),
    ...(await checkRevalidation(context, url, answer)),
  );
  return { found, feed: content.feed };
}

function accessProblems(context: PageContext, url: URL): Problem[] {
  const problems = checkMixedContent(context.url, url);
  const policy = blockingDirective(context.policies, 'connect', { url }, context.url);
  if (policy)
    problems.push(
      error('csp-connect', url.href, `The page's Content-Security-Policy blocks it: ${policy}`, allowSourceFix(url, 'connect-src')),
    );
  return problems;
}

/** Returns the headers that clients need, and that the response hides from pages on other origins. */
function hiddenHeaders(context: PageContext, { url, headers }: HttpResponse): string[] {
  if (!isCrossOrigin(context, new URL(url))) return [];
  const exposed = (headers.get('access-control-expose-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return EXPOSED_HEADERS.filter((name) => !exposed.includes(name.toLowerCase()) && !exposed.includes('*'));
}

async function checkRevalidation(context: PageContext, url: URL, { headers }: HttpResponse): Promise<Problem[]> {
  const etag = headers.get('etag');
  if (!etag) return [missingEtag(url.href)];
  const revalidated = await fetchAsPage(context, url, { 'if-none-match': etag, 'cache-control': 'max-age=0' }).catch(() => undefined);
  if (!revalidated || revalidated.status === 304) return [];
  const message = `The server ignores If-None-Match: it answers ${revalidated.status}, not 304.`;
  return [warning('no-revalidation', url.href, message, 'Make the server compare If-None-Match with the ETag.')];
}
