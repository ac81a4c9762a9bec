/** The parts that all pages of the site share. */
import { policySource, policySources } from '../escape/policy.js';
import { element, empty, open } from '../card/markup.js';
import type { Feed } from '../feed/parse-feed.js';
import { directionOf } from '../i18n/load-locale.js';

export interface HtmlPage {
  readonly lang: string;
  /** Relative path of the site's root: empty, or `../`. */
  readonly root: string;
  /** Path of the library's folder in the site. */
  readonly assets: string;
  readonly policy: string;
  readonly head: readonly string[];
  readonly body: readonly string[];
  /** Class of the body. */
  readonly name?: string;
}

export function htmlPage({ lang, root, assets, policy, head, body, name }: HtmlPage): string {
  const style = empty('link', { rel: 'stylesheet', href: `${root}${assets}/placard-page.css` });
  return `<!doctype html>
${open('html', { lang, dir: directionOf(lang) })}
<head>
<meta charset="utf-8" />
${empty('meta', { 'http-equiv': 'Content-Security-Policy', content: policy })}
<meta name="viewport" content="width=device-width, initial-scale=1" />
${[...head, style].join('\n')}
</head>
${element('body', { class: name }, `\n${body.join('\n')}\n`)}
</html>
`;
}

/**
 * Returns the strictest policy that the card works with. It names the site's origin beside `'self'`, which matches no origin in a sandboxed
 * frame. Pictures can come from any host. A mirror that a policy cannot name is left out.
 */
export function policyFor(base: string, feed: Feed): string {
  const selfSources = `'self' ${policySource(base)}`;
  const mirrors = policySources(feed.head._placard?.mirrors ?? []);
  return [
    "default-src 'none'",
    `script-src ${selfSources}`,
    `style-src ${selfSources}`,
    `connect-src ${[selfSources, ...mirrors].join(' ')}`,
    `img-src ${selfSources} https:`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html dompurify 'allow-duplicates'",
  ].join('; ');
}
