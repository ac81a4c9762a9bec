/**
 * The statement's own HTML in place of its words as text, once somebody has it open: only then is the sanitiser loaded. Where it
 * cannot be, or the page's Trusted Types know no `dompurify`, the words stay; print and snapshot keep them anyhow.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { create } from '../../client/native-member.js';
import { loadChunk } from '../../client/load-chunk.js';
import { contentPolicy } from '../sanitizer/content-policy.js';
import type { Statement } from '../../card/card.js';
import type { CardInput } from '../../card/context.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Locale } from '../../i18n/load-locale.js';
import { deferPictures } from '../base/picture.js';

interface RenderedStatement {
  readonly markup: string;
  readonly base: string | undefined;
  readonly level: number;
  /** Filled with what is left of the markup. */
  box?: HTMLElement;
}

/** The room of a tag: of two, one begins a line. */
const CHARS_PER_TAG = 20;

export class StatementHtml implements ReactiveController {
  private rendered?: RenderedStatement;
  /** Whether the reader asked for the end of a long one. */
  private showsAll = false;

  /** Whether it can be read; undefined until a reader opens or closes it. */
  private isOpen?: boolean;

  /** @param startsOpen whether it can be read without being unfolded */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly startsOpen: () => boolean,
  ) {
    host.addController(this);
  }

  private readonly showAll = (): void => {
    this.showsAll = true;
    this.host.requestUpdate();
  };

  /** Another document, where the element may have been, has none of our style sheets. */
  hostConnected(): void {
    this.rendered = undefined;
  }

  onToggle(open: boolean): void {
    this.isOpen = open;
    this.host.requestUpdate();
  }

  content({ feed, item, locale }: CardInput, { html: markup, lang, dir, level, room }: Statement): unknown {
    if (!markup || !(this.isOpen ?? this.startsOpen())) return nothing;
    const { rendered: shown } = this;
    if (shown?.markup !== markup || shown.base !== feed.base || shown.level !== level) {
      this.rendered = { markup, base: feed.base, level };
      void this.load(this.rendered, feed, item?.id ?? '', locale, lang);
    }
    const box = this.rendered?.box;
    if (!box) return nothing;
    const cut = !this.showsAll && markup.length + CHARS_PER_TAG * markup.split('<').length > room;
    return html`<div
        class=${`placard-rich placard-text ${cut ? 'placard-cut' : 'placard-whole'}`}
        part="text"
        lang=${lang ?? nothing}
        dir=${dir}
      >
        ${box}
      </div>
      ${cut ? html`<button type="button" class="placard-show" @click=${this.showAll}>${locale.showAll}</button>` : nothing}`;
  }

  private async load(shown: RenderedStatement, feed: Feed, id: string, locale: Locale, lang: string | undefined): Promise<void> {
    try {
      const { getSanitizer, statementStyles } = await loadChunk('statement', () => import('../sanitizer/lazy-entry.js'));
      const sanitised = getSanitizer(contentPolicy)?.(shown.markup, feed, shown.level);
      if (this.rendered !== shown || !sanitised) return;
      const { adoptedStyleSheets: sheets } = this.host.renderRoot as ShadowRoot;
      if (!sheets.includes(statementStyles)) sheets.push(statementStyles);
      deferPictures(sanitised.content, locale, lang);
      shown.box = create('div');
      shown.box.append(sanitised.content);
      if (sanitised.refused) feed.reportIssue(id, 'content_html', 'bad-url');
      this.host.requestUpdate();
    } catch {
      // The words stay. Another look may find the part.
      if (this.rendered === shown) this.rendered = undefined;
    }
  }
}
