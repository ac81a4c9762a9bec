/** Prepares a publication and builds its site in memory, by the code of `placard build`. */
import { withoutUnpublished } from '../../feed/drafts.js';
import { parseFeed } from '../../feed/parse-feed.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { hasError, type Problem } from '../../lint/problem.js';
import { buildSite, type Page, type SiteFolder } from '../../publish/build-site.js';
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { sha256Hex } from '../../publish/hash.js';
import { assignFolders } from '../../publish/item-folders.js';
import type { SanitizeStatement } from '../../publish/render.js';
import { reviseFeed } from '../../revise/revise-feed.js';
import type { CaseFile } from '../document/case-file.js';
import { sanitizeHtml } from '../document/sanitize.js';
import { timeOf } from '../document/new-case.js';
import type { Library } from './library.js';
import type { Signer } from './signing-key.js';

export interface PreparedFeed {
  /** The document that it was made from. */
  readonly draft: FeedDocument;
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
  return {
    draft,
    whole: revision.document,
    document,
    text,
    errors: problems.filter((each) => hasError([each])),
    changed: revision.changed,
  };
}

export interface SiteFiles {
  /** Bytes by the path in the site, in the order in which a host should get them: the feed last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly pages: readonly Page[];
  /** Texts of this site that the next one depends on. */
  readonly kept: Readonly<Record<string, string>>;
  /** The path of the script that partners' pages load first. */
  readonly script: string | undefined;
}

/** @param read returns a text of the published site; undefined if it does not exist */
export async function createSite(
  { document, text }: PreparedFeed,
  base: string,
  { files: library, version }: Library,
  read: (path: string) => Promise<string | undefined>,
  signer: Signer,
): Promise<SiteFiles> {
  const files = new Map<string, Uint8Array>();
  const published = new Map<string, string | undefined>();
  const readOnce = async (path: string) => {
    if (!published.has(path)) published.set(path, await read(path));
    return published.get(path);
  };
  // `has` answers at once, so the files that it is asked about are read before.
  const folders = await assignFolders(document.items.map(({ id }) => String(id)));
  for (const path of ['calendar.ics', ...[...folders.values()].map((name) => `${name}/calendar.ics`)]) await readOnce(path);
  const folder: SiteFolder = {
    read: readOnce,
    has: (path) => files.has(path) || published.get(path) !== undefined,
    write: (path, content) => void files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content),
    // A zip has every file, because an upload may replace the whole site.
    keep: () => false,
  };
  const sha256 = (content: string) => sha256Hex(new TextEncoder().encode(content));
  const { pages } = await buildSite({ text, document, base, library, version, sanitize, sha256, ...signer }, folder);
  const kept = [...published.keys()].flatMap((path) => (files.has(path) ? [[path, new TextDecoder().decode(files.get(path))]] : []));
  const script = [...files.keys()].find((path) => path.endsWith('/placard-loader.js'));
  return { files: feedLast(files), pages, kept: Object.fromEntries(kept) as Record<string, string>, script };
}

/** Level of the heading above the statement on an item's page. */
const LEVEL = 2;

const sanitize: SanitizeStatement = (html, feed) => sanitizeHtml(html, LEVEL, feed);

/** A reader who comes during an upload gets the old feed, or the new one with all its files. */
function feedLast(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const isFeed = ([path]: [string, Uint8Array]) => path === 'feed.json';
  return new Map([...[...files].filter((each) => !isFeed(each)), ...[...files].filter(isFeed)]);
}
