/**
 * The rules of the format that are code: for dates, addresses, and fields that require other fields. The Zod schemas and the
 * compiled validators call the same functions, so that both give the same result.
 */
import { parseDate, wallClock } from '../values/partial-date.js';
import type { IssueCode } from '../errors.js';
import { isBlank } from '../values/clean-text.js';
import { isPhone } from '../values/phone-number.js';
import { isOnion, safeUrl, safeWebUrl } from '../values/safe-url.js';
import { normalizeEmail } from '../values/url-text.js';

export interface Rule {
  /** The issue of a text that breaks the rule. */
  readonly code: IssueCode;
  /** Returns the normalized text; a falsy value if the text breaks the rule. */
  readonly normalize: (text: string) => string | false | undefined;
}

/** Returns the name of a field that is missing although another field requires it. */
export type CrossFieldRule = (value: Record<string, unknown>) => string | false | undefined;

/**
 * The base of relative addresses, which resolve during validation: a valid feed has absolute addresses alone. It is set for one
 * synchronous validation (`withBaseUrl`), because Zod passes a rule nothing but the text.
 */
let baseUrl: string | undefined;

export function withBaseUrl<T>(url: string | undefined, run: () => T): T {
  const before = baseUrl;
  baseUrl = url;
  try {
    return run();
  } finally {
    baseUrl = before;
  }
}

/** Entries of one list. The longest timeline that we know has 40 entries. */
export const MAX_ENTRIES = 100;
/** Contacts of one card. A hundred actions could name ten thousand recipients in place. */
export const MAX_SHOWN_CONTACTS = 100;
/** Numbers of one contact that a card shows, and e-mail addresses. */
export const MAX_WAYS = 10;
/** Longer text in one place blocks layout. */
export const MAX_NAME_CHARS = 500;
export const MAX_TEXT_CHARS = 2_000;
export const MAX_SUMMARY_CHARS = 8_000;
export const MAX_STATEMENT_CHARS = 512 * 1024;

const maxChars = (maximum: number): Rule => ({ code: 'bad-value', normalize: (text) => text.length <= maximum && !isBlank(text) && text });

/** An id. */
export const nonEmptyText = maxChars(MAX_SUMMARY_CHARS);
/** A name, title or label. */
export const name = maxChars(MAX_NAME_CHARS);
/** A sentence or two. */
export const text = maxChars(MAX_TEXT_CHARS);
export const summary = maxChars(MAX_SUMMARY_CHARS);
export const longText = maxChars(MAX_STATEMENT_CHARS);
/** For links: https, http, mailto or tel. */
export const linkUrl: Rule = {
  code: 'bad-url',
  normalize: (text) => (text.length > MAX_SUMMARY_CHARS ? undefined : safeUrl(text, baseUrl)),
};
/** For resources that a page fetches: https or http. */
export const webUrl: Rule = {
  code: 'bad-url',
  normalize: (text) => (text.length > MAX_SUMMARY_CHARS ? undefined : safeWebUrl(text, baseUrl)),
};
export const onion: Rule = {
  code: 'bad-url',
  normalize: (text) => {
    const url = safeWebUrl(text, baseUrl);
    return url && isOnion(url) && url;
  },
};
export const dateText: Rule = { code: 'bad-date', normalize: (text) => parseDate(text) && text };
export const timestamp: Rule = { code: 'bad-date', normalize: (text) => parseDate(text)?.time && text };
/** A date, or a wall clock without its zone. */
export const localTime: Rule = { code: 'bad-date', normalize: (text) => (parseDate(text) || parseDate(wallClock(text))) && text };
export const phone: Rule = { code: 'bad-phone', normalize: (text) => isPhone(text) && text };
export const email: Rule = { code: 'bad-email', normalize: normalizeEmail };

/** A scheduled step requires a date. */
export const scheduledNeedsDate: CrossFieldRule = ({ date_status, date }) => date_status === 'scheduled' && !date && 'date';
