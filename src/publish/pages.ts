/** The pages of a site, complete without a script: an item's page, its frame, the page for partners, the list of all items. */
import type { Feed } from '../feed/parse-feed.js';
import { originalIds, languageVariants } from '../feed/translations.js';
import { escapeHtml } from '../escape/html.js';
import { briefOf } from '../card/brief.js';
import { contextOf } from '../card/context.js';
import { element, empty } from '../card/markup.js';
import { FRAME_HEIGHT, full, iframe, installed, marked, type Embed, type Frame } from '../embed/snippets.js';
import { directionOf, type Locale } from '../i18n/load-locale.js';
import { whenOf } from '../i18n/format.js';
import { headDate, itemStatus } from '../i18n/sentences.js';
import { htmlPage, policyFor } from './page-shell.js';
import { jsonLd, openGraph } from './metadata.js';
import type { ItemContext, Site } from './site-parts.js';

export const addressOf = ({ base, folderOf }: Site, id: string): string => `${base}${folderOf(id)}/`;

function embedOf(site: Site, { feed, item, rendered }: ItemContext): Embed {
  const attributes = {
    src: `${addressOf(site, item.id)}feed.json`,
    item: item.id,
    original: '',
    lang: rendered.locale.tag,
    stamp: feed.stamp,
  };
  return { attributes, snapshot: rendered.snapshot };
}

const homeOf = ({ head }: Feed): string | undefined => head._placard?.publisher.url ?? head.home_page_url;

export function frameOf(site: Site, { item, publisher, rendered: { card, locale } }: ItemContext): Frame {
  const page = addressOf(site, item.id);
  const title = locale.labelled(publisher, card.brief.title);
  return { url: `${page}frame.html`, page, title, lang: item.language, height: FRAME_HEIGHT };
}

