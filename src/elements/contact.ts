/** How to reach the people behind a statement: several safe channels, no form, nothing collected. */
import { html, nothing } from 'lit';
import type { Contact } from '../feed/schema.js';
import { emailUrl, phoneUrl, safeUrl } from '../feed/url.js';
import { languageName, listText } from './intl.js';
import { heading, link, sayHead, type Content, type View } from './view.js';

/** In a sandbox that took the page's origin away, neither `tel:` nor `mailto:` leads anywhere: what is written is what one gets. */
const sandboxed = () => globalThis.origin === 'null';

/** The number as it is written, left to right in every language, and large enough to dial from. */
function phone(number: string): Content {
  if (sandboxed()) return html`<span class="phone" part="phone" dir="ltr">${number}</span>`;
  return html`<a class="phone" part="phone" href=${phoneUrl(number)} dir="ltr">${number}</a>`;
}

export function contactCard(view: View, contact: Contact): Content {
  const { locale } = view;
  const channels: [keyof typeof locale.channels, unknown][] = [
    ['email', contact.email && link(sandboxed() ? undefined : emailUrl(contact.email), html`<bdi dir="ltr">${contact.email}</bdi>`)],
    ['url', contact.url && link(contact.url, html`<bdi dir="ltr">${readable(contact.url)}</bdi>`)],
    ['signal', contact.signal && linked(view, contact.signal)],
    ['pgp', contact.pgp && linked(view, contact.pgp)],
    ['onion', contact.onion && link(contact.onion, html`<bdi dir="ltr">${readable(contact.onion)}</bdi>`)],
    [
      'languages',
      contact.languages?.length &&
        listText(
          contact.languages.map((tag) => languageName(tag, locale)),
          locale,
        ),
    ],
    ['hours', sayHead(view, contact.hours)],
  ];
  return html`<div class="contact" part="contact">
    ${heading(view.level + 1, html`${locale.roles[contact.role]}`, 'label')}
    ${contact.name ? html`<p class="name">${sayHead(view, contact.name)}</p>` : nothing} ${contact.phone ? phone(contact.phone) : nothing}
    <dl class="channels">
      ${channels.map(([name, value]) =>
        value && value !== nothing
          ? html`<div>
              <dt>${locale.channels[name]}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing,
      )}
    </dl>
  </div>`;
}

/** A Signal name or a key's fingerprint is text; where it is an address, also a link. */
function linked(view: View, text: string): unknown {
  const url = /^https?:/i.test(text) ? safeUrl(text) : undefined;
  return url ? link(url, html`<bdi dir="ltr">${readable(url)}</bdi>`) : sayHead(view, text);
}

/** An address as people write it. */
function readable(url: string): string {
  return url.replace(/^https?:\/\/|\/$/g, '').replace(/^(mailto|tel):/, '');
}
