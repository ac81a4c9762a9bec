/**
 * The rules of the format that are code: what a date or an address has to be, and what one member asks of another. The Zod
 * schemas and the checks that are compiled from them call these same functions, so that they cannot differ in them.
 */
import { parseDate } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import { isBlank } from '../values/clean-text.js';
import { isOnion, isPhone, normalizeEmail, safeUrl, safeWebUrl } from '../values/safe-url.js';

export interface Rule {
  /** What is wrong with a text that breaks it. */
  readonly code: IssueCode;
  /** The text as it is kept; nothing where it breaks the rule. */
  readonly normalize: (text: string) => string | false | undefined;
}

/** Names the member that is missing because of what another one says. */
export type CrossFieldRule = (value: Record<string, unknown>) => string | false | undefined;

/**
 * Relative addresses resolve while they are checked, so that no unresolved one exists behind the checks.
 * The base is a setting of one synchronous check (`withBaseUrl`), since a rule takes no more than the text.
 */
let base: string | undefined;

export function withBaseUrl<T>(url: string | undefined, run: () => T): T {
  const before = base;
  base = url;
  try {
    return run();
  } finally {
    base = before;
  }
}

/** Entries of one list; the longest course of a case that we know has 40 steps. */
export const MAX_ENTRIES = 100;
/** Characters. A page that lays out more in one place stops. */
export const MAX_NAME_CHARS = 500;
export const MAX_TEXT_CHARS = 2_000;
export const MAX_SUMMARY_CHARS = 8_000;
const MAX_STATEMENT_CHARS = 512 * 1024;

const maxChars = (most: number): Rule => ({ code: 'bad-value', normalize: (text) => text.length <= most && !isBlank(text) && text });

/** An id. */
export const nonEmptyText = maxChars(MAX_SUMMARY_CHARS);
/** A name, title or label. */
export const name = maxChars(MAX_NAME_CHARS);
/** A sentence or two. */
export const text = maxChars(MAX_TEXT_CHARS);
export const summary = maxChars(MAX_SUMMARY_CHARS);
export const longText = maxChars(MAX_STATEMENT_CHARS);
/** A link: https, http, mailto or tel. */
export const linkUrl: Rule = { code: 'bad-url', normalize: (text) => (text.length > MAX_SUMMARY_CHARS ? undefined : safeUrl(text, base)) };
/** Something that is fetched: https or http. */
export const webUrl: Rule = {
  code: 'bad-url',
  normalize: (text) => (text.length > MAX_SUMMARY_CHARS ? undefined : safeWebUrl(text, base)),
};
export const onion: Rule = {
  code: 'bad-url',
  normalize: (text) => {
    const url = safeWebUrl(text, base);
    return url && isOnion(url) && url;
  },
};
export const dateText: Rule = { code: 'bad-date', normalize: (text) => parseDate(text) && text };
export const timestamp: Rule = { code: 'bad-date', normalize: (text) => parseDate(text)?.time && text };
export const phone: Rule = { code: 'bad-phone', normalize: (text) => isPhone(text) && text };
export const email: Rule = { code: 'bad-email', normalize: normalizeEmail };

/** What is scheduled has a date. */
export const scheduledNeedsDate: CrossFieldRule = ({ date_status, date }) => date_status === 'scheduled' && !date && 'date';
