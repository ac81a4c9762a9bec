import { html, nothing, type TemplateResult } from 'lit';
import type { Incident } from '../feed/schema.js';
import { PlacardElement } from './base.js';
import { incidentStyles } from './incident-styles.js';
import { notices } from './notices.js';
import { numberText } from './intl.js';
import { figure, mediaOf } from './picture.js';
import { about } from './publisher.js';
import { folded, foldedText } from './room.js';
import { otherLanguages, translationNote } from './languages.js';
import { asOfDate, headDate, placeText } from './words.js';
import {
  directionFor,
  filled,
  heading,
  line,
  link,
  paragraph,
  reference,
  say,
  sayHead,
  section,
  time,
  type Content,
  type View,
} from './view.js';

/**
 * Summary of an incident: who speaks, what happened, to whom, by whom, where, when and on what stated ground, with quotes,
 * background, sources and corrections.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart translation - What a translation says of itself.
 * @csspart headline - The item's title.
 * @csspart summary - Its first words.
 * @csspart facts - The table of facts.
 * @csspart picture - A figure with its caption and credit.
 * @csspart quotes - What was said.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardIncident extends PlacardElement {
  static override tag = 'placard-incident';
  static override styles = [...PlacardElement.styles, incidentStyles];

  protected override view(view: View): TemplateResult {
    return html`${incidentHead(view)}${notices(this, view)}
      <div class="more pad">${facts(view)}${details(view)}</div>
      <footer class="pad">${provenance(view)}${asOf(view)}</footer>`;
  }
}

/** The room of a picture with its caption. */
const PICTURE = 500;
/** The room of a row of facts, and of a quote with its margins. */
const ROW = 100;

/** Who speaks, headline, first words, picture. */
export function incidentHead(view: View): Content {
  const { item, facts: extension, locale } = view;
  const [first, ...others] = mediaOf(view);
  const kind = locale.kinds[extension.kind ?? 'statement'];
  return html`<header class="head pad">
    <p class="masthead">
      <span><b part="publisher">${sayHead(view, view.publisher)}</b> · ${kind}</span>
      <span>${line([say(view, extension.dateline?.place), time(view, headDate(item))])}</span>
    </p>
    ${otherLanguages(view)}${translationNote(view, 'translation')}
    <div class="lead">
      <div lang=${view.lang ?? nothing} dir=${view.dir}>
        ${item.title ? heading(view.level, link(item.url, say(view, item.title), item.title), 'headline') : nothing}
        ${item.summary ? foldedText(view, item.summary, (text) => paragraph(view, text, 'summary')) : nothing}
      </div>
      ${first ? figure(view, first) : nothing}
    </div>
    ${others.length ? folded(view, others, (all) => all.map((media) => figure(view, media)), PICTURE) : nothing}
  </header>`;
}

/** The facts, each under its own name. */
export function facts(view: View): Content {
  const { incident } = view.facts;
  if (!incident) return nothing;
  const { locale } = view;
  const { affected, actor } = incident;
  const rows: [name: keyof typeof locale.facts, value: unknown, words?: string][] = [
    ['what', say(view, incident.what), incident.what],
    ['who', say(view, affected?.description), affected?.description],
    ['count', affected?.count === undefined ? nothing : numberText(affected.count, locale)],
    ['names', affected?.names?.length ? words(view, affected.names) : nothing],
    ['affiliation', say(view, affected?.affiliation), affected?.affiliation],
    ['actor', actor ? html`${say(view, actor.name)} <span class="own">(${locale.actors[actor.kind]})</span>` : nothing, actor?.name],
    ['where', incident.place ? placed(view, incident.place) : nothing, incident.place?.name],
    ['when', time(view, incident.when)],
    ['grounds', say(view, incident.grounds), incident.grounds],
    ['categories', incident.categories?.length ? words(view, incident.categories) : nothing],
  ];
  const there = rows.filter(([, value]) => value !== nothing);
  const list = (some: readonly (typeof rows)[number][]) =>
    html`<dl class="facts" part="facts">
      ${some.map(
        ([name, value]) =>
          html`<div>
            <dt>${locale.facts[name]}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  const shown = there.length ? folded(view, there, list, ROW, ([, , said = '']) => said) : nothing;
  return section(view, locale.headings.facts, shown, 'what-happened');
}

