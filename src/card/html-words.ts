/** Renders the runs of a card as HTML: words with their language and direction, links, times and marks. */
import { escapeHtml } from '../escape/html.js';
import { emailStyle } from './styles/email.js';
import { element } from './markup.js';
import type { Card, Direction, Isolated, Join, Link, Run, Runs, Span, Words } from './card.js';

/**
 * `snapshot` is the closed card, which partners paste. `full` is the open card, for its own page. `strict` has plain paragraphs, for editors
 * that remove classes and boxes. `email` is the closed card with inline styles, for newsletters.
 */
export type Profile = 'snapshot' | 'full' | 'strict' | 'email';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Language and direction of the surrounding words. */
export interface Around {
  readonly lang: string | undefined;
  readonly dir: Direction;
}

/** Replaces a line break while text is escaped. */
const BREAK = '\ue003';
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

export class WordsRenderer {
  constructor(
    private readonly card: Card,
    private readonly profile: Profile,
  ) {}

  /** Whether readers' clients know only the older elements. */
  get isPlain(): boolean {
    return this.profile === 'strict' || this.profile === 'email';
  }

  /** Returns the class of a role. Mail programs get its style instead. */
  styled(role: string, classes = `placard-${role}`): Attributes {
    return this.profile === 'email' ? { style: emailStyle(role) } : { class: classes };
  }

  aside(role: string, inner: string): string {
    if (this.profile === 'strict') return role === 'when' || role === 'year' ? element('strong', {}, inner) : inner;
    return element('span', this.styled(role), inner);
  }

  runs(runs: Runs, around: Around = this.card): string {
    return runs.map((run) => this.run(run, around)).join('');
  }

  /** Returns the runs with an element for each line break. */
  lines(runs: Runs, around?: Around): string {
    return this.runs(withBreaks(runs), around).replaceAll(BREAK, '<br />');
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
    const named = role === 'phone' && this.profile !== 'strict' ? this.styled('phone') : {};
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
    return element('span', this.styled(role), inner);
  }

  /** Joins parts with a dot. A no-break space keeps the dot with the part before it: no line begins with a dot. */
  private join({ parts }: Join, around: Around): string {
    return parts.map((part) => this.runs(part, around)).join('\u00a0· ');
  }

  /** Returns the attributes for language and direction, if they differ from the surrounding words. */
  language({ lang, dir }: Around, around: Around = this.card): { lang?: string; dir?: string } {
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
export const text = (words: string): string => escapeHtml(words.replace(/[ \t\n\r\f]+/g, ' '));

/** Hides the page's address from the linked site: the reader of the page may be in danger. */
export const relOf = (url: string): string | undefined => (/^https?:/.test(url) ? 'noreferrer' : undefined);
