/** What a rule gets to look at, and what it says. Rules read the document as it stands, so that their paths are true where a bad part was dropped. */
import type { Feed } from '../../feed/parse-feed.js';
import { queryObjects, type Json } from '../json-pointer.js';

export interface Warning {
  readonly code: string;
  /** JSON Pointer */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

export interface RuleContext {
  readonly document: unknown;
  /** What the feed's own reader made of it; undefined where it refuses the whole. */
  readonly feed?: Feed;
  /** The address that answered; undefined for a file. */
  readonly url?: string;
  /** What relative addresses resolve against. */
  readonly base?: string;
  /** ms since 1970 */
  readonly now: number;
  readonly items: { path: string; value: Json; extension: Json }[];
}

export type Rule = (context: RuleContext) => Iterable<Warning>;

export function createRuleContext(document: unknown, rest: Pick<RuleContext, 'feed' | 'url' | 'base' | 'now'>): RuleContext {
  const items = queryObjects(document, '/items/*').map(({ path, value }) => ({ path, value, extension: objectIn(value, '_placard') }));
  return { document, ...rest, items };
}

/** The member's object; empty where there is none. */
export function objectIn(owner: Json, member: string): Json {
  return queryObjects(owner, `/${member}`)[0]?.value ?? {};
}

/** The member's text; empty where there is none. */
export const textIn = (owner: Json, member: string): string => (typeof owner[member] === 'string' ? owner[member] : '');

/** The objects of a list in one item, with their pointers in the document. */
export function listIn({ path, extension }: RuleContext['items'][number], member: string): { path: string; value: Json }[] {
  return queryObjects(extension, `/${member}/*`).map((node) => ({ path: `${path}/_placard${node.path}`, value: node.value }));
}

/** Ids may be numbers. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
