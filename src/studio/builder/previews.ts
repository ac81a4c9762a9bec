/** What readers come to see of each way to take the embed: at first, when it lives, and once the publisher's host is gone. */
import { escapeAttribute } from '../../escape/html.js';
import { element } from '../../card/markup.js';
import type { Takeaway } from './formats.js';

interface View {
  readonly title: string;
  readonly snippet: string;
}

/** By the frame that shows it; what does not come to pass is left out. */
export type Views = Partial<Record<'bare' | 'live' | 'down', View>>;

interface Feed {
  readonly src: string;
  /** An address of which nothing comes. */
  readonly missing: string;
  /** Its publisher's host is that of the scripts too: both go together. */
  readonly besideScripts: boolean;
  /** What stands at its address is another text, or none. */
  readonly unpublished: boolean;
}

const FIRST = 'At first, and without JavaScript';
const GONE = 'With the publisher’s host gone';
const FRAME_GONE = element('p', {}, 'Here the browser says that it cannot open the page: a frame keeps no snapshot.');

/** Before the live card, and with it. */
const TITLES: Record<string, [bare: string, live: string]> = {
  full: [FIRST, 'After news'],
  wordpress: [FIRST, 'After news'],
  live: [FIRST, 'Once the script is there'],
  iframe: ['Without JavaScript', 'In the frame'],
  link: ['Without JavaScript', 'In the frame'],
};
const IN_APPLICATION: [bare: string, live: string] = ['Before your application runs, if a server renders it', 'Once it runs'];

/** Takes the first passage between two texts out of a snippet, both included. */
function without(snippet: string, from: string, to: string): string {
  const start = snippet.indexOf(from);
  const end = start < 0 ? -1 : snippet.indexOf(to, start);
  return end < 0 ? snippet : snippet.slice(0, start) + snippet.slice(end + to.length);
}

const said = (src: string): string => ` src="${escapeAttribute(src)}"`;

export function viewsOf(take: string, takeaways: Record<string, Takeaway>, feed: Feed): Views {
  const { html, full, live, [take]: taken } = takeaways;
  if (take === 'html') return { bare: { title: 'As it stays', snippet: html!.text } };
  const [first, then] = TITLES[take] ?? IN_APPLICATION;
  const source = taken!.framed || taken!.later.length ? full!.text : live!.text;
  const from = (text: string, src: string) => text.replace(said(feed.src), src && said(src));
  const withoutScript = without(source, '<script', '</script>');
  const plain = without(withoutScript, '<link', '>');
  const stays = !taken!.first.length || !feed.besideScripts; // the scripts, in the application's own files or on another host
  return {
    bare: { title: first, snippet: withoutScript },
    live: { title: then, snippet: feed.unpublished ? from(full!.text, '') : live!.text },
    down: { title: GONE, snippet: taken!.framed ? FRAME_GONE : stays ? from(source, feed.missing) : plain },
  };
}
