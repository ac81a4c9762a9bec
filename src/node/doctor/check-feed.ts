/// <reference types="node" />
/** A feed as a page gets it: reachable, readable from elsewhere, fresh, and without a fault of its own. */
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { Answer } from '../io/http.js';
import { inspect } from '../../lint/lint-feed.js';
import { counted } from '../../lint/problem.js';
import { forbidding } from './csp.js';
import { allowing, answerOf, concern, crossOrigin, fault, getAsPage, mixed, unshared, type Found, type Visit } from './page-context.js';

/** Longer than this and news of a court is late; pages cap their own waiting at 15 minutes. */
const LONGEST_FRESH = 300;
const EXPOSED = ['ETag', 'Retry-After', 'Date', 'Age'];

export interface Fetched {
  readonly found: Found[];
  /** Undefined where a page gets none. */
  readonly feed?: Feed;
}

/** @param mirror another address of a feed: only whether it can stand in */
export async function feedAt(visit: Visit, url: URL, mirror = false): Promise<Fetched> {
  const where = url.href;
  const barred = barriers(visit, url);
  const tell = (code: string, what: string, instead: string) => fault(code, where, what, instead);
  const failing = [mirror ? 'mirror-unreachable' : 'feed-unreachable', 'Check the address; readers see the snapshot alone.'] as [
    string,
    string,
  ];
  const answer = await answerOf(visit, url, tell, failing, { accept: 'application/feed+json, application/json, */*' });
  if (Array.isArray(answer)) return { found: [...barred, ...answer] };
  const closed = unshared(visit, answer);
  if (closed) {
    const instead = `Send Access-Control-Allow-Origin: * with the feed. Where that cannot be, publish the feed on ${visit.url.origin} too.`;
    const what = `${closed.url} does not let pages of ${visit.url.origin} read it: Access-Control-Allow-Origin is ${closed.headers.get('access-control-allow-origin') ?? 'missing'}.`;
    barred.push(fault('cors-feed', where, what, instead));
  }
  const text = Buffer.from(answer.body).toString();
  const own = contents(visit, answer, text);
  if (mirror) return { found: [...barred, ...own.found], feed: own.feed };
  const headers = [...exposure(visit, answer), ...(await caching(visit, url, answer))];
  return { found: [...barred, ...own.found, ...headers], feed: own.feed };
}

function barriers(visit: Visit, url: URL): Found[] {
  const found: Found[] = [];
  if (mixed(visit, url)) found.push(fault('insecure-feed', url.href, 'A secure page reads no feed over http.', 'Write https.'));
  const policy = forbidding(visit.policies, 'connect', { url }, visit.url);
  if (policy)
    found.push(
      fault('csp-connect', url.href, `The page's Content-Security-Policy forbids to read it: ${policy}`, allowing(url, 'connect-src')),
    );
  return found;
}

function contents(visit: Visit, { url, headers }: Answer, text: string): Fetched {
  const found: Found[] = [];
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(feed\+)?json\b/i.test(type)) {
    found.push(concern('feed-content-type', url, `It comes as "${type || 'nothing'}".`, 'Send Content-Type: application/feed+json.'));
  }
  const { problems, feed } = inspect(text, { url, now: visit.now });
  const errors = problems.filter(({ level }) => level === 'error'); // its warnings are the publisher's business
  if (errors.length) {
    const [make, code] = feed ? ([concern, 'feed-faults'] as const) : ([fault, 'feed-unreadable'] as const);
    found.push(make(code, url, `The feed itself has ${counted(errors, '')}.`, `Run: placard validate ${shellPath(url, 'ADDRESS')}`));
  }
  return { found, feed: feed && parseFeed(text, url) };
}

function exposure(visit: Visit, { url, headers }: Answer): Found[] {
  if (!crossOrigin(visit, new URL(url))) return [];
  const exposed = (headers.get('access-control-expose-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const missing = EXPOSED.filter((name) => !exposed.includes(name.toLowerCase()) && !exposed.includes('*'));
  if (!missing.length) return [];
  const what = `Pages elsewhere cannot see ${missing.join(', ')}: they do not know how fresh the feed is, nor when to ask again.`;
  return [concern('headers-not-exposed', url, what, `Send Access-Control-Expose-Headers: ${EXPOSED.join(', ')}`)];
}

async function caching(visit: Visit, url: URL, { headers }: Answer): Promise<Found[]> {
  const found: Found[] = [];
  const control = headers.get('cache-control') ?? '';
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? NaN);
  const wanted = 'Send Cache-Control: max-age=60, stale-while-revalidate=300, stale-if-error=86400';
  if (!control)
    found.push(concern('no-cache-control', url.href, 'Nothing says how long a copy of the feed is good: caches on the way guess.', wanted));
  else if (/\bno-store\b/i.test(control))
    found.push(concern('no-store', url.href, '"no-store" leaves readers nothing when the host fails.', wanted));
  else if (maxAge > LONGEST_FRESH) {
    const what = `Caches keep the feed for ${Math.round(maxAge / 60)} minutes: so long readers are told what may no longer hold.`;
    found.push(concern('cached-too-long', url.href, what, wanted));
  }
  const etag = headers.get('etag');
  if (!etag) {
    found.push(
      concern('no-etag', url.href, 'There is no ETag: each look downloads the whole feed again.', 'Let the server send a strong ETag.'),
    );
    return found;
  }
  const again = await getAsPage(visit, url, { 'if-none-match': etag, 'cache-control': 'max-age=0' }).catch(() => undefined);
  if (again && again.status !== 304) {
    const what = `It is sent whole again to whoever holds it already: the answer to "If-None-Match" is ${again.status}, not 304.`;
    found.push(concern('no-revalidation', url.href, what, 'Let the server compare If-None-Match with the ETag.'));
  }
  return found;
}
