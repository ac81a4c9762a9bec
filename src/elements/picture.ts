/** Pictures cost their readers data: where they ask to save it, each waits for a tap, and nothing of it is fetched before. */
import { html, nothing, render, type LitElement } from 'lit';
import type { ItemExtension } from '../feed/schema.js';
import { isPagesOwn } from '../feed/url.js';
import { filled, line, say, type Content, type View } from './view.js';

/** Addresses that somebody on this page asked to see. */
const asked = new Set<string>();

function saving(): boolean | undefined {
  const { connection } = navigator as { connection?: { saveData?: boolean } }; // Chromium alone has it; a DOM outside of a browser, neither
  return connection?.saveData || globalThis.matchMedia?.('(prefers-reduced-data: reduce)').matches;
}

type Media = NonNullable<ItemExtension['media']>[number];

/** What is pictured; the item's own picture where none of it has an address. */
export function mediaOf({ item, facts: { media = [] } }: View): Partial<Media>[] {
  return item.image && !media.some(({ url }) => url) ? [{ url: item.image }, ...media] : media;
}

export function figure(view: View, { url, alt, credit, caption }: Partial<Media>): Content {
  const { feed, item, locale } = view;
  const refused = !!url && isPagesOwn(url, globalThis.origin, feed.address);
  if (refused) feed.found(item.id, url === item.image ? 'image' : '_placard/media', 'bad-url');
  const said = [say(view, caption), credit && html`<span class="credit">${filled(locale.credit, say(view, credit))}</span>`];
  if (!url || refused) return html`<p class="picture-less" part="picture">${line([say(view, alt), ...said])}</p>`;
  return html`<figure part="picture" tabindex="-1">
    ${picture(view, url, alt)} ${caption || credit ? html`<figcaption>${line(said)}</figcaption>` : nothing}
  </figure>`;
}

function picture(view: View, url: string, alt: string | undefined): Content {
  if (saving() && !asked.has(url))
    return button(view, alt, ({ currentTarget }) => {
      const pressed = currentTarget as HTMLElement;
      asked.add(url);
      pressed.closest('figure')!.focus(); // the button goes, and whoever pressed it stays where it was
      ((pressed.getRootNode() as ShadowRoot).host as LitElement).requestUpdate();
    });
  return html`<img
    src=${url}
    alt=${alt ?? ''}
    lang=${view.lang ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}

/** The same for those in a statement's own HTML, before it is shown. */
export function holdPictures(content: DocumentFragment, view: View): void {
  if (!saving()) return;
  for (const image of content.querySelectorAll('img')) {
    const box = document.createElement('span');
    image.replaceWith(box);
    image.tabIndex = -1;
    const show = () => {
      box.replaceWith(image);
      image.focus();
    };
    render(button(view, image.alt, show), box);
  }
}

function button(view: View, alt: string | undefined, show: (event: Event) => void): Content {
  const { locale } = view;
  return html`<button type="button" class="show" lang=${locale.tag} @click=${show}>
    ${alt ? filled((words) => locale.labelled(locale.showPicture, words), say(view, alt)) : locale.showPicture}
  </button>`;
}