const words = (view: View, all: readonly string[]) => folded(view, all, (some) => line(some.map((each) => say(view, each))), 0);

/** Quotes, background, sources, corrections, and who the publisher is. */
export function details(view: View): Content {
  const { locale, facts: extension } = view;
  const { quotes = [], background = [], sources = [], corrections = [] } = extension;
  return html`${section(
    view,
    locale.headings.quotes,
    quotes.length
      ? folded(
          view,
          quotes,
          (all) =>
            all.map(
              (quote) =>
                html`<figure class="quote" part="quotes">
                  ${
                    quote.form === 'direct'
                      ? html`<blockquote lang=${quote.language ?? view.lang ?? nothing} dir=${directionFor(quote.language ?? view.lang)}>
                          <q>${quote.text}</q>
                        </blockquote>`
                      : html`<p lang=${quote.language ?? view.lang ?? nothing} dir=${directionFor(quote.language ?? view.lang)}>
                          ${quote.text}
                        </p>`
                  }
                  <figcaption>
                    ${line([html`<b>${say(view, quote.speaker)}</b>`, say(view, quote.role), say(view, quote.organisation), reference(view, quote.source)])}
                  </figcaption>
                </figure>`,
            ),
          ROW,
        )
      : nothing,
    'said',
  )}${section(
    view,
    locale.headings.background,
    background.length
      ? folded(
          view,
          background,
          (all) =>
            html`<ul class="background">
              ${all.map(({ date, text, url }) => html`<li>${date ? html`<div class="when">${time(view, date)}</div>` : nothing} ${link(url, say(view, text), text)}</li>`)}
            </ul>`,
        )
      : nothing,
    'earlier',
  )}${section(
    view,
    locale.headings.corrections,
    corrections.length
      ? folded(
          view,
          corrections,
          (all) =>
            html`<ul class="background" part="corrections">
              ${all.map(
                ({ at, text }) =>
                  html`<li>
                    <div class="when">${time(view, at)}</div>
                    ${say(view, text)}
                  </li>`,
              )}
            </ul>`,
        )
      : nothing,
    'corrected',
  )}${section(
    view,
    locale.headings.sources,
    sources.length
      ? folded(
          view,
          sources,
          (all) =>
            html`<ul class="sources" part="sources">
              ${all.map((source) => html`<li>${reference(view, source)}</li>`)}
            </ul>`,
        )
      : nothing,
    'from',
  )}${about(view)}`;
}

function placed(view: View, place: NonNullable<Incident['place']>): unknown {
  return place.name ? filled((name) => placeText({ ...place, name }, view.locale), say(view, place.name)) : placeText(place, view.locale);
}

/** Who wrote, published and carried it, and whether it was altered. */
export function provenance(view: View): unknown {
  const { locale } = view;
  const { provenance: steps = [] } = view.facts;
  return steps.length
    ? folded(
        view,
        steps,
        (all) =>
          html`<ul class="provenance" part="provenance">
            ${all.map(
              ({ role, name, url, at, alterations }) =>
                html`<li>
                  ${line([link(url, filled(locale.provenance[role], say(view, name)), name), at && time(view, at, { clock: true }), alterations && locale.alterations[alterations]])}
                </li>`,
            )}
          </ul>`,
      )
    : nothing;
}

export function asOf(view: View): Content {
  const date = asOfDate(view.item);
  return date ? html`<p class="as-of">${time(view, date, { phrase: view.locale.asOf })}</p>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-incident': PlacardIncident;
  }
}
