/** The statement's languages: what a translation has to say of itself, and the way to the others, each named in itself. */
import { html, nothing } from 'lit';
import { originalOf, translationOf, versionsOf } from '../feed/translations.js';
import { ownName } from './intl.js';
import { folded } from './room.js';
import { directionFor, filled, line, type Content, type View } from './view.js';

/** The room of a language's own name. */
const LANGUAGE = 20;

export function otherLanguages(view: View): Content {
  const { feed, item, locale } = view;
  const original = originalOf(feed, item.id);
  const links = versionsOf(feed, item.id).flatMap(({ id, language }) => {
    const url = id === item.id ? undefined : feed.item(id)?.url;
    if (!url || !language) return [];
    const link = html`<a href=${url} hreflang=${language} lang=${language} dir=${directionFor(language)} rel="noopener noreferrer"
      >${ownName(language)}</a
    >`;
    return [id === original ? html`${link} (${locale.original})` : link];
  });
  return links.length
    ? html`<p class="languages" part="languages">
        ${filled(
          (list) => locale.labelled(locale.otherLanguages, list),
          folded(
            view,
            links,
            (all) => line([...all]),
            LANGUAGE,
            () => '',
          ),
        )}
      </p>`
    : nothing;
}

/** Part of the statement, so that a snapshot says it too. */
export function translationNote({ feed, item, locale }: View, name = 'translation pad'): Content {
  const { machine, outdated } = translationOf(feed, item);
  return machine || outdated
    ? html`<p class=${name} part="translation">${machine ? locale.machine : nothing} ${outdated ? locale.olderTranslation : nothing}</p>`
    : nothing;
}
