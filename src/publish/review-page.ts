/**
 * The review sheet of a site, for the person who decides whether a partner's page may embed it: hosts, files with hashes and bytes,
 * requests, storage, policies, what remains if the publisher vanishes, and how to remove it.
 */
import { element, empty } from '../card/markup.js';
import { escapeHtml } from '../escape/html.js';
import { policySource } from '../escape/policy.js';
import type { Feed } from '../feed/parse-feed.js';
import type { LibraryFiles } from './assets.js';
import { htmlPage } from './page-shell.js';
import { pageDefaults } from './pages.js';
import type { Site } from './site-parts.js';

export function reviewPage(site: Site, feed: Feed, library: LibraryFiles, version: string): string {
  const host = policySource(site.base) ?? site.base;
  const mirrors = feed.head._placard?.mirrors ?? [];
  const { publisher } = feed.head._placard!;
  const title = `Technical review of the embeds of ${publisher.name}`;
  const code = (text: string) => element('code', {}, escapeHtml(text));
  const row = (term: string, value: string) => `<tr>${element('th', { scope: 'row' }, term)}${element('td', {}, value)}</tr>`;
  const files = [...library.entries()].map(([name, bytes]) => {
    const { url, integrity = '' } = site.asset(name);
    return `<tr>${element('th', { scope: 'row' }, element('a', { href: url }, escapeHtml(name)))}${element('td', {}, String(bytes.length))}${element('td', {}, code(integrity))}</tr>`;
  });
  const table = (caption: string, head: string, rows: readonly string[]) =>
    element('table', {}, `\n${element('caption', {}, caption)}\n${head}<tbody>\n${rows.join('\n')}\n</tbody>\n`);
  const main = [
    element('h1', {}, escapeHtml(title)),
    `<p>Placard ${escapeHtml(version)}, MIT licence. This page describes the snippets of this site.</p>`,
    table('At a glance', '', [
      row('Hosts', [host, ...mirrors.map((url) => policySource(url) ?? url)].map(code).join(', ')),
      row(
        'Requests',
        'The script once, then the feed of the item: after a minute at the earliest, and only while the page is visible. The plain HTML snippet makes no request.',
      ),
      row(
        'Sent',
        'No cookie, no referrer of the page, no identifier. The publisher’s server sees the address of the reader, as for each picture.',
      ),
      row('Cookies', 'Not used.'),
      row(
        'Storage',
        `Not used, unless your page has the attribute ${code('keep')}. Then the last good feed is kept in the storage of your page.`,
      ),
      row(
        'Content',
        'The feed is data. It is checked against a schema, and its HTML is sanitized. It cannot run a script, and cannot style your page.',
      ),
      row(
        'Accessibility',
        'Headings, landmarks and a live region, for keyboard and screen reader; without a script, the statement is plain HTML.',
      ),
    ]),
    element('h2', {}, 'Policies to allow'),
    '<p>If your page has a Content-Security-Policy, add these sources to the directives that it has:</p>',
    element(
      'ul',
      {},
      ['script-src', 'style-src', 'connect-src', 'img-src']
        .map((name) =>
          element(
            'li',
            {},
            code(
              `${name} ${[host, ...(name === 'connect-src' ? mirrors.map((url) => policySource(url) ?? '') : [])].filter(Boolean).join(' ')}`,
            ),
          ),
        )
        .join('\n'),
    ),
    `<p>For a frame, add ${code(`frame-src ${host}`)}. With Trusted Types, add ${code("trusted-types lit-html dompurify 'allow-duplicates'")}.</p>`,
    `<p>The snippets fulfil ${code('Integrity-Policy: blocked-destinations=(script)')}: each script has a hash and is requested with CORS. This host sends ${code('Access-Control-Allow-Origin: *')}, which the hashes need.</p>`,
    element('h2', {}, 'If the publisher vanishes'),
    '<p>The statement remains in your page as it was pasted. If another owner of this host changes the scripts, the hashes stop them. A changed feed can change the words of the card; a pinned key stops that.</p>',
    element('h2', {}, 'How to remove it'),
    `<p>Delete the snippet. The scripts keep nothing on your server. If your page used ${code('keep')}, the browser’s storage has entries whose names begin with ${code('placard:')}.</p>`,
    element('h2', {}, 'Files'),
    table(
      'Files that the snippets load, and the parts that they load when needed',
      '<thead><tr><th scope="col">File</th><th scope="col">Bytes</th><th scope="col">Hash</th></tr></thead>',
      files,
    ),
  ];
  const head = [
    element('title', {}, escapeHtml(title)),
    empty('meta', { name: 'robots', content: 'noindex' }),
    empty('link', { rel: 'icon', href: site.icon }),
  ];
  return htmlPage({
    ...pageDefaults(site, feed),
    root: '',
    head,
    body: [
      element('nav', { class: 'top' }, `<a href="./">${escapeHtml(publisher.name)}</a>`),
      element('main', {}, `\n${main.join('\n')}\n`),
    ],
    lang: 'en',
  });
}
