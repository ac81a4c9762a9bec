/** `placard build`: writes the static site of a feed, for any host that serves files. */
import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { withoutUnpublished } from '../../../feed/drafts.js';
import { parseFeed, type Feed } from '../../../feed/parse-feed.js';
import { lintDocument, lintFeed, type LintOptions } from '../../../lint/lint-feed.js';
import { hasDuplicateKeys, scanSource } from '../../../lint/source-lines.js';
import { isJsonObject } from '../../../lint/json-pointer.js';
import { affectsStatus, hasError, type Problem } from '../../../lint/problem.js';
import { buildItems, type ItemJob, type ItemTools } from '../../../publish/build-item.js';
import { parseBaseUrl } from '../../../publish/base-url.js';
import { beginSite, buildSite, readSiteFeed, type BuiltSite, type SiteFolder, type SiteInput } from '../../../publish/build-site.js';
import { isSigned, stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import type { DrawPicture } from '../../../publish/picture.js';
import type { SanitizeStatement } from '../../../publish/render.js';
import { acceptedWarningsFile, withoutAccepted } from '../../io/accepted-warnings.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { toFeedDocument } from '../../io/feed-file.js';
import { readLibraryFiles } from '../../io/library-files.js';
import { openStaging, updateFolder } from '../../io/output-folder.js';
import { writeError, writeJson } from '../../io/output.js';
import { keepHeapSmall } from '../../io/small-heap.js';
import { version } from '../../io/package-info.js';
import { openDrawing } from '../../io/draw-picture.js';
import { publishedSource, readFeedSource, type FeedSource } from '../../io/feed-source.js';
import { assertSignable } from '../../signing/signable.js';
import { createSignature, readKeys, signText, type SigningKey } from '../../signing/signing-keys.js';
import { answerFirst, helperFolder, helpersFor, shareTurns, startHelper, stopAll, type Work } from '../build-helper.js';
import { printAddressWarnings, printSite, siteJson } from '../build-report.js';
import { inOrder, partsOf, placedInWhole, type Part } from '../lint-parts.js';
import { collect, jsonOption, secondsOption } from '../options.js';
import { inTheirFiles } from '../problem-files.js';
import { printResult, printWarnings } from '../report.js';

interface Options {
  out: string;
  baseUrl: string;
  key?: string[];
  dropKey?: boolean;
  pictures?: boolean;
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
  const staging = helperFolder();
  if (staging !== undefined) return help(staging, options);
  keepHeapSmall();
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

/** Does what the first thread asks this one for. */
async function help(staging: string, { out, key = [] }: Options): Promise<void> {
  const tools = toolsOf(await readKeys(key, () => {}), undefined);
  const folder = await openStaging(out, staging);
  answerFirst({
    lint: async (document, options) => lintDocument(document, options).problems,
    build: (settings, jobs) => buildItems(settings, tools, folder, jobs),
  });
}

interface Prepared {
  readonly keys: readonly SigningKey[];
  readonly draw: DrawPicture | undefined;
  readonly base: string;
  /** ms since 1970 */
  readonly now: number;
}

async function publish(name: string, source: FeedSource, options: Options, prepared: Prepared): Promise<void> {
  const { out, json } = options;
  const { keys, base, now } = prepared;
  const input = await createInput(source, prepared, options.dropKey);
  const { document } = input;
  const signed = isSigned(document);
  const checks: Checks = {
    whole: () => lintFeed(input.text, { url: source.url, now }).problems,
    accept: async (found) => {
      const file = source.url === undefined ? acceptedWarningsFile(name, source.isFolder) : undefined;
      return file === undefined ? found : withoutAccepted(file, document, found, options.accept);
    },
    async others() {
      if (document === NO_DOCUMENT) toFeedDocument(parseFeed(input.text), name);
      await assertSignable(source, document, keys);
      if (signed && !keys.length)
        writeError('placard: The feed is signed, and the feeds of single items are not. To sign them, add --key.');
    },
  };
  const result = await updateFolder(out, (folder, staging) =>
    checkAndBuild(input, { url: source.url, now }, folder, staging, checks),
  ).catch((thrown: unknown) => {
    if (thrown instanceof InvalidFeed) return thrown.problems;
    throw thrown;
  });
  if (!('site' in result)) return printResult(name, await inTheirFiles(publishedSource(source, now), result), true, json);
  const { site, warnings } = result;
  if (json) return writeJson({ ok: true, out, base_url: base, ...siteJson(site), warnings: warnings.length });
  printSite(site, out, base);
  printWarnings(name, warnings);
  printAddressWarnings(document, signed, base);
}

interface Checks {
  /** Returns the problems of the whole feed, with their lines. */
  whole(): readonly Problem[];
  /** Returns the problems that the publisher did not accept. */
  accept(problems: readonly Problem[]): Promise<readonly Problem[]>;
  /** @throws CliError for a feed that cannot be signed or published */
  others(): Promise<void>;
}

/** Ends the build of a feed with errors, which are printed. */
class InvalidFeed extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super();
  }
}

