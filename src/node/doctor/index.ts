/// <reference types="node" />
/** Reads a partner's page as a browser would, and lists the problems of the placards on it. */
import { EXIT, CliError } from '../io/cli-error.js';
import { openNetwork, type HttpResponse, type NetworkOptions } from '../io/http.js';
import { error, sortBySeverity, warning, type Problem } from '../../lint/problem.js';
import type { CheckedFeed } from '../../lint/response.js';
import { parsePolicies, blocksScripts, allowsTrustedTypesPolicy } from './csp.js';
import { checkFeed } from './check-feed.js';
import { parsePage } from './parse-page.js';
import { checkScripts } from './check-scripts.js';
import { checkFrames, checkSurroundings } from './check-surroundings.js';
import { feedUrl, effectiveAttribute, checkContent, checkMarkup } from './check-tags.js';
import type { PageContext } from './page-context.js';

export interface PageReport {
  readonly problems: Problem[];
  readonly tags: number;
  readonly feeds: number;
}

const MAX_MIRRORS = 4;

/** Requests for one page, with redirects. The page chooses the servers, so the number is limited. */
const MAX_REQUESTS = 50;

/** @throws CliError if the page itself cannot be read */
export async function inspectPage(
  address: string,
  options: Pick<PageContext, 'version' | 'now'>,
  limits: NetworkOptions = {},
): Promise<PageReport> {
  const network = openNetwork({ maxRequests: MAX_REQUESTS, ...limits });
  const answer = await network.get(address, { accept: 'text/html,application/xhtml+xml' });
  const context = createContext(answer, { ...options, network });
  const { tags } = context.page;
  if (!tags.length)
    return { problems: context.page.frames.length ? checkFrames(context) : [missingTagProblem(context)], tags: 0, feeds: 0 };

  const { PlacardCampaign } = await import('../../elements/components/campaign/placard-campaign.js');
  const known = PlacardCampaign.observedAttributes;
  const problems = [
    ...checkPolicies(context),
    ...(await checkScripts(context)),
    ...checkSurroundings(context),
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
  if (status < 200 || status > 299) throw new CliError(`${url} answers with status ${status}, not with a page. Check the address.`);
  const type = headers.get('content-type') ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    throw new CliError(
      `${url} is not a web page: its Content-Type is "${type || 'missing'}". For a feed, run "placard validate".`,
      EXIT.usage,
    );
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const page = parsePage(decode(body, charset));
  const pageUrl = new URL(url);
  const header = headers.get('content-security-policy');
  const base = page.base !== undefined && URL.canParse(page.base, pageUrl) ? new URL(page.base, pageUrl) : pageUrl;
  return {
    ...options,
    url: pageUrl,
    base,
    page,
    isXhtml: /^application\/xhtml/i.test(type),
    policies: parsePolicies([...(header === null ? [] : [header]), ...page.policies]),
  };
}

function decode(body: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function requestLimitProblem({ url, network }: PageContext): Problem {
  const message = `The maximum is ${MAX_REQUESTS} requests and the timeout: ${network.refused} requests were not sent, and their problems are unknown.`;
  return warning('request-limit', url.href, message, 'Use fewer feeds and scripts, or increase --timeout.');
}

function missingTagProblem({ url, page }: PageContext): Problem {
  const { href } = url;
  const [line] = page.orphanedSnapshots;
  if (line !== undefined && !page.scripts.some(({ src, text }) => /placard/i.test(src ?? text))) {
    const message = 'The page has a snapshot as plain HTML, which does not update.';
    return warning('plain-snapshot', href, message, 'If the case can change, paste a snippet that updates.', line);
  }
  if (line !== undefined) {
    const message = 'The page has a snapshot without its tag. Many systems remove tags of authors who are not administrators.';
    return error(
      'stripped-tag',
      href,
      message,
      'Use <div data-placard-src="…"> instead of the tag, and ask an administrator to install the script once.',
      line,
    );
  }
  if (/<(placard-|div data-placard)/i.test(page.text)) {
    return error(
      'tag-as-text',
      href,
      'The tag is text in the page: the editor escaped it.',
      'Paste the snippet into a block for custom HTML.',
    );
  }
  return error(
    'no-tag',
    href,
    'The page has no placard, as the server sends it.',
    'Check the address. The command does not see what a script adds later.',
  );
}

function orphanedSnapshotProblems({ page, url }: PageContext): Problem[] {
  return page.orphanedSnapshots.map((line) =>
    warning(
      'stripped-tag',
      url.href,
      'A snapshot is outside of a tag, so the script cannot update it.',
      'Move it into its tag, or remove it.',
      line,
    ),
  );
}

function checkPolicies({ policies: all, url }: PageContext): Problem[] {
  const problems: Problem[] = [];
  if (blocksScripts(all))
    problems.push(
      error('csp-sandbox', url.href, "The page's Content-Security-Policy has a sandbox that blocks scripts.", 'Add allow-scripts to it.'),
    );
  if (!allowsTrustedTypesPolicy(all, 'lit-html')) {
    const message = 'The page requires Trusted Types, and does not allow the policy of the library. The card is not rendered.';
    problems.push(error('csp-trusted-types', url.href, message, "Add to the policy: trusted-types lit-html 'allow-duplicates'"));
  }
  if (allowsTrustedTypesPolicy(all, 'lit-html') && !allowsTrustedTypesPolicy(all, "'allow-duplicates'")) {
    const message = 'The page allows the Trusted Types policy "lit-html" only once, and the library creates it again for chunks.';
    problems.push(warning('csp-trusted-types', url.href, message, "Add 'allow-duplicates' to trusted-types."));
  }
  return problems;
}

/** Checks the mirrors of the tag and of the feed: each must be able to replace the feed. */
async function checkMirrors(context: PageContext, first: URL, { feed }: CheckedFeed, mirrorsAttribute = ''): Promise<Problem[]> {
  const mirrorUrls = [...mirrorsAttribute.split(/\s+/), ...(feed?.head._placard?.mirrors ?? [])].flatMap((each) =>
    each && URL.canParse(each, context.base) ? new URL(each, context.base).href : [],
  );
  const problems: Problem[] = [];
  for (const href of new Set(mirrorUrls.filter((each) => each !== first.href).slice(0, MAX_MIRRORS))) {
    const mirror = await checkFeed(context, new URL(href), true);
    problems.push(...mirror.found.map((problem): Problem => ({ ...problem, level: 'warning' })));
    if (feed && mirror.feed && mirror.feed.epoch <= feed.epoch && mirror.feed.sequence < feed.sequence) {
      const message = `The mirror has publication ${mirror.feed.sequence}, and the feed is at ${feed.sequence}, so clients reject the mirror.`;
      problems.push(warning('mirror-behind', href, message, 'Update the mirror, or remove it from the mirrors.'));
    }
  }
  return problems;
}
