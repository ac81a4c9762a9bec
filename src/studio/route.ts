/** The address of a view: `#/FILE/VIEW/ITEM`. A reloaded tab shows the same view. */

const VIEWS = ['home', 'import', 'cases', 'edit', 'update', 'languages', 'publish'] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  readonly file?: string;
  /** Index in the feed's items. */
  readonly item?: number;
}

export function readRoute(hash: string): Route {
  const [first = '', second = '', third] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'import') return { view: 'import' };
  const view = VIEWS.find((each) => each === second);
  if (!first || !view) return { view: 'home' };
  const item = third === undefined ? NaN : Number(third);
  return { view, file: decodeURIComponent(first), item: Number.isInteger(item) && item >= 0 ? item : undefined };
}

export function routeHash({ view, file, item }: Route): string {
  if (file === undefined) return view === 'home' ? '#/' : `#/${view}`;
  return `#/${encodeURIComponent(file)}/${view}${item === undefined ? '' : `/${item}`}`;
}
