/** Creates the previews of a format: the initial page, the live card, and the page when the publisher's host is offline. */
import { escapeAttribute } from '../../escape/html.js';
import { element } from '../../card/markup.js';
import type { EmbedFormat } from './formats.js';

interface Preview {
  readonly title: string;
  readonly snippet: string;
}

/** By the id of the frame. A format without such a state has no preview of it. */
export type Previews = Partial<Record<'initial' | 'live' | 'offline', Preview>>;

interface FeedLocation {
  readonly src: string;
  /** An address that answers with an error. */
  readonly missing: string;
  /** The scripts have the host of the feed, so both fail together. */
  readonly sharesHostWithScripts: boolean;
  /** The address does not serve this text yet. */
  readonly isUnpublished: boolean;
}

const INITIAL = 'Without JavaScript';
const LIVE = 'Live card';
const OFFLINE = 'Publisher offline';
const FRAME_OFFLINE = element('p', {}, 'The browser shows its own error page here. A frame has no snapshot.');

const IN_APPLICATION: [initial: string, live: string] = ['Server-rendered, before the application runs', LIVE];
const TITLES: Record<string, [initial: string, live: string]> = {
  full: [INITIAL, LIVE],
  wordpress: [INITIAL, LIVE],
  live: [INITIAL, LIVE],
  iframe: [INITIAL, 'Inside the frame'],
  link: [INITIAL, 'Inside the frame'],
};

/** Removes the first passage from `start` to `end`, both included. */
function removePassage(snippet: string, start: string, end: string): string {
  const from = snippet.indexOf(start);
  const to = from < 0 ? -1 : snippet.indexOf(end, from);
  return to < 0 ? snippet : snippet.slice(0, from) + snippet.slice(to + end.length);
}

const srcAttribute = (src: string): string => ` data-placard-src="${escapeAttribute(src)}"`;

export function previewsOf(name: string, formats: Record<string, EmbedFormat>, feed: FeedLocation): Previews {
  const { html, full, live, [name]: format } = formats;
  if (name === 'html') return { initial: { title: 'Plain HTML', snippet: html!.snippet } };
  const [initialTitle, liveTitle] = TITLES[name] ?? IN_APPLICATION;
  const source = format!.isFrame || format!.updateFiles.length ? full!.snippet : live!.snippet;
  const withSrc = (snippet: string, src: string) => snippet.replace(srcAttribute(feed.src), src && srcAttribute(src));
  const withoutScript = removePassage(source, '<script', '</script>');
  const withoutStyle = removePassage(withoutScript, '<link', '>');
  // An application bundles its scripts, and another host can still serve them.
  const keepsScripts = !format!.initialFiles.length || !feed.sharesHostWithScripts;
  return {
    initial: { title: initialTitle, snippet: withoutScript },
    live: { title: liveTitle, snippet: feed.isUnpublished ? withSrc(full!.snippet, '') : live!.snippet },
    offline: { title: OFFLINE, snippet: format!.isFrame ? FRAME_OFFLINE : keepsScripts ? withSrc(source, feed.missing) : withoutStyle },
  };
}
