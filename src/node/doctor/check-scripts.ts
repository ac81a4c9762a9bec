/// <reference types="node" />
/** The library's script on a page: there once, let in by every policy, whole, what its integrity says, and not an old one. */
import { createHash } from 'node:crypto';
import { NotAsked, type Answer } from '../io/http.js';
import { forbidding } from './csp.js';
import type { Script } from './parse-page.js';
import { allowing, answerOf, concern, crossOrigin, fault, getAsPage, mixed, unshared, type Found, type Visit } from './page-context.js';

/** How the library's own files are called, wherever they lie. */
const OURS = /(^|\/)placard(?!-(?:frame|host)\b)([.-](iife|loader))?([.-][\w.]+)?\.js$/;
const IN_PATH = /placard@?\/?v?(\d+\.\d+\.\d+[\w.-]*)/i;
const MODULE = /\bimport\.meta\b|^(import|export)\b/m;
const IN_BANNER = /^\/\*! Placard v?(\d+\.\d+\.\d+)/;

export async function scriptsOn(visit: Visit): Promise<Found[]> {
  const { page, base } = visit;
  const ours = page.scripts.flatMap((script) => {
    const url = script.src !== undefined && URL.canParse(script.src, base) ? new URL(script.src, base) : undefined;
    return url && OURS.test(url.pathname) ? [{ script, url }] : [];
  });
  if (!ours.length) return page.scripts.some(({ text }) => /placard/i.test(text)) ? [] : [absent(visit)];
  const checked = await Promise.all(ours.map(({ script, url }) => scriptOn(visit, script, url)));
  const files = new Map(ours.map(({ script, url }, index) => [url.href, { line: script.line, version: checked[index]!.version }]));
  return [...checked.flatMap(({ found }) => found), ...severalOf(files)];
}

function absent({ page }: Visit): Found {
  if (/<script\b[^<>]*placard/i.test(page.text)) {
    const what = 'The script tag stands in the page as text: the editor took it for words.';
    return fault('script-as-text', '<script>', what, 'Paste the snippet into a block for custom HTML, as an administrator.');
  }
  const what = 'No script of Placard is on the page: the system that made it may have taken it out, as many do for all but administrators.';
  return fault(
    'stripped-script',
    '<script>',
    what,
    'Let an administrator add <script type="module" src="…/placard.js"></script> once for the whole site; <div data-placard-src="…"> then works for every author. Nothing is wrong where your own bundle brings it.',
  );
}

function severalOf(files: Map<string, { line: number; version?: string }>): Found[] {
  if (files.size < 2) return [];
  const names = [...files].map(([url, { version }]) => url + (version ? ` (${version})` : ''));
  const last = [...files.values()].at(-1)!;
  const what = `Several scripts of Placard are loaded: ${names.join(', ')}. The first one wins, whichever that is; the others are downloaded in vain.`;
  return [concern('several-scripts', '<script>', what, 'Keep one of them, the newest.', last.line)];
}

async function scriptOn(visit: Visit, script: Script, url: URL): Promise<{ found: Found[]; version?: string }> {
  const where = `<script src="${script.src}">`;
  const tell = (make: typeof fault, code: string, what: string, instead: string) => make(code, where, what, instead, script.line);
  const found: Found[] = [];
  const foreign = crossOrigin(visit, url);
  const cors = script.module || script.crossorigin !== undefined;

  if (mixed(visit, url)) found.push(tell(fault, 'insecure-script', 'A secure page loads no script over http.', 'Write https.'));
  const policy = forbidding(visit.policies, 'script', { url, nonce: script.nonce, integrity: script.integrity }, visit.url);
  if (policy)
    found.push(tell(fault, 'csp-script', `The page's Content-Security-Policy forbids it: ${policy}`, allowing(url, 'script-src')));
  if (script.integrity && foreign && !cors) {
    const what = 'A file from elsewhere with "integrity" is refused unless it is asked for with "crossorigin".';
    found.push(tell(fault, 'integrity-without-crossorigin', what, 'Add crossorigin="anonymous".'));
  }
  const failing: [string, string] = ['script-unreachable', 'Check the address of the script.'];
  const answer = await answerOf(visit, url, (...about) => tell(fault, ...about), failing);
  if (Array.isArray(answer)) return { found: [...found, ...answer] };
  const closed = cors ? unshared(visit, answer) : undefined;
  if (closed) {
    const what = `${closed.url} does not let pages elsewhere load it as a module: Access-Control-Allow-Origin is missing.`;
    found.push(tell(fault, 'cors-script', what, 'Send Access-Control-Allow-Origin: * with it.'));
  }
  const type = answer.headers.get('content-type') ?? '';
  if (!/\b(java|ecma)script\b/i.test(type)) {
    found.push(
      tell(
        fault,
        'script-content-type',
        `It comes as "${type || 'nothing'}": browsers do not run that.`,
        'Send Content-Type: text/javascript.',
      ),
    );
  }
  const text = Buffer.from(answer.body).toString();
  if (!script.module && MODULE.test(text)) {
    const what = 'This file is a module, and the tag does not say so: it fails before its first line.';
    found.push(tell(fault, 'script-not-module', what, 'Add type="module", or load placard.iife.js.'));
  }
  const version = IN_PATH.exec(url.pathname)?.[1] ?? IN_BANNER.exec(text)?.[1];
  found.push(...integrity(script, answer, foreign, tell), ...(await parts(visit, url, text, tell)));
  if (version && isOlder(version, visit.version)) {
    const what = `The page is held at version ${version}; this tool comes with ${visit.version}. A pinned page never gets fixes.`;
    found.push(tell(concern, 'old-version', what, 'Take the newer file, with its own integrity.'));
  }
  return { found, version };
}

