/** Who the publisher is: its own words, its figures, and where to follow it. */
import { html, nothing } from 'lit';
import type { Publisher } from '../feed/schema.js';
import { folded, foldedText } from './room.js';
import { filled, headLanguage, line, link, paragraph, sayHead, section, time, type Content, type View } from './view.js';
import { figureText, qualified } from './words.js';

export function about(view: View): Content {
  const publisher = view.feed.head._placard?.publisher;
  if (!publisher) return nothing;
  const { figures = [], follow = [] } = publisher;
  const content = [
    publisher.about ? foldedText(view, publisher.about, (text) => paragraph(view, text, 'boilerplate', headLanguage(view))) : nothing,
    figures.length
      ? folded(
          view,
          figures,
          (all) =>
            html`<ul class="figures">
              ${all.map(
                (figure) =>
                  html`<li>
                    <b>${figured(view, figure)}</b>
                    ${sayHead(view, figure.label)}${figure.as_of ? html` <span class="own">(${time(view, figure.as_of, { phrase: view.locale.asOf })})</span>` : nothing}
                  </li>`,
              )}
            </ul>`,
        )
      : nothing,
    follow.length || publisher.url
      ? html`<p class="follow">
          ${folded(view, [...(publisher.url ? [{ url: publisher.url, label: undefined }] : []), ...follow], (all) =>
            line(
              all.map(({ label, url }) =>
                label ? link(url, sayHead(view, label), label) : link(url, html`<bdi dir="ltr">${new URL(url!).host}</bdi>`),
              ),
            ),
          )}
        </p>`
      : nothing,
  ].filter((part) => part !== nothing);
  return section(view, filled(view.locale.about, sayHead(view, publisher.name)), content.length ? content : nothing, 'publisher');
}

/** A number with a qualifier that the locale knows is a phrase of the interface; words of the publisher's own are its own. */
function figured(view: View, figure: NonNullable<Publisher['figures']>[number]): unknown {
  const { locale } = view;
  const { value, qualifier } = figure;
  if (qualifier && !qualified(qualifier, locale)) return sayHead(view, figureText(figure, locale));
  return typeof value === 'number'
    ? figureText(figure, locale)
    : filled((words) => figureText({ ...figure, value: words }, locale), sayHead(view, value));
}
