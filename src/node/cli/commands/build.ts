/** `placard build`: the static site of a feed, for any host that can serve files. */
import type { Command } from 'commander';
import { policySource } from '../../../escape/policy.js';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { publishFolder } from '../../io/output-folder.js';
import { writeSite, type Page } from '../../../publish/build-site.js';
import { momentOf } from '../../io/clock.js';
import { documentOf } from '../../io/feed-file.js';
import { Failure } from '../../io/cli-error.js';
import { inspect } from '../../../lint/lint-feed.js';
import { jsonOption, secondsOption } from '../options.js';
import { version } from '../../io/package-info.js';
import { note, say, sayJson } from '../../io/output.js';
import { hasError } from '../../../lint/problem.js';
import { report, reportWarnings } from '../report.js';
import { readKeys, signatureOf } from '../../signing/signing-keys.js';
import { checkSignable } from '../../signing/signable.js';
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
    .action(build);
}

const HELP = `
For each item: its own page, complete without a script; a page for frames and an oEmbed answer, so that pasting the address into
WordPress embeds it; a feed of its own; and a page with the snippets for partners. Besides, the scripts, and settings for nginx, Caddy,
Apache, and hosts that read a _headers file. Pages of items that left the feed and scripts of earlier versions stay.

Examples:
  placard build feed.json --out public --base-url https://example.org/cases/
  placard build feed.json --out public --base-url https://example.org/ --key placard-key.jwk.json`;

async function build(name: string, { out, baseUrl, key: files, timeout, json }: Options): Promise<void> {
  const base = baseOf(baseUrl);
  const source = await readSource(name, timeout);
  const { problems } = inspect(source.text, { url: source.url, now: momentOf(undefined).ms });
  if (hasError(problems)) return report(name, problems, true, json);
  const document = documentOf(source);
  const keys = await readKeys(files, note);
  await checkSignable(source, document, keys);
  const signed = Array.isArray(document._placard.signatures) && document._placard.signatures.length > 0;
  if (signed && !keys.length) note('placard: the feed is signed, and the feeds of single items are not. Sign them too by --key.');

  let pages: Page[] = [];
  await publishFolder(out, { made_by: `placard ${version}`, base_url: base }, async (folder) => {
    pages = await writeSite(folder, { text: source.text, document, base, sign: (made) => keys.map((one) => signatureOf(made, one)) });
  });

  if (json) return sayJson({ ok: true, out, base_url: base, pages, warnings: problems.length });
  for (const { url, embed, title } of pages) {
    say(title ? `${url}  ${quoteForTerminal(title)}` : url);
    say(`  For partners: ${embed}`);
  }
  say(`${out} is ready to be published as ${base}`);
  reportWarnings(name, problems);
  if (signed && document.feed_url !== `${base}feed.json`) {
    note(`placard: the feed is signed for ${String(document.feed_url)}, and would be published as ${base}feed.json.`);
    note('placard: pages that pin a key take it from the address that it names alone. Write the other one as "feed_url".');
  }
  if (base.startsWith('http:')) note('placard: the address is not https. Pages that are will neither frame nor load it.');
}

function baseOf(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Failure(`--base-url ${text} is no address. Write it as https://example.org/cases/`);
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new Failure(`--base-url ${text} has to be a plain https address, without a query or a name.`);
  }
  if (policySource(url.href) === undefined) throw new Failure(`--base-url ${text} has a host that no Content-Security-Policy can name.`);
  // WordPress takes an address for an embed only where "https" stands in it once.
  if (/https/i.test(url.href.slice(5)))
    throw new Failure(`--base-url ${text} has "https" in it twice: WordPress would not embed it. Choose another path.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
