/** `placard build`: writes the static site of a feed, for any host that serves files. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { withoutUnpublished } from '../../../feed/drafts.js';
import { parseFeed } from '../../../feed/parse-feed.js';
import { lintFeed } from '../../../lint/lint-feed.js';
import { isJsonObject } from '../../../lint/json-pointer.js';
import { hasError, type Problem } from '../../../lint/problem.js';
import { parseBaseUrl } from '../../../publish/base-url.js';
import {
  buildSite,
  unchangedIds,
  type BuiltSite,
  type DeadLink,
  type Page,
  type SiteFolder,
  type SiteInput,
} from '../../../publish/build-site.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import { isSigned } from '../../../publish/kept-keys.js';
import type { DrawPicture } from '../../../publish/picture.js';
import { RECORD_FILE } from '../../../publish/site-record.js';
import type { SanitizeStatement } from '../../../publish/render.js';
import { acceptedWarningsFile, withoutAccepted } from '../../io/accepted-warnings.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { toFeedDocument } from '../../io/feed-file.js';
import { readLibraryFiles } from '../../io/library-files.js';
import { updateFolder, writeInto } from '../../io/output-folder.js';
import { writeError, writeJson, writeLine } from '../../io/output.js';
import { version } from '../../io/package-info.js';
import { openDrawing } from '../../io/draw-picture.js';
import { publishedSource, readFeedSource, type FeedSource } from '../../io/feed-source.js';
import { assertSignable } from '../../signing/signable.js';
import { createSignature, readKeys, signText, type SigningKey } from '../../signing/signing-keys.js';
import { FIRST_SHARE, HELPER_SHARE, needsHelper, reportToFirst, startHelper } from '../build-helper.js';
import { lintChanged } from '../lint-changed.js';
import { collect, jsonOption, secondsOption } from '../options.js';
import { inTheirFiles } from '../problem-files.js';
import { printResult, printWarnings } from '../report.js';

interface Options {
  out: string;
  baseUrl: string;
  key?: string[];
  dropKey?: boolean;
  pictures?: boolean;
  /** Hidden: this process builds its share into that folder. */
  share?: string;
  accept?: string[];
  timeout?: number;
  json?: boolean;
}

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build a static site from a feed: pages, embeds and snippets')
    .argument('<feed>', 'a file, a folder of item files, or an address')
    .requiredOption('--out <dir>', 'the folder to publish: a new one, an empty one, or one that this command made')
    .requiredOption('--base-url <url>', 'the address of that folder, such as https://example.org/cases/')
    .option('--key <file>', 'a private key that signs the feeds; can be repeated', collect)
    .option('--accept <code>', 'leave out the warnings with this code from now on, for the items that have it; can be repeated', collect)
    .option('--pictures', 'draw a picture of each card with the Chromium of this machine, for link previews')
    .option('--drop-key', 'go on without a signature or a key that the published site has')
    .addOption(new Option('--share <staging>').hideHelp())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
For each item, the site has:
  - a page, which is complete without a script;
  - a page for frames, and an oEmbed response, so that WordPress embeds a pasted address;
  - a feed of its own;
  - a page with the snippets for partners.
The site also has the scripts, and settings for nginx, Caddy, Apache, and hosts that read a _headers file.
Pages of removed items and scripts of earlier versions stay in the folder.

Examples:
  placard build feed.json --out public --base-url https://example.org/cases/
  placard build feed.json --out public --base-url https://example.org/ --key placard-key.jwk.json`;

async function run(name: string, options: Options): Promise<void> {
  const { key: keyFiles = [] } = options;
  const base = parseBaseUrl(options.baseUrl, '--base-url');
  const { ms: now } = parseDateOption(undefined);
  const source = await readFeedSource(name, options.timeout);
  const keys = await readKeys(keyFiles, writeError);
  const drawing = options.pictures ? await openDrawing() : undefined;
  if (options.pictures && !drawing)
    writeError('placard: No Chromium was found, so the site gets no pictures. Install Chromium, or set CHROME_PATH to its binary.');
  try {
    await publish(name, source, options, { keys, draw: drawing?.draw, base, now });
  } finally {
    await drawing?.close();
  }
}

