/** Finds addresses that the parser refused: an action with such an address leads nowhere, instead of to its fallback. */
import { getOwn, isObject } from '../feed/schema/compiled-runtime.js';
import type { Action } from '../feed/schema/schema.js';
import { idText } from '../feed/values/id-text.js';
import type { Context } from './context.js';

/** Returns whether the feed gives an action an address that is not safe to follow. */
export function isRefused({ feed, item }: Context, { id, url }: Action): boolean {
  const extension = feed.rawField(item.id, '_placard');
  const actions = isObject(extension) ? getOwn(extension, 'actions') : undefined;
  if (url || !Array.isArray(actions)) return false;
  const raw: unknown = actions.find((one) => isObject(one) && idText(getOwn(one, 'id')) === id);
  return isObject(raw) && !!getOwn(raw, 'url');
}
