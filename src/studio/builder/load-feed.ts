/** From an address, or a file, to a feed; and whatever is in the way, in plain words and with its remedy. */
import { browserEnvironment } from '../../client/environment.js';
import { request } from '../../client/fetch-feed.js';
import { lintFeed, type LintResult } from '../../lint/lint-feed.js';
import type { Problem } from '../../lint/problem.js';
import { asFeedError, type FeedError } from '../../feed/errors.js';

export interface Reading extends LintResult {
  /** As it came; undefined where nothing did. */
  readonly text?: string;
  /** The address that answered. */
  readonly url?: string;
}

export async function readAddress(typed: string, signal: AbortSignal): Promise<Reading> {
  const wrong = addressFault(typed);
  if (wrong) return stopped('no-address', ...wrong);
  try {
    const { text, url } = await request(typed, browserEnvironment, { signal, cache: 'no-cache', credentials: 'omit' });
    return { ...lintFeed(text, { url, now: Date.now() }), text, url };
  } catch (thrown) {
    const error = asFeedError(thrown, 'network');
    return stopped(error.code, ...(await words(error, typed)));
  }
}

/** @param typed where it will be published, if that is known */
export function readText(text: string, typed: string): Reading {
  const wrong = typed ? addressFault(typed) : undefined;
  const url = typed && !wrong ? typed : undefined;
  const { feed, problems } = lintFeed(text, { url, now: Date.now() });
  const first: Problem[] = wrong ? [{ level: 'warning', code: 'no-address', path: '', message: wrong[0], fix: wrong[1] }] : [];
  return { feed, problems: [...first, ...problems], text, url };
}

const stopped = (code: string, message: string, fix: string): Reading => ({
  problems: [{ level: 'error', code, path: '', message, fix }],
});

type Words = [message: string, fix: string];

/** Undefined where a reader's browser can fetch it. */
export function addressFault(typed: string): Words | undefined {
  if (!typed) return ['There is no address yet.', 'Paste the address of a feed, take the sample, or open a file.'];
  if (!/^https?:\/\//i.test(typed)) {
    const meant = /^[\w-]+(\.[\w-]+)+/.test(typed)
      ? `Did you mean https://${typed} ?`
      : 'It begins with https:// and usually ends with .json.';
    return ['This is no web address.', meant];
  }
  if (!URL.canParse(typed)) return ['This address cannot be read.', 'Copy it again from the browser’s address bar.'];
  if (location.protocol === 'https:' && /^http:/i.test(typed) && !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/i.test(typed))
    return ['Browsers do not fetch http addresses from an https page, here or on your site.', 'Use the https address of the feed.'];
  return undefined;
}

async function words({ code, status, cause }: FeedError, url: string): Promise<Words> {
  switch (code) {
    case 'timeout':
      return ['The server did not send the whole feed within 20 seconds.', 'Try again; if it stays slow, ask the publisher for a mirror.'];
    case 'too-large':
      return ['This is more than 4 MB, and no page would read it.', 'Ask the publisher for the feed of one statement.'];
    case 'http-status':
      return statusWords(status ?? 0);
    case 'not-json':
      return ['This is not text in UTF-8, so it is no feed.', `It must be UTF-8 (${String(cause)}).`];
    default:
      return (await answersWithoutPermission(url)) ? CORS : SILENT;
  }
}

const CORS: Words = [
  'The server answers, but does not allow other sites to read the feed (CORS).',
  'The publisher has to send the header  Access-Control-Allow-Origin: *  with it.',
];
const SILENT: Words = ['Nobody answers at this address.', 'Check the spelling and your connection; open the address in a tab of its own.'];

function statusWords(status: number): Words {
  if (status === 404 || status === 410)
    return ['The server has nothing at this address.', 'Check the spelling, or ask the publisher where the feed is.'];
  if (status === 401 || status === 403) return ['The server refuses to show it.', 'A feed has to be public: ask the publisher.'];
  if (status >= 500) return [`The server has a fault of its own (${status}).`, 'Try again later, or name a mirror as the address.'];
  return [`The server answers with ${status}, and not with the feed.`, 'Open the address in a tab of its own to see what stands there.'];
}

/** An opaque answer tells nothing but that there is one: enough to tell a lacking permission from a lacking host. */
async function answersWithoutPermission(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}
