/** The input and the output of a rule. Rules read the unparsed document, so that their paths are right where a field was dropped. */
import type { Feed } from '../../feed/parse-feed.js';
import { idText } from '../../feed/values/id-text.js';
import { queryObjects, type Json } from '../json-pointer.js';

export interface Warning {
  /** Default `warning`. An error is what a page must not do: lead readers to the wrong person, or show a draft. */
  readonly level?: 'error';
  readonly code: string;
  /** JSON Pointer */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

export interface RuleContext {
  readonly document: unknown;
  /** The parsed feed; undefined if it cannot be parsed. */
  readonly feed?: Feed;
  /** The address of the response; undefined for a file. */
  readonly url?: string;
  /** The base of relative addresses. */
  readonly base?: string;
  /** ms since 1970 */
  readonly now: number;
  /** Whether the feed is the one that readers get, and not a publisher's own file. */
  readonly published?: boolean;
  readonly items: { path: string; value: Json; extension: Json }[];
}

export type Rule = (context: RuleContext) => Iterable<Warning>;

export function createRuleContext(document: unknown, rest: Pick<RuleContext, 'feed' | 'url' | 'base' | 'now' | 'published'>): RuleContext {
  const items = queryObjects(document, '/items/*').map(({ path, value }) => ({ path, value, extension: objectIn(value, '_placard') }));
  return { document, ...rest, items };
}

/** Returns the object of a field; empty for any other value. */
export function objectIn(owner: Json, member: string): Json {
  return queryObjects(owner, `/${member}`)[0]?.value ?? {};
}

/** Returns the text of a field; an empty text for any other value. */
export const textIn = (owner: Json, member: string): string => (typeof owner[member] === 'string' ? owner[member] : '');

/** Returns the objects of a list of the item, with their pointers in the document. */
export function listIn({ path, extension }: RuleContext['items'][number], member: string): { path: string; value: Json }[] {
  return queryObjects(extension, `/${member}/*`).map((node) => ({ path: `${path}/_placard${node.path}`, value: node.value }));
}

/** Returns an id as text: ids can be numbers. */
export const idOf = (value: unknown): string | undefined => idText(value) || undefined;
