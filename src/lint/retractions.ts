/** What was withdrawn stays withdrawn, in every language: a feed is compared with itself, and with what was published before it. */
import { quoted } from '../escape/terminal.js';
import type { Feed } from '../feed/parse-feed.js';
import { originalOf } from '../feed/translations.js';
import type { Problem } from './problem.js';

interface Extension {
  change?: unknown;
  revision?: unknown;
}

const extensionOf = (feed: Feed, id: string): Extension => Object(feed.peek(id, '_placard')) as Extension;
const isRetracted = (feed: Feed, id: string): boolean => feed.has(id) && extensionOf(feed, id).change === 'retraction';

/** The ids of what was translated from an item. */
export const translationIds = (feed: Feed, id: string): string[] => feed.ids.filter((each) => each !== id && originalOf(feed, each) === id);

/** The withdrawn items of `previous` that are gone. */
export const missingRetractions = (previous: Feed, feed: Feed): string[] =>
  previous.ids.filter((id) => isRetracted(previous, id) && !feed.has(id));

export function lintRetractions(feed: Feed, previous?: Feed): Problem[] {
  const items = feed.document.items as readonly unknown[];
  const indexById = new Map(items.map((_, index) => [feed.idAt(index), index]));
  const pathOf = (id: string) => `/items/${indexById.get(id)}/_placard`;
  return [
    ...(previous ? missingRetractions(previous, feed).map(missingProblem) : []),
    ...feed.ids.flatMap((id) => (previous ? revisionProblem(feed, previous, id, pathOf(id)) : [])),
    ...feed.ids.flatMap((id) => translationProblem(feed, previous, id, pathOf(id))),
  ];
}

const missingProblem = (id: string): Problem => ({
  level: 'error',
  code: 'withdrawal-dropped',
  path: '/items',
  message: `${quoted(id)} was published as withdrawn, and is not in the feed any more: old snapshots of it stand as if nothing were.`,
  fix: 'Put the withdrawn item back as it was published; "placard revise" does it.',
});

/** A page that holds the revision takes no other content under its number. */
function revisionProblem(feed: Feed, previous: Feed, id: string, path: string): Problem[] {
  if (!isRetracted(feed, id) || !previous.has(id) || isRetracted(previous, id)) return [];
  const [revision, publishedRevision] = [extensionOf(feed, id).revision, extensionOf(previous, id).revision];
  if (typeof revision !== 'number' || typeof publishedRevision !== 'number' || revision > publishedRevision) return [];
  return [
    {
      level: 'error',
      code: 'withdrawal-not-raised',
      path: `${path}/revision`,
      message: `${quoted(id)} is withdrawn under the revision ${revision}, and ${publishedRevision} is published: open pages may go on showing the statement.`,
      fix: `Write ${publishedRevision + 1}; "placard revise" does it.`,
    },
  ];
}

/** A translation whose original is withdrawn: pages show it as withdrawn as long as the feed says that they belong together. */
function translationProblem(feed: Feed, previous: Feed | undefined, id: string, path: string): Problem[] {
  if (isRetracted(feed, id)) return [];
  const originalId = originalOf(feed, id);
  if (originalId !== id && isRetracted(feed, originalId)) {
    return [
      {
        level: 'warning',
        code: 'translation-of-withdrawn',
        path,
        message: `${quoted(id)} is a translation of ${quoted(originalId)}, which is withdrawn. Pages show both as withdrawn; its text is still in the feed.`,
        fix: 'Withdraw it too, or run "placard revise" with --retract and --erase for the original: that takes out the text of both.',
      },
    ];
  }
  const publishedOriginalId = previous?.has(id) ? originalOf(previous, id) : id;
  if (originalId !== id || publishedOriginalId === id || !isRetracted(feed, publishedOriginalId)) return [];
  return [
    {
      level: 'error',
      code: 'translation-left',
      path,
      message: `${quoted(id)} was a translation of ${quoted(publishedOriginalId)}, which is withdrawn, and nothing in the feed says so any more: pages show it as it was.`,
      fix: 'Put "translations" back into the original, or withdraw the translation too.',
    },
  ];
}
