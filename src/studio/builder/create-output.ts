/** From what was chosen to what is taken away: the snippets, what the chosen one costs, and who is named in it. */
import { UNPUBLISHED_URL } from '../../lint/lint-feed.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { selectItem } from '../../feed/select-item.js';
import type { Choices } from './choices.js';
import { bytesOf } from './byte-length.js';
import { costsOf, type Costs } from './costs.js';
import { framed, pagesOf, type Pages } from './pages.js';
import { accentRule } from './preview.js';
import type { Scripts } from './scripts.js';
import { namesIn, takeSnapshot, withoutNames } from './snapshot.js';
import { embedOf, policyOf, takeawaysOf, type Takeaway } from './formats.js';

/** What is made from. */
export interface Material {
  readonly feed: Feed;
  /** As it came, and the address that answered. */
  readonly text: string;
  readonly url?: string;
  /** Of `placard build`, where the feed is part of one. */
  readonly site?: string;
  /** With the chosen folder, and with the one that this page's own policy lets run. */
  readonly scripts: Scripts;
  readonly ownScripts: Scripts;
  readonly signal: AbortSignal;
}

export interface Made {
  /** Those whom the snapshot names; and those whom it names still, where they were to be left out. */
  readonly names: string[];
  readonly left: string[];
  /** By what is chosen in the form; those that cannot be had are not there. */
  readonly takeaways: Record<string, Takeaway>;
  /** The same, to be tried here. */
  readonly tried: Record<string, Takeaway>;
  /** The chosen one, or plain HTML in its place. */
  readonly takeaway: Takeaway;
  readonly pages?: Pages;
  /** For the page's style sheet. */
  readonly style: string;
  /** What a Content-Security-Policy has to allow. */
  readonly policy: string;
  readonly costs: Costs;
  /** Bytes of what is pasted; undefined for a link, of which the editor makes what it likes. */
  readonly bytes?: number;
}

/** Undefined where the element has nothing to show. */
export async function make(choices: Choices, material: Material): Promise<Made | undefined> {
  const { feed, text, url = UNPUBLISHED_URL, site, scripts, ownScripts, signal } = material;
  const whole = await takeSnapshot(feed, choices);
  const names = namesIn(whole?.snapshot ?? '', feed);
  const less = names.length > 0 && choices.names === 'no';
  const shown = less ? await takeSnapshot(withoutNames(text, url), choices) : whole;
  if (!shown) return undefined;

  const id = choices.item || selectItem(feed)?.id || '';
  const read = selectItem(feed, { id, language: choices.lang }); // the version in the reader's language
  const title = `${feed.head._placard?.publisher.name}: ${read?.title ?? read?.id}`;
  const single = site !== undefined && read && choices.tag !== 'placard-list';
  const pages = single ? await pagesOf(site, choices.src, read.id, title, signal) : undefined;
  const embed = embedOf(feed, choices, shown.snapshot);
  const takeaways = takeawaysOf(embed, title, scripts, pages);
  const takeaway = takeaways[choices.take] ?? takeaways.full!;

  // The frame has the whole card, whatever was chosen for the page itself.
  const framedCard = { tag: 'placard-campaign', item: read?.id, lang: '' };
  const card = (takeaway.framed && (await takeSnapshot(feed, framedCard))) || shown;
  const frame = takeaway.framed && pages && (await framed(pages, signal));
  const parts = [
    ...(choices['public-key'] ? ['signature'] : []),
    ...(choices.tag === 'placard-statement' && read?.content_html ? ['statement'] : []),
  ];
  return {
    names,
    left: less ? namesIn(shown.snapshot, feed) : [],
    takeaways,
    tried: takeawaysOf(embed, title, ownScripts, pages),
    takeaway,
    pages,
    style: takeaway.asks ? accentRule(choices.accent).trim() : '', // a frame has its publisher's, and plain HTML none
    policy: policyOf(takeaway, scripts, choices, picturesOf(feed.item(id)), pages),
    costs: costsOf(takeaway, scripts, { feed: text, shown: card, parts }, frame),
    bytes: takeaway.text === pages?.page ? undefined : bytesOf(takeaway.text),
  };
}

function picturesOf(item: Item | undefined): string[] {
  const all = item ? [item.image, ...(item._placard?.media ?? []).map(({ url }) => url)] : [];
  return all.filter((url) => url !== undefined);
}
