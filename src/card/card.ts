/**
 * The card as plain data: the content in reading order, with its words, languages and links. It has no DOM and no markup. Each renderer
 * (the live element, HTML, text) decides only the markup, so that all renderers have the same words.
 */
import type { IssueCode } from '../feed/errors.js';
import type { Action } from '../feed/schema/schema.js';
import type { SafeUrl } from '../feed/values/safe-url.js';

export type Direction = 'ltr' | 'rtl' | 'auto';

/** Words of the feed in their own language. They are isolated, so that they cannot reorder the text around them. */
export interface Words {
  readonly kind: 'words';
  /** BCP 47 tag; undefined if the feed does not name the language. */
  readonly lang: string | undefined;
  readonly dir: Direction;
  readonly runs: readonly (string | Isolated)[];
}

/** A number or an address, which is left to right in every language. */
export interface Isolated {
  readonly kind: 'isolated';
  readonly text: string;
  /** Whether the words around it reorder it in every direction. */
  readonly always?: boolean;
}

interface Time {
  readonly kind: 'time';
  /** The date of the feed, for the `datetime` attribute. */
  readonly value: string;
  readonly text: string;
}

export interface Link {
  readonly kind: 'link';
  readonly url: SafeUrl;
  /** `calendar` is a file in the address itself, which a page of others may not accept. */
  readonly role: 'link' | 'language' | 'phone' | 'correction' | 'calendar';
  readonly runs: Runs;
  /** The address in a copy, for a calendar. */
  readonly copyUrl?: SafeUrl;
  /** BCP 47 tag of the linked page and of the words. */
  readonly hreflang?: string;
  readonly dir?: Direction;
  /** The action that the page gets in a `placard-action` event before the link opens. */
  readonly action?: Action;
}

export interface Span {
  readonly kind: 'span';
  /** `cell` is one of several in a line. `phone` is a number without a link. */
  readonly role: 'strong' | 'publisher' | 'struck' | 'note' | 'credit' | 'cell' | 'source' | 'state' | 'phone' | 'count';
  readonly runs: Runs;
  /** The mark of a `state`: its colour and icon. */
  readonly mark?: Mark;
}

/** The meaning of a status for the people affected. It decides colour and icon; the words of the stamp have the same meaning. */
export type Mark = 'open' | 'for' | 'against' | 'appeal' | 'neutral' | 'unknown' | 'withdrawn';

/** Short parts in one line, with a separator between them. */
export interface Join {
  readonly kind: 'join';
  readonly parts: readonly Runs[];
}

/** A plain string is a sentence of the interface, in the language of the card. */
export type Run = string | Words | Isolated | Time | Link | Span | Join;
export type Runs = readonly Run[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: string;
  readonly runs: Runs;
  /** Language and direction of a paragraph that has only words of the feed. */
  readonly lang?: string;
  readonly dir?: Direction;
  /** The icon before the text. */
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
  /** Classes of the item: the precision of a date, the newest step, a retracted entry. */
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
  /** Undefined for a picture that the feed describes without an address. */
  readonly url: SafeUrl | undefined;
  readonly alt: string;
  readonly lang: string | undefined;
  readonly caption: Runs;
}

export interface Quote {
  readonly kind: 'quote';
  /** Whether the text is the speaker's exact words. */
  readonly direct: boolean;
  readonly text: string;
  readonly lang: string | undefined;
  readonly dir: Direction;
  readonly caption: Runs;
}

/** A section that a reader opens. */
export interface Fold {
  readonly kind: 'fold';
  /** `earlier` and `rest` are inside of a section, and `warning` hides what can distress. The others are the sections of the card. */
  readonly role: 'timeline' | 'facts' | 'reading' | 'earlier' | 'rest' | 'warning';
  readonly summary: Runs;
  /** A short description of the content. */
  readonly hint: Runs;
  readonly open: boolean;
  readonly blocks: readonly Block[];
  /** The page with the whole content. */
  readonly url: SafeUrl | undefined;
}

export interface Group {
  readonly kind: 'group';
  readonly role: string;
  readonly blocks: readonly Block[];
  /** The status code, for `data-status`. */
  readonly code?: string;
  readonly mark?: Mark;
}

export interface ActionBlock {
  readonly kind: 'action';
  readonly action: Action;
  /** A short line above the label. It may be empty. */
  readonly caption: Runs;
  readonly label: Runs;
  readonly icon: 'phone' | 'mail' | 'pen' | 'link';
  /** Undefined for `share`, and for an action without a link. */
  readonly url: SafeUrl | undefined;
  readonly primary: boolean;
  /** Why the action is closed, or until when it is open. */
  readonly note: string | undefined;
  /** The address and title that a reader shares. */
  readonly share:
    { readonly url: SafeUrl | undefined; readonly pageUrl: string | undefined; readonly title: string | undefined } | undefined;
}

/** The full text as paragraphs, and the HTML that replaces them after it is sanitized. */
export interface Statement {
  readonly kind: 'statement';
  readonly paragraphs: readonly Block[];
  readonly html: string | undefined;
  readonly lang: string | undefined;
  readonly dir: Direction;
  /** Level of the heading above the text. */
  readonly level: number;
  /** Maximum characters before "Show all", in a narrow column. */
  readonly room: number;
}

/** A button that shows more entries of a list. */
interface More {
  readonly kind: 'more';
  readonly label: string;
}

/** A button that copies a letter. */
export interface Copy {
  readonly kind: 'copy';
  readonly label: string;
  readonly text: string;
  /** Empty before the reader copied it. */
  readonly status: string;
}

/** A choice of one topic of a list. */
export interface Filter {
  readonly kind: 'filter';
  readonly label: string;
  /** The choice that shows every entry. */
  readonly all: string;
  readonly topics: readonly string[];
  /** Undefined for every entry. */
  readonly topic: string | undefined;
}

/** The blocks that only sections and lists have. */
export type SectionBlock = Rows | List | Quote | Statement | More | Filter;

export type Block = Paragraph | Heading | Picture | Fold | Group | ActionBlock | Copy | SectionBlock;

export interface CardIssue {
  /** Path within the item, without the first slash. */
  readonly member: string;
  readonly code: IssueCode;
}

/** The words of a card for places where only plain text fits. */
export interface Brief {
  readonly publisher: string;
  /** The headline. A retracted item has "Withdrawn" before it, since a preview may show the title alone. */
  readonly title: string;
  /** The summary. A retracted item has the retraction and its reason instead. */
  readonly summary: string;
  /** The fact and the date of the retraction. */
  readonly retraction: string | undefined;
  /** The sentences about all proceedings. Empty for a retracted item. */
  readonly status: string;
  /** The date of the status, as a sentence. */
  readonly asOf: string | undefined;
}

export type CardKind = 'campaign' | 'incident' | 'status' | 'action' | 'statement' | 'list';

export interface Card {
  /** BCP 47 tag of the sentences of the interface. */
  readonly lang: string;
  readonly dir: Direction;
  /** Accessible name. */
  readonly label: string;
  readonly withdrawn: boolean;
  /** Problems of the item that are found when the card is built. */
  readonly issues: readonly CardIssue[];
  readonly blocks: readonly Block[];
  /** Whether the blocks are too long without the folds, which close what is too much. */
  readonly overflows: boolean;
}

/** A card with all its content, for what is written once. */
export interface WholeCard extends Card {
  readonly brief: Brief;
}
