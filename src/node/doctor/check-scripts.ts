/// <reference types="node" />
/** The library's script on a page: there once, let in by every policy, whole, what its integrity says, and not an old one. */
import { createHash } from 'node:crypto';
import { RequestRefused, type HttpResponse } from '../io/http.js';
import { blockingDirective } from './csp.js';
import type { Script } from './parse-page.js';
import {
  allowSourceFix,
  fetchOrProblem,
  warning,
  isCrossOrigin,
  error,
  fetchAsPage,
  isMixedContent,
  firstWithoutCors,
  type Found,
  type PageContext,
} from './page-context.js';

/** How the library's own files are called, wherever they lie. */
const LIBRARY_FILE = /(^|\/)placard(?!-(?:frame|host)\b)([.-](iife|loader))?([.-][\w.]+)?\.js$/;
const VERSION_IN_PATH = /placard@?\/?v?(\d+\.\d+\.\d+[\w.-]*)/i;
const MODULE_SYNTAX = /\bimport\.meta\b|^(import|export)\b/m;
const VERSION_IN_BANNER = /^\/\*! Placard v?(\d+\.\d+\.\d+)/;

export async function checkScripts(context: PageContext): Promise<Found[]> {
  const { page, base } = context;
  const libraryScripts = page.scripts.flatMap((script) => {
    const url = script.src !== undefined && URL.canParse(script.src, base) ? new URL(script.src, base) : undefined;
    return url && LIBRARY_FILE.test(url.pathname) ? [{ script, url }] : [];
  });
  if (!libraryScripts.length) return page.scripts.some(({ text }) => /placard/i.test(text)) ? [] : [missingScript(context)];
  const checked = await Promise.all(libraryScripts.map(({ script, url }) => checkScript(context, script, url)));
  const files = new Map(
    libraryScripts.map(({ script, url }, index) => [url.href, { line: script.line, version: checked[index]!.version }]),
  );
  return [...checked.flatMap(({ found: problems }) => problems), ...duplicateScripts(files)];
}

function missingScript({ page }: PageContext): Found {
  if (/<script\b[^<>]*placard/i.test(page.text)) {
    const message = 'The script tag stands in the page as text: the editor took it for words.';
    return error('script-as-text', '<script>', message, 'Paste the snippet into a block for custom HTML, as an administrator.');
  }
  const message =
    'No script of Placard is on the page: the system that made it may have taken it out, as many do for all but administrators.';
  return error(
    'stripped-script',
    '<script>',
    message,
    'Let an administrator add <script type="module" src="…/placard.js"></script> once for the whole site; <div data-placard-src="…"> then works for every author. Nothing is wrong where your own bundle brings it.',
  );
}

function duplicateScripts(files: Map<string, { line: number; version?: string }>): Found[] {
  if (files.size < 2) return [];
  const names = [...files].map(([url, { version }]) => url + (version ? ` (${version})` : ''));
  const last = [...files.values()].at(-1)!;
  const message = `Several scripts of Placard are loaded: ${names.join(', ')}. The first one wins, whichever that is; the others are downloaded in vain.`;
  return [warning('several-scripts', '<script>', message, 'Keep one of them, the newest.', last.line)];
}

async function checkScript(context: PageContext, script: Script, url: URL): Promise<{ found: Found[]; version?: string }> {
  const where = `<script src="${script.src}">`;
  const report = (create: typeof error, code: string, message: string, fix: string) => create(code, where, message, fix, script.line);
  const problems: Found[] = [];
  const isForeign = isCrossOrigin(context, url);
  const cors = script.module || script.crossorigin !== undefined;

  if (isMixedContent(context, url))
    problems.push(report(error, 'insecure-script', 'A secure page loads no script over http.', 'Write https.'));
  const policy = blockingDirective(context.policies, 'script', { url, nonce: script.nonce, integrity: script.integrity }, context.url);
  if (policy)
    problems.push(
      report(error, 'csp-script', `The page's Content-Security-Policy forbids it: ${policy}`, allowSourceFix(url, 'script-src')),
    );
  if (script.integrity && isForeign && !cors) {
    const message = 'A file from elsewhere with "integrity" is refused unless it is asked for with "crossorigin".';
    problems.push(report(error, 'integrity-without-crossorigin', message, 'Add crossorigin="anonymous".'));
  }
  const failing: [string, string] = ['script-unreachable', 'Check the address of the script.'];
  const answer = await fetchOrProblem(context, url, (...about) => report(error, ...about), failing);
  if (Array.isArray(answer)) return { found: [...problems, ...answer] };
  const withoutCors = cors ? firstWithoutCors(context, answer) : undefined;
  if (withoutCors) {
    const message = `${withoutCors.url} does not let pages elsewhere load it as a module: Access-Control-Allow-Origin is missing.`;
    problems.push(report(error, 'cors-script', message, 'Send Access-Control-Allow-Origin: * with it.'));
  }
  const type = answer.headers.get('content-type') ?? '';
  if (!/\b(java|ecma)script\b/i.test(type)) {
    problems.push(
      report(
        error,
        'script-content-type',
        `It comes as "${type || 'nothing'}": browsers do not run that.`,
        'Send Content-Type: text/javascript.',
      ),
    );
  }
  const text = Buffer.from(answer.body).toString();
  if (!script.module && MODULE_SYNTAX.test(text)) {
    const message = 'This file is a module, and the tag does not say so: it fails before its first line.';
    problems.push(report(error, 'script-not-module', message, 'Add type="module", or load placard.iife.js.'));
  }
  const version = VERSION_IN_PATH.exec(url.pathname)?.[1] ?? VERSION_IN_BANNER.exec(text)?.[1];
  problems.push(...checkIntegrity(script, answer, isForeign, report), ...(await checkChunks(context, url, text, report)));
  if (version && isOlder(version, context.version)) {
    const message = `The page is held at version ${version}; this tool comes with ${context.version}. A pinned page never gets fixes.`;
    problems.push(report(warning, 'old-version', message, 'Take the newer file, with its own integrity.'));
  }
  return { found: problems, version };
}

