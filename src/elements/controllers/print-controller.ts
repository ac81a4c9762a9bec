/** Paper has no folds: what is folded is printed open. By style where `::details-content` is known; else it is opened while the page prints. */
import type { ReactiveController } from 'lit';

export class PrintController implements ReactiveController {
  /** False too where nothing can be printed: pages are also made outside of a browser. */
  static get isNeeded(): boolean {
    return globalThis.CSS?.supports('selector(::details-content)') === false;
  }

  private opened: HTMLDetailsElement[] = [];

  constructor(private readonly host: { readonly renderRoot: HTMLElement | DocumentFragment }) {}

  hostConnected(): void {
    addEventListener('beforeprint', this.openDetails);
    addEventListener('afterprint', this.closeDetails);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.openDetails);
    removeEventListener('afterprint', this.closeDetails);
  }

  private readonly openDetails = (): void => {
    this.opened = [...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.opened) details.open = true;
  };

  private readonly closeDetails = (): void => {
    for (const details of this.opened) details.open = false;
  };
}
