/** The frame of each page of the documentation: doors, contents, search. Everything but the search works without a script. */
import { escapeHtml } from '../../src/escape/html.js';
import { DOORS, type Page } from './contents.js';
import { renderMarkdown, slugOf } from './markdown.js';

/** The policy of each page. It forbids everything that the documentation does not need. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Returns the headings of the second level, in plain text. */
export function headingsOf(html: string): Heading[] {
  return [...html.matchAll(/<h2 id="([^"]+)"[^>]*>([^]*?)<\/h2>/g)].map(([, id, text]) => ({
    id: id!,
    text: text!.replace(/<[^>]+>/g, ''),
  }));
}

/** Characters of a description in the results of a search engine. */
const MAX_DESCRIPTION = 155;

/** Returns the first paragraph of a page as one line, cut at a word. */
function descriptionOf(html: string): string {
  const text = (/<p(?: [^>]*)?>([^]*?)<\/p>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
  return text.length > MAX_DESCRIPTION ? `${text.slice(0, text.lastIndexOf(' ', MAX_DESCRIPTION))} …` : text;
}

export const titleOf = (html: string): string => /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!.replace(/<[^>]+>/g, '');

/** Returns the HTML of a page. */
export async function renderPage(page: Page): Promise<string> {
  const main = renderMarkdown(await page.text());
  return shell(page.name, titleOf(main), article(page, main));
}

function article(page: Page, main: string): string {
  const headings = headingsOf(main);
  const [lead, rest] = splitAfterLead(main);
  const contents = headings.length > 2 ? contentsList(headings) : '';
  return `<main id="main">\n${lead}${contents}${rest}${nextLink(page)}</main>`;
}

/** The first sentences say what the page is, so they come before its contents. */
function splitAfterLead(main: string): [string, string] {
  const end = /<\/h1>(\s*<p>[^]*?<\/p>)?/.exec(main)!;
  const at = end.index + end[0].length;
  return [main.slice(0, at), main.slice(at)];
}

/** The list is there twice, and the width of the page hides one: on a telephone it is folded, also without a script. */
function contentsList(headings: readonly Heading[]): string {
  const list = `<ul>${headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('')}</ul>`;
  return `\n<nav class="toc" aria-label="On this page"><details><summary>On this page</summary>${list}</details><div><p>On this page</p>${list}</div></nav>`;
}

function nextLink({ name }: Page): string {
  const all = DOORS.flatMap(({ pages }) => pages);
  const next = all[all.findIndex((page) => page.name === name) + 1];
  return next && all.some((page) => page.name === name)
    ? `<p class="next">Next: <a href="${next.name}.html">${escapeHtml(next.title)}</a></p>\n`
    : '';
}

/** Returns the first page, with the six doors. */
export function renderIndex(): string {
  const doors = DOORS.map(
    ({ title, people, pages }) =>
      `<section aria-labelledby="${slugOf(title)}"><h2 id="${slugOf(title)}">${title}</h2><p>${people}</p><ul>${pages
        .map(({ name, title }) => `<li><a href="${name}.html">${escapeHtml(title)}</a></li>`)
        .join('')}</ul></section>`,
  );
  const main = `<main id="main" class="doors">\n<h1>Documentation</h1>\n<p class="lead">Choose the door that fits you. Every sample on these pages is run by a test.</p>\n<div class="grid">\n${doors.join('\n')}\n</div>\n</main>`;
  return shell('index', 'Documentation', main);
}

function shell(name: string, title: string, main: string): string {
  const link = ({ name: to, title }: Page) =>
    `<li><a href="${to}.html"${to === name ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`;
  const isHere = (pages: readonly Page[]) =>
    pages.some((page) => page.name === name) || (name.startsWith('decision-') && pages.some((page) => page.name === 'decisions'));
  const doors = DOORS.map(
    ({ title, pages }) =>
      `<details${isHere(pages) ? ' open' : ''}><summary>${title}</summary><ul>${pages.map(link).join('')}</ul></details>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<title>${title} – Placard</title>
<meta name="description" content="${descriptionOf(main).replaceAll('"', '&quot;')}" />
<link rel="icon" href="../picture.svg" type="image/svg+xml" />
<link rel="stylesheet" href="../page.css" />
<link rel="stylesheet" href="../dist/placard.css" />
<link rel="stylesheet" href="docs.css" />
<script type="module" src="search.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar"><p><a href="../index.html">Placard</a></p><nav aria-label="Site"><ul><li><a href="../builder.html">Embed a case</a></li><li><a href="../studio/">Publish a case</a></li><li><a href="index.html"${name === 'index' ? ' aria-current="page"' : ''}>Documentation</a></li>${name === 'index' ? '' : '<li class="to-contents"><a href="#contents">Contents</a></li>'}</ul></nav>
<search class="search"><label for="search">Search the documentation</label><input id="search" type="search" autocomplete="off" /><p role="status"></p><ol></ol></search>
<noscript><p>The search needs JavaScript. All pages work without it.</p></noscript>
</header>
<div class="columns${name === 'index' ? ' single' : ''}">
${main}
${name === 'index' ? '' : `<nav class="contents" id="contents" aria-label="Documentation">${doors.join('')}</nav>`}
</div>
</body>
</html>
`;
}
