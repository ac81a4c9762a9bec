/** `placard build`: the static site of a feed, for any host that can serve files. */
import type { Command } from 'commander';
import { policySource } from '../../../escape/policy.js';
import { quoted } from '../../../escape/terminal.js';
import { replaceFolderAtomically } from '../../io/output-folder.js';
import { writeSite, type Page } from '../../../publish/build-site.js';
import { parseDateOption } from '../../io/clock.js';
import { parseFeedDocument } from '../../io/feed-file.js';
import { CliError } from '../../io/cli-error.js';
import { lintFeed } from '../../../lint/lint-feed.js';
import { jsonOption, secondsOption } from '../options.js';
import { version } from '../../io/package-info.js';
import { writeError, writeLine, writeJson } from '../../io/output.js';
import { hasError } from '../../../lint/problem.js';
import { printResult, printWarnings } from '../report.js';
import { readKeys, createSignature } from '../../signing/signing-keys.js';
import { assertSignable } from '../../signing/signable.js';
import { readSource } from '../../io/read-source.js';

interface Options {
  out: string;
  baseUrl: string;
  key: string[];
  timeout?: number;
  json?: boolean;
}

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('make a static site of a feed: pages, embeds and snippets for any host')
    .argument('<feed>', 'a file, or an address')
    .requiredOption('--out <dir>', 'the folder to publish: a new or an empty one, or one that this command made')
    .requiredOption('--base-url <url>', 'where that folder will be found, such as https://example.org/cases/')
    .option(
      '--key <file>',
      'a private key that signs the feeds of single items; may be given again',
      (file: string, all: string[]) => [...all, file],
      [],
    )
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
For each item: its own page, complete without a script; a page for frames and an oEmbed answer, so that pasting the address into
WordPress embeds it; a feed of its own; and a page with the snippets for partners. Besides, the scripts, and settings for nginx, Caddy,
Apache, and hosts that read a _headers file. Pages of items that left the feed and scripts of earlier versions stay.

Examples:
  placard build feed.json --out public --base-url https://example.org/cases/
  placard build feed.json --out public --base-url https://example.org/ --key placard-key.jwk.json`;

async function run(name: string, { out, baseUrl, key: files, timeout, json }: Options): Promise<void> {
  const base = parseBaseUrl(baseUrl);
  const source = await readSource(name, timeout);
  const { problems } = lintFeed(source.text, { url: source.url, now: parseDateOption(undefined).ms });
  if (hasError(problems)) return printResult(name, problems, true, json);
  const document = parseFeedDocument(source);
  const keys = await readKeys(files, writeError);
  await assertSignable(source, document, keys);
  const signed = Array.isArray(document._placard.signatures) && document._placard.signatures.length > 0;
  if (signed && !keys.length) writeError('placard: the feed is signed, and the feeds of single items are not. Sign them too by --key.');

  let pages: Page[] = [];
  await replaceFolderAtomically(out, { made_by: `placard ${version}`, base_url: base }, async (folder) => {
    pages = await writeSite(folder, { text: source.text, document, base, sign: (made) => keys.map((one) => createSignature(made, one)) });
  });

  if (json) return writeJson({ ok: true, out, base_url: base, pages, warnings: problems.length });
  for (const { url, embed, title } of pages) {
    writeLine(title ? `${url}  ${quoted(title)}` : url);
    writeLine(`  For partners: ${embed}`);
  }
  writeLine(`${out} is ready to be published as ${base}`);
  printWarnings(name, problems);
  if (signed && document.feed_url !== `${base}feed.json`) {
    writeError(`placard: the feed is signed for ${String(document.feed_url)}, and would be published as ${base}feed.json.`);
    writeError('placard: pages that pin a key take it from the address that it names alone. Write the other one as "feed_url".');
  }
  if (base.startsWith('http:')) writeError('placard: the address is not https. Pages that are will neither frame nor load it.');
}

function parseBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new CliError(`--base-url ${text} is no address. Write it as https://example.org/cases/`);
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new CliError(`--base-url ${text} has to be a plain https address, without a query or a name.`);
  }
  if (policySource(url.href) === undefined) throw new CliError(`--base-url ${text} has a host that no Content-Security-Policy can name.`);
  // WordPress takes an address for an embed only where "https" stands in it once.
  if (/https/i.test(url.href.slice(5)))
    throw new CliError(`--base-url ${text} has "https" in it twice: WordPress would not embed it. Choose another path.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
