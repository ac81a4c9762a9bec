/**
 * What decides about the text and the addresses of a feed, in one hand: the lazy part that sanitises a statement gets it from the
 * page's own code, and so holds no second copy.
 */
import { parseDate } from '../../feed/values/partial-date.js';
import { cleanFragment } from '../../feed/values/clean-text.js';
import { sendsPageCookies, safeUrl, safeWebUrl } from '../../feed/values/safe-url.js';
import { describeDestination } from '../../feed/values/link-destination.js';

export const contentPolicy = { cleanFragment, sendsPageCookies, parseDate, safeUrl, safeWebUrl, describeDestination };

export type ContentPolicy = typeof contentPolicy;
