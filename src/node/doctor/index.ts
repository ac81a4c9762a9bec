/// <reference types="node" />
/** Visits a partner's page as a browser would, and tells what is wrong with the placards on it. */
import { EXIT, Failure } from '../io/cli-error.js';
import { openNetwork, type Answer, type NetworkOptions } from '../io/http.js';
import { inOrder, type Problem } from '../../lint/problem.js';
import { policiesOf, sandboxed, trusts } from './csp.js';
import { feedAt, type Fetched } from './check-feed.js';
import { readPage } from './parse-page.js';
import { scriptsOn } from './check-scripts.js';
import { feedOf, settingOf, showingOf, writingOf } from './check-tags.js';
import { concern, fault, type Visit } from './page-context.js';

export interface Examination {
  readonly problems: Problem[];
  readonly tags: number;
  readonly feeds: number;
}

const MOST_MIRRORS = 4;

/** Requests of one visit, redirects included: the page chooses whom they go to. */
const MOST_REQUESTS = 50;

/** @throws Failure where the page itself cannot be read */
export async function examine(address: string, options: Pick<Visit, 'version' | 'now'>, limits: NetworkOptions = {}): Promise<Examination> {
  const network = openNetwork({ most: MOST_REQUESTS, ...limits });
  const answer = await network.get(address, { accept: 'text/html,application/xhtml+xml' });
  const visit = visitOf(answer, { ...options, network });
  const { tags } = visit.page;
  if (!tags.length) return { problems: [noTag(visit)], tags: 0, feeds: 0 };

  const { PlacardCampaign } = await import('../../elements/components/campaign/placard-campaign.js');
  const known = PlacardCampaign.observedAttributes;
  const problems = [
    ...policies(visit),
    ...(await scriptsOn(visit)),
    ...tags.flatMap((tag) => writingOf(tag, visit, known)),
    ...strayed(visit),
  ];
  const feeds = new Map<string, Fetched>();
  for (const tag of tags) {
    const url = feedOf(tag, visit);
    if (!url) continue;
    const fetched = feeds.get(url.href) ?? (await feedAt(visit, url));
    if (!feeds.has(url.href)) problems.push(...fetched.found, ...(await mirrors(visit, url, fetched, settingOf(tag, 'mirrors'))));
    feeds.set(url.href, fetched);
    if (fetched.feed) problems.push(...(await showingOf(tag, fetched.feed, visit)));
  }
  if (network.refused > 0) problems.push(unasked(visit));
  return { problems: inOrder(problems), tags: tags.length, feeds: feeds.size };
}

function visitOf({ url, status, headers, body }: Answer, options: Pick<Visit, 'version' | 'now' | 'network'>): Visit {
  if (status < 200 || status > 299) throw new Failure(`${url} answers with the status ${status} instead of a page.`);
  const type = headers.get('content-type') ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    throw new Failure(`${url} is no web page: it comes as "${type || 'nothing'}". For a feed there is "placard validate".`, EXIT.usage);
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const page = readPage(decode(body, charset));
  const at = new URL(url);
  const header = headers.get('content-security-policy');
  const base = page.base !== undefined && URL.canParse(page.base, at) ? new URL(page.base, at) : at;
  return { ...options, url: at, base, page, policies: policiesOf([...(header === null ? [] : [header]), ...page.policies]) };
}

function decode(body: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function unasked({ url, network }: Visit): Problem {
  const what = `One visit has a limit of ${MOST_REQUESTS} requests and of time: ${network.refused} were not made, and what they would show is not known.`;
  return concern('request-limit', url.href, what, 'Name fewer feeds and scripts, or give it more seconds with --timeout.');
}

function noTag({ url, page }: Visit): Problem {
  const { href } = url;
  const [line] = page.strayed;
  if (line !== undefined) {
    const what =
      'A snapshot is there and the tag around it is gone: the system that made the page took it out, as many do for all but administrators.';
    return fault(
      'stripped-tag',
      href,
      what,
      'Use <div data-placard-src="…"> instead of the tag, with the script installed once by an administrator.',
      line,
    );
  }
  if (/<(placard-|div data-placard)/i.test(page.text)) {
    return fault(
      'tag-as-text',
      href,
      'The tag stands in the page as text: the editor took it for words.',
      'Paste the snippet into a block for custom HTML.',
    );
  }
  return fault(
    'no-tag',
    href,
    'No placard is on this page, as it comes from the server.',
    'Check the address; what a script adds later cannot be seen from here.',
  );
}

function strayed({ page, url }: Visit): Problem[] {
  return page.strayed.map((line) =>
    concern(
      'stripped-tag',
      url.href,
      'A snapshot stands outside of any tag: it will never be brought up to date.',
      'Put it inside its tag, or take it out.',
      line,
    ),
  );
}

function policies({ policies: all, url }: Visit): Problem[] {
  const found: Problem[] = [];
  if (sandboxed(all))
    found.push(
      fault('csp-sandbox', url.href, "The page's Content-Security-Policy lets no script run: sandbox", 'Add allow-scripts to it.'),
    );
  if (!trusts(all, 'lit-html')) {
    const what = 'The page requires Trusted Types and does not allow the policy that the library needs: nothing is rendered.';
    found.push(fault('csp-trusted-types', url.href, what, "Add to the policy: trusted-types lit-html 'allow-duplicates'"));
  }
  if (trusts(all, 'lit-html') && !trusts(all, "'allow-duplicates'")) {
    const what = 'The page allows the Trusted Types policy "lit-html" once, and the library makes it again for what it loads later.';
    found.push(concern('csp-trusted-types', url.href, what, "Add 'allow-duplicates' behind trusted-types."));
  }
  return found;
}

/** The page's own mirrors and the feed's: each has to be able to stand in. */
async function mirrors(visit: Visit, first: URL, { feed }: Fetched, stated = ''): Promise<Problem[]> {
  const named = [...stated.split(/\s+/), ...(feed?.head._placard?.mirrors ?? [])].flatMap((each) =>
    each && URL.canParse(each, visit.base) ? new URL(each, visit.base).href : [],
  );
  const found: Problem[] = [];
  for (const href of new Set(named.filter((each) => each !== first.href).slice(0, MOST_MIRRORS))) {
    const mirror = await feedAt(visit, new URL(href), true);
    found.push(...mirror.found.map((problem): Problem => ({ ...problem, level: 'warning' })));
    if (feed && mirror.feed && mirror.feed.epoch <= feed.epoch && mirror.feed.sequence < feed.sequence) {
      const what = `The mirror has publication ${mirror.feed.sequence}, and the feed is at ${feed.sequence}: nobody will take it.`;
      found.push(concern('mirror-behind', href, what, 'Bring it up to date, or take it out of the mirrors.'));
    }
  }
  return found;
}