/**
 * Checks and builds the feed; a large one in two threads.
 * @throws InvalidFeed, PublishError, CliError
 */
async function checkAndBuild(
  input: SiteInput,
  options: LintOptions,
  folder: SiteFolder,
  staging: string,
  { whole, accept, others }: Checks,
): Promise<{ site: BuiltSite; warnings: readonly Problem[] }> {
  const { document, text } = input;
  const feed = hasDuplicateKeys(text, document) ? undefined : separableFeed(input);
  const begun = feed && (await beginSite(input, feed, folder));
  const parts = begun && partsOf(document, begun.isUnchanged);
  const changed = parts?.reduce((sum, { indexes }) => sum + indexes.length, 0) ?? 0;
  const helpers = Array.from({ length: input.draw ? 0 : helpersFor(changed) }, () => startHelper(staging));
  try {
    const lint = async (part: Part) => placedInWhole(part, lintDocument(part.document, options).problems);
    const helpToLint = async (helper: Work, part: Part) => placedInWhole(part, await helper.lint(part.document, options));
    const found = parts ? inOrder(parts, await shareTurns(parts, lint, helpers, helpToLint)) : whole();
    if (hasError(found)) throw new InvalidFeed(await accept(parts ? whole() : found));
    const warnings = await accept(found);
    await others();
    const site = begun ?? (await beginSite(input, readSiteFeed(input), folder));
    await site.check();
    const build = (jobs: readonly ItemJob[]) => buildItems(site.settings, input, folder, jobs);
    const helpToBuild = (helper: Work, jobs: readonly ItemJob[]) => helper.build(site.settings, jobs);
    const built = await shareTurns(site.jobs(), build, helpers, helpToBuild);
    await stopAll(helpers); // the files of the whole site need the memory
    return { site: await site.finish(built), warnings: withLines(warnings, text) };
  } finally {
    await stopAll(helpers);
  }
}

/** Characters of a feed whose lines are counted. In a larger one, that takes longer than the build of a change. */
const MAX_COUNTED_CHARS = 2_000_000;

/** Returns the warnings; those about a status have their line, because the build prints them. */
function withLines(warnings: readonly Problem[], text: string): readonly Problem[] {
  if (text.length > MAX_COUNTED_CHARS || !warnings.some((problem) => affectsStatus(problem) && problem.line === undefined)) return warnings;
  const { lineOf } = scanSource(text);
  return warnings.map((problem) => ({ ...problem, line: lineOf(problem.path) }));
}

/** Returns a feed whose items can be checked in parts; undefined for one with an error that concerns several items, or its head. */
function separableFeed(input: SiteInput): Feed | undefined {
  const { items } = input.document;
  if (input.document === NO_DOCUMENT || !items.every(isJsonObject)) return undefined;
  try {
    const feed = readSiteFeed(input);
    return feed.ids.length === items.length && !feed.issues.length ? feed : undefined;
  } catch {
    return undefined;
  }
}

async function createInput(source: FeedSource, { keys, draw, base, now }: Prepared, dropKey?: boolean): Promise<SiteInput> {
  return {
    ...parseSource(source, now),
    ...toolsOf(keys, draw),
    base,
    sign: (unsigned) => Promise.all(keys.map((key) => createSignature(unsigned, key))),
    publicKeys: keys.map(({ publicKey }) => publicKey),
    dropKey,
    library: await readLibraryFiles(),
    version,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

const toolsOf = (keys: readonly SigningKey[], draw: DrawPicture | undefined): ItemTools => ({
  signText: keys.length ? (text) => signText(text, keys) : undefined,
  sanitize,
  draw,
});

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

/** Loads jsdom with the first statement that has HTML: few feeds need it, and it is slow to load. */
const sanitize: SanitizeStatement = async (html, feed) => (await import('../../io/sanitize-html.js')).sanitizeToHtml(html, feed);
