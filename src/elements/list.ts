import { html, nothing, type TemplateResult } from 'lit';
import type { Feed } from '../feed/parse.js';
import type { Item } from '../feed/schema.js';
import { htmlText } from '../feed/html-text.js';
import { cleanText } from '../feed/text.js';
import { selectItem } from '../feed/select.js';
import { originalsIn, withdrawnBy } from '../feed/translations.js';
import { PlacardElement } from './base.js';
import { icon } from './icons.js';
import { listStyles } from './list-styles.js';
import { checked, notices } from './notices.js';
import { numberText } from './intl.js';
import { state } from './property.js';
import { headDate, statusOf } from './words.js';
import { directionFor, heading, line, link, none, say, sayHead, time, type View } from './view.js';

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
    const { feed, locale, language } = view;
    const { original } = this.settings;
    const ids = originalsIn(feed);
    const items = ids.slice(0, this.shown).map((id) => selectItem(feed, { id, language, original }));
    const rest = Math.min(ids.length - this.shown, PAGE);
    return html`<p class="masthead pad">
        <span><b part="publisher">${sayHead(view, view.publisher)}</b></span>
      </p>
      <div class="pad entries-pad">
        ${heading(view.level, locale.headings.list, 'headline')}
        <ul class="entries">
          ${items.map((item) => (item ? this.entry(about(view, item)) : nothing))}
        </ul>
        ${rest > 0 ? html`<button type="button" class="show-more" part="more" @click=${() => (this.shown += PAGE)}>${locale.more(numberText(rest, locale), rest)}</button>` : nothing}
      </div>
      ${notices(this, view)}
      <footer class="pad">${checked(view)}</footer>`;
  }

  private entry(view: View): TemplateResult {
    const { feed, item, facts, locale } = view;
    const withdrawn = withdrawnBy(feed, item);
    const status = withdrawn ? { code: 'withdrawn', word: locale.withdrawn() } : statusOf(item, locale);
    // What was withdrawn is not told again, not even by its first words.
    const title = item.title ?? (withdrawn ? '' : opening(item));
    return html`<li class=${withdrawn ? 'entry withdrawn' : 'entry'} part="entry">
      ${title ? html`<p class="title" part="title">${link(item.url, say(view, title), title)}</p>` : nothing}
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

/** The same view of one item. */
function about(view: View, item: Item): View {
  const lang = item.language ?? view.feed.head.language;
  return { ...view, item, facts: item._placard ?? none, lang, dir: directionFor(lang) };
}

/** Characters of the HTML in which the first words are looked for. */
const LONGEST = 8_000;

/** The first words of what has no title. */
function opening({ summary, content_text, content_html = '', id }: Item): string {
  const text = (summary ?? content_text ?? htmlText(content_html.slice(0, LONGEST))).replace(/\s+/g, ' ');
  const most = summary ? 300 : 90;
  return text.length > most ? cleanText(`${text.slice(0, most - 10)}…`) : text || cleanText(id);
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-list': PlacardList;
  }
}
