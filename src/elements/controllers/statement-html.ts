/**
 * Replaces the text of a statement by its HTML. The sanitizer loads when a reader opens the statement. The text stays if the load
 * fails, or if the Trusted Types of the page do not allow `dompurify`. Print and snapshot always use the text.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { create } from '../../client/native-member.js';
import { loadChunk } from '../../client/load-chunk.js';
import { contentPolicy } from '../sanitizer/content-policy.js';
import type { Statement } from '../../card/card.js';
import type { CardInput } from '../../card/context.js';
import { withChunks } from '../../feed/chunk-missing.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Locale } from '../../i18n/load-locale.js';
import { deferPictures } from '../base/picture.js';

interface RenderedStatement {
  readonly markup: string;
  readonly base: string | undefined;
  readonly level: number;
  /** The sanitized HTML. */
  box?: HTMLElement;
}

/** Characters that a tag counts for: every second tag begins a line. */
const CHARS_PER_TAG = 20;

export class StatementHtml implements ReactiveController {
  private rendered?: RenderedStatement;
  /** Whether the reader opened the rest of a long statement. */
  private showsAll = false;

  /** @param isOpen returns whether the statement is open */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly isOpen: () => boolean,
  ) {
    host.addController(this);
  }

  private readonly showAll = (): void => {
    this.showsAll = true;
    this.host.requestUpdate();
  };

  /** Clears the result: constructed style sheets do not move to another document. */
  hostConnected(): void {
    this.rendered = undefined;
  }

  content({ feed, item, locale }: CardInput, { html: markup, lang, dir, level, room }: Statement): unknown {
    if (!markup || !this.isOpen()) return nothing;
    const { rendered } = this;
    if (rendered?.markup !== markup || rendered.base !== feed.base || rendered.level !== level) {
      this.rendered = { markup, base: feed.base, level };
      void this.load(this.rendered, feed, item?.id ?? '', locale, lang);
    }
    const box = this.rendered?.box;
    if (!box) return nothing;
    const isCut = !this.showsAll && markup.length + CHARS_PER_TAG * markup.split('<').length > room;
    return html`<div
        class=${`placard-rich placard-text ${isCut ? 'placard-cut' : 'placard-whole'}`}
        part="text"
        lang=${lang ?? nothing}
        dir=${dir}
      >
        ${box}
      </div>
      ${isCut ? html`<button type="button" class="placard-show" @click=${this.showAll}>${locale.showAll}</button>` : nothing}`;
  }

  private async load(rendered: RenderedStatement, feed: Feed, id: string, locale: Locale, lang: string | undefined): Promise<void> {
    try {
      const { getSanitizer, statementStyles } = await loadChunk('statement', () => import('../sanitizer/lazy-entry.js'));
      const sanitized = await withChunks(() => getSanitizer(contentPolicy)?.(rendered.markup, feed, rendered.level));
      if (this.rendered !== rendered || !sanitized) return;
      const { adoptedStyleSheets: sheets } = this.host.renderRoot as ShadowRoot;
      if (!sheets.includes(statementStyles)) sheets.push(statementStyles);
      deferPictures(sanitized.content, locale, lang);
      rendered.box = create('div');
      rendered.box.append(sanitized.content);
      if (sanitized.refused) feed.reportIssue(id, 'content_html', 'bad-url');
      this.host.requestUpdate();
    } catch {
      // The text stays. The next render tries again.
      if (this.rendered === rendered) this.rendered = undefined;
    }
  }
}
