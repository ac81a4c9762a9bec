/**
 * Renders a card as HTML that works in any page: well-formed XML, without blank lines, styles or scripts. It has the tags and classes of
 * the live card, so that both use one style sheet. After a content filter that keeps only p, a and strong, it still reads as a statement.
 */
import { escapeHtml, templateGuard } from '../escape/html.js';
import { emailStyle } from './email-styles.js';
import { element, empty } from './markup.js';
import type {
  ActionBlock,
  Block,
  Card,
  Direction,
  Fold,
  Group,
  Heading,
  Isolated,
  Join,
  Link,
  List,
  Paragraph,
  Picture,
  Quote,
  Rows,
  Run,
  Runs,
  Span,
  Statement,
  Words,
} from './card.js';

/**
 * `snapshot` is the closed card, which partners paste. `full` is the open card, for its own page. `strict` has plain paragraphs, for editors
 * that remove classes and boxes. `email` is the closed card with inline styles, for newsletters.
 */
export type Profile = 'snapshot' | 'full' | 'strict' | 'email';

export interface HtmlOptions {
  readonly profile?: Profile;
  /** The feed's `valid_until`. After it, the loader loads the live card at once. */
  readonly validUntil?: string;
  /** The sanitized HTML of the statement, for `full`. */
  readonly statement?: string;
  /** Default `editorial`. */
  readonly look?: string;
  /** Default `auto`. */
  readonly theme?: string;
  /** Whether a snapshot includes its sections. The sections of an item without a page are always included. */
  readonly filled?: boolean;
  /** The number that is taken from the level of each heading: 1 makes an `h1` of an `h2`, for a page of its own. Default 0. */
  readonly raise?: number;
}

export function renderHtml(card: Card, options: HtmlOptions = {}): string {
  const { profile = 'snapshot', validUntil, look = 'editorial', theme = 'auto' } = options;
  const inner = new Renderer(card, profile, options).blocks(card.blocks).join('\n');
  const language = { lang: card.lang, dir: card.dir };
  if (profile === 'strict') return element('div', { ...language, ...templateGuard(inner) }, `\n${inner}\n`);
  const classes = ['card', ...(look === 'editorial' ? [] : [look]), ...(theme === 'auto' ? [] : [theme])]
    .map((name) => `placard-${name}`)
    .join(' ');
  const name = boxName(profile);
  const box = element(name, profile === 'email' ? { style: emailStyle('card') } : { class: classes }, `\n${inner}\n`);
  const attributes = { class: 'placard-snapshot', ...language, 'data-valid-until': validUntil, ...templateGuard(box) };
  return element(name, profile === 'email' ? language : attributes, `\n${box}\n`);
}

/** Reading views remove a `div` with many links, such as one with contacts. Newsletters know only the `div`. */
const boxName = (profile: Profile) => (profile === 'email' ? 'div' : 'section');

/** Roles that only the live card has. */
const LIVE_ONLY = /^(checked|shared)$/;
/** Roles with strong words in a profile without styles. */
const STRONG = /^(stamp|sentence|name|title)$/;
/** Roles whose line breaks readers see: an address, a list of names. */
const HAS_LINES = /^(text|act-text|also|reason)$/;
/** Replaces a line break while text is escaped. */
const BREAK = '\ue003';
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

/** Language and direction of the surrounding words. */
interface Around {
  readonly lang: string | undefined;
  readonly dir: Direction;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

class Renderer {
  constructor(
    private readonly card: Card,
    private readonly profile: Profile,
    private readonly options: HtmlOptions,
  ) {}

  /** Whether readers' clients know only the older elements. */
  private get isPlain(): boolean {
    return this.profile === 'strict' || this.profile === 'email';
  }

  blocks(all: readonly Block[]): string[] {
    return all.flatMap((block) => this.block(block));
  }

  private block(block: Block): string[] {
    switch (block.kind) {
      case 'paragraph':
        return this.paragraph(block);
      case 'heading':
        return this.heading(block);
      case 'rows':
        return this.rows(block);
      case 'list':
        return this.list(block);
      case 'picture':
        return this.picture(block);
      case 'quote':
        return this.quote(block);
      case 'fold':
        return this.fold(block);
      case 'group':
        return this.group(block);
      case 'action':
        return [this.action(block)];
      case 'statement':
        return this.statement(block);
      case 'more':
      case 'filter':
      case 'copy':
        return [];
    }
  }

