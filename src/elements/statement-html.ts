/**
 * The statement's own HTML in place of its words as text, once somebody has it open: only then is the sanitiser loaded. Where it
 * cannot be, or the page's Trusted Types know no `dompurify`, the words stay; print and snapshot keep them anyhow.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { create } from '../client/native.js';
import { loadPart } from '../client/part.js';
import { judges } from '../feed/judges.js';
import { holdPictures } from './picture.js';
import type { Content, View } from './view.js';

interface Shown {
  readonly markup: string;
  readonly base: string | undefined;
  readonly level: number;
  /** Filled with what is left of the markup. */
  box?: HTMLElement;
}

export class StatementHtml implements ReactiveController {
  private shown?: Shown;

  /** @param open whether it can be read without being unfolded */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private open = false,
  ) {
    host.addController(this);
  }

  /** Another document, where the element may have been, has none of our style sheets. */
  hostConnected(): void {
    this.shown = undefined;
  }

  unfolded(open: boolean): void {
    this.open = open;
    this.host.requestUpdate();
  }

  /** @param level of the heading above it */
  content(view: View, level: number): Content {
    const { feed, item, lang, dir } = view;
    const { content_html: markup } = item;
    if (!markup || !this.open) return nothing;
    const { shown } = this;
    if (shown?.markup !== markup || shown.base !== feed.base || shown.level !== level) {
      this.shown = { markup, base: feed.base, level };
      void this.fill(this.shown, view);
    }
    const box = this.shown?.box;
    return box ? html`<div class="rich text" part="text" lang=${lang ?? nothing} dir=${dir}>${box}</div>` : nothing;
  }

  private async fill(shown: Shown, view: View): Promise<void> {
    const { feed, item } = view;
    try {
      const { sanitiser, sheet } = await loadPart('statement', () => import('./statement-part.js'));
      const sanitised = sanitiser(judges)?.(shown.markup, feed, shown.level);
      if (this.shown !== shown || !sanitised) return;
      const { adoptedStyleSheets: sheets } = this.host.renderRoot as ShadowRoot;
      if (!sheets.includes(sheet)) sheets.push(sheet);
      holdPictures(sanitised.content, view);
      shown.box = create('div');
      shown.box.append(sanitised.content);
      if (sanitised.refused) feed.found(item.id, 'content_html', 'bad-url');
      this.host.requestUpdate();
    } catch {
      // The words stay. Another look may find the part.
      if (this.shown === shown) this.shown = undefined;
    }
  }
}
