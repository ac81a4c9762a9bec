/**
 * What decides about the text and the addresses of a feed, in one hand: the lazy part that sanitises a statement gets it from the
 * page's own code, and so holds no second copy.
 */
import { parseDate } from '../../feed/values/partial-date.js';
import { cleanRun } from '../../feed/values/clean-text.js';
import { isPagesOwn, safeUrl, safeWebUrl } from '../../feed/values/safe-url.js';
import { whither } from '../../feed/values/link-destination.js';

export const judges = { cleanRun, isPagesOwn, parseDate, safeUrl, safeWebUrl, whither };

export type Judges = typeof judges;
