/** Defers pictures for readers who save data. A deferred picture is fetched after a tap. */
import { html, nothing, render, type LitElement } from 'lit';
import type { Picture } from '../../card/card.js';
import { textDirection } from '../../card/context.js';
import { create } from '../../client/native-member.js';
import type { Locale } from '../../i18n/load-locale.js';

type Content = unknown;

/** Addresses of the pictures that the reader revealed on this page. */
const revealed = new Set<string>();

function prefersReducedData(): boolean | undefined {
  const { connection } = navigator as { connection?: { saveData?: boolean } }; // only in Chromium
  return connection?.saveData || globalThis.matchMedia?.('(prefers-reduced-data: reduce)').matches;
}

/** Returns the picture, or a button that reveals it. */
export function renderPicture({ url, alt, lang }: Picture, locale: Locale): Content {
  if (prefersReducedData() && !revealed.has(url!))
    return revealButton(locale, alt, lang, ({ currentTarget }) => {
      const pressed = currentTarget as HTMLElement;
      revealed.add(url!);
      pressed.closest('figure')!.focus(); // the update removes the button, so move the focus first
      ((pressed.getRootNode() as ShadowRoot).host as LitElement).requestUpdate();
    });
  return html`<img
    src=${url}
    alt=${alt}
    lang=${lang ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @load=${markAbsence}
    @error=${markAbsence}
  />`;
}

/** Marks a picture that fails to load. It then has only the room of its description. */
function markAbsence({ currentTarget, type }: Event): void {
  (currentTarget as HTMLElement).classList.toggle('placard-absent', type === 'error');
}

/** Replaces the pictures in a statement's HTML by buttons, before the HTML is shown. */
export function deferPictures(content: DocumentFragment, locale: Locale, lang: string | undefined): void {
  if (!prefersReducedData()) return;
  for (const image of content.querySelectorAll('img')) {
    const box = create('span');
    image.replaceWith(box);
    image.tabIndex = -1;
    const show = () => {
      box.replaceWith(image);
      image.focus();
    };
    render(revealButton(locale, image.alt, lang, show), box);
  }
}

const GAP = '\ue000';

function revealButton(locale: Locale, alt: string, lang: string | undefined, show: (event: Event) => void): Content {
  const [before, after] = locale.labelled(locale.showPicture, GAP).split(GAP);
  const words = html`${before}<bdi lang=${lang ?? nothing} dir=${textDirection(lang)}>${alt}</bdi>${after}`;
  return html`<button type="button" class="placard-show" lang=${locale.tag} @click=${show}>${alt ? words : locale.showPicture}</button>`;
}
