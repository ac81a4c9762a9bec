/** Finds addresses that the parser refused: an action with such an address leads nowhere, instead of to its fallback. */
import { getOwn, isObject } from '../feed/schema/compiled-runtime.js';
import { MAX_ENTRIES } from '../feed/schema/field-rules.js';
import type { Action } from '../feed/schema/schema.js';
import { originalId } from '../feed/translations.js';
import { idText } from '../feed/values/id-text.js';
import type { Context } from './context.js';

/** Returns whether the feed gives an action an address that is not safe to follow. A translation has the addresses of its original. */
export function isRefused({ feed, item }: Context, { id, url }: Action): boolean {
  if (url) return false;
  return [item.id, originalId(feed, item.id)].some((itemId) => {
    const extension = feed.rawField(itemId, '_placard');
    const actions = isObject(extension) ? getOwn(extension, 'actions') : undefined;
    if (!Array.isArray(actions)) return false;
    const raw: unknown = actions.slice(0, MAX_ENTRIES).find((one) => isObject(one) && idText(getOwn(one, 'id')) === id);
    return isObject(raw) && !!getOwn(raw, 'url');
  });
}
