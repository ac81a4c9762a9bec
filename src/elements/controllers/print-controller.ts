/** Paper has no folds: what is folded is printed open. By style where `::details-content` is known; else it is opened while the page prints. */
import type { ReactiveController } from 'lit';

export class Unfolding implements ReactiveController {
  /** False too where nothing can be printed: pages are also made outside of a browser. */
  static get needed(): boolean {
    return globalThis.CSS?.supports('selector(::details-content)') === false;
  }

  private opened: HTMLDetailsElement[] = [];

  constructor(private readonly host: { readonly renderRoot: HTMLElement | DocumentFragment }) {}

  hostConnected(): void {
    addEventListener('beforeprint', this.unfold);
    addEventListener('afterprint', this.fold);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.unfold);
    removeEventListener('afterprint', this.fold);
  }

  private readonly unfold = (): void => {
    this.opened = [...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.opened) details.open = true;
  };

  private readonly fold = (): void => {
    for (const details of this.opened) details.open = false;
  };
}
