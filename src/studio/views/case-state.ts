/** What the lists of cases show of a case: its headline, its languages, and whether it is published. */
import { isJsonObject } from '../../lint/json-pointer.js';
import { isUnpublished } from '../../feed/drafts.js';
import { languageVariants, originalIds } from '../../feed/translations.js';
import type { CaseFile } from '../document/case-file.js';
import { canonicalize } from '../../publish/feed-document.js';
import type { Words } from '../words/words.js';

export function itemTitle(item: unknown, words: Words): string {
  return isJsonObject(item) && typeof item.title === 'string' && item.title ? item.title : words.untitled;
}

export interface CaseState {
  readonly index: number;
  readonly title: string;
  readonly languages: string[];
  readonly state: 'draft' | 'unpublished' | 'changed' | 'published';
}

/** Returns the cases of a file, without their translations. */
export function caseStates(file: CaseFile, words: Words): CaseState[] {
  const { feed, document } = file;
  const originals = feed && new Set(originalIds(feed));
  const published = new Map((file.facts.published?.items ?? []).map((item) => [String(item.id), item]));
  return document.items.flatMap((item, index) => {
    const id = feed?.idAtIndex(index);
    // A translation is listed with its original. An entry without a valid id is listed, so that the user can fix it.
    if (id !== undefined && originals && !originals.has(id)) return [];
    const variants = feed && id !== undefined && feed.has(id) ? languageVariants(feed, id) : [];
    return [
      {
        index,
        title: itemTitle(item, words),
        languages: variants.flatMap(({ language }) => language ?? []),
        state: stateOf(item, published.get(String(item.id))),
      },
    ];
  });
}

function stateOf(item: Record<string, unknown>, published: object | undefined): CaseState['state'] {
  if (isUnpublished(item, Date.now())) return 'draft';
  if (!published) return 'unpublished';
  return canonicalize(published) === canonicalize(item) ? 'published' : 'changed';
}
