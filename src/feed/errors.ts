/**
 * What can go wrong, as literal codes: they survive minifying and `postMessage`, and never change.
 * Readers are never shown them; embedders get them in the console and in `placard-error`.
 */
export type ErrorCode =
  | 'network' // no answer: refused, reset, DNS, CORS, redirect loop
  | 'timeout' // no whole answer within the time limit
  | 'too-large' // more bytes than the size limit
  | 'http-status' // an answer outside 200–299
  | 'aborted' // nobody is waiting any more
  | 'html' // a web page where the feed should be: a captive portal, an error page, a wrong address
  | 'not-json'
  | 'not-a-feed' // JSON, but not JSON Feed 1.x
  | 'unsupported-spec' // `_placard.spec` of a major version that is newer than this code
  | 'unknown-item'
  | 'invalid-part' // parts of the feed were dropped; `issues` says which
  | 'no-address' // an element without a usable `src`
  | 'rollback' // older than what is held, or than the page's `stamp` or `min-sequence`
  | 'signature-missing'
  | 'signature-unchecked' // no Ed25519 in this browser, or the checking code did not load
  | 'signature-failed'
  | 'another-feed'; // signed by a pinned key, for another address: its `feed_url` is not the page's `src`

/** What is wrong with one part of a feed. The part is dropped, the rest is shown. */
export type IssueCode =
  | 'required'
  | 'wrong-type'
  | 'unknown-value' // a code that the format does not name
  | 'bad-date'
  | 'bad-url'
  | 'bad-phone'
  | 'bad-email'
  | 'bad-value' // right type, refused value: empty text, negative count, no language tag
  | 'too-many' // this entry of a list, and those after it
  | 'duplicate-id'
  | 'revision-rollback' // a lower revision than the one held
  | 'revision-reused' // other content under the revision that is held
  | 'item-missing'; // was shown before, is absent now: kept, since absence is no retraction

export interface Issue {
  readonly code: IssueCode;
  /** JSON Pointer (RFC 6901) into the document, such as `/items/0/_placard/cases/1/status`. */
  readonly path: string;
}

export interface FeedErrorOptions {
  cause?: unknown;
  /** HTTP status, for `http-status`. */
  status?: number;
  /** Milliseconds that the server asks to wait. */
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

/** Any thrown value as a FeedError: what is not one yet becomes `code`, with the value as its cause. A lazy part of the bundles has its own copy of the class. */
export function toFeedError(thrown: unknown, code: ErrorCode): FeedError {
  if (thrown instanceof FeedError) return thrown;
  const { name, code: own, cause } = Object(thrown) as Partial<FeedError>;
  return name === 'FeedError' && own ? new FeedError(own, { cause }) : new FeedError(code, { cause: thrown });
}
