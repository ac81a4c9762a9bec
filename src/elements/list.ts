import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Feed } from '../feed/parse.js';
import type { Item } from '../feed/schema.js';
import { htmlText } from '../feed/html-text.js';
import { PlacardElement } from './base.js';
import { icon } from './icons.js';
import { listStyles } from './list-styles.js';
import { checked, notices } from './notices.js';
import { headDate, statusOf } from './words.js';
import { heading, line, link, say, time, type View } from './view.js';

const PAGE = 20;

/**
 * The campaigns of a feed, each with its state and date.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart entry - One campaign.
 * @csspart title - Its title.
 * @csspart stamp - Its state.
 * @fires placard-load - The list is there for the first time.
 * @fires placard-update - An entry has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardList extends PlacardElement {
  static override tag = 'placard-list';
  static override styles = [...PlacardElement.styles, listStyles];

  /** How many entries are shown: each costs a reading of its item. */
  @state() private shown = PAGE;

  protected override needsItem(feed: Feed): boolean {
    return !feed.ids.length;
  }

  protected override label({ locale, publisher }: View): string {
    return locale.labelled(locale.headings.list, publisher);
  }

  protected override view(view: View): TemplateResult {
    const { feed, locale } = view;
    const { ids } = feed;
    const items = ids.slice(0, this.shown).map((id) => feed.item(id));
    const rest = ids.length - this.shown;
    return html`<p class="masthead pad">
        <span><b part="publisher">${say(view, view.publisher)}</b></span>
      </p>
      <div class="pad entries-pad">
        ${heading(view.level, locale.headings.list, 'headline')}
        <ul class="entries">
          ${items.map((item) => (item ? this.entry({ ...view, item, facts: item._placard ?? {} }) : nothing))}
        </ul>
        ${rest > 0 ? html`<button type="button" class="show-more" part="more" @click=${() => (this.shown += PAGE)}>${locale.more(Math.min(rest, PAGE))}</button>` : nothing}
      </div>
      ${notices(this, view)}
      <footer class="pad">${checked(view)}</footer>`;
  }

  private entry(view: View): TemplateResult {
    const { item, facts, locale } = view;
    const withdrawn = isWithdrawn(item);
    const status = withdrawn ? { code: 'withdrawn', word: locale.withdrawn() } : statusOf(item, locale);
    return html`<li class=${withdrawn ? 'entry withdrawn' : 'entry'} part="entry">
      <p class="title" part="title">${link(item.url, say(view, item.title ?? item.summary ?? opening(item)))}</p>
      <p class="meta">
        ${line([
          status && html`<span class="state" part="stamp" data-status=${status.code}>${icon(status.code)}${status.word}</span>`,
          locale.kinds[facts.kind ?? 'statement'],
          time(view, headDate(item)),
        ])}
      </p>
    </li>`;
  }
}

/** The first words of what has no title. */
function opening({ content_text, content_html, id }: Item): string {
  const text = (content_text ?? htmlText(content_html ?? '')).replace(/\s+/g, ' ');
  return text.length > 90 ? `${text.slice(0, 80)}…` : text || id;
}

function isWithdrawn(item: Item): boolean {
  return item._placard?.change === 'retraction';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-list': PlacardList;
  }
}
