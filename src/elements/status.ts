import { html, nothing, type TemplateResult } from 'lit';
import { MOST_ENTRIES } from '../feed/rules.js';
import type { Proceeding } from '../feed/schema.js';
import { PlacardElement } from './base.js';
import { icon } from './icons.js';
import { translationNote } from './languages.js';
import { checked, notices } from './notices.js';
import { message } from './standing.js';
import { statusStyles } from './status-styles.js';
import { folded } from './room.js';
import { nextSentence, timeline } from './timeline.js';
import { proceedingSentences, statusOf } from './words.js';
import { filled, line, link, reference, say, sayHead, section, time, type Content, type View } from './view.js';

/**
 * Live status of the case: what the forum is doing, what it decided, whether it was obeyed, what comes next, and the way there.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart translation - What a translation says of itself.
 * @csspart stamp - The status in a word.
 * @csspart timeline - The course of the case.
 * @csspart step - One step of it.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardStatus extends PlacardElement {
  static override tag = 'placard-status';
  static override styles = [...PlacardElement.styles, statusStyles];

  protected override label({ locale, publisher }: View): string {
    return locale.labelled(locale.headings.status, publisher);
  }

  protected override get announces(): boolean {
    return true;
  }

  protected override view(view: View): TemplateResult {
    return html`<p class="masthead pad">
        <span><b part="publisher">${sayHead(view, view.publisher)}</b></span>
        <span>${link(view.item.url, say(view, view.item.title), view.item.title)}</span>
      </p>
      ${translationNote(view)}${bandsOrNone(view)}${notices(this, view)}
      <div class="body pad">${course(view, 3)}${trackers(view)}</div>
      <footer class="pad">${checked(view)}</footer>`;
  }
}

function bandsOrNone(view: View): Content {
  const bands = statusBands(view);
  return bands === nothing ? message(view.locale.noStatus, 'unknown') : bands;
}

/** The room of a band: its stamp, and three sentences of ours. */
const BAND = 240;

/** One band for each proceeding; without any, the incident's own state. */
export function statusBands(view: View): Content {
  const { cases = [] } = view.facts;
  if (cases.length) return html`${folded(view, cases, (all) => all.map((proceeding) => band(view, proceeding)), BAND)}`;
  const status = statusOf(view.item, view.locale);
  return status ? html`<div class="status pad" data-status=${status.code}>${stamp(status)}</div>` : nothing;
}

function stamp({ code, word }: { code: string; word: string }): Content {
  return html`<p class="stamp" part="stamp">${icon(code)}<span>${word}</span></p>`;
}

function band(view: View, proceeding: Proceeding): Content {
  const { locale } = view;
  const { kind, forum, filed, challenges } = proceeding;
  const [now, ...also] = proceedingSentences<unknown>(proceeding, locale, (next) => nextSentence(view, next));
  return html`<div class="status pad" data-status=${proceeding.status}>
    ${stamp(statusOf(view.item, locale, proceeding)!)}
    <div class="now">
      ${now ? html`<p class="sentence">${now}</p>` : nothing} ${also.map((sentence) => html`<p>${sentence}</p>`)}
      <p class="since">
        ${line([
          say(view, kind),
          say(view, forum),
          time(view, filed, { phrase: locale.filed }),
          time(view, proceeding.as_of, { phrase: locale.asOf }),
          reference(view, proceeding.source),
        ])}
      </p>
      ${challenges ? html`<p class="since">${filled((text) => locale.labelled(locale.challenges, text), say(view, challenges))}</p>` : nothing}
    </div>
  </div>`;
}

export function course(view: View, newest?: number): Content {
  return section(view, view.locale.headings.timeline, timeline(view, newest), 'course');
}

/** What other trackers call it, in their own words: never derived from ours, nor ours from theirs. */
export function trackers(view: View): Content {
  const labels = (view.facts.cases ?? []).flatMap(({ external = [] }) => external).slice(0, MOST_ENTRIES);
  return section(
    view,
    view.locale.headings.trackers,
    labels.length
      ? folded(
          view,
          labels,
          (all) =>
            html`<ul class="trackers">
              ${all.map(({ tracker, label, url }) => html`<li>${filled(view.locale.labelled, say(view, tracker), link(url, html`<b>${say(view, label)}</b>`, label))}</li>`)}
            </ul>`,
        )
      : nothing,
    'elsewhere',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-status': PlacardStatus;
  }
}
