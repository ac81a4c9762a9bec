/** Checks the responses of a host: what pages on other sites need to read a feed and to run the library's script. */
import { shellPath } from '../escape/shell.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { lintFeed } from './lint-feed.js';
import { error, summarize, warning, type Problem } from './problem.js';

/** The part of a response that the checks read. */
export interface ReadResponse {
  readonly url: string;
  readonly headers: Pick<Headers, 'get'>;
  readonly text: string;
}

export interface CheckedFeed {
  readonly found: Problem[];
  /** Undefined if a page cannot read the feed. */
  readonly feed?: Feed;
}

/** Headers that clients read on other origins. */
export const EXPOSED_HEADERS = ['ETag', 'Retry-After', 'Date', 'Age'];

/** A value for feeds: a minute without a request, a day without the host. */
export const FEED_CACHE_CONTROL = 'max-age=60, stale-while-revalidate=300, stale-if-error=86400';

/** Seconds. Readers see news of a case late after a longer time; clients wait 15 minutes at most. */
const MAX_FRESH_SECONDS = 300;

/** @param now ms since 1970 */
export function checkFeedContents({ url, headers, text }: ReadResponse, now: number): CheckedFeed {
  const found: Problem[] = [];
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(feed\+)?json\b/i.test(type)) {
    const message = `The Content-Type is "${type || 'missing'}".`;
    found.push(warning('feed-content-type', url, message, 'Send Content-Type: application/feed+json.'));
  }
  const { problems, feed } = lintFeed(text, { url, now });
  const errors = problems.filter(({ level }) => level === 'error'); // warnings are for the publisher
  if (errors.length) {
    const [create, code] = feed ? ([warning, 'feed-faults'] as const) : ([error, 'feed-unreadable'] as const);
    found.push(create(code, url, `The feed has ${summarize(errors)}.`, `Run: placard validate ${shellPath(url, 'ADDRESS')}`));
  }
  return { found, feed: feed && parseFeed(text, url) };
}

/** @param missing headers that pages on other origins cannot see */
export function checkExposed(url: string, missing: readonly string[]): Problem[] {
  if (!missing.length) return [];
  const message = `Pages on other origins cannot see ${missing.join(', ')}, so they do not know when to fetch the feed again.`;
  return [warning('headers-not-exposed', url, message, `Send Access-Control-Expose-Headers: ${EXPOSED_HEADERS.join(', ')}`)];
}

export function checkCacheControl({ url, headers }: Omit<ReadResponse, 'text'>): Problem[] {
  const control = headers.get('cache-control') ?? '';
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? NaN);
  const report = (code: string, message: string) => [warning(code, url, message, `Send Cache-Control: ${FEED_CACHE_CONTROL}`)];
  if (!control) return report('no-cache-control', 'The feed has no Cache-Control, so caches guess its lifetime.');
  if (/\bno-store\b/i.test(control)) return report('no-store', '"no-store" prevents a fallback copy for readers when the host fails.');
  if (!(maxAge > MAX_FRESH_SECONDS)) return [];
  return report('cached-too-long', `Caches keep the feed for ${Math.round(maxAge / 60)} minutes, so readers see old facts for that time.`);
}

export const missingEtag = (url: string): Problem =>
  warning('no-etag', url, 'The feed has no ETag, so clients download it again each time.', 'Send a strong ETag.');

export function checkScriptType({ headers }: Pick<ReadResponse, 'headers'>, where: string, line?: number): Problem[] {
  const type = headers.get('content-type') ?? '';
  if (/\b(java|ecma)script\b/i.test(type)) return [];
  const message = `The Content-Type is "${type || 'missing'}", so browsers do not run it.`;
  return [error('script-content-type', where, message, 'Send Content-Type: text/javascript.', line)];
}

/** @param page the origin of a page. @param allowed the value of Access-Control-Allow-Origin */
export function unreadableFeed(where: string, page: string, url: string, allowed: string | null): Problem {
  const fix = `Send Access-Control-Allow-Origin: * with the feed. If that is not possible, publish the feed on ${page} too.`;
  return error('cors-feed', where, `Pages of ${page} cannot read ${url}: Access-Control-Allow-Origin is ${allowed ?? 'missing'}.`, fix);
}

export function unloadableScript(where: string, url: string, line?: number): Problem {
  const message = `Pages on other origins cannot load ${url} as a module: Access-Control-Allow-Origin is missing.`;
  return error('cors-script', where, message, 'Send Access-Control-Allow-Origin: * with it.', line);
}

/** @param page the address of the page that reads the feed */
export function checkMixedContent(page: URL, feed: URL): Problem[] {
  if (!isMixedContent(page, feed)) return [];
  return [error('insecure-feed', feed.href, 'A page with https cannot read a feed with http.', 'Use https.')];
}

/** Returns whether browsers block the address on a secure page. This machine counts as secure. */
export function isMixedContent(page: Pick<URL, 'protocol'>, address: URL): boolean {
  return page.protocol === 'https:' && address.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(address.hostname);
}
