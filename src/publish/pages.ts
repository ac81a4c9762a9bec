/** The pages of a site: an item's own, the same for a frame, the one for partners, and the list of all. Complete without a script. */
import type { Feed } from '../feed/parse-feed.js';
import { originalsIn, versionsOf, withdrawnBy } from '../feed/translations.js';
import { escapeHtml } from '../escape/html.js';
import { element, empty } from '../card/markup.js';
import { full, iframe, installed, marked, type Embed, type Frame } from '../embed/snippets.js';
import { directionOf, type Locale } from '../i18n/load-locale.js';
import { whenOf } from '../i18n/format.js';
import { headDate, statusOf } from '../i18n/sentences.js';
import { htmlPage, policyFor } from './page-shell.js';
import { jsonLd, openGraph, summaryOf, titleOf, retractionText } from './metadata.js';
import type { ItemContext, Site } from './site-parts.js';

/** px: what WordPress gives at most is 1000. */
const FRAME_HEIGHT = 800;

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

export function frameOf(site: Site, { item, publisher }: ItemContext): Frame {
  const page = addressOf(site, item.id);
  const title = `${publisher}: ${item.title ?? item.id}`;
  return { url: `${page}frame.html`, page, title, lang: item.language, height: FRAME_HEIGHT };
}

/** The item's own page. */
export function itemPage(site: Site, entry: ItemContext): string {
  const { item, feed, publisher, rendered } = entry;
  const { locale, page } = rendered;
  const url = addressOf(site, item.id);
  const home = homeOf(feed);
  const others = versionsOf(feed, item.id).filter(({ id }) => id !== item.id && feed.item(id));
  const head = [
    element('title', {}, escapeHtml(`${titleOf(entry)} – ${publisher}`)),
    empty('meta', { name: 'description', content: summaryOf(entry) }),
    empty('link', { rel: 'canonical', href: url }),
    empty('link', { rel: 'alternate', type: 'application/json+oembed', href: `${url}oembed.json`, title: item.title }),
    empty('link', { rel: 'alternate', type: 'application/feed+json', href: `${site.base}feed.json`, title: feed.head.title ?? publisher }),
    ...others.map(({ id, language }) => empty('link', { rel: 'alternate', hreflang: language, href: addressOf(site, id) })),
    ...openGraph(url, entry),
    `<script type="application/ld+json">${jsonLd(url, entry)}</script>`,
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
    element('main', {}, `\n${renderCard(entry, page, entry.feed.stamp)}\n`),
    element(
      'footer',
      { class: 'bottom', lang: 'en', dir: 'ltr' },
      '<a href="embed.html">Show this on your site</a>\n<a href="feed.json">JSON Feed</a>',
    ),
    element('script', { type: 'module', src: `../${site.assets}/placard-loader.js`, integrity: site.asset('placard-loader.js').integrity }),
  ];
  return htmlPage({ ...pageDefaults(site, entry.feed), head, body, lang: item.language ?? locale.tag });
}

/** For a page that takes no script. In a sandbox modules do not run; the whole card is there at once, since its script is anyhow. */
export function framePage(site: Site, entry: ItemContext): string {
  const { item, feed, publisher, rendered } = entry;
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
  // Where a sandbox lets no link work and nobody listens, the address can still be read and copied.
  const address = element('footer', { class: 'bottom' }, element('a', { href: url, dir: 'ltr' }, escapeHtml(url)));
  const body = [element('main', {}, `\n${renderCard(entry, rendered.snapshot)}\n`), address, ...scripts];
  return htmlPage({ ...pageDefaults(site, feed), head, body, lang: item.language ?? rendered.locale.tag, name: 'framed' });
}

