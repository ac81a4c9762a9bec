/**
 * The rules of the format that are code: what a date or an address has to be, and what one member asks of another. The Zod
 * schemas and the checks that are compiled from them call these same functions, so that they cannot differ in them.
 */
import { parseDate } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import { isBlank } from '../values/clean-text.js';
import { isOnion, isPhone, plainEmail, safeUrl, safeWebUrl } from '../values/safe-url.js';

export interface Rule {
  /** What is wrong with a text that breaks it. */
  readonly code: IssueCode;
  /** The text as it is kept; nothing where it breaks the rule. */
  readonly keep: (text: string) => string | false | undefined;
}

/** Names the member that is missing because of what another one says. */
export type Demand = (value: Record<string, unknown>) => string | false | undefined;

/**
 * Relative addresses resolve while they are checked, so that no unresolved one exists behind the checks.
 * The base is a setting of one synchronous check (`withBase`), since a rule takes no more than the text.
 */
let base: string | undefined;

export function withBase<T>(url: string | undefined, run: () => T): T {
  const before = base;
  base = url;
  try {
    return run();
  } finally {
    base = before;
  }
}

/** Entries of one list; the longest course of a case that we know has 40 steps. */
export const MOST_ENTRIES = 100;
/** Characters. A page that lays out more in one place stops. */
export const LONGEST_NAME = 500;
export const LONGEST_TEXT = 2_000;
export const LONGEST_SUMMARY = 8_000;
const LONGEST_STATEMENT = 512 * 1024;

const shorterThan = (most: number): Rule => ({ code: 'bad-value', keep: (text) => text.length <= most && !isBlank(text) && text });

/** An id. */
export const filled = shorterThan(LONGEST_SUMMARY);
/** A name, title or label. */
export const name = shorterThan(LONGEST_NAME);
/** A sentence or two. */
export const text = shorterThan(LONGEST_TEXT);
export const summary = shorterThan(LONGEST_SUMMARY);
export const statement = shorterThan(LONGEST_STATEMENT);
/** A link: https, http, mailto or tel. */
export const link: Rule = { code: 'bad-url', keep: (text) => (text.length > LONGEST_SUMMARY ? undefined : safeUrl(text, base)) };
/** Something that is fetched: https or http. */
export const webUrl: Rule = { code: 'bad-url', keep: (text) => (text.length > LONGEST_SUMMARY ? undefined : safeWebUrl(text, base)) };
export const onion: Rule = {
  code: 'bad-url',
  keep: (text) => {
    const url = safeWebUrl(text, base);
    return url && isOnion(url) && url;
  },
};
export const dateText: Rule = { code: 'bad-date', keep: (text) => parseDate(text) && text };
export const instant: Rule = { code: 'bad-date', keep: (text) => parseDate(text)?.time && text };
export const phone: Rule = { code: 'bad-phone', keep: (text) => isPhone(text) && text };
export const email: Rule = { code: 'bad-email', keep: plainEmail };

/** What is scheduled has a date. */
export const scheduled: Demand = ({ date_status, date }) => date_status === 'scheduled' && !date && 'date';
