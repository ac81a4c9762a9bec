/// <reference types="node" />
/** Checks what a page does to its placards, in addition to its markup: the kind of the document, moved scripts, and blocked scripts. */
import type { Problem } from '../../lint/problem.js';
import { blockingDirective } from './csp.js';
import { allowSourceFix, error, warning, type PageContext } from './page-context.js';

const BANNER = /\/\*! Placard\b/;
const LOADER = /(^|\/)placard-loader\b[^/]*\.js$/;

export function checkSurroundings(context: PageContext): Problem[] {
  return [...checkDocument(context), ...checkInlineScript(context), ...checkLoaded(context)];
}

/** The renderer needs the parser of HTML. */
function checkDocument({ url, isXhtml }: PageContext): Problem[] {
  if (!isXhtml) return [];
  const message = 'The page is XHTML (application/xhtml+xml). The card needs HTML, so readers see only the snapshot.';
  return [warning('xhtml', url.href, message, 'Serve the page as text/html.')];
}

/** An inline script does not know its address, and cannot find the languages beside it. */
function checkInlineScript({ page }: PageContext): Problem[] {
  const script = page.scripts.find(({ src, text }) => src === undefined && BANNER.test(text));
  if (!script || page.placardBase !== undefined) return [];
  const message = 'A tool copied the script of Placard into the page. It cannot find its other files, such as languages.';
  const fix = 'Exclude placard from the tool, or add <link rel="placard-base" href="…"> with the folder of placard.js before the script.';
  return [warning('moved-script', '<script>', message, fix, script.line)];
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
