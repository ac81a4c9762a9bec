/**
 * What decides about the text and the addresses of a feed, in one hand: the lazy part that sanitises a statement gets it from the
 * page's own code, and so holds no second copy.
 */
import { parseDate } from './dates.js';
import { cleanRun } from './text.js';
import { isPagesOwn, safeUrl, safeWebUrl } from './url.js';
import { whither } from './whither.js';

export const judges = { cleanRun, isPagesOwn, parseDate, safeUrl, safeWebUrl, whither };

export type Judges = typeof judges;
