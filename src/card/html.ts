/**
 * Renders a card as HTML that lives anywhere: well-formed as XML, without blank lines, styles or scripts. It still reads as a statement
 * where a content filter leaves nothing but p, a, strong and blockquote.
 */
import { escapeHtml, templateGuard } from '../escape/html.js';
import { element, empty } from './markup.js';
import type {
  ActionBlock,
  Block,
  Card,
  Direction,
  Isolated,
  Join,
  Link,
  ListItem,
  Picture,
  Quote,
  Rows,
  Run,
  Runs,
  Span,
  Words,
} from './card.js';

export interface HtmlOptions {
  /**
   * `snapshot`: what partners paste; lines of text, without pictures, with the full text folded. `full`: the body of a page of its own,
   * with headings, pictures, and the name `act` for where readers can do something.
   */
  readonly profile?: 'snapshot' | 'full';
  /** The feed's `valid_until`: past it, the loader brings the live card at once. */
  readonly validUntil?: string;
  /** The statement's sanitized HTML, for `full`. */
  readonly statement?: string;
}

export function renderHtml(card: Card, { profile = 'snapshot', validUntil, statement }: HtmlOptions = {}): string {
  const renderer = new Renderer(card, profile === 'full', statement);
  // Without any style the publisher's words end where the page's go on.
  const edge = profile === 'full' ? [] : [empty('hr', {})];
  const inner = [...edge, ...renderer.blocks(card.blocks), ...edge].join('\n');
  const attributes = { class: 'placard-snapshot', lang: card.lang, dir: card.dir, 'data-valid-until': validUntil, ...templateGuard(inner) };
  return element('div', attributes, `\n${inner}\n`);
}

/** Classes that `placard.css` and `placard-page.css` style. */
const STYLED = new Set([
  ...[
    'masthead',
    'headline',
    'summary',
    'stamp',
    'sentence',
    'since',
    'label',
    'phone',
    'action',
    'facts',
    'timeline',
    'background',
    'quote',
  ],
  ...['channels', 'languages', 'provenance'],
]);
/** Parts of a card that speak of the live widget, or hold a control. */
const LIVE_ONLY = /^(checked|shared)$/;
/** Roles whose words are strong where there are no styles. */
const STRONG = /^(headline|label|stamp|sentence|when|title|name)$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

/** Language and direction of the words around. */
interface Around {
  readonly lang: string | undefined;
  readonly dir: Direction;
}

class Renderer {
  constructor(
    private readonly card: Card,
    private readonly full: boolean,
    private readonly statement: string | undefined,
  ) {}

  blocks(all: readonly Block[], role?: string): string[] {
    return all.flatMap((block) => this.block(block, role));
  }

  /** @param list role of the list that the block stands in */
  private block(block: Block, list?: string): string[] {
    switch (block.kind) {
      case 'paragraph':
        if (LIVE_ONLY.test(block.role)) return [];
        if (block.role === 'masthead') return block.runs.flatMap((cell) => this.line('p', 'masthead', [cell]));
        return this.line('p', this.roleOf(block.role, block.runs, list), block.runs, block);
      case 'heading':
        return this.line(this.full ? (block.role === 'headline' ? 'h1' : 'h2') : 'p', block.role, block.runs);
      case 'rows':
        return this.rows(block);
      case 'list':
        return block.items.flatMap((item) => (block.role === 'entries' ? this.blocks(item.blocks) : this.item(item, block.role)));
      case 'picture':
        return this.full ? picture(block, this.runs(block.caption)) : [];
      case 'quote':
        return this.quote(block);
      case 'fold':
        return this.fold(block.role, block.summary, block.blocks, block.open);
      case 'group':
        return this.group(block.role, block.blocks);
      case 'action':
        return this.action(block);
      case 'statement':
        if (!this.full || this.statement === undefined) return this.blocks(block.paragraphs);
        return [element('div', this.language(block), `\n${this.statement}\n`)];
      case 'more':
        return [];
    }
  }

  private roleOf(role: string, [first]: Runs, list: string | undefined): string {
    return list ?? (typeof first === 'object' && first.kind === 'link' && first.role === 'phone' ? 'phone' : role);
  }

  private group(role: string, blocks: readonly Block[]): string[] {
    if (LIVE_ONLY.test(role)) return [];
    const inner = this.blocks(blocks);
    return this.full && role === 'act' ? ['<div id="act">', ...inner, '</div>'] : inner;
  }