interface Prepared {
  readonly keys: readonly SigningKey[];
  readonly draw: DrawPicture | undefined;
  readonly base: string;
  /** ms since 1970 */
  readonly now: number;
}

async function publish(name: string, source: FeedSource, options: Options, { keys, draw, base, now }: Prepared): Promise<void> {
  const { out, dropKey, json } = options;
  const input = await createInput(source, { keys, draw, base, now }, dropKey);
  if (options.share !== undefined) {
    const { heavy } = await writeInto(out, options.share, (folder) => buildSite({ ...input, share: HELPER_SHARE }, folder));
    return reportToFirst({ heavy });
  }
  const { text, document } = input;
  const signed = isSigned(document);
  let problems: readonly Problem[] = [];
  const check = async () => {
    const found = (await lintUnlessBuilt(input, out, now)) ?? lintFeed(text, { url: source.url, now }).problems;
    const file = source.url === undefined ? acceptedWarningsFile(name, source.isFolder) : undefined;
    problems = file === undefined ? found : await withoutAccepted(file, document, found, options.accept);
    if (hasError(problems)) throw new InvalidFeed();
    if (document === NO_DOCUMENT) toFeedDocument(parseFeed(text), name);
    await assertSignable(source, document, keys);
    if (signed && !keys.length) writeError('placard: The feed is signed, and the feeds of single items are not. To sign them, add --key.');
  };
  const site = await updateFolder(out, (folder, staging) => buildInShares(input, folder, staging, check)).catch((thrown: unknown) => {
    if (thrown instanceof InvalidFeed) return undefined;
    throw thrown;
  });
  if (!site) return printResult(name, await inTheirFiles(publishedSource(source, now), problems), true, json);
  const { pages, built, heavy, dead } = site;

  if (json) return writeJson({ ok: true, out, base_url: base, pages, built, dead, warnings: problems.length });
  printPages(pages, built, out, base);
  for (const { id, bytes } of heavy)
    writeError(
      `placard: The feed of ${quoteForTerminal(id)} has ${kilobytes(bytes)} kB, which each page loads. Shorten its texts, or link to them.`,
    );
  printDeadLinks(dead);
  printWarnings(name, problems);
  printAddressWarnings(document, signed, base);
}

/** Links that are printed one by one. */
const MAX_PRINTED_LINKS = 5;

