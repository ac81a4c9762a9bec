/**
 * Renders a card as HTML that works in any page: well-formed XML, without blank lines, styles or scripts. It has the tags and classes of
 * the live card, so that both use one style sheet. After a content filter that keeps only p, a and strong, it still reads as a statement.
 */
import { templateGuard } from '../escape/html.js';
import { emailStyle } from './styles/email.js';
import { element, empty } from './markup.js';
import { relOf, text, WordsRenderer, type Attributes, type Profile } from './html-words.js';
import type { ActionBlock, Block, Card, Fold, Group, Heading, List, Paragraph, Picture, Quote, Rows, Runs, Statement } from './card.js';

export type { Profile };

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

const BREAK = empty('br', {});

/** px of a picture without the style sheet. Themes limit only pictures of their own blocks. */
export const PICTURE_WIDTH = 300;

/** Roles that only the live card has. */
const LIVE_ONLY = /^(checked|shared)$/;
/** Roles with strong words in a profile without styles. */
const STRONG = /^(stamp|sentence|name|title)$/;
/** Roles whose line breaks readers see: an address, a list of names. */
const HAS_LINES = /^(text|act-text|also|reason)$/;

class Renderer {
  private readonly words: WordsRenderer;

  constructor(
    private readonly card: Card,
    private readonly profile: Profile,
    private readonly options: HtmlOptions,
  ) {
    this.words = new WordsRenderer(card, profile);
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
    return [element(name, this.words.styled(role, classes), `\n${inner.join('\n')}\n`)];
  }

  /** Returns a line of text. The profile `strict` makes it a paragraph. */
  private line(name: string, role: string, inner: string, attributes: Attributes = {}, classes = `placard-${role}`): string[] {
    if (!inner.trim()) return [];
    if (this.profile !== 'strict') return [element(name, { ...this.words.styled(role, classes), ...attributes }, inner)];
    const strong = STRONG.test(role) || /^(h\d|dt)$/.test(name);
    return [element('p', attributes, strong && !inner.includes('<strong>') ? element('strong', {}, inner) : inner)];
  }

  private paragraph({ role, runs, lang, dir, icon }: Paragraph): string[] {
    if (LIVE_ONLY.test(role)) return [];
    const own = dir ? { lang, dir } : undefined;
    const text = HAS_LINES.test(role) ? this.words.lines(runs, own) : this.words.runs(runs, own);
    if (role === 'line' || role === 'number') return [text];
    if (!text) return []; // a calendar without a page
    if (role === 'when' || role === 'event' || role === 'year' || role === 'reach') return [this.words.aside(role, text)];
    const mark = icon ? ` placard-icon-${icon}` : '';
    // A frame whose links do not work leads here.
    const id = role === 'correct' && this.profile === 'full' ? 'correct' : undefined;
    return this.line('p', role, text, { id, ...(own && this.words.language(own)) }, `placard-${role}${mark}`);
  }

  private heading({ role, level, runs }: Heading): string[] {
    return this.line(`h${level - (this.options.raise ?? 0)}`, role, this.words.runs(runs));
  }

  private rows({ role, rows }: Rows): string[] {
    if (this.profile === 'strict') return rows.map(({ term, value }) => this.pair(term, value));
    const inner = rows.map(({ term, value }) =>
      element('div', {}, `${element('dt', {}, text(term))} ${element('dd', {}, this.words.runs(value))}`),
    );
    return this.box('dl', role, inner);
  }

  private pair(term: string, value: Runs): string {
    return element('p', {}, `${element('strong', {}, text(term))} ${this.words.runs(value)}`);
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
    const credit = this.words.runs(caption);
    if (this.profile === 'strict') return credit ? [element('p', {}, credit)] : [];
    if (this.profile === 'email') {
      const own = { src: url, alt, lang: lang === this.card.lang ? undefined : lang, style: emailStyle('image') };
      return [element('div', {}, empty('img', own)), ...(credit ? [element('p', { style: emailStyle('credit') }, credit)] : [])];
    }
    const image = empty('img', {
      src: url,
      alt,
      lang: lang === this.card.lang ? undefined : lang,
      width: PICTURE_WIDTH,
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
    });
    return this.box('figure', 'picture', [image, ...(credit ? [element('figcaption', {}, credit)] : [])]);
  }

  private quote({ direct, text: words, lang, dir, caption }: Quote): string[] {
    const own = { lang, dir };
    const said = this.words.runs([{ kind: 'words', lang, dir, runs: [words] }], own);
    const speaker = this.words.runs(caption);
    if (this.profile === 'strict')
      return [element('p', {}, speaker), element('blockquote', this.words.language(own), element('p', {}, said))];
    const body = direct
      ? element('blockquote', this.words.language(own), element('p', {}, said))
      : element('p', this.words.language(own), said);
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
        : [...this.line('p', 'notice', this.words.runs(summary)), ...this.blocks(blocks)];
    }
    const filled = this.profile === 'full' || (this.profile === 'snapshot' && (this.options.filled || !url));
    if (filled) return this.details(role, summary, hint, blocks, this.profile === 'full');
    if (!url) return this.profile === 'strict' ? this.blocks(blocks) : [];
    const label = `${element('strong', {}, this.words.runs(summary))}${hint.length ? ` ${this.words.aside('hint', this.words.runs(hint))}` : ''}`;
    const link = element('a', { href: url, rel: 'noreferrer' }, label);
    return this.profile === 'strict' ? [element('p', {}, link)] : this.line('p', 'fold', link);
  }

  private details(role: string, summary: Runs, hint: Runs, blocks: readonly Block[], open: boolean): string[] {
    // Editors that do not know the summary put the section into its line. They keep the line break.
    const [title, more] = [this.words.runs(summary), this.words.runs(hint)];
    const label = more ? `${element('strong', {}, title)} ${this.words.aside('hint', more + BREAK)}` : element('strong', {}, title + BREAK);
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
    const inner = this.words.runs(label);
    const sentence = note
      ? ` ${primary && !this.words.isPlain ? element('small', {}, text(note)) : this.words.aside('note', text(note))}`
      : '';
    const words = primary ? element('strong', {}, inner) : inner;
    const above = this.words.runs(caption);
    const content = above ? `${primary && !this.words.isPlain ? element('small', {}, above) : above} ${words}` : words;
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
    return [element('div', { class: 'placard-text', ...this.words.language(own) }, `\n${inner.join('\n')}\n`)];
  }
}