  /** Returns a box. The profile `strict` keeps only its content. */
  private box(name: string, role: string, inner: readonly string[], classes = `placard-${role}`): string[] {
    if (!inner.length) return [];
    if (this.profile === 'strict') return [...inner];
    return [element(name, this.styled(role, classes), `\n${inner.join('\n')}\n`)];
  }

  /** Returns a line of text. The profile `strict` makes it a paragraph. */
  private line(name: string, role: string, inner: string, attributes: Attributes = {}, classes = `placard-${role}`): string[] {
    if (!inner.trim()) return [];
    if (this.profile !== 'strict') return [element(name, { ...this.styled(role, classes), ...attributes }, inner)];
    const strong = STRONG.test(role) || /^(h\d|dt)$/.test(name);
    return [element('p', attributes, strong && !inner.includes('<strong>') ? element('strong', {}, inner) : inner)];
  }

  private styled(role: string, classes: string): Attributes {
    return this.profile === 'email' ? { style: emailStyle(role) } : { class: classes };
  }

  private paragraph({ role, runs, lang, dir, icon }: Paragraph): string[] {
    if (LIVE_ONLY.test(role)) return [];
    const own = dir ? { lang, dir } : undefined;
    const text = this.runs(HAS_LINES.test(role) ? withBreaks(runs) : runs, own).replaceAll(BREAK, '<br />');
    if (role === 'line' || role === 'number') return [text];
    if (!text) return []; // a calendar without a page
    if (role === 'when' || role === 'event' || role === 'year' || role === 'reach') return [this.aside(role, text)];
    const mark = icon ? ` placard-icon-${icon}` : '';
    // A frame whose links do not work leads here.
    const id = role === 'correct' && this.profile === 'full' ? 'correct' : undefined;
    return this.line('p', role, text, { id, ...(own && this.language(own)) }, `placard-${role}${mark}`);
  }

  private heading({ role, level, runs }: Heading): string[] {
    return this.line(`h${level - (this.options.raise ?? 0)}`, role, this.runs(runs));
  }

  private rows({ role, rows }: Rows): string[] {
    if (this.profile === 'strict') return rows.map(({ term, value }) => this.pair(term, value));
    const inner = rows.map(({ term, value }) =>
      element('div', {}, `${element('dt', {}, text(term))} ${element('dd', {}, this.runs(value))}`),
    );
    return this.box('dl', role, inner);
  }

  private pair(term: string, value: Runs): string {
    return element('p', {}, `${element('strong', {}, text(term))} ${this.runs(value)}`);
  }

  private list({ role, ordered, items }: List): string[] {
    if (role === 'entries' && this.profile === 'strict') return items.flatMap(({ blocks }) => this.blocks(blocks));
    const inner = items.map(({ blocks, marks = [] }) => {
      const classes = marks.map((mark) => `placard-${mark}`).join(' ');
      return element('li', this.profile === 'strict' || !classes ? {} : { class: classes }, this.blocks(blocks).join(' '));
    });
    if (this.profile === 'strict') return [element('ul', {}, inner.join('\n'))];
    return this.box(ordered ? 'ol' : 'ul', role, inner);
  }

  private picture({ url, alt, lang, caption }: Picture): string[] {
    const credit = this.runs(caption);
    if (this.profile === 'strict') return credit ? [element('p', {}, credit)] : [];
    if (this.profile === 'email') {
      const own = { src: url, alt, lang: lang === this.card.lang ? undefined : lang, style: emailStyle('image') };
      return [element('div', {}, empty('img', own)), ...(credit ? [element('p', { style: emailStyle('credit') }, credit)] : [])];
    }
    const image = empty('img', {
      src: url,
      alt,
      lang: lang === this.card.lang ? undefined : lang,
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
    });
    return this.box('figure', 'picture', [image, ...(credit ? [element('figcaption', {}, credit)] : [])]);
  }

