/**
 * Creates the snippets that partners paste. Each is well-formed XML without blank lines, inline scripts and inline styles. HTML snippets
 * use a `div`, because some editors remove custom tags. The snapshot inside still reads as a statement after a content filter.
 */
import { escapeHtml, templateGuard } from '../escape/html.js';
import { PICTURE_WIDTH } from '../card/html.js';
import { element, empty } from '../card/markup.js';

export interface Asset {
  readonly url: string;
  /** Subresource Integrity. */
  readonly integrity?: string;
}

export interface Embed {
  /** Default `placard-campaign`. */
  readonly tag?: string;
  /** By their names, as on the tag: `src`, `item`, `lang`, `theme`, … */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** The result of `snapshotOf`. */
  readonly snapshot: string;
}

export interface Frame {
  readonly url: string;
  /** Address of the item's own page. */
  readonly page: string;
  /** Names the publisher and the case. */
  readonly title: string;
  /** Language of the title. */
  readonly lang?: string;
  /** px, until the host script sets the height of the card. */
  readonly height: number;
}

/** px; the maximum width of the frame in an oEmbed response. */
export const WIDTH = 600;

/**
 * px; the height of the sample's closed card in a frame of 600 px, with the address below it. A constant is enough, because the scripts
 * of Placard, WordPress and AMP set the real height when the card has loaded. The maximum of WordPress is 1000.
 */
export const FRAME_HEIGHT = 810;

/** Returns plain HTML, which becomes the live card when there is news. */
export function loaderSnippet(embed: Embed, loader: Asset, style: Asset): string {
  return [styleSheet(style), divSnippet(embed), moduleScript(loader)].join('\n');
}

/** Returns HTML that becomes the live card when the script has loaded. */
export function scriptSnippet(embed: Embed, script: Asset): string {
  return [divSnippet(embed), moduleScript(script)].join('\n');
}

/** Returns the snapshot in a `div`. A script of the page puts the element into it. */
export function divSnippet({ tag, attributes, snapshot }: Embed): string {
  const other = tag === DEFAULT_TAG ? undefined : tag;
  const data = Object.entries({ ...attributes, tag: other }).map(([name, value]) => [`data-placard-${name}`, value] as const);
  // Reading views keep a box whose class has the word "content".
  return element('div', { ...Object.fromEntries(data), class: 'placard-content' }, `\n${snapshot}\n`);
}

/** Returns the snapshot for a page without the style sheet, with a width for the pictures of the statement too. */
export const plainSnippet = (snapshot: string): string => snapshot.replace(/<img (?![^>]*\bwidth=)/g, `<img width="${PICTURE_WIDTH}" `);

/** Returns the `div` for authors of WordPress, who may not write `time`: a stamp whose date lost its element has no shape. */
export function authorSnippet(embed: Embed): string {
  const dates = embed.snapshot.replace(/<time [^<>]*>/g, '<span>').replaceAll('</time>', '</span>');
  return divSnippet({ ...embed, snapshot: plainSnippet(dates) });
}

/** The script replaces a `div` without a tag name with this element. */
const DEFAULT_TAG = 'placard-campaign';

/** Returns what an administrator installs once for all snapshots of a site. */
export function siteScriptSnippet(loader: Asset, style: Asset): string {
  return [styleSheet(style), moduleScript(loader)].join('\n');
}

/** Returns a frame of full width. Only the line below it remains if an editor removes frames, or if their host is gone. */
export function iframeSnippet({ url, page, title, lang, height }: Frame, host?: Asset): string {
  return [
    element('iframe', { src: url, title, width: '100%', height, loading: 'lazy', referrerpolicy: 'no-referrer', frameborder: 0 }),
    element('p', { lang, dir: 'auto', ...templateGuard(escapeHtml(title)) }, element('a', { href: page }, escapeHtml(title))),
    ...(host ? [element('script', { src: host.url, ...pinned(host), defer: 'defer' })] : []),
  ].join('\n');
}

/** Returns the frame of an oEmbed response, with the attributes that WordPress keeps. */
export function oembedFrame({ url, title, height }: Pick<Frame, 'url' | 'title' | 'height'>): string {
  return element('iframe', { src: url, title, width: WIDTH, height, frameborder: 0 });
}

/** The host of the scripts does not learn which page loads them. */
const pinned = ({ integrity }: Asset) => ({ integrity, crossorigin: integrity && 'anonymous', referrerpolicy: 'no-referrer' });
const styleSheet = (asset: Asset) => empty('link', { rel: 'stylesheet', href: asset.url, ...pinned(asset) });
const moduleScript = (asset: Asset) => element('script', { type: 'module', src: asset.url, ...pinned(asset) });