type Tell = (make: typeof fault, code: string, what: string, instead: string) => Found;

function integrity({ integrity: stated }: Script, { body }: Answer, foreign: boolean, tell: Tell): Found[] {
  const hash = (name: string) => `${name}-${createHash(name).update(body).digest('base64')}`;
  if (!stated) {
    const what = 'It comes from another host, and nothing holds that host to it: whoever gets hold of it can run anything on this page.';
    return foreign
      ? [
          tell(
            concern,
            'no-integrity',
            what,
            `Add integrity="${hash('sha384')}" crossorigin="anonymous", or put the file on your own host.`,
          ),
        ]
      : [];
  }
  // Of several the strongest kind counts.
  const hashes = stated.split(/\s+/).filter((each) => /^sha(256|384|512)-/.test(each));
  const strongest = ['sha512', 'sha384', 'sha256'].find((name) => hashes.some((each) => each.startsWith(name)));
  if (!strongest)
    return [tell(concern, 'no-integrity', `"${stated}" is no integrity that browsers know.`, `Write integrity="${hash('sha384')}".`)];
  if (hashes.some((each) => each.split('?')[0] === hash(strongest))) return [];
  const what = 'The file is another one than its integrity says: browsers refuse it, and the snapshot stays.';
  return [tell(fault, 'integrity-differs', what, `If you trust the file as it is now, write integrity="${hash('sha384')}".`)];
}

/** What it loads later lies beside it, and is checked by hashes that stand in it: who hosts a copy has to take these along, from one build. */
const LATER = /["'`]((?:parts\/)?[\w.-]+\.js)["'`]/g;
const HASH = /sha(?:256-[\w+/]{43}=|384-[\w+/]{64})/g;

async function parts(visit: Visit, url: URL, text: string, tell: Tell): Promise<Found[]> {
  const hashes: string[] = text.match(HASH) ?? [];
  const names = hashes.length ? new Set([...text.matchAll(LATER)].map(([, name]) => name!)) : [];
  const unfit: string[] = [];
  for (const name of names) {
    const answer = await getAsPage(visit, new URL(name, url)).catch((thrown: unknown) => thrown as Error);
    if (answer instanceof NotAsked) break;
    const own = ['sha256', 'sha384'].map(
      (kind) => `${kind}-${answer instanceof Error ? '' : createHash(kind).update(answer.body).digest('base64')}`,
    );
    if (answer instanceof Error || answer.status !== 200 || unshared(visit, answer) || !own.some((hash) => hashes.includes(hash)))
      unfit.push(name);
  }
  if (!unfit.length) return [];
  const what = `What it loads later is not there, may not be read, or is of another build: ${unfit.join(', ')}.`;
  return [
    tell(
      fault,
      'script-part-unfit',
      what,
      'Copy all files of one build together, "parts" included, and send Access-Control-Allow-Origin: * with them.',
    ),
  ];
}

/** By the numbers; what stands behind a hyphen is before the release without one. */
function isOlder(version: string, than: string): boolean {
  const read = (text: string) => text.split('-')[0]!.split('.').map(Number);
  const [a, b] = [read(version), read(than)];
  const place = [0, 1, 2].find((index) => a[index] !== b[index]);
  return place !== undefined && a[place]! < b[place]!;
}