/** Returns the item's own page. */
export function itemPage(site: Site, context: ItemContext): string {
  const { item, feed, publisher, rendered } = context;
  const { locale, page } = rendered;
  const { brief } = rendered.card;
  const url = addressOf(site, item.id);
  const home = homeOf(feed);
  const translations = languageVariants(feed, item.id).filter(({ id }) => id !== item.id && feed.item(id));
  const head = [
    element('title', {}, escapeHtml(`${brief.title} – ${publisher}`)),
    empty('meta', { name: 'description', content: brief.summary }),
    empty('link', { rel: 'canonical', href: url }),
    empty('link', { rel: 'alternate', type: 'application/json+oembed', href: `${url}oembed.json`, title: item.title }),
    empty('link', { rel: 'alternate', type: 'application/feed+json', href: `${site.base}feed.json`, title: feed.head.title ?? publisher }),
    ...translations.map(({ id, language }) => empty('link', { rel: 'alternate', hreflang: language, href: addressOf(site, id) })),
    ...openGraph(url, context),
    `<script type="application/ld+json">${jsonLd(url, context)}</script>`,
  ];
  const body = [
    element(
      'nav',
      { class: 'top', lang: locale.tag, dir: directionOf(locale.tag) },
      [
        home && element('a', { href: home, lang: feed.head.language }, escapeHtml(publisher)),
        element('a', { href: '../' }, escapeHtml(locale.headings.list)),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    element('main', {}, `\n${renderCard(context, page, { stamp: feed.stamp, fold: 'none' })}\n`),
    element(
      'footer',
      { class: 'bottom', lang: 'en', dir: 'ltr' },
      '<a href="embed.html">Show this on your site</a>\n<a href="feed.json">JSON Feed</a>',
    ),
    element('script', { type: 'module', src: `../${site.assets}/placard-loader.js`, integrity: site.asset('placard-loader.js').integrity }),
  ];
  return htmlPage({ ...pageDefaults(site, context.feed), head, body, lang: item.language ?? locale.tag });
}

/** Returns the page for frames. It loads a classic script, because modules do not run in a sandboxed frame. */
export function framePage(site: Site, context: ItemContext): string {
  const { item, feed, publisher, rendered } = context;
  const url = addressOf(site, item.id);
  const scripts = ['placard.iife.js', 'placard-frame.js'].map((name) => {
    const { integrity } = site.asset(name);
    return element('script', { src: `../${site.assets}/${name}`, integrity, crossorigin: 'anonymous', defer: 'defer' });
  });
  const head = [
    element('title', {}, escapeHtml(`${publisher}: ${item.title ?? item.id}`)),
    empty('meta', { name: 'robots', content: 'noindex' }),
    empty('link', { rel: 'canonical', href: url }),
  ];
  // If a sandbox blocks the link, readers can still copy the address.
  const address = element('footer', { class: 'bottom' }, element('a', { href: url, dir: 'ltr' }, escapeHtml(url)));
  const body = [element('main', {}, `\n${renderCard(context, rendered.snapshot)}\n`), address, ...scripts];
  return htmlPage({ ...pageDefaults(site, feed), head, body, lang: item.language ?? rendered.locale.tag, name: 'framed' });
}

/** Returns the page with the snippets for partners, one for each kind of page. */
export function embedPage(site: Site, context: ItemContext): string {
  const { item, publisher } = context;
  const { full: fullSnippet, html, frame, wordpress, wordpressMarked, wordpressInstalled } = snippetsOf(site, context);
  const title = `Show “${item.title ?? item.id}” on your site`;
  const paste = (heading: string, text: string, snippet: string) =>
    `${element('h2', {}, escapeHtml(heading))}\n<p>${text}</p>\n${element('textarea', { readonly: 'readonly', 'aria-label': heading, spellcheck: 'false' }, escapeHtml(snippet))}`;
  const body = [
    element('nav', { class: 'top' }, `<a href="./">${escapeHtml(publisher)}</a>`),
    element(
      'main',
      { class: 'paste' },
      [
        element('h1', {}, escapeHtml(title)),
        '<p>Choose a snippet. Each one says what readers see, and what remains if this site disappears.</p>',
        paste(
          'WordPress, and other editors that embed a pasted link',
          'Paste this address on its own line. Readers see the card in a frame. If this site disappears, WordPress still shows the headline, the summary and the status of the day on which you pasted it. Other editors may show only the address.',
          wordpress,
        ),
        paste(
          'A page that allows scripts',
          'For a Custom HTML block, or a template. Readers see the statement at once, as plain text. It becomes the live card when there is news; until then it loads 1.3 kB. If this site disappears, the statement remains as you pasted it.',
          fullSnippet,
        ),
        paste(
          'A page that allows frames',
          'Readers see the card in a frame of full width. The last line sets its height; without it, readers scroll. If this site disappears, only the line below the blank frame remains: headline, publisher and address.',
          frame,
        ),
        paste(
          'Plain HTML',
          'No script and no updates. It remains as it is if this site disappears. When the case changes, paste it again.',
          html,
        ),
        paste(
          'WordPress, for authors who cannot paste scripts',
          'For a Custom HTML block. Readers see the statement at once, as plain text. It becomes the live card when there is news, after an administrator installed the next snippet. If this site disappears, the statement remains as you pasted it.',
          wordpressMarked,
        ),
        paste(
          'WordPress, for an administrator',
          'Install it once for the whole site, for example in a footer of every page. It shows nothing by itself: it makes live cards of what authors pasted.',
          wordpressInstalled,
        ),
      ].join('\n'),
    ),
  ];
  const head = [element('title', {}, escapeHtml(title)), empty('meta', { name: 'robots', content: 'noindex' })];
  return htmlPage({ ...pageDefaults(site, context.feed), head, body, lang: 'en' });
}

export function snippetsOf(site: Site, context: ItemContext) {
  const embed = embedOf(site, context);
  const [loader, style] = [site.asset('placard-loader.js'), site.asset('placard.css')];
  return {
    full: full(embed, loader, style),
    html: embed.snapshot,
    frame: iframe(frameOf(site, context), site.asset('placard-host.js')),
    wordpress: addressOf(site, context.item.id),
    wordpressMarked: marked(embed),
    wordpressInstalled: installed(loader, style),
  };
}

/** Returns the list of all items, each once with its translations. */
export function listPage(site: Site, feed: Feed, locale: Locale, publisher: string): string {
  const listItems = originalIds(feed).flatMap((id) => {
    const item = feed.item(id);
    if (!item) return [];
    const date = headDate(item);
    const { retraction } = briefOf(contextOf({ feed, item, locale, language: locale.tag, level: 2, now: 0 }));
    const facts = retraction
      ? [retraction]
      : [locale.kinds[item._placard?.kind ?? 'statement'], itemStatus(item, locale)?.word, date && whenOf(date, locale)?.alone];
    const title = escapeHtml(item.title ?? id);
    const words = { lang: item.language, dir: item.language && directionOf(item.language) };
    const link = element('a', { href: `${site.folderOf(id)}/`, ...words }, retraction ? element('s', {}, title) : title);
    return [element('li', {}, `${link}\n<p>${escapeHtml(facts.filter(Boolean).join(' · '))}</p>`)];
  });
  const title = `${locale.headings.list} – ${publisher}`;
  const head = [
    element('title', {}, escapeHtml(title)),
    empty('link', { rel: 'canonical', href: site.base }),
    empty('link', { rel: 'alternate', type: 'application/feed+json', href: `${site.base}feed.json`, title: feed.head.title ?? publisher }),
  ];
  const home = homeOf(feed);
  const { about } = feed.head._placard!.publisher;
  const own = { lang: feed.head.language, dir: feed.head.language && directionOf(feed.head.language) };
  const main = [
    element('h1', {}, escapeHtml(locale.labelled(publisher, locale.headings.list))),
    ...(about ? [element('p', own, escapeHtml(about))] : []),
    element('ul', { class: 'campaigns' }, `\n${listItems.join('\n')}\n`),
  ];
  const body = [
    ...(home ? [element('nav', { class: 'top' }, element('a', { href: home, ...own }, escapeHtml(publisher)))] : []),
    element('main', {}, `\n${main.join('\n')}\n`),
    element('footer', { class: 'bottom', lang: 'en', dir: 'ltr' }, '<a href="feed.json">JSON Feed</a>'),
  ];
  return htmlPage({ ...pageDefaults(site, feed), root: '', head, body, lang: locale.tag });
}

const pageDefaults = ({ base, assets }: Site, feed: Feed) => ({ root: '../', assets, policy: policyFor(base, feed) });

function renderCard({ item, rendered }: ItemContext, snapshot: string, more: { stamp?: string; fold?: 'none' } = {}): string {
  // Relative, so that the same page works on a mirror and before it is published.
  const attributes = { src: 'feed.json', item: item.id, original: '', lang: rendered.locale.tag, ...more };
  return element('placard-campaign', attributes, `\n${snapshot}\n`);
}
