/** What was withdrawn stays withdrawn, in every language: a feed is compared with itself, and with what was published before it. */
import { quoteForTerminal } from '../escape/terminal.js';
import type { Feed } from '../feed/parse-feed.js';
import { originalId } from '../feed/translations.js';
import type { Problem } from './problem.js';

interface Facts {
  change?: unknown;
  revision?: unknown;
}

const factsOf = (feed: Feed, id: string): Facts => Object(feed.rawField(id, '_placard')) as Facts;
const isWithdrawn = (feed: Feed, id: string): boolean => feed.has(id) && factsOf(feed, id).change === 'retraction';

/** The ids of what was translated from an item. */
export const translationsOf = (feed: Feed, id: string): string[] => feed.ids.filter((each) => each !== id && originalId(feed, each) === id);

/** The withdrawn items of `previous` that are gone. */
export const droppedFrom = (previous: Feed, feed: Feed): string[] =>
  previous.ids.filter((id) => isWithdrawn(previous, id) && !feed.has(id));

export function withdrawalsIn(feed: Feed, previous?: Feed): Problem[] {
  const items = feed.document.items as readonly unknown[];
  const places = new Map(items.map((_, place) => [feed.idAtIndex(place), place]));
  const pathOf = (id: string) => `/items/${places.get(id)}/_placard`;
  return [
    ...(previous ? droppedFrom(previous, feed).map(dropped) : []),
    ...feed.ids.flatMap((id) => (previous ? unraised(feed, previous, id, pathOf(id)) : [])),
    ...feed.ids.flatMap((id) => translation(feed, previous, id, pathOf(id))),
  ];
}

const dropped = (id: string): Problem => ({
  level: 'error',
  code: 'withdrawal-dropped',
  path: '/items',
  what: `${quoteForTerminal(id)} was published as withdrawn, and is not in the feed any more: old snapshots of it stand as if nothing were.`,
  instead: 'Put the withdrawn item back as it was published; "placard revise" does it.',
});

/** A page that holds the revision takes no other content under its number. */
function unraised(feed: Feed, previous: Feed, id: string, path: string): Problem[] {
  if (!isWithdrawn(feed, id) || !previous.has(id) || isWithdrawn(previous, id)) return [];
  const [is, was] = [factsOf(feed, id).revision, factsOf(previous, id).revision];
  if (typeof is !== 'number' || typeof was !== 'number' || is > was) return [];
  return [
    {
      level: 'error',
      code: 'withdrawal-not-raised',
      path: `${path}/revision`,
      what: `${quoteForTerminal(id)} is withdrawn under the revision ${is}, and ${was} is published: open pages may go on showing the statement.`,
      instead: `Write ${was + 1}; "placard revise" does it.`,
    },
  ];
}

/** A translation whose original is withdrawn: pages show it as withdrawn as long as the feed says that they belong together. */
function translation(feed: Feed, previous: Feed | undefined, id: string, path: string): Problem[] {
  if (isWithdrawn(feed, id)) return [];
  const linked = originalId(feed, id);
  if (linked !== id && isWithdrawn(feed, linked)) {
    return [
      {
        level: 'warning',
        code: 'translation-of-withdrawn',
        path,
        what: `${quoteForTerminal(id)} is a translation of ${quoteForTerminal(linked)}, which is withdrawn. Pages show both as withdrawn; its text is still in the feed.`,
        instead: 'Withdraw it too, or run "placard revise" with --retract and --erase for the original: that takes out the text of both.',
      },
    ];
  }
  const before = previous?.has(id) ? originalId(previous, id) : id;
  if (linked !== id || before === id || !isWithdrawn(feed, before)) return [];
  return [
    {
      level: 'error',
      code: 'translation-left',
      path,
      what: `${quoteForTerminal(id)} was a translation of ${quoteForTerminal(before)}, which is withdrawn, and nothing in the feed says so any more: pages show it as it was.`,
      instead: 'Put "translations" back into the original, or withdraw the translation too.',
    },
  ];
}