type Report = (create: typeof error, code: string, message: string, fix: string) => Found;

function checkIntegrity({ integrity: integrityAttribute }: Script, { body }: HttpResponse, isForeign: boolean, report: Report): Found[] {
  const hash = (name: string) => `${name}-${createHash(name).update(body).digest('base64')}`;
  if (!integrityAttribute) {
    const message = 'It comes from another host, and nothing holds that host to it: whoever gets hold of it can run anything on this page.';
    return isForeign
      ? [
          report(
            warning,
            'no-integrity',
            message,
            `Add integrity="${hash('sha384')}" crossorigin="anonymous", or put the file on your own host.`,
          ),
        ]
      : [];
  }
  // Of several the strongest kind counts.
  const hashes = integrityAttribute.split(/\s+/).filter((each) => /^sha(256|384|512)-/.test(each));
  const strongest = ['sha512', 'sha384', 'sha256'].find((name) => hashes.some((each) => each.startsWith(name)));
  if (!strongest)
    return [
      report(
        warning,
        'no-integrity',
        `"${integrityAttribute}" is no integrity that browsers know.`,
        `Write integrity="${hash('sha384')}".`,
      ),
    ];
  if (hashes.some((each) => each.split('?')[0] === hash(strongest))) return [];
  const message = 'The file is another one than its integrity says: browsers refuse it, and the snapshot stays.';
  return [report(error, 'integrity-differs', message, `If you trust the file as it is now, write integrity="${hash('sha384')}".`)];
}

/** What it loads later lies beside it, and is checked by hashes that stand in it: who hosts a copy has to take these along, from one build. */
const CHUNK_PATHS = /["'`]((?:parts\/)?[\w.-]+\.js)["'`]/g;
const INTEGRITY_HASH = /sha(?:256-[\w+/]{43}=|384-[\w+/]{64})/g;

async function checkChunks(context: PageContext, url: URL, text: string, report: Report): Promise<Found[]> {
  const hashes: string[] = text.match(INTEGRITY_HASH) ?? [];
  const names = hashes.length ? new Set([...text.matchAll(CHUNK_PATHS)].map(([, name]) => name!)) : [];
  const unusable: string[] = [];
  for (const name of names) {
    const answer = await fetchAsPage(context, new URL(name, url)).catch((thrown: unknown) => thrown as Error);
    if (answer instanceof RequestRefused) break;
    const actualHashes = ['sha256', 'sha384'].map(
      (kind) => `${kind}-${answer instanceof Error ? '' : createHash(kind).update(answer.body).digest('base64')}`,
    );
    if (
      answer instanceof Error ||
      answer.status !== 200 ||
      firstWithoutCors(context, answer) ||
      !actualHashes.some((hash) => hashes.includes(hash))
    )
      unusable.push(name);
  }
  if (!unusable.length) return [];
  const message = `What it loads later is not there, may not be read, or is of another build: ${unusable.join(', ')}.`;
  return [
    report(
      error,
      'script-part-unfit',
      message,
      'Copy all files of one build together, "parts" included, and send Access-Control-Allow-Origin: * with them.',
    ),
  ];
}

/** By the numbers; what stands behind a hyphen is before the release without one. */
function isOlder(version: string, than: string): boolean {
  const parseVersion = (text: string) => text.split('-')[0]!.split('.').map(Number);
  const [a, b] = [parseVersion(version), parseVersion(than)];
  const index = [0, 1, 2].find((index) => a[index] !== b[index]);
  return index !== undefined && a[index]! < b[index]!;
}
