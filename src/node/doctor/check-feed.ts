/// <reference types="node" />
/** Checks a feed as a page fetches it: reachable, readable from other origins, fresh, and without errors. */
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { HttpResponse } from '../io/http.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { summarize, type Problem } from '../../lint/problem.js';
import { blockingDirective } from './csp.js';
import {
  allowSourceFix,
  fetchOrProblem,
  warning,
  isCrossOrigin,
  error,
  fetchAsPage,
  isMixedContent,
  firstWithoutCors,
  type PageContext,
} from './page-context.js';

/** Seconds. Readers see news of a case late after a longer time; clients wait 15 minutes at most. */
const MAX_FRESH_SECONDS = 300;
const EXPOSED_HEADERS = ['ETag', 'Retry-After', 'Date', 'Age'];

export interface CheckedFeed {
  readonly found: Problem[];
  /** Undefined if a page cannot read the feed. */
  readonly feed?: Feed;
}

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
  if (withoutCors) {
    const fix = `Send Access-Control-Allow-Origin: * with the feed. If that is not possible, publish the feed on ${context.url.origin} too.`;
    const message = `Pages of ${context.url.origin} cannot read ${withoutCors.url}: Access-Control-Allow-Origin is ${withoutCors.headers.get('access-control-allow-origin') ?? 'missing'}.`;
    blocked.push(error('cors-feed', where, message, fix));
  }
  const text = Buffer.from(answer.body).toString();
  const content = checkContents(context, answer, text);
  if (mirror) return { found: [...blocked, ...content.found], feed: content.feed };
  const headers = [...checkExposedHeaders(context, answer), ...(await checkCaching(context, url, answer))];
  return { found: [...blocked, ...content.found, ...headers], feed: content.feed };
}

function accessProblems(context: PageContext, url: URL): Problem[] {
  const problems: Problem[] = [];
  if (isMixedContent(context, url))
    problems.push(error('insecure-feed', url.href, 'A page with https cannot read a feed with http.', 'Use https.'));
  const policy = blockingDirective(context.policies, 'connect', { url }, context.url);
  if (policy)
    problems.push(
      error('csp-connect', url.href, `The page's Content-Security-Policy blocks it: ${policy}`, allowSourceFix(url, 'connect-src')),
    );
  return problems;
}

function checkContents(context: PageContext, { url, headers }: HttpResponse, text: string): CheckedFeed {
  const problems: Problem[] = [];
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(feed\+)?json\b/i.test(type)) {
    problems.push(
      warning('feed-content-type', url, `The Content-Type is "${type || 'missing'}".`, 'Send Content-Type: application/feed+json.'),
    );
  }
  const { problems: feedProblems, feed } = lintFeed(text, { url, now: context.now });
  const errors = feedProblems.filter(({ level }) => level === 'error'); // warnings are for the publisher
  if (errors.length) {
    const [create, code] = feed ? ([warning, 'feed-faults'] as const) : ([error, 'feed-unreadable'] as const);
    problems.push(create(code, url, `The feed has ${summarize(errors)}.`, `Run: placard validate ${shellPath(url, 'ADDRESS')}`));
  }
  return { found: problems, feed: feed && parseFeed(text, url) };
}

function checkExposedHeaders(context: PageContext, { url, headers }: HttpResponse): Problem[] {
  if (!isCrossOrigin(context, new URL(url))) return [];
  const exposed = (headers.get('access-control-expose-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const missing = EXPOSED_HEADERS.filter((name) => !exposed.includes(name.toLowerCase()) && !exposed.includes('*'));
  if (!missing.length) return [];
  const message = `Pages on other origins cannot see ${missing.join(', ')}, so they do not know when to fetch the feed again.`;
  return [warning('headers-not-exposed', url, message, `Send Access-Control-Expose-Headers: ${EXPOSED_HEADERS.join(', ')}`)];
}

async function checkCaching(context: PageContext, url: URL, { headers }: HttpResponse): Promise<Problem[]> {
  const problems: Problem[] = [];
  const control = headers.get('cache-control') ?? '';
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? NaN);
  const cacheFix = 'Send Cache-Control: max-age=60, stale-while-revalidate=300, stale-if-error=86400';
  if (!control)
    problems.push(warning('no-cache-control', url.href, 'The feed has no Cache-Control, so caches guess its lifetime.', cacheFix));
  else if (/\bno-store\b/i.test(control))
    problems.push(warning('no-store', url.href, '"no-store" prevents a fallback copy for readers when the host fails.', cacheFix));
  else if (maxAge > MAX_FRESH_SECONDS) {
    const message = `Caches keep the feed for ${Math.round(maxAge / 60)} minutes, so readers see old facts for that time.`;
    problems.push(warning('cached-too-long', url.href, message, cacheFix));
  }
  const etag = headers.get('etag');
  if (!etag) {
    problems.push(warning('no-etag', url.href, 'The feed has no ETag, so clients download it again each time.', 'Send a strong ETag.'));
    return problems;
  }
  const revalidated = await fetchAsPage(context, url, { 'if-none-match': etag, 'cache-control': 'max-age=0' }).catch(() => undefined);
  if (revalidated && revalidated.status !== 304) {
    const message = `The server ignores If-None-Match: it answers ${revalidated.status}, not 304.`;
    problems.push(warning('no-revalidation', url.href, message, 'Make the server compare If-None-Match with the ETag.'));
  }
  return problems;
}