  private quote({ direct, text: words, lang, dir, caption }: Quote): string[] {
    const own = { lang, dir };
    const said = this.runs([{ kind: 'words', lang, dir, runs: [words] }], own);
    const speaker = this.runs(caption);
    if (this.profile === 'strict') return [element('p', {}, speaker), element('blockquote', this.language(own), element('p', {}, said))];
    const body = direct ? element('blockquote', this.language(own), element('p', {}, said)) : element('p', this.language(own), said);
    return this.box('figure', 'quote', [element('figcaption', {}, speaker), body]);
  }

  /** Returns a section. A snapshot has a link to the page with the section instead. */
  private fold({ role, summary, hint, url, blocks }: Fold): string[] {
    if (role === 'earlier' || role === 'rest') {
      return this.profile === 'full' || this.profile === 'snapshot'
        ? this.details(role, summary, hint, blocks, false)
        : this.blocks(blocks);
    }
    if (role === 'warning') {
      const open = this.profile === 'full' || this.profile === 'snapshot';
      return open
        ? this.details(role, summary, hint, blocks, false)
        : [...this.line('p', 'notice', this.runs(summary)), ...this.blocks(blocks)];
    }
    const filled = this.profile === 'full' || (this.profile === 'snapshot' && (this.options.filled || !url));
    if (filled) return this.details(role, summary, hint, blocks, this.profile === 'full');
    if (!url) return this.profile === 'strict' ? this.blocks(blocks) : [];
    const label = `${element('strong', {}, this.runs(summary))}${hint.length ? ` ${this.aside('hint', this.runs(hint))}` : ''}`;
    const link = element('a', { href: url, rel: 'noreferrer' }, label);
    return this.profile === 'strict' ? [element('p', {}, link)] : this.line('p', 'fold', link);
  }

  private details(role: string, summary: Runs, hint: Runs, blocks: readonly Block[], open: boolean): string[] {
    const label = `${element('strong', {}, this.runs(summary))}${hint.length ? ` ${this.aside('hint', this.runs(hint))}` : ''}`;
    const attributes = {
      class: /^(earlier|rest|warning)$/.test(role) ? `placard-${role}` : 'placard-fold',
      open: open ? 'open' : undefined,
    };
    const inside = this.box('div', 'inside', this.blocks(blocks));
    return [element('details', attributes, `\n${[element('summary', {}, label), ...inside].join('\n')}\n`)];
  }

  private group({ role, blocks, mark }: Group): string[] {
    if (LIVE_ONLY.test(role)) return [];
    const inner = this.blocks(blocks);
    if (role === 'others') return this.line('p', role, inner.join(' '));
    if (role === 'act' && this.profile === 'full') return [element('div', { id: 'act', class: 'placard-act' }, `\n${inner.join('\n')}\n`)];
    return this.box(
      role === 'act' ? boxName(this.profile) : 'div',
      role,
      inner,
      mark ? `placard-${role} placard-mark-${mark}` : `placard-${role}`,
    );
  }

  /** Returns an action. A share button needs a script, so it becomes a link to the page that a reader shares. */
  private action({ caption, label, icon, url, note, share, primary }: ActionBlock): string {
    const target = url ?? (share ? share.url : undefined);
    if (share && !target) return '';
    const inner = this.runs(label);
    const sentence = note ? ` ${primary && !this.isPlain ? element('small', {}, text(note)) : this.aside('note', text(note))}` : '';
    const words = primary ? element('strong', {}, inner) : inner;
    const above = this.runs(caption);
    const content = above ? `${primary && !this.isPlain ? element('small', {}, above) : above} ${words}` : words;
    const whole = target
      ? element('a', { href: target, rel: relOf(target) }, primary ? content + sentence : content) + (primary ? '' : sentence)
      : element('span', {}, content + sentence);
    return primary ? this.line('p', 'primary', whole, {}, `placard-primary placard-icon-${icon}`).join('') : whole;
  }

  private statement({ paragraphs, lang, dir }: Statement): string[] {
    const own = { lang, dir };
    const { statement } = this.options;
    const inner = this.profile === 'full' && statement !== undefined ? [statement] : this.blocks(paragraphs);
    if (this.profile === 'strict') return inner;
    return [element('div', { class: 'placard-text', ...this.language(own) }, `\n${inner.join('\n')}\n`)];
  }

  private aside(role: string, inner: string): string {
    if (this.profile === 'strict') return role === 'when' || role === 'year' ? element('strong', {}, inner) : inner;
    return element('span', this.styled(role, `placard-${role}`), inner);
  }

