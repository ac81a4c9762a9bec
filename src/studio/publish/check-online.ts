/**
 * Compares what is online with the last publication. Checks the host by the rules of `placard doctor`, as far as a browser may read its
 * responses. Requests only files below the address that the user has entered.
 */
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { isOlder } from '../../feed/values/feed-version.js';
import { error, sortBySeverity, type Problem } from '../../lint/problem.js';
import {
  checkCacheControl,
  checkExposed,
  checkFeedContents,
  checkMixedContent,
  checkScriptType,
  EXPOSED_HEADERS,
  missingEtag,
  unloadableScript,
  unreadableFeed,
} from '../../lint/response.js';
import { answers, fetchAnswer, type Answer } from '../fetch-text.js';

/**
 * `absent`: no host answers. `hidden`: a host answers, and no other page may read it. `missing`: the host has no such file. `other`: the
 * address has something else. `old`, `newer`, `changed`: a feed of another publication, or other words of the same one.
 */
export type OnlineState = 'current' | 'old' | 'newer' | 'changed' | 'other' | 'missing' | 'hidden' | 'absent';

export interface OnlineReport {
  readonly state: OnlineState;
  readonly problems: readonly Problem[];
}

/** The last publication. */
export interface Published {
  /** The address of the site, with a slash at its end. */
  readonly base: string;
  /** Texts by their path in the site, the feed among them. */
  readonly site: Readonly<Record<string, string>>;
  /** The path of the script that partners' pages load, if it is known. */
  readonly script?: string | undefined;
}

/** Files at the same time. */
const MAX_CONCURRENT = 4;

export async function checkOnline({ base, site, script }: Published, now: number): Promise<OnlineReport> {
  const address = `${base}feed.json`;
  // Partners' pages use https, whatever this page uses.
  const problems = checkMixedContent(new URL('https://partner.invalid/'), new URL(address));
  const answer = await fetchAnswer(address);
  if (!answer) {
    const isThere = await answers(address);
    if (isThere) problems.push(unreadableFeed(address, location.origin, address, null));
    return { state: isThere ? 'hidden' : 'absent', problems };
  }
  if (answer.status !== 200) return { state: 'missing', problems: [...problems, differs(address, `status ${answer.status}`)] };
  const state = stateOf(answer.text, site['feed.json']!);
  problems.push(...checkResponse(answer, now));
  if (state === 'current') problems.push(...(await checkOthers(base, site)));
  if (script !== undefined) problems.push(...(await checkScript(base + script)));
  return { state, problems: sortBySeverity(problems) };
}

/** @param online the text that the address has */
export function stateOf(online: string, here: string): OnlineState {
  if (online.trim() === here.trim()) return 'current';
  const [found, own] = [feedIn(online), feedIn(here)!];
  if (!found) return 'other';
  if (isOlder(found, own)) return 'old';
  return isOlder(own, found) ? 'newer' : 'changed';
}

function feedIn(text: string): Feed | undefined {
  try {
    return parseFeed(text);
  } catch {
    return undefined;
  }
}

/** Another site sees only the headers that the host exposes. One of these two is in every response. */
function checkResponse(answer: Answer, now: number): Problem[] {
  const sees = (name: string) => answer.headers.get(name) !== null;
  const areHidden = !sees('ETag') && !sees('Date');
  return [
    ...checkFeedContents(answer, now).found,
    ...checkExposed(answer.url, areHidden ? EXPOSED_HEADERS : []),
    ...checkCacheControl(answer),
    ...(areHidden || sees('ETag') ? [] : [missingEtag(answer.url)]),
  ];
}

/** Compares the other texts. An upload can end too early. */
async function checkOthers(base: string, site: Published['site']): Promise<Problem[]> {
  const problems: Problem[] = [];
  const waiting = Object.entries(site).filter(([path]) => path !== 'feed.json');
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, text] = next;
      const answer = await fetchAnswer(base + path);
      if (answer?.status === 200 && answer.text === text) continue;
      problems.push(differs(base + path, answer?.status === 200 ? 'another text' : 'no such file'));
    }
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT }, work));
  return problems;
}

const differs = (address: string, has: string): Problem =>
  error('file-differs', address, `The host has ${has} at this address.`, 'Upload this file again.');

async function checkScript(address: string): Promise<Problem[]> {
  const answer = await fetchAnswer(address);
  if (answer?.status === 200) return checkScriptType(answer, address);
  return !answer && (await answers(address)) ? [unloadableScript(address, address)] : [differs(address, 'no such file')];
}
