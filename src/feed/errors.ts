/**
 * Errors as literal codes, which survive minification and `postMessage`. A code never changes. Readers do not see it: embedders
 * find it in the console and in the event `placard-error`.
 */
export type ErrorCode =
  | 'network' // no response: refused, reset, DNS, CORS, redirect loop
  | 'timeout' // no complete response in time
  | 'too-large' // more bytes than the maximum
  | 'http-status' // a status outside 200–299
  | 'aborted' // the last subscriber left
  | 'html' // a web page instead of a feed: a captive portal, an error page, a wrong address
  | 'not-json'
  | 'not-a-feed' // JSON, not JSON Feed 1.x
  | 'unsupported-spec' // `_placard.spec` is a newer major version
  | 'unknown-item'
  | 'invalid-part' // invalid fields were dropped; `issues` lists them
  | 'no-address' // an element without a usable `src`
  | 'rollback' // older than the current feed, or than the page's `stamp` or `min-sequence`
  | 'signature-missing'
  | 'signature-unchecked' // this browser has no Ed25519, or the chunk that verifies did not load
  | 'signature-failed'
  | 'another-feed'; // a pinned key signed it for another address: `feed_url` differs from the page's `src`

/** Faults of one field. The field is dropped, and the rest is shown. */
export type IssueCode =
  | 'required'
  | 'wrong-type'
  | 'unknown-value' // a value outside the list of the format
  | 'bad-date'
  | 'bad-url'
  | 'bad-phone'
  | 'bad-email'
  | 'bad-value' // an invalid value of the right type: empty text, negative count, malformed language tag
  | 'too-many' // this entry of a list, and the entries after it
  | 'duplicate-id'
  | 'revision-rollback' // lower than the revision that was shown
  | 'revision-reused' // other content under the revision that was shown
  | 'item-missing'; // shown before, missing now; it stays, because only a retraction removes an item

export interface Issue {
  readonly code: IssueCode;
  /** JSON Pointer (RFC 6901) into the document, such as `/items/0/_placard/cases/1/status`. */
  readonly path: string;
}

export interface FeedErrorOptions {
  cause?: unknown;
  /** The HTTP status, for `http-status`. */
  status?: number;
  /** The `Retry-After` of the server, ms. */
  retryAfter?: number;
  issues?: readonly Issue[];
}

export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly status?: number;
  readonly retryAfter?: number;
  readonly issues: readonly Issue[];

  constructor(
    readonly code: ErrorCode,
    detail: FeedErrorOptions = {},
  ) {
    super(detail.status ? `${code} ${detail.status}` : code, { cause: detail.cause });
    this.status = detail.status;
    this.retryAfter = detail.retryAfter;
    this.issues = detail.issues ?? [];
  }
}

/**
 * Returns a thrown value as a FeedError. Another error becomes the cause of an error with `code`. It compares by name: a lazy chunk
 * has its own copy of the class.
 */
export function toFeedError(thrown: unknown, code: ErrorCode): FeedError {
  if (thrown instanceof FeedError) return thrown;
  const { name, code: knownCode, cause } = Object(thrown) as Partial<FeedError>;
  return name === 'FeedError' && knownCode ? new FeedError(knownCode, { cause }) : new FeedError(code, { cause: thrown });
}
