/// <reference types="node" />
/** Visits a partner's page as a browser would, and tells what is wrong with the placards on it. */
import { EXIT, CliError } from '../io/cli-error.js';
import { openNetwork, type HttpResponse, type NetworkOptions } from '../io/http.js';
import { sortBySeverity, type Problem } from '../../lint/problem.js';
import { parsePolicies, blocksScripts, allowsTrustedTypesPolicy } from './csp.js';
import { checkFeed, type CheckedFeed } from './check-feed.js';
import { parsePage } from './parse-page.js';
import { checkScripts } from './check-scripts.js';
import { feedUrl, effectiveAttribute, checkContent, checkMarkup } from './check-tags.js';
import { warning, error, type PageContext } from './page-context.js';

export interface PageReport {
  readonly problems: Problem[];
  readonly tags: number;
  readonly feeds: number;
}

const MAX_MIRRORS = 4;

/** Requests of one visit, redirects included: the page chooses whom they go to. */
const MAX_REQUESTS = 50;

/** @throws Failure where the page itself cannot be read */
export async function inspectPage(
  address: string,
  options: Pick<PageContext, 'version' | 'now'>,
  limits: NetworkOptions = {},
): Promise<PageReport> {
  const network = openNetwork({ maxRequests: MAX_REQUESTS, ...limits });
  const answer = await network.get(address, { accept: 'text/html,application/xhtml+xml' });
  const context = createContext(answer, { ...options, network });
  const { tags } = context.page;
  if (!tags.length) return { problems: [missingTagProblem(context)], tags: 0, feeds: 0 };

  const { PlacardCampaign } = await import('../../elements/components/campaign/placard-campaign.js');
  const known = PlacardCampaign.observedAttributes;
  const problems = [
    ...checkPolicies(context),
    ...(await checkScripts(context)),
    ...tags.flatMap((tag) => checkMarkup(tag, context, known)),
    ...orphanedSnapshotProblems(context),
  ];
  const feeds = new Map<string, CheckedFeed>();
  for (const tag of tags) {
    const url = feedUrl(tag, context);
    if (!url) continue;
    const fetched = feeds.get(url.href) ?? (await checkFeed(context, url));
    if (!feeds.has(url.href))
      problems.push(...fetched.found, ...(await checkMirrors(context, url, fetched, effectiveAttribute(tag, 'mirrors'))));
    feeds.set(url.href, fetched);
    if (fetched.feed) problems.push(...(await checkContent(tag, fetched.feed, context)));
  }
  if (network.refused > 0) problems.push(requestLimitProblem(context));
  return { problems: sortBySeverity(problems), tags: tags.length, feeds: feeds.size };
}

function createContext(
  { url, status, headers, body }: HttpResponse,
  options: Pick<PageContext, 'version' | 'now' | 'network'>,
): PageContext {
  if (status < 200 || status > 299) throw new CliError(`${url} answers with the status ${status} instead of a page.`);
  const type = headers.get('content-type') ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    throw new CliError(`${url} is no web page: it comes as "${type || 'nothing'}". For a feed there is "placard validate".`, EXIT.usage);
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const page = parsePage(decode(body, charset));
  const pageUrl = new URL(url);
  const header = headers.get('content-security-policy');
  const base = page.base !== undefined && URL.canParse(page.base, pageUrl) ? new URL(page.base, pageUrl) : pageUrl;
  return { ...options, url: pageUrl, base, page, policies: parsePolicies([...(header === null ? [] : [header]), ...page.policies]) };
}

function decode(body: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function requestLimitProblem({ url, network }: PageContext): Problem {
  const message = `One visit has a limit of ${MAX_REQUESTS} requests and of time: ${network.refused} were not made, and what they would show is not known.`;
  return warning('request-limit', url.href, message, 'Name fewer feeds and scripts, or give it more seconds with --timeout.');
}

function missingTagProblem({ url, page }: PageContext): Problem {
  const { href } = url;
  const [line] = page.orphanedSnapshots;
  if (line !== undefined) {
    const message =
      'A snapshot is there and the tag around it is gone: the system that made the page took it out, as many do for all but administrators.';
    return error(
      'stripped-tag',
      href,
      message,
      'Use <div data-placard-src="…"> instead of the tag, with the script installed once by an administrator.',
      line,
    );
  }
  if (/<(placard-|div data-placard)/i.test(page.text)) {
    return error(
      'tag-as-text',
      href,
      'The tag stands in the page as text: the editor took it for words.',
      'Paste the snippet into a block for custom HTML.',
    );
  }
  return error(
    'no-tag',
    href,
    'No placard is on this page, as it comes from the server.',
    'Check the address; what a script adds later cannot be seen from here.',
  );
}

function orphanedSnapshotProblems({ page, url }: PageContext): Problem[] {
  return page.orphanedSnapshots.map((line) =>
    warning(
      'stripped-tag',
      url.href,
      'A snapshot stands outside of any tag: it will never be brought up to date.',
      'Put it inside its tag, or take it out.',
      line,
    ),
  );
}

function checkPolicies({ policies: all, url }: PageContext): Problem[] {
  const problems: Problem[] = [];
  if (blocksScripts(all))
    problems.push(
      error('csp-sandbox', url.href, "The page's Content-Security-Policy lets no script run: sandbox", 'Add allow-scripts to it.'),
    );
  if (!allowsTrustedTypesPolicy(all, 'lit-html')) {
    const message = 'The page requires Trusted Types and does not allow the policy that the library needs: nothing is rendered.';
    problems.push(error('csp-trusted-types', url.href, message, "Add to the policy: trusted-types lit-html 'allow-duplicates'"));
  }
  if (allowsTrustedTypesPolicy(all, 'lit-html') && !allowsTrustedTypesPolicy(all, "'allow-duplicates'")) {
    const message = 'The page allows the Trusted Types policy "lit-html" once, and the library makes it again for what it loads later.';
    problems.push(warning('csp-trusted-types', url.href, message, "Add 'allow-duplicates' behind trusted-types."));
  }
  return problems;
}

/** The page's own mirrors and the feed's: each has to be able to stand in. */
async function checkMirrors(context: PageContext, first: URL, { feed }: CheckedFeed, mirrorsAttribute = ''): Promise<Problem[]> {
  const mirrorUrls = [...mirrorsAttribute.split(/\s+/), ...(feed?.head._placard?.mirrors ?? [])].flatMap((each) =>
    each && URL.canParse(each, context.base) ? new URL(each, context.base).href : [],
  );
  const problems: Problem[] = [];
  for (const href of new Set(mirrorUrls.filter((each) => each !== first.href).slice(0, MAX_MIRRORS))) {
    const mirror = await checkFeed(context, new URL(href), true);
    problems.push(...mirror.found.map((problem): Problem => ({ ...problem, level: 'warning' })));
    if (feed && mirror.feed && mirror.feed.epoch <= feed.epoch && mirror.feed.sequence < feed.sequence) {
      const message = `The mirror has publication ${mirror.feed.sequence}, and the feed is at ${feed.sequence}: nobody will take it.`;
      problems.push(warning('mirror-behind', href, message, 'Bring it up to date, or take it out of the mirrors.'));
    }
  }
  return problems;
}
