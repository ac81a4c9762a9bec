import { css, html, type TemplateResult } from 'lit';
import { hiddenStyles } from '../../base/base.styles.js';
import { PlacardElement } from '../../base/placard-element.js';

/**
 * Provides a feed and an item to the elements inside it. It has no box, and never hides its children.
 *
 * @slot - Any content that includes placard elements.
 * @fires placard-load - The item loads for the first time.
 * @fires placard-update - The item changes.
 * @fires placard-error - A problem with the feed. The content on the page stays.
 */
export class PlacardFeed extends PlacardElement {
  static override tag = 'placard-feed';
  static override styles = [
    hiddenStyles,
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
