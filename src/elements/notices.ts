/** How old is what stands here, and from where: plain sentences, never alarming, never hidden. */
import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { selectItem } from '../feed/select.js';
import { originalOf, withdrawnBy } from '../feed/translations.js';
import { clockText, whenOf } from './intl.js';
import { link, say, type Content, type View } from './view.js';

/** Something that may speak for others around it, so that one page says it once. */
export interface Speaker {
  readonly speaks: boolean;
}

export function notices(speaker: Speaker, view: View): Content {
  const { locale, state, feed, facts } = view;
  const until = feed.head._placard?.valid_until;
  const next = facts.superseded_by ?? feed.item(originalOf(feed, view.item.id))?._placard?.superseded_by;
  const found = next === undefined ? undefined : selectItem(feed, { id: next, language: view.language });
  const successor = found && !withdrawnBy(feed, found) ? found : undefined;
  const sentences = [
    next !== undefined &&
      html`${locale.superseded} ${link(successor?.url, say(view, successor?.title, successor?.language), successor?.title)}`,
    ...(speaker.speaks
      ? [
          state.outdated && until && locale.outdated(whenOf(until, locale)!),
          state.status === 'stale' &&
            !state.outdated &&
            locale.stale(state.checkedAt ? clockText(state.checkedAt, view.now, locale) : undefined),
          (state.source === 'mirror' || state.source === 'cache' || state.source === 'kept') && locale[state.source],
        ]
      : []),
  ].filter(Boolean);
  return sentences.length
    ? html`<div class="notices pad" part="notice">
        ${sentences.map((sentence) => html`<p>${icon('stale')}<span>${sentence}</span></p>`)}
      </div>`
    : nothing;
}

/**
 * When this widget last asked, apart from the publisher's own "as of". Bound as a property, so that a round that brought
 * nothing new can write the time alone (`PlacardElement.tick`) without a render.
 */
export function checked({ locale, state, now }: View): Content {
  return state.checkedAt === undefined
    ? nothing
    : html`<p class="checked" part="checked" .textContent=${locale.checked(clockText(state.checkedAt, now, locale))}></p>`;
}
