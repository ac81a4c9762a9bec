/** `placard build`: writes the static site of a feed, for any host that serves files. */
import type { Command } from 'commander';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { withoutUnpublished } from '../../../feed/drafts.js';
import { lintFeed } from '../../../lint/lint-feed.js';
import { hasError } from '../../../lint/problem.js';
import { parseBaseUrl } from '../../../publish/base-url.js';
import { buildSite, type Page } from '../../../publish/build-site.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import type { SanitizeStatement } from '../../../publish/render.js';
import { parseDateOption } from '../../io/clock.js';
import { toFeedDocument } from '../../io/feed-file.js';
import { readLibraryFiles } from '../../io/library-files.js';
import { replaceFolderAtomically } from '../../io/output-folder.js';
import { writeError, writeJson, writeLine } from '../../io/output.js';
import { version } from '../../io/package-info.js';
import { readSource } from '../../io/read-source.js';
import { assertSignable } from '../../signing/signable.js';
import { createSignature, readKeys } from '../../signing/signing-keys.js';
import { collect, jsonOption, secondsOption } from '../options.js';
import { printResult, printWarnings } from '../report.js';

interface Options {
  out: string;
  baseUrl: string;
  key?: string[];
  timeout?: number;
  json?: boolean;
}

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build a static site from a feed: pages, embeds and snippets')
    .argument('<feed>', 'a file, or an address')
    .requiredOption('--out <dir>', 'the folder to publish: a new one, an empty one, or one that this command made')
    .requiredOption('--base-url <url>', 'the address of that folder, such as https://example.org/cases/')
    .option('--key <file>', 'a private key that signs the feeds of single items; can be repeated', collect)
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

async function run(name: string, { out, baseUrl, key: keyFiles = [], timeout, json }: Options): Promise<void> {
  const base = parseBaseUrl(baseUrl, '--base-url');
  const source = await readSource(name, timeout);
  const now = parseDateOption(undefined).ms;
  const { feed, problems } = lintFeed(source.text, { url: source.url, now, published: false });
  if (hasError(problems)) return printResult(name, problems, true, json);
  const whole = toFeedDocument(feed!, name);
  const document = withoutUnpublished(whole, now);
  const text = document === whole ? source.text : stringifyLike(document, source.text);
  const keys = await readKeys(keyFiles, writeError);
  await assertSignable(source, document, keys);
  const signed = isSigned(document);
  if (signed && !keys.length) writeError('placard: The feed is signed, and the feeds of single items are not. To sign them, add --key.');

  let pages: readonly Page[] = [];
  const library = await readLibraryFiles();
  await replaceFolderAtomically(out, { made_by: `placard ${version}`, base_url: base }, async (readPublished) => {
    const sign = (item: FeedDocument) => keys.map((key) => createSignature(item, key));
    const site = await buildSite({ text, document, base, sign, library, version, sanitize }, readPublished);
    pages = site.pages;
    return site.files;
  });

  if (json) return writeJson({ ok: true, out, base_url: base, pages, warnings: problems.length });
  printPages(pages, out, base);
  printWarnings(name, problems);
  printAddressWarnings(document, signed, base);
}

/** Loads jsdom with the first statement that has HTML: few feeds need it, and it is slow to load. */
const sanitize: SanitizeStatement = async (html, feed) => (await import('../../io/sanitize-html.js')).sanitizeToHtml(html, feed);

const isSigned = ({ _placard: { signatures } }: FeedDocument): boolean => Array.isArray(signatures) && signatures.length > 0;

function printPages(pages: readonly Page[], out: string, base: string): void {
  for (const { url, embed, title } of pages) {
    writeLine(title ? `${url}  ${quoteForTerminal(title)}` : url);
    writeLine(`  For partners: ${embed}`);
  }
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
