/**
 * Loads what a reader opens: when the page is idle after the closed card, or at once if a reader opens a section. If the load fails, each
 * section keeps its link to the full text, and the next section that a reader opens tries again.
 */
import { nothing, type CSSResult, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Fold, Statement } from '../../card/card.js';
import type { CardInput, Folds } from '../../card/context.js';
import { loadChunk } from '../../client/load-chunk.js';
import type * as folds from '../folds-part.js';
import type { StatementHtml } from './statement-html.js';

type Part = typeof folds;

let part: Part | undefined;

/** Loads the part for all elements of the page. Rejects if it cannot be loaded; the next call tries again. */
export async function loadFolds(): Promise<void> {
  part ??= await loadChunk('folds', () => import('../folds-part.js'));
}

/** ms. A page that is never idle does not delay the part longer. */
const MAX_WAIT_MS = 2_000;
const whenIdle = (run: () => void): unknown => (globalThis.requestIdleCallback ?? setTimeout)(run, { timeout: MAX_WAIT_MS } as never);

type State = 'closed' | 'waits' | 'loads' | 'failed';

export class FoldsController implements ReactiveController {
  private state: State = 'closed';
  private statement?: StatementHtml;
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

  /** The styles of the loaded part. */
  get styles(): readonly CSSResult[] | undefined {
    return part?.styles;
  }

  /** Returns the loaded part. Otherwise, it loads later, or at once if the card needs it. */
  get(needed: boolean): Folds | undefined {
    if (part || this.state === 'loads' || this.state === 'failed') return part?.folds;
    if (needed) void this.load();
    else if (this.state === 'closed') {
      this.state = 'waits';
      whenIdle(() => this.state === 'waits' && this.host.isConnected && void this.load());
    }
    return undefined;
  }

  /** Whether the load did not fail yet. */
  get isPending(): boolean {
    return !part && this.state !== 'failed';
  }

  onToggle(role: Fold['role'], open: boolean): void {
    if (role === 'reading') this.isOpen = open;
    if (open && !part) void this.load();
    else if (role === 'reading') this.host.requestUpdate();
  }

  statementHtml(input: CardInput, statement: Statement): unknown {
    if (!part) return nothing;
    this.statement ??= new part.StatementHtml(this.host, () => this.isOpen ?? this.startsOpen());
    return this.statement.content(input, statement);
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