function printDeadLinks(dead: readonly DeadLink[]): void {
  if (!dead.length) return;
  const count = dead.length === 1 ? 'One address leads' : `${dead.length} addresses lead`;
  writeError(`placard: ${count} to a file that the site does not have. Copy the file into the folder, or correct the address:`);
  for (const { id, url } of dead.slice(0, MAX_PRINTED_LINKS)) writeError(`  ${url} in ${quoteForTerminal(id)}`);
  if (dead.length > MAX_PRINTED_LINKS) writeError(`  … and ${dead.length - MAX_PRINTED_LINKS} more`);
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

/** Ends the build of a feed with errors, which are printed. */
class InvalidFeed extends Error {}

type Site = BuiltSite & { readonly dead: readonly DeadLink[] };

/** Checks and builds the feed. For a large one, a second process builds its share while this one checks. */
async function buildInShares(input: SiteInput, folder: SiteFolder, staging: string, check: () => Promise<void>): Promise<Site> {
  const record = await folder.read(RECORD_FILE);
  const { length } = input.document.items;
  const changed = input.draw || !needsHelper(length) ? 0 : length - (await unchangedIds(input, record)).size;
  const helper = needsHelper(changed) ? startHelper(staging) : undefined;
  try {
    await check();
    const site = await buildSite({ ...input, share: helper && FIRST_SHARE }, folder);
    const heavy = [...site.heavy, ...((await helper?.result())?.heavy ?? [])];
    return { ...site, heavy, dead: site.findDead() };
  } finally {
    helper?.kill();
  }
}

async function createInput(source: FeedSource, { keys, draw, base, now }: Prepared, dropKey?: boolean): Promise<SiteInput> {
  return {
    ...parseSource(source, now),
    base,
    sign: (unsigned) => Promise.all(keys.map((key) => createSignature(unsigned, key))),
    signText: keys.length ? (text) => signText(text, keys) : undefined,
    publicKeys: keys.map(({ publicKey }) => publicKey),
    dropKey,
    library: await readLibraryFiles(),
    version,
    sanitize,
    draw,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

/**
 * Builds a site without keys, pictures and output, as a preview.
 * @param source has no error
 */
export async function buildInto(name: string, source: FeedSource, { out, baseUrl }: { out: string; baseUrl: string }): Promise<BuiltSite> {
  const input = await createInput(source, { keys: [], draw: undefined, base: baseUrl, now: parseDateOption(undefined).ms });
  if (input.document === NO_DOCUMENT) toFeedDocument(parseFeed(input.text), name);
  return updateFolder(out, (folder) => buildSite(input, folder));
}

/** Returns the text without drafts, and its document; an empty document for a text that the lint rejects. */
function parseSource({ name, text }: FeedSource, now: number): { text: string; document: FeedDocument } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { text, document: NO_DOCUMENT };
  }
  if (!isJsonObject(document) || !isJsonObject(document._placard) || !Array.isArray(document.items)) return { text, document: NO_DOCUMENT };
  const whole = document as FeedDocument;
  const published = withoutUnpublished(whole, now);
  if (published === whole) return { text, document: whole };
  if (isSigned(whole))
    throw new CliError(`${name} is signed, and it has a draft. Move the draft to another file, then sign again.`, EXIT.invalid);
  return { text: stringifyLike(published, text), document: published };
}

const NO_DOCUMENT: FeedDocument = { _placard: {}, items: [] };

async function lintUnlessBuilt(input: SiteInput, out: string, now: number): Promise<readonly Problem[] | undefined> {
  if (input.document === NO_DOCUMENT) return undefined;
  const record = await readFile(join(out, RECORD_FILE), 'utf8').catch(() => undefined);
  return record === undefined ? undefined : lintChanged(input.document, await unchangedIds(input, record), now);
}

/** Loads jsdom with the first statement that has HTML: few feeds need it, and it is slow to load. */
const sanitize: SanitizeStatement = async (html, feed) => (await import('../../io/sanitize-html.js')).sanitizeToHtml(html, feed);

/** Pages that are printed one by one. */
const MAX_PRINTED_PAGES = 50;

function printPages(pages: readonly Page[], built: readonly string[], out: string, base: string): void {
  for (const { url, embed, title } of pages.slice(0, MAX_PRINTED_PAGES)) {
    writeLine(title ? `${url}  ${quoteForTerminal(title)}` : url);
    writeLine(`  For partners: ${embed}`);
  }
  if (pages.length > MAX_PRINTED_PAGES) writeLine(`… and ${pages.length - MAX_PRINTED_PAGES} more. ${base} lists all of them.`);
  if (built.length < pages.length) writeLine(`${pages.length - built.length} of ${pages.length} did not change, and stay as they are.`);
  writeLine(`${out} is ready. Publish it as ${base}`);
}

function printAddressWarnings(document: FeedDocument, signed: boolean, base: string): void {
  if (signed && document.feed_url !== `${base}feed.json`) {
    writeError(`placard: The feed is signed for ${String(document.feed_url)}, and its new address is ${base}feed.json.`);
    writeError(
      'placard: Pages that pin a key accept the feed only from its "feed_url". Set "feed_url" to the new address, then sign again.',
    );
  }
  if (base.startsWith('http:')) writeError('placard: The address is not https. Pages with https cannot frame or load it.');
}
