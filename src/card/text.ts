/** Renders a card as lines of plain text, for the preview of `revise`, announcements, mail and search. */
import { htmlToText } from '../feed/values/html-to-text.js';
import type { ActionBlock, Block, Card, Fold, List, Picture, Run, Runs, Statement } from './card.js';

export interface Line {
  /** The heading above the line; empty before the first heading. */
  readonly section: string;
  readonly text: string;
}

export interface TextOptions {
  /** Adds the addresses of links and pictures, and the words of the statement's HTML. */
  readonly addresses?: boolean;
}

const SEPARATOR = ' · ';

/** Returns the lines in reading order. */
export function renderLines(card: Card, options: TextOptions = {}): Line[] {
  const renderer = new Renderer(options);
  renderer.blocks(card.blocks);
  return renderer.lines;
}

/** Returns the words of runs. */
export function plain(runs: Runs, options: TextOptions = {}): string {
  return runs.map((run) => plainRun(run, options)).join('');
}

function plainRun(run: Run, options: TextOptions): string {
  if (typeof run === 'string') return run;
  switch (run.kind) {
    case 'words':
    case 'span':
      return plain(run.runs, options);
    case 'isolated':
    case 'time':
      return run.text;
    case 'join':
      return run.parts.map((part) => plain(part, options)).join(SEPARATOR);
    case 'link': {
      const words = plain(run.runs, options);
      const hasAddress = options.addresses && run.url !== words && run.role !== 'phone' && run.role !== 'calendar';
      return hasAddress ? words + SEPARATOR + run.url : words;
    }
  }
}

class Renderer {
  readonly lines: Line[] = [];
  private section = '';

  constructor(private readonly options: TextOptions) {}

  /** Adds blocks. A heading applies to the blocks after it in the same list. */
  blocks(all: readonly Block[]): void {
    const before = this.section;
    for (const block of all) this.block(block);
    this.section = before;
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        if (block.role === 'label') this.section = plain(block.runs);
        else this.add(block.runs);
        return;
      case 'paragraph':
        for (const runs of linesOf(block.runs)) this.add(runs);
        return;
      case 'rows':
        for (const { term, value } of block.rows) this.add([`${term}: `, ...value]);
        return;
      case 'list':
        return this.list(block);
      case 'picture':
        return this.picture(block);
      case 'quote':
        return this.add([...block.caption, ': ', block.direct ? `“${block.text}”` : block.text]);
      case 'fold':
        return this.fold(block);
      case 'group':
        return this.blocks(block.blocks);
      case 'action':
        return this.action(block);
      case 'statement':
        return this.statement(block);
      case 'more':
      case 'filter':
      case 'copy':
    }
  }

  private list({ items, role }: List): void {
    if (role === 'entries') return items.forEach(({ blocks }) => this.blocks(blocks));
    for (const { blocks } of items) {
      const parts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : []));
      this.add(parts.flatMap((runs, index): Runs => (index ? [': ', ...runs] : runs)));
    }
  }

  private picture({ alt, caption, url }: Picture): void {
    this.join([alt], caption, this.options.addresses && url ? [url] : []);
  }

  /** Adds a section. Its summary is the heading of its lines. */
  private fold({ role, summary, blocks }: Fold): void {
    const before = this.section;
    if (role === 'warning') this.add(summary);
    else if (role !== 'earlier' && role !== 'rest') this.section = plain(summary);
    this.blocks(blocks);
    this.section = before;
  }

  private action({ caption, label, url, note, share }: ActionBlock): void {
    const address = this.options.addresses ? (url ?? share?.url ?? share?.pageUrl) : undefined;
    this.join(caption, label, note ? [note] : [], address ? [address] : []);
  }

  /** Adds the full text, and the words of the HTML that are not in it: a screen shows the HTML instead of the text. */
  private statement({ paragraphs, html }: Statement): void {
    const first = this.lines.length;
    this.blocks(paragraphs);
    if (!html || !this.options.addresses) return;
    const known = new Set(this.lines.slice(first).map(({ text }) => text));
    const others = htmlToText(html).split(/\n+/).map(folded).filter(Boolean);
    for (const text of [...others, ...addressesIn(html)]) if (!known.has(text)) this.add([text]);
  }

  private join(...parts: Runs[]): void {
    this.add([{ kind: 'join', parts: parts.filter((runs) => plain(runs)) }]);
  }

  private add(runs: Runs): void {
    for (const line of plain(runs, this.options).split('\n')) {
      const text = folded(line);
      if (text) this.lines.push({ section: this.section, text });
    }
  }
}

/** Returns the addresses of the links in HTML, since a changed link is a change for readers. */
const addressesIn = (html: string): string[] =>
  html
    .split(/<a\s/i)
    .slice(1)
    .flatMap((tag) => /\bhref=["']([^"']*)/i.exec(tag.slice(0, MAX_TAG))?.[1] ?? []);

/** Characters of a tag that are searched for its address. */
const MAX_TAG = 2_000;

/** Returns the cells of a line, each as a line of its own; a line without cells as it is. */
function linesOf(runs: Runs): readonly Runs[] {
  const cells = runs.filter((run) => typeof run === 'object' && run.kind === 'span' && run.role === 'cell');
  return cells.length ? cells.map((cell) => [cell]) : [runs];
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
