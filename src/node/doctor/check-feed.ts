/// <reference types="node" />
/** A feed as a page gets it: reachable, readable from elsewhere, fresh, and without a fault of its own. */
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { HttpResponse } from '../io/http.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { summarize } from '../../lint/problem.js';
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
  type Found,
  type PageContext,
} from './page-context.js';

/** Longer than this and news of a court is late; pages cap their own waiting at 15 minutes. */
const MAX_FRESH_SECONDS = 300;
const EXPOSED_HEADERS = ['ETag', 'Retry-After', 'Date', 'Age'];

export interface CheckedFeed {
  readonly found: Found[];
  /** Undefined where a page gets none. */
  readonly feed?: Feed;
}

/** @param mirror another address of a feed: only whether it can stand in */
export async function checkFeed(context: PageContext, url: URL, mirror = false): Promise<CheckedFeed> {
  const where = url.href;
  const blocked = accessProblems(context, url);
  const report = (code: string, message: string, fix: string) => error(code, where, message, fix);
  const unreachable = [mirror ? 'mirror-unreachable' : 'feed-unreachable', 'Check the address; readers see the snapshot alone.'] as [
    string,
    string,
  ];
  const answer = await fetchOrProblem(context, url, report, unreachable, { accept: 'application/feed+json, application/json, */*' });
  if (Array.isArray(answer)) return { found: [...blocked, ...answer] };
  const withoutCors = firstWithoutCors(context, answer);
  if (withoutCors) {
    const fix = `Send Access-Control-Allow-Origin: * with the feed. Where that cannot be, publish the feed on ${context.url.origin} too.`;
    const message = `${withoutCors.url} does not let pages of ${context.url.origin} read it: Access-Control-Allow-Origin is ${withoutCors.headers.get('access-control-allow-origin') ?? 'missing'}.`;
    blocked.push(error('cors-feed', where, message, fix));
  }
  const text = Buffer.from(answer.body).toString();
  const content = checkContents(context, answer, text);
  if (mirror) return { found: [...blocked, ...content.found], feed: content.feed };
  const headers = [...checkExposedHeaders(context, answer), ...(await checkCaching(context, url, answer))];
  return { found: [...blocked, ...content.found, ...headers], feed: content.feed };
}

function accessProblems(context: PageContext, url: URL): Found[] {
  const problems: Found[] = [];
  if (isMixedContent(context, url))
    problems.push(error('insecure-feed', url.href, 'A secure page reads no feed over http.', 'Write https.'));
  const policy = blockingDirective(context.policies, 'connect', { url }, context.url);
  if (policy)
    problems.push(
      error(
        'csp-connect',
        url.href,
        `The page's Content-Security-Policy forbids to read it: ${policy}`,
        allowSourceFix(url, 'connect-src'),
      ),
    );
  return problems;
}

function checkContents(context: PageContext, { url, headers }: HttpResponse, text: string): CheckedFeed {
  const problems: Found[] = [];
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(feed\+)?json\b/i.test(type)) {
    problems.push(warning('feed-content-type', url, `It comes as "${type || 'nothing'}".`, 'Send Content-Type: application/feed+json.'));
  }
  const { problems: feedProblems, feed } = lintFeed(text, { url, now: context.now });
  const errors = feedProblems.filter(({ level }) => level === 'error'); // its warnings are the publisher's business
  if (errors.length) {
    const [create, code] = feed ? ([warning, 'feed-faults'] as const) : ([error, 'feed-unreadable'] as const);
    problems.push(create(code, url, `The feed itself has ${summarize(errors)}.`, `Run: placard validate ${shellPath(url, 'ADDRESS')}`));
  }
  return { found: problems, feed: feed && parseFeed(text, url) };
}

function checkExposedHeaders(context: PageContext, { url, headers }: HttpResponse): Found[] {
  if (!isCrossOrigin(context, new URL(url))) return [];
  const exposed = (headers.get('access-control-expose-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const missing = EXPOSED_HEADERS.filter((name) => !exposed.includes(name.toLowerCase()) && !exposed.includes('*'));
  if (!missing.length) return [];
  const message = `Pages elsewhere cannot see ${missing.join(', ')}: they do not know how fresh the feed is, nor when to ask again.`;
  return [warning('headers-not-exposed', url, message, `Send Access-Control-Expose-Headers: ${EXPOSED_HEADERS.join(', ')}`)];
}

async function checkCaching(context: PageContext, url: URL, { headers }: HttpResponse): Promise<Found[]> {
  const problems: Found[] = [];
  const control = headers.get('cache-control') ?? '';
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? NaN);
  const cacheFix = 'Send Cache-Control: max-age=60, stale-while-revalidate=300, stale-if-error=86400';
  if (!control)
    problems.push(
      warning('no-cache-control', url.href, 'Nothing says how long a copy of the feed is good: caches on the way guess.', cacheFix),
    );
  else if (/\bno-store\b/i.test(control))
    problems.push(warning('no-store', url.href, '"no-store" leaves readers nothing when the host fails.', cacheFix));
  else if (maxAge > MAX_FRESH_SECONDS) {
    const message = `Caches keep the feed for ${Math.round(maxAge / 60)} minutes: so long readers are told what may no longer hold.`;
    problems.push(warning('cached-too-long', url.href, message, cacheFix));
  }
  const etag = headers.get('etag');
  if (!etag) {
    problems.push(
      warning('no-etag', url.href, 'There is no ETag: each look downloads the whole feed again.', 'Let the server send a strong ETag.'),
    );
    return problems;
  }
  const revalidated = await fetchAsPage(context, url, { 'if-none-match': etag, 'cache-control': 'max-age=0' }).catch(() => undefined);
  if (revalidated && revalidated.status !== 304) {
    const message = `It is sent whole again to whoever holds it already: the answer to "If-None-Match" is ${revalidated.status}, not 304.`;
    problems.push(warning('no-revalidation', url.href, message, 'Let the server compare If-None-Match with the ETag.'));
  }
  return problems;
}
