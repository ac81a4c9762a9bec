/** Prepares a publication and builds its site in memory, by the code of `placard build`. */
import { withoutUnpublished } from '../../feed/drafts.js';
import { parseFeed } from '../../feed/parse-feed.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { hasError, type Problem } from '../../lint/problem.js';
import { buildSite, type Page } from '../../publish/build-site.js';
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import type { SanitizeStatement } from '../../publish/render.js';
import { reviseFeed } from '../../revise/revise-feed.js';
import type { CaseFile } from '../document/case-file.js';
import { sanitizeHtml } from '../document/sanitize.js';
import { timeOf } from '../document/new-case.js';
import type { Library } from './library.js';

export interface PreparedFeed {
  /** The feed with its drafts, which stay with the user. */
  readonly whole: FeedDocument;
  /** The feed that readers get. */
  readonly document: FeedDocument;
  readonly text: string;
  /** Errors that readers' browsers would find. */
  readonly errors: readonly Problem[];
  /** Whether it differs from the last publication. */
  readonly changed: boolean;
}

/**
 * Returns the next publication: its numbers, dates and kinds of change are set as `placard revise` sets them.
 * @param base the address of the site
 * @throws PublishError if the file is older than the publication
 */
export function prepareFeed({ document: draft, facts }: CaseFile, base: string, now: Date): PreparedFeed {
  const edited = { ...structuredClone(draft), feed_url: `${base}feed.json` };
  const revision = reviseFeed(edited, facts.published && structuredClone(facts.published), {}, timeOf(now));
  const document = withoutUnpublished(revision.document, now.getTime());
  const text = stringifyLike(document, facts.sample);
  const { problems } = lintFeed(text, { now: now.getTime(), previous: facts.published && parseFeed(facts.published) });
  return { whole: revision.document, document, text, errors: problems.filter((each) => hasError([each])), changed: revision.changed };
}

export interface SiteFiles {
  /** Bytes by the path in the site, in the order in which a host should get them: the feed last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly pages: readonly Page[];
  /** Texts of this site that the next one depends on. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Names the folder as one that `placard build` made, so that the command continues it. */
const MARKER_FILE = 'placard-site.json';

/** @param read returns a text of the published site; undefined if it does not exist */
export async function createSite(
  { document, text }: PreparedFeed,
  base: string,
  library: Library,
  read: (path: string) => Promise<string | undefined>,
): Promise<SiteFiles> {
  const asked = new Set<string>();
  const readPublished = (path: string) => {
    asked.add(path);
    return read(path);
  };
  const { files: libraryFiles, version } = library;
  const input = { text, document, base, library: libraryFiles, version, sanitize, sign: () => [] as string[] };
  const { files, pages } = await buildSite(input, readPublished);
  const marker = `${JSON.stringify({ made_by: `placard ${version}`, base_url: base }, null, 2)}\n`;
  const all = new Map([...files, [MARKER_FILE, new TextEncoder().encode(marker)]]);
  const kept = [...asked].flatMap((path) => (all.has(path) ? [[path, new TextDecoder().decode(all.get(path))]] : []));
  return { files: feedLast(all), pages, kept: Object.fromEntries(kept) as Record<string, string> };
}

/** Level of the heading above the statement on an item's page. */
const LEVEL = 2;

const sanitize: SanitizeStatement = (html, feed) => sanitizeHtml(html, LEVEL, feed);

/** A reader who comes during an upload gets the old feed, or the new one with all its files. */
function feedLast(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const isFeed = ([path]: [string, Uint8Array]) => path === 'feed.json';
  return new Map([...[...files].filter((each) => !isFeed(each)), ...[...files].filter(isFeed)]);
}