  private line(name: string, role: string, runs: Runs, own?: Partial<Around>): string[] {
    const attributes = own?.dir ? this.language({ lang: own.lang, dir: own.dir }) : {};
    const text = this.runs(runs, own?.dir ? { lang: own.lang, dir: own.dir } : undefined);
    if (!text.trim()) return [];
    const strong = STRONG.test(role) && !/^h\d|summary$/.test(name) ? element('strong', {}, text) : text;
    return [element(name, { class: STYLED.has(role) ? `placard-${role}` : undefined, ...attributes }, strong)];
  }

  private rows({ role, rows }: Rows): string[] {
    return rows.flatMap(({ term, value }) => this.line('p', role, [{ kind: 'span', role: 'strong', runs: [term] }, ' ', ...value]));
  }

  /** One line, whatever it is made of. */
  private item({ blocks }: ListItem, role: string): string[] {
    const parts = blocks.flatMap((block): Runs[] => {
      if (block.kind !== 'paragraph') return [];
      return [STRONG.test(block.role) ? [{ kind: 'span', role: 'strong', runs: block.runs }] : block.runs];
    });
    return this.line(
      'p',
      role,
      parts.flatMap((runs, index) => (index ? [' ', ...runs] : runs)),
    );
  }

  private quote({ direct, text, lang, dir, caption }: Quote): string[] {
    if (!direct) return [...this.line('p', 'quote', [text], { lang, dir }), ...this.line('p', 'quote', caption)];
    const words = this.runs([{ kind: 'words', lang, dir, runs: [text] }], { lang, dir });
    const own = this.language({ lang, dir });
    return [element('blockquote', own, element('p', {}, words)), ...this.line('p', 'quote', caption)];
  }

  private fold(role: string, summary: Runs, blocks: readonly Block[], open: boolean): string[] {
    if (role !== 'statement') return this.blocks(blocks);
    if (this.full) return [...this.line('h2', 'label', summary), ...this.blocks(blocks)];
    if (open) return [...this.line('p', 'label', summary), ...this.blocks(blocks)];
    return ['<details>', element('summary', {}, element('strong', {}, this.runs(summary))), ...this.blocks(blocks), '</details>'];
  }

  /** Passing on needs a script. */
  private action({ label, url, closed, share }: ActionBlock): string[] {
    if (share) return [];
    const runs: Runs = closed ? [...label, ' ', closed] : label;
    return this.line('p', 'action', url ? [{ kind: 'link', url, role: 'link', runs }] : runs);
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
        return element('time', { datetime: run.value }, text(run.text));
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

  private isolated({ text: words }: Isolated, { dir }: Around): string {
    return dir === 'ltr' && !this.reorders(words) ? text(words) : element('bdi', { dir: 'ltr' }, text(words));
  }

  private link({ url, runs, hreflang, dir }: Link, around: Around): string {
    const [first] = runs;
    if (runs.length === 1 && typeof first === 'object' && first.kind === 'isolated') {
      const turned = around.dir === 'ltr' ? undefined : 'ltr';
      return element('a', { href: url, rel: relOf(url), dir: turned }, text(first.text));
    }
    const own = hreflang && dir ? this.language({ lang: hreflang, dir }, around) : {};
    return element('a', { href: url, rel: relOf(url), ...own }, this.runs(runs, around));
  }

  private span({ role, runs }: Span, around: Around): string {
    const inner = this.runs(runs, around);
    if (role === 'struck') return element('s', {}, inner);
    return /^(strong|publisher)$/.test(role) ? element('strong', {}, inner) : inner;
  }

  private join({ parts }: Join, around: Around): string {
    return parts.map((part) => this.runs(part, around)).join(' · ');
  }

  /** Language and direction, where they are not those around. */
  private language({ lang, dir }: Around, around: Around = this.card): { lang?: string; dir?: string } {
    return { ...(lang && lang !== around.lang && { lang }), ...(dir !== around.dir && { dir }) };
  }

  /** Letters that run against the card's direction take numbers and marks around them along, unless they are isolated. */
  private reorders(words: string): boolean {
    const others = words.replace(RIGHT_TO_LEFT, '');
    return this.card.dir === 'rtl' ? /\p{L}/u.test(others) : others !== words;
  }
}

/** As HTML folds white space; a no-break space stays one. */
const text = (words: string): string => escapeHtml(words.replace(/[ \t\n\r\f]+/g, ' '));

/** The page that is left is not told to the one that is opened: it may be watched. */
const relOf = (url: string): string | undefined => (/^https?:/.test(url) ? 'noreferrer' : undefined);

function picture({ url, alt, lang }: Picture, caption: string): string[] {
  const image = empty('img', { src: url, alt, lang, loading: 'lazy', referrerpolicy: 'no-referrer' });
  return [element('figure', {}, `\n${[image, ...(caption ? [element('figcaption', {}, caption)] : [])].join('\n')}\n`)];
}
