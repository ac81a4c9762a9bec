/** The pages of an item for readers, complete without a script: its own page, and its frame. */
import type { Feed } from '../feed/parse-feed.js';
import { escapeHtml } from '../escape/html.js';
import { element, empty } from '../card/markup.js';
import { fixedCopyNote } from '../embed/fixed-copy.js';
import {
  FRAME_HEIGHT,
  loaderSnippet,
  iframeSnippet,
  plainSnippet,
  siteScriptSnippet,
  authorSnippet,
  type Embed,
  type Frame,
} from '../embed/snippets.js';
import { directionOf } from '../i18n/load-locale.js';
import type { CalendarEvent } from './calendar.js';
import { htmlPage, policyFor } from './page-shell.js';
import { jsonLd } from './json-ld.js';
import { openGraph } from './metadata.js';
import { languageLinks } from './sitemap.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';

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

export const homeOf = ({ head }: Feed): string | undefined => head._placard?.publisher.url ?? head.home_page_url;

export function frameOf(site: Site, { item, publisher, rendered: { card, locale } }: ItemContext): Frame {
  const page = addressOf(site, item.id);
  const title = locale.labelled(publisher, card.brief.title);
  return { url: `${page}frame.html`, page, title, lang: item.language, height: FRAME_HEIGHT };
}

/**
 * Returns the item's own page.
 * @param events the dated events of the item, which its calendar has
 */
export function itemPage(site: Site, context: ItemContext, events: readonly CalendarEvent[]): string {
  const { item, feed, publisher, rendered } = context;
  const { locale, page } = rendered;
  const { brief } = rendered.card;
  const url = addressOf(site, item.id);
  const home = homeOf(feed);
  const head = [
    element('title', {}, escapeHtml(`${brief.title} – ${publisher}`)),
    empty('meta', { name: 'description', content: brief.summary }),
    empty('link', { rel: 'canonical', href: url }),
    empty('link', { rel: 'alternate', type: 'application/json+oembed', href: `${url}oembed.json`, title: item.title }),
    empty('link', { rel: 'alternate', type: 'application/feed+json', href: `${site.base}feed.json`, title: feed.head.title ?? publisher }),
    empty('link', { rel: 'alternate', type: 'application/atom+xml', href: `${url}atom.xml`, title: brief.title }),
    ...(events.length ? [empty('link', { rel: 'alternate', type: 'text/calendar', href: `${url}calendar.ics`, title: brief.title })] : []),
    ...languageLinks(site, feed, item.id).map((link) => empty('link', { rel: 'alternate', ...link })),
    ...siteLinks(site),
    ...openGraph(url, context),
    `<script type="application/ld+json">${jsonLd(url, context, events)}</script>`,
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
      [
        '<a href="embed.html">Show this on your site</a>',
        '<a href="atom.xml">Atom</a>',
        '<a href="feed.json">JSON Feed</a>',
        ...(events.length ? ['<a href="calendar.ics">Calendar</a>'] : []),
      ].join('\n'),
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

export type Snippets = ReturnType<typeof snippetsOf>;

export function snippetsOf(site: Site, context: ItemContext) {
  const embed = embedOf(site, context);
  const [loader, style] = [site.asset('placard-loader.js'), site.asset('placard.css')];
  return {
    full: loaderSnippet(embed, loader, style),
    html: `${plainSnippet(embed.snapshot)}\n${fixedCopyNote(context.rendered.locale.tag, addressOf(site, context.item.id))}`,
    frame: iframeSnippet(frameOf(site, context), site.asset('placard-host.js')),
    wordpress: addressOf(site, context.item.id),
    wordpressMarked: authorSnippet(embed),
    wordpressInstalled: siteScriptSnippet(loader, style),
  };
}

/** Returns what the head of each page for readers links to. */
export function siteLinks({ hub, icon }: Site): string[] {
  return [empty('link', { rel: 'icon', href: icon }), ...(hub ? [empty('link', { rel: 'hub', href: hub })] : [])];
}

/** Returns what all pages below a folder share. */
export const pageDefaults = ({ base, assets }: Site, feed: Feed) => ({ root: '../', assets, policy: policyFor(base, feed) });

function renderCard({ item, rendered }: ItemContext, snapshot: string, more: { stamp?: string; fold?: 'none' } = {}): string {
  // Relative, so that the same page works on a mirror and before it is published.
  const attributes = { src: 'feed.json', item: item.id, original: '', lang: rendered.locale.tag, ...more };
  return element('placard-campaign', attributes, `\n${snapshot}\n`);
}
