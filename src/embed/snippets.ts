/**
 * What partners paste, from one description of an embed. Each is well-formed XML without blank lines, inline script or inline style,
 * and closes its tags; what is pasted as HTML carries the snapshot, which reads as a statement where a filter leaves nothing else.
 */
import { escapeHtml, templateGuard } from '../escape/html.js';
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
  /** As `snapshotOf` makes it. */
  readonly snapshot: string;
}

export interface Frame {
  readonly url: string;
  /** What is framed, as a page of its own. */
  readonly page: string;
  /** Says who speaks, and of what. */
  readonly title: string;
  /** Of the title. */
  readonly lang?: string;
  /** px; what it has until the host script knows better. */
  readonly height: number;
}

/** px; as wide as an oEmbed answer's frame is, at most. */
export const WIDTH = 600;

/** Plain HTML at first, the live card once there is news. */
export function full({ tag = 'placard-campaign', attributes, snapshot }: Embed, loader: Asset, style: Asset): string {
  return [styleSheet(style), element(tag, attributes, `\n${snapshot}\n`), moduleScript(loader)].join('\n');
}

/** The live card as soon as the script is there. */
export function live({ tag = 'placard-campaign', attributes, snapshot }: Embed, script: Asset): string {
  return [element(tag, attributes, `\n${snapshot}\n`), moduleScript(script)].join('\n');
}

/** Where only an administrator may install scripts; with one, it becomes the element. */
export function marked({ tag, attributes, snapshot }: Embed): string {
  const data = Object.entries({ ...attributes, tag }).map(([name, value]) => [`data-placard-${name}`, value] as const);
  return element('div', Object.fromEntries(data), `\n${snapshot}\n`);
}

/** What an administrator installs once, for every marked snapshot of a site. */
export function installed(loader: Asset, style: Asset): string {
  return [styleSheet(style), moduleScript(loader)].join('\n');
}

/** As wide as there is room. The line below it is all that remains where frames are filtered out, or their host is gone. */
export function iframe({ url, page, title, lang, height }: Frame, host?: Asset): string {
  return [
    element('iframe', { src: url, title, width: '100%', height, loading: 'lazy', referrerpolicy: 'no-referrer', frameborder: 0 }),
    element('p', { lang, dir: 'auto', ...templateGuard(escapeHtml(title)) }, element('a', { href: page }, escapeHtml(title))),
    ...(host ? [element('script', { src: host.url, ...pinned(host), defer: 'defer' })] : []),
  ].join('\n');
}

/** For an oEmbed answer: nothing but what WordPress leaves of a frame. */
export function oembedFrame({ url, title, height }: Pick<Frame, 'url' | 'title' | 'height'>): string {
  return element('iframe', { src: url, title, width: WIDTH, height, frameborder: 0 });
}

/** The host of the scripts is not told which page asks. */
const pinned = ({ integrity }: Asset) => ({ integrity, crossorigin: integrity && 'anonymous', referrerpolicy: 'no-referrer' });
const styleSheet = (asset: Asset) => empty('link', { rel: 'stylesheet', href: asset.url, ...pinned(asset) });
const moduleScript = (asset: Asset) => element('script', { type: 'module', src: asset.url, ...pinned(asset) });
