/** The options of the search. The page that searches needs the same ones as the build that makes the index. */
import type { Options } from 'minisearch';

export interface Section {
  readonly id: string;
  readonly url: string;
  readonly door: string;
  readonly page: string;
  /** Empty for the beginning of a page. */
  readonly heading: string;
  readonly text: string;
}

export const SEARCH_OPTIONS: Options<Section> = {
  fields: ['page', 'heading', 'text'],
  storeFields: ['url', 'door', 'page', 'heading'],
  searchOptions: { boost: { heading: 4, page: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
};