/** What a partner pastes, by what the page to paste into allows. */
export function embedPage(site: Site, entry: ItemContext): string {
  const { item, publisher } = entry;
  const { full: whole, html, frame, wordpress, wordpressMarked, wordpressInstalled } = snippetsOf(site, entry);
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
        '<p>Each of these says what readers see, and what remains of it if this site should ever vanish.</p>',
        paste(
          'WordPress, and other editors that turn a link into an embed',
          'Paste this address on a line of its own. Readers see the card in a frame. If this site vanishes, WordPress has kept the headline, the summary and the status of the day on which you pasted it; other editors may have kept no more than the address.',
          wordpress,
        ),
        paste(
          'A page that takes scripts',
          'For a Custom HTML block, or a template. The statement is there at once, as plain text, and becomes the live card when there is news; until then it loads 1.3 kB. If this site vanishes, the statement remains as you pasted it.',
          whole,
        ),
        paste(
          'A page that takes frames',
          'Readers see the card in a frame, as wide as there is room; the last line gives it its height, and without it they scroll. If this site vanishes, the frame is a blank box, and the line below it, with headline, publisher and address, is all that remains.',
          frame,
        ),
        paste(
          'Plain HTML',
          'No script, no updates: as of today. It remains as it is, whatever becomes of this site. Paste it anew when the case moves on.',
          html,
        ),
        paste(
          'WordPress, for authors who may not paste scripts',
          'For a Custom HTML block. The statement is there at once, as plain text. It becomes the live card when there is news, once an administrator has installed the next text. If this site vanishes, the statement remains as you pasted it.',
          wordpressMarked,
        ),
        paste(
          'WordPress, for an administrator',
          'Once for the whole site, such as in a footer that every page has. It shows nothing by itself: it makes the live card of what authors pasted.',
          wordpressInstalled,
        ),
      ].join('\n'),
    ),
  ];
  const head = [element('title', {}, escapeHtml(title)), empty('meta', { name: 'robots', content: 'noindex' })];
  return htmlPage({ ...pageDefaults(site, entry.feed), head, body, lang: 'en' });
}

export function snippetsOf(site: Site, entry: ItemContext) {
  const embed = embedOf(site, entry);
  const [loader, style] = [site.asset('placard-loader.js'), site.asset('placard.css')];
  return {
    full: full(embed, loader, style),
    html: embed.snapshot,
    frame: iframe(frameOf(site, entry), site.asset('placard-host.js')),
    wordpress: addressOf(site, entry.item.id),
    wordpressMarked: marked(embed),
    wordpressInstalled: installed(loader, style),
  };
}

/** All campaigns, each once. */
export function listPage(site: Site, feed: Feed, locale: Locale, publisher: string): string {
  const entries = originalsIn(feed).flatMap((id) => {
    const item = feed.item(id);
    if (!item) return [];
    const date = headDate(item);
    const by = withdrawnBy(feed, item);
    const told = by
      ? [retractionText(by, locale)]
      : [locale.kinds[item._placard?.kind ?? 'statement'], statusOf(item, locale)?.word, date && whenOf(date, locale)?.alone];
    const title = escapeHtml(item.title ?? id);
    const words = { lang: item.language, dir: item.language && directionOf(item.language) };
    const link = element('a', { href: `${site.folderOf(id)}/`, ...words }, by ? element('s', {}, title) : title);
    return [element('li', {}, `${link}\n<p>${escapeHtml(told.filter(Boolean).join(' · '))}</p>`)];
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
    element('ul', { class: 'campaigns' }, `\n${entries.join('\n')}\n`),
  ];
  const body = [
    ...(home ? [element('nav', { class: 'top' }, element('a', { href: home, ...own }, escapeHtml(publisher)))] : []),
    element('main', {}, `\n${main.join('\n')}\n`),
    element('footer', { class: 'bottom', lang: 'en', dir: 'ltr' }, '<a href="feed.json">JSON Feed</a>'),
  ];
  return htmlPage({ ...pageDefaults(site, feed), root: '', head, body, lang: locale.tag });
}

const pageDefaults = ({ base, assets }: Site, feed: Feed) => ({ root: '../', assets, policy: policyFor(base, feed) });

function renderCard({ item, rendered }: ItemContext, snapshot: string, stamp?: string): string {
  // Relative: the same page serves a mirror, and a look before it is published.
  const attributes = { src: 'feed.json', item: item.id, original: '', lang: rendered.locale.tag, stamp };
  return element('placard-campaign', attributes, `\n${snapshot}\n`);
}
