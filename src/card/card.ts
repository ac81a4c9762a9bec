/**
 * The card as plain data: what is shown, in which order, with which words, in which language, and where it leads. It holds no DOM and no
 * markup. Each renderer (the live element, HTML, text) decides on the markup alone, so that all of them say the same.
 */
import type { IssueCode } from '../feed/errors.js';
import type { Action } from '../feed/schema/schema.js';
import type { SafeUrl } from '../feed/values/safe-url.js';

export type Direction = 'ltr' | 'rtl' | 'auto';

/** Words of the feed: in their own language, isolated, so that they cannot reorder what stands around them. */
export interface Words {
  readonly kind: 'words';
  /** BCP 47; undefined where the feed does not say it. */
  readonly lang: string | undefined;
  readonly dir: Direction;
  readonly runs: readonly (string | Isolated)[];
}

/** A number or an address: left to right in every language. */
export interface Isolated {
  readonly kind: 'isolated';
  readonly text: string;
}

interface Time {
  readonly kind: 'time';
  /** As the feed writes it, for machines. */
  readonly value: string;
  readonly text: string;
}

export interface Link {
  readonly kind: 'link';
  readonly url: SafeUrl;
  readonly role: 'link' | 'language' | 'phone' | 'correction';
  readonly runs: Runs;
  /** BCP 47 of the page that it leads to, and of its words. */
  readonly hreflang?: string;
  readonly dir?: Direction;
  /** An action that the page is told of before the link is followed. */
  readonly action?: Action;
}

export interface Span {
  readonly kind: 'span';
  /** `cell`: one of several in a line. `phone`: a number that cannot be dialled here. */
  readonly role: 'strong' | 'publisher' | 'struck' | 'note' | 'credit' | 'cell' | 'source' | 'state' | 'phone';
  readonly runs: Runs;
  /** Mark of a `state`: its colour and shape. */
  readonly mark?: Mark;
}

/** What a status means for those affected; decides colour and shape. The words of the stamp say the same. */
export type Mark = 'open' | 'for' | 'against' | 'appeal' | 'neutral' | 'unknown' | 'withdrawn';

/** Small things in one line, each apart from the next. */
export interface Join {
  readonly kind: 'join';
  readonly parts: readonly Runs[];
}

/** A text alone is a sentence of the interface, in the card's own language. */
export type Run = string | Words | Isolated | Time | Link | Span | Join;
export type Runs = readonly Run[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: string;
  readonly runs: Runs;
  /** Language and direction, where it holds nothing but words of the feed. */
  readonly lang?: string;
  readonly dir?: Direction;
  /** Shape before it. */
  readonly icon?: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly role: 'headline' | 'label';
  /** 2 to 6 */
  readonly level: number;
  readonly runs: Runs;
}

export interface Rows {
  readonly kind: 'rows';
  readonly role: 'facts' | 'channels';
  readonly rows: readonly { readonly term: string; readonly value: Runs }[];
}

export interface ListItem {
  readonly blocks: readonly Block[];
  /** How its mark is drawn: the precision of a date, the newest step, a withdrawn entry. */
  readonly marks?: readonly string[];
}

export interface List {
  readonly kind: 'list';
  readonly role: string;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface Picture {
  readonly kind: 'picture';
  /** Undefined for a picture that the feed describes without giving it. */
  readonly url: SafeUrl | undefined;
  readonly alt: string;
  readonly lang: string | undefined;
  readonly caption: Runs;
}

export interface Quote {
  readonly kind: 'quote';
  /** In the speaker's own words. */
  readonly direct: boolean;
  readonly text: string;
  readonly lang: string | undefined;
  readonly dir: Direction;
  readonly caption: Runs;
}

/** A section that a reader opens. */
export interface Fold {
  readonly kind: 'fold';
  /** `earlier` and `rest` stand within a section; the others are the sections of the card. */
  readonly role: 'timeline' | 'facts' | 'reading' | 'earlier' | 'rest';
  readonly summary: Runs;
  /** What it holds, in a few words. */
  readonly hint: Runs;
  readonly open: boolean;
  readonly blocks: readonly Block[];
  /** The page that has all of it. */
  readonly url: SafeUrl | undefined;
}

export interface Group {
  readonly kind: 'group';
  readonly role: string;
  readonly blocks: readonly Block[];
  /** Status code, for embedders. */
  readonly code?: string;
  readonly mark?: Mark;
}

export interface ActionBlock {
  readonly kind: 'action';
  readonly action: Action;
  /** A short line above the label; empty where the label says all. */
  readonly caption: Runs;
  readonly label: Runs;
  readonly icon: 'phone' | 'mail' | 'pen' | 'link';
  /** Undefined where it leads nowhere, and for `share`. */
  readonly url: SafeUrl | undefined;
  readonly primary: boolean;
  /** The sentence that says why it cannot be followed now. */
  readonly closed: string | undefined;
  /** What a reader passes on. */
  readonly share:
    { readonly url: SafeUrl | undefined; readonly pageUrl: string | undefined; readonly title: string | undefined } | undefined;
}

/** The full text: paragraphs, and the HTML that stands for them where it can be sanitised. */
export interface Statement {
  readonly kind: 'statement';
  readonly paragraphs: readonly Block[];
  readonly html: string | undefined;
  readonly lang: string | undefined;
  readonly dir: Direction;
  /** Of the heading above it. */
  readonly level: number;
  /** How much of it is shown without a step, in characters of a narrow column. */
  readonly room: number;
}

/** A step to further entries of a list. */
interface More {
  readonly kind: 'more';
  readonly label: string;
}

export type Block = Paragraph | Heading | Rows | List | Picture | Quote | Fold | Group | ActionBlock | Statement | More;

export interface CardIssue {
  /** Path within the item, without the first slash. */
  readonly member: string;
  readonly code: IssueCode;
}

export interface Card {
  /** BCP 47 of the interface's sentences. */
  readonly lang: string;
  readonly dir: Direction;
  /** Accessible name. */
  readonly label: string;
  readonly withdrawn: boolean;
  /** Faults of the item that show only when it is shown. */
  readonly issues: readonly CardIssue[];
  readonly blocks: readonly Block[];
}
