/// <reference types="node" />
/** Checks what a page does to its placards, in addition to its markup: the kind of the document, moved scripts, and blocked scripts. */
import { error, warning, type Problem } from '../../lint/problem.js';
import { blockingDirective } from './csp.js';
import { allowSourceFix, type PageContext } from './page-context.js';

const BANNER = /\/\*! Placard\b/;
const LOADER = /(^|\/)placard-loader\b[^/]*\.js$/;

export function checkSurroundings(context: PageContext): Problem[] {
  return [
    ...checkDocument(context),
    ...checkInlineScript(context),
    ...checkLoaded(context),
    ...checkStyles(context),
    ...checkFrames(context),
  ];
}

const MODULE = /(^|\/)placard\b[^/]*\.js$/;

/** https://crbug.com/717643 */
function checkDocument({ isXhtml, page, base }: PageContext): Problem[] {
  const script = page.scripts.find(
    ({ src, module }) => module && src !== undefined && URL.canParse(src, base) && MODULE.test(new URL(src, base).pathname),
  );
  if (!isXhtml || !script) return [];
  const message = 'The page is XHTML (application/xhtml+xml), in which Chromium runs no modules, so readers see only the snapshot.';
  const fix = 'Load placard.iife.js, without type="module". Or serve the page as text/html.';
  return [warning('xhtml', `<script src="${script.src}">`, message, fix, script.line)];
}

/** An inline script does not know its address, and cannot find the languages beside it. */
function checkInlineScript({ page }: PageContext): Problem[] {
  const script = page.scripts.find(({ src, text }) => src === undefined && BANNER.test(text));
  if (!script || page.placardBase !== undefined) return [];
  const message = 'A tool copied the script of Placard into the page. It cannot find its other files, such as languages.';
  const fix = 'Exclude placard from the tool, or add <link rel="placard-base" href="…"> with the folder of placard.js before the script.';
  return [warning('moved-script', '<script>', message, fix, script.line)];
}

/** The style sheet of snapshots, which keeps their width, and permits the selection of their words. */
const SNAPSHOT_SHEET = /(^|\/)placard\b(?!-page)[^/]*\.css\b/;
/** Styles of a place that is as wide as its content. */
const SHRINKS = /display:\s*(inline-|flex|grid)|float:\s*(left|right|inline)|width:\s*(fit|min)-content|position:\s*(absolute|fixed)/i;
const NO_SELECTION = /user-select:\s*none/i;

/** The live card resets these styles by itself. A snapshot needs its style sheet. */
function checkStyles({ page }: PageContext): Problem[] {
  const tag = page.tags.find(({ snapshot }) => snapshot);
  if (!tag || page.sheets.some((href) => SNAPSHOT_SHEET.test(href))) return [];
  const fix = 'Add <link rel="stylesheet" href="…/placard.css">, as the snippet has it.';
  const report = (code: string, message: string) => warning(code, tag.written, message, fix, tag.line);
  const problems: Problem[] = [];
  if (tag.placeStyles.some((style) => SHRINKS.test(style)))
    problems.push(report('narrow-place', 'The place of the snapshot is only as wide as its content, so the snapshot can be narrow.'));
  if ([...page.styles, ...tag.placeStyles].some((style) => NO_SELECTION.test(style)))
    problems.push(
      report('text-not-selectable', 'The page prevents the selection of text, so readers cannot copy the number in the snapshot.'),
    );
  return problems;
}

const HOST_SCRIPT = /(^|\/)placard-host\b[^/]*\.js$/;

/** Without its script, a frame keeps the height that the page gives it. */
export function checkFrames({ page, base }: PageContext): Problem[] {
  const hasHost = page.scripts.some(
    ({ src }) => src !== undefined && URL.canParse(src, base) && HOST_SCRIPT.test(new URL(src, base).pathname),
  );
  if (hasHost) return [];
  const message = 'The page has the frame of a card, and not the script that sets its height, so readers scroll in the frame.';
  const fix = 'Add <script src="…/placard-host.js"></script> after the frame, as the snippet has it.';
  return page.frames.map(({ src, line }) => warning('frame-height', `<iframe src="${src}">`, message, fix, line));
}

/** The loader is allowed, but loads another file. */
function checkLoaded({ page, base, policies, url }: PageContext): Problem[] {
  return page.scripts.flatMap(({ src, nonce, line }) => {
    const loader = src !== undefined && URL.canParse(src, base) ? new URL(src, base) : undefined;
    if (!loader || !LOADER.test(loader.pathname)) return [];
    if (blockingDirective(policies, 'script', { url: loader, nonce }, url)) return []; // reported with the loader itself
    const script = new URL('placard.js', page.placardBase === undefined ? loader : new URL(page.placardBase, base));
    const directive = blockingDirective(policies, 'script', { url: script, nonce }, url);
    if (!directive) return [];
    const message = `The page's Content-Security-Policy allows the loader, and blocks placard.js, which it loads: ${directive}`;
    return [error('csp-loaded-script', `<script src="${src}">`, message, allowSourceFix(script, 'script-src'), line)];
  });
}
