/** Finds the pages that `placard build` made beside a feed. A link or a frame needs them. */
import { isSafeFolderName } from '../../publish/folder-name.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Asset } from '../../embed/snippets.js';
import { byteLength } from './byte-length.js';
import { trustedHtml } from './trusted-html.js';

export interface ItemPages {
  /** The page of the item. An editor turns a link to it into an embed. */
  readonly page: string;
  readonly frame: string;
  /** The language of the statement in the frame. */
  readonly lang?: string;
  /** The host script from the site of the frame: it accepts messages from that site only. */
  readonly host: Asset;
}

/**
 * Returns the folder of the built site: the folder of the feed, or the folder above it. Sends no request if `placard build` cannot have made
 * the feed: its name differs, or it has no `_placard`.
 */
export async function detectSite(feed: Feed | undefined, address: string, signal: AbortSignal): Promise<string | undefined> {
  if (!feed?.head._placard || !URL.canParse(address) || !new URL(address).pathname.endsWith('/feed.json')) return undefined;
  for (const base of new Set(['./', '../'].map((folder) => new URL(folder, address).href))) {
    if ((await fetchText(`${base}placard-site.json`, signal))?.includes('"made_by": "placard')) return base;
  }
  return undefined;
}

/**
 * Reads the built snippet of an item. Takes only its addresses, hash and language, and only if all addresses have the origin of the site.
 * @param title the title that `placard build` gives to the frame of the item
 */
export async function loadItemPages(
  site: string,
  feed: string,
  id: string,
  title: string,
  signal: AbortSignal,
): Promise<ItemPages | undefined> {
  // An id that is not a safe folder name has a generated one. Only the address of its feed shows that name.
  const folder = isSafeFolderName(id) ? `${site}${id}/` : new URL('./', feed).href;
  const text = folder === site ? undefined : await fetchText(`${folder}snippets/iframe.html`, signal);
  const snippet = new DOMParser().parseFromString(trustedHtml(text ?? ''), 'text/html');
  const [frame, host, line] = [snippet.querySelector('iframe'), snippet.querySelector('script'), snippet.querySelector('p')];
  const { origin } = new URL(site);
  if (!frame || !host || frame.title !== title || [frame.src, host.src].some((url) => new URL(url).origin !== origin)) return undefined;
  return {
    page: new URL('./', frame.src).href,
    frame: frame.src,
    lang: line?.lang || undefined,
    host: { url: host.src, integrity: host.integrity },
  };
}

/** The files that the page in a frame loads. */
export interface FramePage {
  readonly language: string;
  /** The size of the page before compression; undefined if the request failed. */
  readonly bytes?: number;
  /** The size of its feed before compression; undefined if the request failed. */
  readonly feedBytes?: number;
  /** The names of its style sheets and scripts. */
  readonly files: string[];
}

export async function loadFramePage({ frame }: ItemPages, signal: AbortSignal): Promise<FramePage> {
  const text = await fetchText(frame, signal);
  const page = new DOMParser().parseFromString(trustedHtml(text ?? ''), 'text/html');
  const files = [...page.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href')!,
  );
  const card = page.querySelector('placard-campaign');
  const feed = card && (await fetchText(new URL(card.getAttribute('src')!, frame).href, signal));
  return {
    language: card?.getAttribute('lang') ?? 'en',
    bytes: text === undefined ? undefined : byteLength(text),
    feedBytes: feed ? byteLength(feed) : undefined,
    files: files.map((url) => url.replace(/^.*\//, '')),
  };
}

/** @returns undefined if the address has no file, or CORS forbids reading it */
async function fetchText(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
