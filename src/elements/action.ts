import { html, nothing, type TemplateResult } from 'lit';
import { bare } from '../feed/compiled.js';
import { earliest, latest } from '../feed/dates.js';
import type { Action, Contact, Publisher } from '../feed/schema.js';
import { emailUrl, phoneUrl } from '../feed/url.js';
import { actionStyles } from './action-styles.js';
import { PlacardElement } from './base.js';
import { Calls } from './calls.js';
import { contactCard } from './contact.js';
import { translationNote } from './languages.js';
import { notices } from './notices.js';
import { whenOf } from './intl.js';
import { folded } from './room.js';
import { message } from './standing.js';
import { actionWord, orderedContacts, recipientOf } from './words.js';
import { elsewhere, filled, none, say, sayHead, type Content, type View } from './view.js';

/**
 * What readers can do, and whom they can reach: the first action large, the others beside it, the contact large enough to dial from.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart translation - What a translation says of itself.
 * @csspart contact - One contact.
 * @csspart phone - Its telephone number.
 * @csspart action - A call to action; the first one also bears the part `primary`.
 * @fires placard-action - A reader follows a call to action; cancelable.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardAction extends PlacardElement {
  static override tag = 'placard-action';
  static override styles = [...PlacardElement.styles, actionStyles];

  private readonly calls = new Calls(this);

  protected override label({ locale, publisher }: View): string {
    return locale.labelled(locale.headings.contacts, publisher);
  }

  protected override view(view: View): TemplateResult {
    const offered = actions(view, this.calls);
    return html`${translationNote(view)}${notices(this, view)}${offered === nothing ? message(view.locale.noAction, 'none') : offered}
      <footer class="pad"><p>${correction(view, this.calls)}</p></footer>`;
  }
}

/** The room of a contact with its channels, and of a call to action. */
const CONTACT = 400;
const CALL = 120;

/** The inverse block: contacts and calls to action. */
export function actions(view: View, calls: Calls): Content {
  const contacts = orderedContacts(view.feed.head._placard?.contacts ?? []);
  const all = (view.facts.actions ?? []).filter(({ type }) => type !== 'report-correction');
  if (!contacts.length && !all.length) return nothing;
  return html`<div class="act pad" part="actions">
    ${contacts.length ? html`<div class="contacts">${folded(view, contacts, (all) => all.map((contact) => contactCard(view, contact)), CONTACT)}</div>` : nothing}
    ${
      all.length
        ? html`<div class="calls">
            ${folded(view, all, (some) => some.map((action) => call(view, calls, action, contacts, action === all[0])), CALL)}
            <p class="shared" role="status">${shared(view, calls)}</p>
          </div>`
        : nothing
    }
  </div>`;
}

function call(view: View, calls: Calls, action: Action, contacts: Contact[], primary: boolean): Content {
  const { locale, now } = view;
  const part = primary ? 'action primary' : 'action';
  const recipient = recipientOf(action, contacts);
  const label = action.label ? say(view, action.label) : actionWord(action, recipient, locale);
  if (action.ends && now >= latest(action.ends)) return shut(label, locale.closedAction(whenOf(action.ends, locale)!));
  if (action.starts && now < earliest(action.starts)) return shut(label, locale.notYetOpen(whenOf(action.starts, locale)!));
  if (action.type === 'share') {
    const data = { url: view.item.url ?? location.href, title: view.item.title };
    return html`<button type="button" class=${part} part=${part} @click=${(event: Event) => calls.follow(event, action, data)}>
      ${label}
    </button>`;
  }
  const url = target(action, recipient, view.feed.head._placard?.publisher);
  if (!url) return html`<span class="action closed" part="action">${label}</span>`;
  return html`<a class=${part} part=${part} href=${url} rel="noopener noreferrer" @click=${(event: Event) => calls.follow(event, action)}
    >${label}${elsewhere(action.label, url)}</a
  >`;
}

function shut(label: unknown, why: string): Content {
  return html`<span class="action closed" part="action">${label} <small>${why}</small></span>`;
}

/** Where an action leads: its own address, else the contact that it names, else what the publisher offers for it. */
function target(
  { type, url, subject, text }: Action,
  recipient: Contact | undefined,
  publisher: Publisher | undefined,
): string | undefined {
  if (type === 'write' && recipient?.email && !url) return emailUrl(recipient.email, subject, text);
  if (url) return url;
  const offered = {
    __proto__: null,
    subscribe: publisher?.subscribe_url,
    follow: publisher?.follow?.find((place) => place.url)?.url,
    'report-correction': publisher?.corrections_url,
  };
  return offered[type as keyof typeof offered] ?? channel(recipient, subject, text) ?? (type === 'follow' ? publisher?.url : undefined);
}

function channel(contact: Contact | undefined, subject?: string, text?: string): string | undefined {
  if (!contact) return undefined;
  return (contact.phone && phoneUrl(contact.phone)) ?? (contact.email && emailUrl(contact.email, subject, text)) ?? contact.url;
}

function shared({ item, locale }: View, { shared: result }: Calls): unknown {
  if (result === 'copied') return locale.copied;
  return result === 'by-hand' ? html`${locale.copyByHand} <bdi class="address" dir="ltr">${item.url ?? location.href}</bdi>` : nothing;
}

const REPORT: Action = Object.assign(bare(), { id: 'report-correction', type: 'report-correction' } as const);

/** The way to report a mistake: always there. */
export function correction(view: View, calls: Calls): Content {
  const { locale, feed, facts, item } = view;
  const { publisher, contacts = [] } = feed.head._placard ?? none;
  const action = facts.actions?.find(({ type }) => type === 'report-correction') ?? REPORT;
  const recipient =
    contacts.find(({ id }) => id === action.contact) ?? contacts.find(({ role }) => role === 'correction') ?? orderedContacts(contacts)[0];
  const url = target(action, recipient, publisher) ?? publisher?.url ?? feed.head.home_page_url ?? item.url;
  if (!url) return html`${filled(locale.correctionsGoTo, sayHead(view, view.publisher))}`;
  return html`<a part="correction" href=${url} rel="noopener noreferrer" @click=${(event: Event) => calls.follow(event, action)}
    >${action.label ? say(view, action.label) : locale.actions['report-correction']}${elsewhere(action.label, url)}</a
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-action': PlacardAction;
  }
}
