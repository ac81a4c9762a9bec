/** Loads a feed from an address or a file, and explains each problem together with its fix. */
import { browserEnvironment } from '../../client/environment.js';
import { fetchFeedText } from '../../client/fetch-feed.js';
import { lintFeed, type LintResult } from '../../lint/lint-feed.js';
import type { Problem } from '../../lint/problem.js';
import { toFeedError, type FeedError } from '../../feed/errors.js';

export interface LoadResult extends LintResult {
  /** The text as received; undefined if the request failed. */
  readonly text?: string;
  /** The address of the response. */
  readonly url?: string;
}

export async function loadFromUrl(input: string, signal: AbortSignal): Promise<LoadResult> {
  const invalid = urlProblem(input);
  if (invalid) return failed('no-address', ...invalid);
  try {
    const { text, url } = await fetchFeedText(input, browserEnvironment, { signal, cache: 'no-cache', credentials: 'omit' });
    return { ...lintFeed(text, { url, now: Date.now() }), text, url };
  } catch (thrown) {
    const error = toFeedError(thrown, 'network');
    return failed(error.code, ...(await explainError(error, input)));
  }
}

/** @param address where the file will be published; empty if the user entered no address */
export function loadFromText(text: string, address: string): LoadResult {
  const invalid = address ? urlProblem(address) : undefined;
  const url = address && !invalid ? address : undefined;
  const { feed, problems } = lintFeed(text, { url, now: Date.now() });
  const first: Problem[] = invalid ? [{ level: 'warning', code: 'no-address', path: '', message: invalid[0], fix: invalid[1] }] : [];
  return { feed, problems: [...first, ...problems], text, url };
}

const failed = (code: string, message: string, fix: string): LoadResult => ({
  problems: [{ level: 'error', code, path: '', message, fix }],
});

type Message = [problem: string, fix: string];

/** @returns undefined if a reader's browser can fetch the address */
export function urlProblem(input: string): Message | undefined {
  if (!input) return ['The address is missing.', 'Paste the address of a feed, or open a file.'];
  if (!/^https?:\/\//i.test(input)) {
    const fix = /^[\w-]+(\.[\w-]+)+/.test(input)
      ? `Did you mean https://${input} ?`
      : 'Enter an address that begins with https:// and, in most cases, ends with .json.';
    return ['This is not a web address.', fix];
  }
  if (!URL.canParse(input)) return ['This address is not valid.', 'Copy it again from the browser’s address bar.'];
  if (location.protocol === 'https:' && /^http:/i.test(input) && !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/i.test(input))
    return ['Browsers block http addresses on https pages, here and on your site.', 'Use the https address of the feed.'];
  return undefined;
}

async function explainError({ code, status, cause }: FeedError, url: string): Promise<Message> {
  switch (code) {
    case 'timeout':
      return ['The server did not send the whole feed within 20 seconds.', 'Try again. If it stays slow, ask the publisher for a mirror.'];
    case 'too-large':
      return ['The feed is larger than 4 MB, the maximum for a page.', 'Ask the publisher for the feed of one statement.'];
    case 'http-status':
      return explainStatus(status ?? 0);
    case 'not-json':
      return ['The response is not UTF-8 text.', `Ask the publisher to save the feed as UTF-8 (${String(cause)}).`];
    default:
      return (await respondsWithoutCors(url)) ? NO_CORS : NO_ANSWER;
  }
}

const NO_CORS: Message = [
  'The server answers, but does not allow other sites to read the feed (CORS).',
  'Ask the publisher to send the header  Access-Control-Allow-Origin: *  with the feed.',
];
const NO_ANSWER: Message = ['No answer from this address.', 'Check the spelling and your connection. Open the address in a new tab.'];

function explainStatus(status: number): Message {
  if (status === 404 || status === 410)
    return ['The server has no file at this address.', 'Check the spelling, or ask the publisher for the address of the feed.'];
  if (status === 401 || status === 403) return ['The server denies access to the feed.', 'Ask the publisher to make the feed public.'];
  if (status >= 500) return [`The server reports an error (${status}).`, 'Try again later, or enter the address of a mirror.'];
  return [`The server answers with status ${status} instead of the feed.`, 'Open the address in a new tab to see the response.'];
}

/** An opaque response has no readable content. It shows that the host answers, so only CORS is missing. */
async function respondsWithoutCors(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}
