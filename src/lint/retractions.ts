/** Checks that a retraction stays, in every language: within a feed, and against the published feed. */
import { quoteForTerminal } from '../escape/terminal.js';
import type { Feed } from '../feed/parse-feed.js';
import { originalId } from '../feed/translations.js';
import type { Problem } from './problem.js';

interface Extension {
  change?: unknown;
  revision?: unknown;
}

const extensionOf = (feed: Feed, id: string): Extension => Object(feed.rawField(id, '_placard')) as Extension;
const isRetracted = (feed: Feed, id: string): boolean => feed.has(id) && extensionOf(feed, id).change === 'retraction';

/** Returns the ids of an item's translations. */
export const translationIds = (feed: Feed, id: string): string[] => feed.ids.filter((each) => each !== id && originalId(feed, each) === id);

/** Returns the ids of retracted items that are missing from the new feed. */
export const missingRetractions = (previous: Feed, feed: Feed): string[] =>
  previous.ids.filter((id) => isRetracted(previous, id) && !feed.has(id));

export function lintRetractions(feed: Feed, previous?: Feed): Problem[] {
  const items = feed.document.items as readonly unknown[];
  const indexById = new Map(items.map((_, index) => [feed.idAtIndex(index), index]));
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
  message: `${quoteForTerminal(id)} is published as retracted, and missing from the feed. Old snapshots of it will show no retraction.`,
  fix: 'Run "placard revise", which restores the retracted item.',
});

/** Clients ignore other content under a revision that they have. */
function revisionProblem(feed: Feed, previous: Feed, id: string, path: string): Problem[] {
  if (!isRetracted(feed, id) || !previous.has(id) || isRetracted(previous, id)) return [];
  const [revision, publishedRevision] = [extensionOf(feed, id).revision, extensionOf(previous, id).revision];
  if (typeof revision !== 'number' || typeof publishedRevision !== 'number' || revision > publishedRevision) return [];
  return [
    {
      level: 'error',
      code: 'withdrawal-not-raised',
      path: `${path}/revision`,
      message: `${quoteForTerminal(id)} is retracted in revision ${revision}, and revision ${publishedRevision} is published. Open pages may continue to show the statement.`,
      fix: `Write ${publishedRevision + 1}, or run "placard revise".`,
    },
  ];
}

/** Checks a translation of a retracted item. Pages show it as retracted only if the feed links both. */
function translationProblem(feed: Feed, previous: Feed | undefined, id: string, path: string): Problem[] {
  if (isRetracted(feed, id)) return [];
  const original = originalId(feed, id);
  if (original !== id && isRetracted(feed, original)) {
    return [
      {
        level: 'warning',
        code: 'translation-of-withdrawn',
        path,
        message: `${quoteForTerminal(id)} is a translation of ${quoteForTerminal(original)}, which is retracted. Pages show both as retracted, and its text is still in the feed.`,
        fix: 'Retract it too. Or run "placard revise" with --retract and --erase for the original, which removes the text of both.',
      },
    ];
  }
  const publishedOriginalId = previous?.has(id) ? originalId(previous, id) : id;
  if (original !== id || publishedOriginalId === id || !isRetracted(feed, publishedOriginalId)) return [];
  return [
    {
      level: 'error',
      code: 'translation-left',
      path,
      message: `${quoteForTerminal(id)} was a translation of ${quoteForTerminal(publishedOriginalId)}, which is retracted, and the link is missing. Pages show the translation as valid.`,
      fix: 'Restore "translations" in the original, or retract the translation too.',
    },
  ];
}
