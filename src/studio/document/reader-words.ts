/** The words of an item for readers. The schema marks them. All other texts are for programs: ids, codes, dates, addresses. */
import { detailsOf } from '../../i18n/details.js';
import { localeFor } from '../../i18n/load-locale.js';
import { walk, type Json } from '../../lint/json-pointer.js';
import { schemasAt } from '../../lint/schema-lookup.js';

export interface ReaderWords {
  /** The pointer in the item. */
  readonly path: string;
  readonly text: string;
  readonly isHtml: boolean;
}

export const readerWords = (item: Json): ReaderWords[] =>
  [...walk(item)].flatMap(({ path, value }) => {
    if (typeof value !== 'string' || !value || isCategory(path, value)) return [];
    const type = wordsTypeAt(`/items/0${path}`);
    return type ? [{ path, text: value, isHtml: type === 'text/html' }] : [];
  });

/** Returns the media type of the words at a pointer of the feed; undefined for a member without words for readers. */
export const wordsTypeAt = (pointer: string): string | undefined =>
  schemasAt(pointer).find(({ contentMediaType }) => contentMediaType)?.contentMediaType;

/** Returns whether a text is the code of a category, and not the publisher's own words. */
const isCategory = (path: string, value: string): boolean =>
  path.startsWith('/_placard/incident/categories/') && Object.hasOwn(detailsOf(localeFor('en')!).categories, value);
