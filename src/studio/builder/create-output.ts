/** Creates the output of the builder from its options: the snippets, the cost of the chosen one, and the names in it. */
import { hasWords } from '../../card/sections/actions.js';
import { fixedCopyNote } from '../../embed/fixed-copy.js';
import { UNPUBLISHED_URL } from '../../lint/lint-feed.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { selectItem } from '../../feed/select-item.js';
import { loadLocale } from '../../i18n/load-locale.js';
import type { BuilderState } from './builder-state.js';
import { byteLength } from './byte-length.js';
import { costsOf, type Costs } from './costs.js';
import { createEmbed, embedFormats, requiredCsp, type EmbedFormat } from './formats.js';
import { loadFramePage, loadItemPages, type ItemPages } from './pages.js';
import { accentRule } from './preview.js';
import type { Scripts } from './scripts.js';
import { createSnapshot, findNames, withoutNames } from './snapshot.js';

export interface BuilderInput {
  readonly feed: Feed;
  /** The text of the feed, as received. */
  readonly text: string;
  /** The address of the response. */
  readonly url?: string;
  /** The folder of the site that `placard build` made; undefined without such a site. */
  readonly site?: string;
  /** The scripts in the folder that the user chose. */
  readonly scripts: Scripts;
  /** The scripts that the policy of the builder's own page allows. */
  readonly ownScripts: Scripts;
  readonly signal: AbortSignal;
}

export interface BuilderOutput {
  /** Names of affected people in the snapshot. */
  readonly names: string[];
  /** Names that the snapshot still contains after the list was removed. */
  readonly remainingNames: string[];
  /** The formats by their key. A format that needs pages of a built site is missing without them. */
  readonly formats: Record<string, EmbedFormat>;
  /** The same formats with the scripts that may run in the previews. */
  readonly previewFormats: Record<string, EmbedFormat>;
  /** The chosen format, or its fallback. */
  readonly format: EmbedFormat;
  readonly pages?: ItemPages;
  /** BCP 47, the language of the snapshot. */
  readonly language: string;
  /** A rule for the partner's style sheet. */
  readonly style: string;
  /** The Content-Security-Policy that the snippet needs. */
  readonly policy: string;
  readonly costs: Costs;
  /** Bytes of the snippet. Undefined for a link, because the editor decides what it inserts. */
  readonly bytes?: number;
}

/** @returns undefined if the element has nothing to show for this item */
export async function createOutput(state: BuilderState, input: BuilderInput): Promise<BuilderOutput | undefined> {
  const { feed, text, url = UNPUBLISHED_URL, site, scripts, ownScripts, signal } = input;
  const full = await createSnapshot(feed, state);
  const names = findNames(full?.html ?? '', feed);
  const isRedacted = names.length > 0 && state.names === 'no';
  const snapshot = isRedacted ? await createSnapshot(withoutNames(text, url), state) : full;
  if (!snapshot) return undefined;

  const id = state.item || selectItem(feed)?.id || '';
  const item = selectItem(feed, { id, language: state.lang }); // in the reader's language
  const title = `${feed.head._placard?.publisher.name}: ${item?.title ?? item?.id}`;
  const hasPages = site !== undefined && item && state.tag !== 'placard-list';
  const pages = hasPages ? await loadItemPages(site, state.src, item.id, title, signal) : undefined;
  const embed = createEmbed(feed, { ...state, lang: snapshot.language }, snapshot.html); // news come in the language of the snapshot
  const upToDate = state.tag === 'placard-list' ? feed.head.home_page_url : item?.url;
  const note = fixedCopyNote((await loadLocale(snapshot.language)).tag, upToDate);
  const formats = embedFormats(embed, note, title, scripts, pages);
  const format = formats[state.format] ?? formats.full!;

  // The frame always contains the full card.
  const framedCard = { tag: 'placard-campaign', item: item?.id, lang: '' };
  const card = (format.isFrame && (await createSnapshot(feed, framedCard))) || snapshot;
  const frame = format.isFrame && pages && (await loadFramePage(pages, signal));
  const chunks = [
    ...['folds', 'rest'], // a card loads them when the page is idle
    ...(item && needsRare(item, state.tag) ? ['rare'] : []),
    ...(state['public-key'] ? ['signature'] : []),
    ...(state.tag === 'placard-statement' && item?.content_html ? ['statement'] : []),
  ];
  return {
    names,
    remainingNames: isRedacted ? findNames(snapshot.html, feed) : [],
    formats,
    previewFormats: embedFormats(embed, note, title, ownScripts, pages),
    format,
    pages,
    language: snapshot.language,
    style: format.fetchesFeed ? accentRule(state.accent).trim() : '', // a frame has the publisher's colour; plain HTML has no colour
    policy: requiredCsp(format, scripts, state, pictureUrls(feed.item(id)), pages),
    costs: costsOf(format, scripts, { feed: text, snapshot: card, chunks }, frame),
    bytes: format.snippet === pages?.page ? undefined : byteLength(format.snippet),
  };
}

/** Returns whether a card needs the part of rare facts. A text with rare characters needs it too. */
function needsRare(item: Item, tag: string): boolean {
  const { persons = [], actions = [] } = item._placard ?? {};
  return tag === 'placard-list' || persons.some(({ custody }) => custody) || actions.some(hasWords);
}

function pictureUrls(item: Item | undefined): string[] {
  const all = item ? [item.image, ...(item._placard?.media ?? []).map(({ url }) => url)] : [];
  return all.filter((url) => url !== undefined);
}