  private runs(runs: Runs, around: Around = this.card): string {
    return runs.map((run) => this.run(run, around)).join('');
  }

  private run(run: Run, around: Around): string {
    if (typeof run === 'string') return text(run);
    switch (run.kind) {
      case 'words':
        return this.words(run, around);
      case 'isolated':
        return this.isolated(run, around);
      case 'time':
        return this.isPlain ? text(run.text) : element('time', { datetime: run.value }, text(run.text));
      case 'link':
        return this.link(run, around);
      case 'span':
        return this.span(run, around);
      case 'join':
        return this.join(run, around);
    }
  }

  private words({ lang, dir, runs }: Words, around: Around): string {
    const inner = this.runs(runs, { lang, dir });
    const own = this.language({ lang, dir }, around);
    const plain = runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
    return Object.keys(own).length || this.reorders(plain) ? element('bdi', own, inner) : inner;
  }

  private isolated({ text: words, always }: Isolated, { dir }: Around): string {
    return !always && dir === 'ltr' && !this.reorders(words) ? text(words) : element('bdi', { dir: 'ltr' }, text(words));
  }

  private link({ url, role, runs, hreflang, dir, copyUrl }: Link, around: Around): string {
    const [first] = runs;
    const named = role === 'phone' && this.profile !== 'strict' ? this.styled('phone', 'placard-phone') : {};
    if (runs.length === 1 && typeof first === 'object' && first.kind === 'isolated') {
      const turned = around.dir === 'ltr' ? undefined : 'ltr';
      return element('a', { ...named, href: url, rel: relOf(url), dir: turned }, text(first.text));
    }
    if (role === 'calendar' && this.profile === 'full') return element('a', { href: url, download: 'event.ics' }, this.runs(runs, around));
    if (role === 'calendar') return copyUrl ? element('a', { href: copyUrl, rel: relOf(copyUrl) }, this.runs(runs, around)) : '';
    const own = hreflang && dir ? this.language({ lang: hreflang, dir }, around) : {};
    return element('a', { href: url, rel: relOf(url), ...own }, this.runs(runs, around));
  }

  private span({ role, runs, mark }: Span, around: Around): string {
    const inner = this.runs(runs, around);
    if (role === 'struck') return element('s', {}, inner);
    if (role === 'strong' || role === 'publisher') return element('strong', {}, inner);
    if (this.profile === 'strict' || role === 'credit' || role === 'source') return inner;
    if (role === 'cell') return element('span', {}, inner);
    if (role === 'state') return element('span', this.styled(role, `placard-state placard-mark-${mark!} placard-icon-${mark!}`), inner);
    return element('span', this.styled(role, `placard-${role}`), inner);
  }

  /** Joins parts with a dot. A no-break space keeps the dot and the next part on one line. */
  private join({ parts }: Join, around: Around): string {
    return parts.map((part) => this.runs(part, around)).join(' ·\u00a0');
  }

  /** Returns the attributes for language and direction, if they differ from the surrounding words. */
  private language({ lang, dir }: Around, around: Around = this.card): { lang?: string; dir?: string } {
    return { ...(lang && lang !== around.lang && { lang }), ...(dir !== around.dir && { dir }) };
  }

  /** Returns whether words need isolation: letters against the direction of the card reorder the numbers and marks around them. */
  private reorders(words: string): boolean {
    const others = words.replace(RIGHT_TO_LEFT, '');
    return this.card.dir === 'rtl' ? /\p{L}/u.test(others) : others !== words;
  }
}

/** Returns runs with a sign in the place of each line break. */
function withBreaks(runs: Runs): Runs {
  return runs.map((run) => {
    if (typeof run === 'string') return run.replace(/\n/g, BREAK);
    return run.kind === 'words'
      ? { ...run, runs: run.runs.map((part) => (typeof part === 'string' ? part.replace(/\n/g, BREAK) : part)) }
      : run;
  });
}

/** Escapes text and collapses white space as HTML does. No-break spaces stay. */
const text = (words: string): string => escapeHtml(words.replace(/[ \t\n\r\f]+/g, ' '));

/** Hides the page's address from the linked site: the reader of the page may be in danger. */
const relOf = (url: string): string | undefined => (/^https?:/.test(url) ? 'noreferrer' : undefined);
