/** One feed that is being edited: its document with undo and redo, the last publication, and what the linter says about it. */
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { lintFeed } from '../../lint/lint-feed.js';
import type { Problem } from '../../lint/problem.js';
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { History } from './history.js';

/** A version that another place made from the same publication or file: another computer, or another tab. */
export interface LaterVersion {
  /** `edited`: the published feed itself was changed, under the same number. `disk`: the file of `placard studio` was changed. */
  readonly from: 'site' | 'tab' | 'edited' | 'disk';
  /** The document that both versions began from. */
  readonly base: FeedDocument;
  readonly document: FeedDocument;
  /** The facts of the file with this version. */
  readonly facts: Partial<Facts>;
}

/** A file on the disk, as it was when it was read or written last. */
export interface DiskFile {
  /** The token of the start of `placard studio` that reads and writes it. */
  readonly session: string;
  readonly etag: string;
  readonly document: FeedDocument;
}

/** A file as the browser keeps it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly document: FeedDocument;
  /** The beginning of the opened text, which has its indentation. */
  readonly sample?: string;
  /** The address from which the file was opened. */
  readonly address?: string;
  /** The file of `placard studio` from which this was opened. No other one is saved there, whatever its name. */
  readonly disk?: DiskFile | undefined;
  /** The address of the site, with a slash at its end. */
  readonly base?: string | undefined;
  /** The last publication that the studio made or opened. */
  readonly published?: FeedDocument;
  /** The folder of the site, in browsers that can write to one. */
  readonly folder?: FileSystemDirectoryHandle | undefined;
  /** Texts of the published site that the next one depends on, by their path. */
  readonly site?: Readonly<Record<string, string>>;
  /** The path in the site of the script that partners' pages load. */
  readonly script?: string | undefined;
  /** The original's words when each translation was last checked, by the translation's id and the pointer in the item. */
  readonly translated?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of affected people that the publisher has decided to publish. */
  readonly agreedNames?: readonly string[];
  /** The public key of the last publication. */
  readonly publicKey?: string | undefined;
  /** Pointers to what an import found, and to what it did not find, until the user confirms each. */
  readonly unconfirmed?: readonly string[];
  /** The sentence of the text from which one of them was concluded; an empty one for what the text does not have. */
  readonly sentences?: Readonly<Record<string, string>>;
  /** The user has wanted to publish, so the form shows what is missing in cases that were never published. */
  readonly showsLacks?: boolean;
  /** A later version that was made elsewhere. The user decides what stays. */
  readonly later?: LaterVersion | undefined;
  /** ms since 1970 */
  readonly savedAt: number;
  /** Counts the writes, so that two tabs do not overwrite each other. */
  readonly version: number;
}

type Facts = Omit<StoredFile, 'document' | 'savedAt' | 'version' | 'id'>;

export class CaseFile {
  readonly id: string;
  facts: Facts;
  version: number;
  savedAt: number;
  private readonly history: History<FeedDocument>;
  private checked?: { document: FeedDocument; problems: readonly Problem[] };
  private parsed?: { document: FeedDocument; feed: Feed | undefined };

  constructor({ id, document, version, savedAt, ...facts }: StoredFile) {
    this.id = id;
    this.facts = facts;
    this.version = version;
    this.savedAt = savedAt;
    this.history = new History(document);
  }

  get document(): FeedDocument {
    return this.history.current;
  }

  get stored(): StoredFile {
    return { ...this.facts, id: this.id, document: this.document, version: this.version, savedAt: this.savedAt };
  }

  /** The feed as text, with the indentation of the opened file. */
  get text(): string {
    return stringifyLike(this.document, this.facts.sample);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** The base of relative addresses; undefined without a known address. Then a relative picture has no address, so that no request is sent. */
  get url(): string | undefined {
    return this.facts.base ? `${this.facts.base}feed.json` : this.facts.address;
  }

  /** Undefined for a document that no reader's browser would accept. */
  get feed(): Feed | undefined {
    if (this.parsed?.document !== this.document) this.parsed = { document: this.document, feed: parse(this.document, this.url) };
    return this.parsed.feed;
  }

  /** The problems as of the last check. */
  get problems(): readonly Problem[] {
    if (!this.checked) this.check();
    return this.checked!.problems;
  }

  /** Checks the whole feed. This takes longer than a keystroke may take, so the app does it when the user pauses. */
  check(): void {
    if (this.checked?.document === this.document) return;
    const { published, address } = this.facts;
    const previous = published && parse(published, this.url);
    const { problems } = lintFeed(this.text, { now: Date.now(), url: address, previous, published: false });
    this.checked = { document: this.document, problems: problems.filter(({ code }) => !SET_BY_PUBLICATION.has(code)) };
  }

  edit(change: (document: FeedDocument) => FeedDocument, place?: string): void {
    this.history.push(change(this.document), place);
  }

  /** Changes the document, and every one to which undo or redo leads. */
  amend(change: (document: FeedDocument) => FeedDocument): void {
    this.history.amend(change);
  }

  undo(): void {
    this.history.undo();
  }

  redo(): void {
    this.history.redo();
  }
}

/** Problems that disappear with the next publication: it sets dates, numbers and the address of the feed. */
const SET_BY_PUBLICATION = new Set([
  'undated',
  'change-undated',
  'modified-before-published',
  'revision-above-sequence',
  'no-feed-url',
  'feed-url-differs',
  'correction-ahead',
]);

function parse(document: FeedDocument, url: string | undefined): Feed | undefined {
  try {
    return parseFeed(structuredClone(document), url);
  } catch {
    return undefined;
  }
}

/** Returns a new name for a file in the browser's storage. */
export const newFileId = (): string => crypto.randomUUID().slice(0, 8);
