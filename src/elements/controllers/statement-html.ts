/**
 * The statement's own HTML in place of its words as text, once somebody has it open: only then is the sanitiser loaded. Where it
 * cannot be, or the page's Trusted Types know no `dompurify`, the words stay; print and snapshot keep them anyhow.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { create } from '../../client/native-member.js';
import { loadChunk } from '../../client/load-chunk.js';
import { judges } from '../sanitizer/content-policy.js';
import type { Statement } from '../../card/card.js';
import type { CardInput } from '../../card/context.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Locale } from '../../i18n/load-locale.js';
import { deferPictures } from '../base/picture.js';

interface Shown {
  readonly markup: string;
  readonly base: string | undefined;
  readonly level: number;
  /** Filled with what is left of the markup. */
  box?: HTMLElement;
}

/** The room of a tag: of two, one begins a line. */
const ROOM = 20;

export class StatementHtml implements ReactiveController {
  private shown?: Shown;
  /** Whether the reader asked for the end of a long one. */
  private whole = false;

  /** Whether it can be read; undefined until a reader opens or closes it. */
  private open?: boolean;

  /** @param startsOpen whether it can be read without being unfolded */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly startsOpen: () => boolean,
  ) {
    host.addController(this);
  }

  private readonly showAll = (): void => {
    this.whole = true;
    this.host.requestUpdate();
  };

  /** Another document, where the element may have been, has none of our style sheets. */
  hostConnected(): void {
    this.shown = undefined;
  }

  unfolded(open: boolean): void {
    this.open = open;
    this.host.requestUpdate();
  }

  content({ feed, item, locale }: CardInput, { html: markup, lang, dir, level, room }: Statement): unknown {
    if (!markup || !(this.open ?? this.startsOpen())) return nothing;
    const { shown } = this;
    if (shown?.markup !== markup || shown.base !== feed.base || shown.level !== level) {
      this.shown = { markup, base: feed.base, level };
      void this.fill(this.shown, feed, item?.id ?? '', locale, lang);
    }
    const box = this.shown?.box;
    if (!box) return nothing;
    const cut = !this.whole && markup.length + ROOM * markup.split('<').length > room;
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

  private async fill(shown: Shown, feed: Feed, id: string, locale: Locale, lang: string | undefined): Promise<void> {
    try {
      const { sanitiser, sheet } = await loadChunk('statement', () => import('../sanitizer/lazy-entry.js'));
      const sanitised = sanitiser(judges)?.(shown.markup, feed, shown.level);
      if (this.shown !== shown || !sanitised) return;
      const { adoptedStyleSheets: sheets } = this.host.renderRoot as ShadowRoot;
      if (!sheets.includes(sheet)) sheets.push(sheet);
      deferPictures(sanitised.content, locale, lang);
      shown.box = create('div');
      shown.box.append(sanitised.content);
      if (sanitised.refused) feed.reportIssue(id, 'content_html', 'bad-url');
      this.host.requestUpdate();
    } catch {
      // The words stay. Another look may find the part.
      if (this.shown === shown) this.shown = undefined;
    }
  }
}
