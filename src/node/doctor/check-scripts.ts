/// <reference types="node" />
/** Checks the library's script on a page: loaded once, allowed by each policy, complete, unchanged, and up to date. */
import { createHash } from 'node:crypto';
import { error, warning, type Problem } from '../../lint/problem.js';
import { checkScriptType, isMixedContent, unloadableScript } from '../../lint/response.js';
import { RequestRefused, type HttpResponse } from '../io/http.js';
import { blockingDirective } from './csp.js';
import type { Script } from './parse-page.js';
import { allowSourceFix, fetchOrProblem, isCrossOrigin, fetchAsPage, firstWithoutCors, type PageContext } from './page-context.js';

/** File names of the library, on any host. */
const LIBRARY_FILE = /(^|\/)placard(?!-(?:frame|host)\b)([.-](iife|loader))?([.-][\w.]+)?\.js$/;
const VERSION_IN_PATH = /placard@?\/?v?(\d+\.\d+\.\d+[\w.-]*)/i;
const MODULE_SYNTAX = /\bimport\.meta\b|^(import|export)\b/m;
const VERSION_IN_BANNER = /^\/\*! Placard v?(\d+\.\d+\.\d+)/;

export async function checkScripts(context: PageContext): Promise<Problem[]> {
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

function missingScript({ page }: PageContext): Problem {
  if (/<script\b[^<>]*placard/i.test(page.text)) {
    const message = 'The script tag is text in the page: the editor escaped it.';
    return error('script-as-text', '<script>', message, 'As an administrator, paste the snippet into a block for custom HTML.');
  }
  const message = 'The page has no script of Placard. Many systems remove scripts of authors who are not administrators.';
  return error(
    'stripped-script',
    '<script>',
    message,
    'Ask an administrator to add <script type="module" src="…/placard.js"></script> once for the whole site. Then authors can use <div data-placard-src="…">. If your own bundle has the script, ignore this.',
  );
}

function duplicateScripts(files: Map<string, { line: number; version?: string }>): Problem[] {
  if (files.size < 2) return [];
  const names = [...files].map(([url, { version }]) => url + (version ? ` (${version})` : ''));
  const last = [...files.values()].at(-1)!;
  const message = `The page loads several scripts of Placard: ${names.join(', ')}. Only the first to load is used; the others waste bandwidth.`;
  return [warning('several-scripts', '<script>', message, 'Keep only the newest one.', last.line)];
}

async function checkScript(context: PageContext, script: Script, url: URL): Promise<{ found: Problem[]; version?: string }> {
  const where = `<script src="${script.src}">`;
  const report = (create: typeof error, code: string, message: string, fix: string) => create(code, where, message, fix, script.line);
  const problems: Problem[] = [];
  const isForeign = isCrossOrigin(context, url);
  const cors = script.module || script.crossorigin !== undefined;

  if (isMixedContent(context.url, url))
    problems.push(report(error, 'insecure-script', 'A page with https cannot load a script with http.', 'Use https.'));
  const policy = blockingDirective(context.policies, 'script', { url, nonce: script.nonce, integrity: script.integrity }, context.url);
  if (policy)
    problems.push(
      report(error, 'csp-script', `The page's Content-Security-Policy blocks it: ${policy}`, allowSourceFix(url, 'script-src')),
    );
  if (script.integrity && isForeign && !cors) {
    const message = 'Browsers block a file of another origin that has "integrity" and no "crossorigin".';
    problems.push(report(error, 'integrity-without-crossorigin', message, 'Add crossorigin="anonymous".'));
  }
  const failing: [string, string] = ['script-unreachable', 'Check the address of the script.'];
  const answer = await fetchOrProblem(context, url, (...about) => report(error, ...about), failing);
  if (Array.isArray(answer)) return { found: [...problems, ...answer] };
  const withoutCors = cors ? firstWithoutCors(context, answer) : undefined;
  if (withoutCors) problems.push(unloadableScript(where, withoutCors.url, script.line));
  problems.push(...checkScriptType(answer, where, script.line));
  const text = Buffer.from(answer.body).toString();
  if (!script.module && MODULE_SYNTAX.test(text)) {
    const message = 'This file is a module, and the tag has no type="module", so the script fails.';
    problems.push(report(error, 'script-not-module', message, 'Add type="module", or load placard.iife.js.'));
  }
  const version = VERSION_IN_PATH.exec(url.pathname)?.[1] ?? VERSION_IN_BANNER.exec(text)?.[1];
  problems.push(...checkIntegrity(script, answer, isForeign, report), ...(await checkChunks(context, url, text, report)));
  if (version && isOlder(version, context.version)) {
    const message = `The page uses version ${version}, and this tool has ${context.version}. The page does not get fixes.`;
    problems.push(report(warning, 'old-version', message, 'Use the newer file, with its own integrity.'));
  }
  return { found: problems, version };
}

type Report = (create: typeof error, code: string, message: string, fix: string) => Problem;

function checkIntegrity({ integrity: integrityAttribute }: Script, { body }: HttpResponse, isForeign: boolean, report: Report): Problem[] {
  const hash = (name: string) => `${name}-${createHash(name).update(body).digest('base64')}`;
  if (!integrityAttribute) {
    const message = 'The file is from another host, which can change it and run any code on this page.';
    return isForeign
      ? [
          report(
            warning,
            'no-integrity',
            message,
            `Add integrity="${hash('sha384')}" crossorigin="anonymous", or move the file to your own host.`,
          ),
        ]
      : [];
  }
  // Browsers use the strongest kind.
  const hashes = integrityAttribute.split(/\s+/).filter((each) => /^sha(256|384|512)-/.test(each));
  const strongest = ['sha512', 'sha384', 'sha256'].find((name) => hashes.some((each) => each.startsWith(name)));
  if (!strongest)
    return [
      report(
        warning,
        'no-integrity',
        `"${integrityAttribute}" is not an integrity that browsers know.`,
        `Write integrity="${hash('sha384')}".`,
      ),
    ];
  if (hashes.some((each) => each.split('?')[0] === hash(strongest))) return [];
  const message = 'The file differs from its integrity. Browsers block it, and readers see only the snapshot.';
  return [report(error, 'integrity-differs', message, `If you trust the present file, write integrity="${hash('sha384')}".`)];
}

/** Paths of chunks, which are beside the script. The script has their hashes, so a copy needs the chunks of the same build. */
const CHUNK_PATHS = /["'`]((?:parts\/)?[\w.-]+\.js)["'`]/g;
const INTEGRITY_HASH = /sha(?:256-[\w+/]{43}=|384-[\w+/]{64})/g;

async function checkChunks(context: PageContext, url: URL, text: string, report: Report): Promise<Problem[]> {
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
  const message = `Some chunks are missing, cannot be read, or are from another build: ${unusable.join(', ')}.`;
  return [
    report(
      error,
      'script-part-unfit',
      message,
      'Copy all files of one build together, with the folder "parts", and send Access-Control-Allow-Origin: * with them.',
    ),
  ];
}

/** Compares the numbers. A version with a hyphen counts as the release. */
function isOlder(version: string, than: string): boolean {
  const parseVersion = (text: string) => text.split('-')[0]!.split('.').map(Number);
  const [a, b] = [parseVersion(version), parseVersion(than)];
  const index = [0, 1, 2].find((index) => a[index] !== b[index]);
  return index !== undefined && a[index]! < b[index]!;
}
