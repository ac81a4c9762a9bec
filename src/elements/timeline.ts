/** The course of a case. Each date is drawn as precisely as it is known: a full day filled, a month or year hollow, a bound half, what comes next dashed. */
import { html, nothing } from 'lit';
import type { NextStep } from '../feed/schema.js';
import { compareDates, dateOf, precision, type PartialDate } from '../feed/dates.js';
import { numberText } from './intl.js';
import { fitting } from './room.js';
import { nextText } from './words.js';
import { filled, reference, say, time, type Content, type View } from './view.js';

/** The room of a step, with its date on a line of its own. */
const STEP = 90;

/** @param newest how many of the steps stand open, in a column too narrow for all; by default every one */
export function timeline(view: View, newest = Infinity): Content {
  const { timeline: steps = [], cases = [] } = view.facts;
  const sorted = [...steps].sort((a, b) => compareDates(a.date, b.date));
  const nexts = cases.flatMap(({ next }) => (next && next.date_status !== 'held' && next.date_status !== 'cancelled' ? [next] : []));
  if (!sorted.length) return nothing;
  const room = fitting(view, sorted.toReversed(), STEP);
  const items = sorted.map(
    ({ date, text, source }, index) =>
      html`<li class=${`${shape(date)}${index === sorted.length - 1 ? ' latest' : ''}`} part="step">
        ${when(view, date)}
        <div class="event">${say(view, text)} ${reference(view, source)}</div>
      </li>`,
  );
  const open = room < items.length ? Math.min(room, newest) : items.length > newest + 1 ? newest : items.length;
  const earlier = items.splice(0, items.length - open);
  return html`${
      earlier.length
        ? html`<details class="earlier">
            <summary>${view.locale.labelled(view.locale.earlier, numberText(earlier.length, view.locale))}</summary>
            <ol class="timeline" part="timeline">
              ${earlier}
            </ol>
          </details>`
        : nothing
    }
    <ol class="timeline" part="timeline">
      ${items}
      ${nexts.map(
        (next) =>
          html`<li class="next" part="step">
            <div class="when">${next.date ? time(view, next.date) : view.locale.next}</div>
            <div class="event">${nextSentence(view, next)}</div>
          </li>`,
      )}
    </ol>`;
}

/** What comes next; a name that the publisher gave it in the publisher's language. */
export function nextSentence(view: View, next: NextStep): unknown {
  const { label } = next;
  return label ? filled((name) => nextText({ ...next, label: name }, view.locale), say(view, label)) : nextText(next, view.locale);
}

function when(view: View, date: PartialDate): Content {
  return html`<div class="when">${time(view, date)}</div>`;
}

function shape(date: PartialDate): string {
  const { parts, rel } = dateOf(date)!;
  return rel !== 'on' ? 'bound' : precision(parts) === 'day' ? 'day' : 'vague';
}
