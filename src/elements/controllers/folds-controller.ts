/**
 * Loads what a reader opens: when the page is idle after the closed card, or at once if a reader opens a section. If the load fails, each
 * section keeps its link to the full text, and the next section that a reader opens tries again.
 */
import { nothing, type CSSResult, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Fold, SectionBlock, Statement } from '../../card/card.js';
import type { CardInput, Folds } from '../../card/context.js';
import { loadChunk } from '../../client/load-chunk.js';
import { whenIdle } from '../../client/later.js';
import { loadRest, type Rest } from '../load-rest.js';
import type { Render } from '../render-card.js';
import type { SectionHost } from '../render-section.js';
import type { StatementHtml } from './statement-html.js';

interface Chunk {
  readonly folds: Folds;
  readonly styles: readonly CSSResult[];
  readonly rest: Rest;
}

let chunk: Chunk | undefined;

/** Loads the chunks for all elements of the page. Rejects if one cannot be loaded; the next call tries again. */
export async function loadFolds(): Promise<void> {
  const [sections, rest] = await Promise.all([loadChunk('folds', () => import('../folds-chunk.js')), loadRest()]);
  chunk ??= { folds: { ...sections.folds, fit: rest.fit }, styles: sections.styles, rest };
}

type State = 'closed' | 'waits' | 'loads' | 'failed';

export class FoldsController implements ReactiveController {
  private state: State = 'closed';
  private statement?: StatementHtml;
  private print?: ReactiveController;
  /** Undefined until a reader opens or closes the statement. */
  private isOpen?: boolean;

  /** @param startsOpen whether the statement is open at first */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly isConnected: boolean; readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly startsOpen: () => boolean,
  ) {
    host.addController(this);
  }

  /** A failed load may succeed now. */
  hostConnected(): void {
    this.state = 'closed';
  }

  /** The styles of the loaded chunk. */
  get styles(): readonly CSSResult[] | undefined {
    return chunk?.styles;
  }

  /** Returns the loaded chunk. Otherwise, it loads later, or at once if the card needs it. */
  get(needed: boolean): Folds | undefined {
    if (chunk && !this.print && chunk.rest.PrintController.isNeeded)
      this.host.addController((this.print = new chunk.rest.PrintController(this.host)));
    if (chunk || this.state === 'loads' || this.state === 'failed') return chunk?.folds;
    if (needed) void this.load();
    else if (this.state === 'closed') {
      this.state = 'waits';
      whenIdle(() => this.state === 'waits' && this.host.isConnected && void this.load());
    }
    return undefined;
  }

  /** Whether the load did not fail yet. */
  get isPending(): boolean {
    return !chunk && this.state !== 'failed';
  }

  onToggle(role: Fold['role'], open: boolean): void {
    if (role === 'reading') this.isOpen = open;
    if (open && !chunk) void this.load();
    else if (role === 'reading') this.host.requestUpdate();
  }

  /** Renders a block of a section; nothing before the chunk is loaded. */
  section(input: CardInput, block: SectionBlock, render: Render, lists: Omit<SectionHost, 'statementHtml'>): unknown {
    if (!chunk) return nothing;
    this.statement ??= new chunk.rest.StatementHtml(this.host, () => this.isOpen ?? this.startsOpen());
    const statementHtml = (statement: Statement) => this.statement!.content(input, statement);
    return chunk.rest.renderSection(block, render, { statementHtml, ...lists });
  }

  private async load(): Promise<void> {
    if (this.state === 'loads') return;
    this.state = 'loads';
    await loadFolds().then(
      () => (this.state = 'closed'),
      () => (this.state = 'failed'),
    );
    this.host.requestUpdate();
  }
}
