/** The pages that `placard build` has put beside a feed, for places that take no script. */
import { isSafeFolderName } from '../../publish/folder-name.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Asset } from '../../embed/snippets.js';
import { bytesOf } from './byte-length.js';
import { trusted } from './trusted-html.js';

export interface Pages {
  /** Whoever pastes this address as a link gets an embed. */
  readonly page: string;
  readonly frame: string;
  /** Of the statement that is framed. */
  readonly lang?: string;
  /** Of the frame's own site: it heeds no other's frames. */
  readonly host: Asset;
}

/**
 * The site's folder: that of the whole feed, above that of one item. Nobody is asked where a build could not have put this feed: under
 * another name, or one without `_placard`.
 */
export async function siteAround(feed: Feed | undefined, address: string, signal: AbortSignal): Promise<string | undefined> {
  if (!feed?.head._placard || !URL.canParse(address) || !new URL(address).pathname.endsWith('/feed.json')) return undefined;
  for (const base of new Set(['./', '../'].map((folder) => new URL(folder, address).href))) {
    if ((await ask(`${base}placard-site.json`, signal))?.includes('"made_by": "placard')) return base;
  }
  return undefined;
}

/**
 * Of the snippet that was built for the item, only the addresses, the hash and the language are taken; all of them on the site's own host.
 * @param title as `placard build` gives it to the item's frame
 */
export async function pagesOf(site: string, feed: string, id: string, title: string, signal: AbortSignal): Promise<Pages | undefined> {
  // A folder whose name had to be made is known from the feed in it alone.
  const folder = isSafeFolderName(id) ? `${site}${id}/` : new URL('./', feed).href;
  const text = folder === site ? undefined : await ask(`${folder}snippets/iframe.html`, signal);
  const built = new DOMParser().parseFromString(trusted(text ?? ''), 'text/html');
  const [frame, host, line] = [built.querySelector('iframe'), built.querySelector('script'), built.querySelector('p')];
  const { origin } = new URL(site);
  if (!frame || !host || frame.title !== title || [frame.src, host.src].some((url) => new URL(url).origin !== origin)) return undefined;
  return {
    page: new URL('./', frame.src).href,
    frame: frame.src,
    lang: line?.lang || undefined,
    host: { url: host.src, integrity: host.integrity },
  };
}

/** What the page in a frame loads. */
export interface Framed {
  readonly language: string;
  /** Of the page itself, and of its feed, before compression; undefined where they could not be had. */
  readonly bytes?: number;
  readonly feed?: number;
  /** Its style sheets and scripts, by their names. */
  readonly files: string[];
}

export async function framed({ frame }: Pages, signal: AbortSignal): Promise<Framed> {
  const text = await ask(frame, signal);
  const built = new DOMParser().parseFromString(trusted(text ?? ''), 'text/html');
  const files = [...built.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (each) => each.getAttribute('src') ?? each.getAttribute('href')!,
  );
  const card = built.querySelector('placard-campaign');
  const feed = card && (await ask(new URL(card.getAttribute('src')!, frame).href, signal));
  return {
    language: card?.getAttribute('lang') ?? 'en',
    bytes: text === undefined ? undefined : bytesOf(text),
    feed: feed ? bytesOf(feed) : undefined,
    files: files.map((url) => url.replace(/^.*\//, '')),
  };
}

/** What stands there; undefined where nothing does, or nobody may read it. */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
