/**
 * The policy for text and URLs of a feed. The main bundle passes it to the lazy sanitizer, so that the chunk does not include a second
 * copy.
 */
import { parseDate } from '../../feed/values/partial-date.js';
import { cleanFragment } from '../../feed/values/clean-text.js';
import { sendsPageCookies, safeUrl, safeWebUrl } from '../../feed/values/safe-url.js';
import { splitNumbers } from '../../feed/values/numbers-in-text.js';
import { describeDestination } from '../../feed/values/link-destination.js';

export const contentPolicy = { cleanFragment, sendsPageCookies, parseDate, safeUrl, safeWebUrl, describeDestination, splitNumbers };

export type ContentPolicy = typeof contentPolicy;
