/** Opens all sections while the page prints. Engines with `::details-content` do this by a style instead. */
import type { ReactiveController } from 'lit';

export class PrintController implements ReactiveController {
  /** Whether the engine needs this controller. Outside of a browser, it does not. */
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
