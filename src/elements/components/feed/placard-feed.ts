import { css, html, type TemplateResult } from 'lit';
import { PlacardElement } from '../../base/placard-element.js';

/**
 * Gives a feed and an item to the elements inside it; has no box of its own, and never hides its children.
 *
 * @slot - Anything, with placard elements anywhere in it.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardFeed extends PlacardElement {
  static override tag = 'placard-feed';
  static override styles = [
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override requiresItem(): boolean {
    return this.item !== undefined;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-feed': PlacardFeed;
  }
}
