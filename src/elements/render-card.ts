/** Renders a card into the live element. It decides only the markup, classes and parts; the card has the words. */
import { html, nothing, type TemplateResult } from 'lit';
import type {
  ActionBlock,
  Block,
  Card,
  Copy,
  Fold,
  Group,
  Heading,
  Isolated,
  Link,
  Paragraph,
  Picture,
  Run,
  Runs,
  SectionBlock,
  Span,
  Words,
} from '../card/card.js';
import type { Action } from '../feed/schema/schema.js';

/** The element around a card. */
export interface CardHost {
  /** Handles a click on an action. */
  onAction(event: Event, action: Action, share?: ActionBlock['share']): void;
  /** Returns a picture, or a button that reveals it. */
  picture(picture: Picture): unknown;
  /** Returns a block that only sections and lists have. */
  section(block: SectionBlock, render: Render): unknown;
  /** Handles the opening and closing of a section. */
  onToggle(role: Fold['role'], open: boolean): void;
  /** Copies a letter. */
  copy(text: string, button: HTMLElement): void;
}

/** The renderers of a card, which blocks of sections need for the blocks inside. */
export interface Render {
  block(block: Block): unknown;
  runsOf(runs: Runs): unknown;
}

/** Roles that are also parts, so that embedders can style them. */
const PARTS = new Set(
  `languages headline label summary stamp checked facts timeline corrections sources provenance message title quote contact notice status reason`.split(
    ' ',
  ),
);
export const partOf = (role: string) => (PARTS.has(role) ? role : nothing);

/** Returns the classes for a role, its mark and its icon. */
export const classOf = (role: string, mark?: string, icon?: string) =>
  `placard-${role}${mark ? ` placard-mark-${mark}` : ''}${icon ? ` placard-icon-${icon}` : ''}`;

export function renderCard({ blocks, lang }: Card, host: CardHost): TemplateResult {
  return html`${blocks.map(block)}`;

  function block(each: Block): unknown {
    switch (each.kind) {
      case 'paragraph':
        return paragraph(each);
      case 'heading':
        return heading(each);
      case 'picture':
        return picture(each);
      case 'fold':
        return fold(each);
      case 'group':
        return group(each);
      case 'action':
        return action(each);
      case 'copy':
        return copy(each);
      default:
        return host.section(each, { block, runsOf });
    }
  }

  function group({ role, blocks: inner, code, mark }: Group): TemplateResult {
    const content = inner.map((each, index) => html`${index && role === 'others' ? ' ' : nothing}${block(each)}`);
    if (role === 'others') return html`<p class="placard-others" part="actions">${content}</p>`;
    if (role === 'act') return html`<section class="placard-act">${content}</section>`; // as in the snapshot
    return html`<div class=${classOf(role, mark)} part=${partOf(role)} data-status=${code ?? nothing}>${content}</div>`;
  }

  function paragraph({ role, runs: inner, lang: own, dir, icon }: Paragraph): unknown {
    const content = runsOf(inner);
    if (role === 'line' || role === 'number') return content;
    if (role === 'when' || role === 'event' || role === 'year' || role === 'reach')
      return html`<span class=${classOf(role)}>${content}</span>`;
    // `PlacardElement.updateCheckedTime` writes this text between two renders, so Lit must not own the text node.
    if (role === 'checked') return html`<p class="placard-checked" part="checked" .textContent=${String(inner[0])}></p>`;
    if (role === 'shared') return html`<p class="placard-shared" role="status">${content}</p>`;
    const part = role === 'picture-less' ? 'picture' : partOf(role);
    return html`<p class=${classOf(role, undefined, icon)} part=${part} lang=${own ?? nothing} dir=${dir ?? nothing}>${content}</p>`;
  }

  function heading({ role, level, runs: inner }: Heading): TemplateResult {
    const content = runsOf(inner);
    if (level <= 2) return html`<h2 class=${classOf(role)} part=${role}>${content}</h2>`;
    if (level === 3) return html`<h3 class=${classOf(role)} part=${role}>${content}</h3>`;
    if (level === 4) return html`<h4 class=${classOf(role)} part=${role}>${content}</h4>`;
    if (level === 5) return html`<h5 class=${classOf(role)} part=${role}>${content}</h5>`;
    return html`<h6 class=${classOf(role)} part=${role}>${content}</h6>`;
  }

  function copy({ label, text, status }: Copy): TemplateResult {
    const onClick = ({ currentTarget }: Event) => host.copy(text, currentTarget as HTMLElement);
    return html`<button type="button" class="placard-copy" part="copy" @click=${onClick}>${label}</button>
      <p class="placard-shared" role="status">${status}</p>`;
  }

  function picture(each: Picture): TemplateResult {
    const { caption } = each;
    return html`<figure class="placard-picture" part="picture" tabindex="-1">
      ${host.picture(each)} ${caption.length ? html`<figcaption>${runsOf(caption)}</figcaption>` : nothing}
    </figure>`;
  }

  function fold({ role, summary, hint, open, blocks: inner }: Fold): TemplateResult {
    const toggle = ({ target }: Event) => host.onToggle(role, (target as HTMLDetailsElement).open);
    const within = role === 'earlier' || role === 'rest' || role === 'warning';
    return html`<details
      class=${within ? classOf(role) : 'placard-fold'}
      part=${within ? nothing : role === 'reading' ? 'fold statement' : 'fold'}
      ?open=${open}
      @toggle=${toggle}
    >
      <summary>
        <strong>${runsOf(summary)}</strong> ${hint.length ? html`<span class="placard-hint">${runsOf(hint)}</span>` : nothing}
      </summary>
      <div class="placard-inside">${inner.map(block)}</div>
    </details>`;
  }

  function action({ action: followed, caption, label, icon, url, primary, note, share }: ActionBlock): TemplateResult {
    const inner = runsOf(label);
    const follow = (event: Event) => host.onAction(event, followed, share);
    if (primary) {
      const lines = html`${caption.length ? html`<small>${runsOf(caption)}</small> ` : nothing}<strong>${inner}</strong>${note ? html` <small>${note}</small>` : nothing}`;
      return html`<p class=${classOf('primary', undefined, icon)}>
        ${
          url
            ? html`<a part="action primary" href=${url} rel="noopener noreferrer" @click=${follow}>${lines}</a>`
            : html`<span part="action primary">${lines}</span>`
        }
      </p>`;
    }
    const content = caption.length ? html`${runsOf(caption)} ${inner}` : inner;
    if (share) return html`<button type="button" part="action" @click=${follow}>${content}</button>`;
    const sentence = note ? html` <span class="placard-note">${note}</span>` : nothing;
    if (url) return html`<a part="action" href=${url} rel="noopener noreferrer" @click=${follow}>${content}</a>${sentence}`;
    return html`<span part="action">${content}${sentence}</span>`;
  }

  function runsOf(all: Runs): unknown {
    return all.length === 1 ? run(all[0]!) : all.map(run);
  }

  function run(each: Run): unknown {
    if (typeof each === 'string') return each;
    switch (each.kind) {
      case 'words':
        return words(each);
      case 'isolated':
        return isolated(each);
      case 'time':
        return html`<time datetime=${each.value}>${each.text}</time>`;
      case 'link':
        return link(each);
      case 'span':
        return span(each);
      case 'join':
        // A no-break space keeps the dot with the part before it: no line begins with a dot.
        return each.parts.map((part, index) => html`${index ? '\u00a0· ' : nothing}${runsOf(part)}`);
    }
  }

  function words({ lang: own, dir, runs: inner }: Words): TemplateResult {
    return html`<bdi lang=${own ?? nothing} dir=${dir}>${runsOf(inner)}</bdi>`;
  }

  function isolated({ text }: Isolated): TemplateResult {
    return html`<bdi dir="ltr">${text}</bdi>`;
  }

  function link({ url, role, runs: inner, hreflang, dir, action: followed }: Link): TemplateResult {
    const content = runsOf(inner);
    if (role === 'phone') return html`<a class="placard-phone" part="phone" href=${url} dir="ltr">${content}</a>`;
    if (followed) {
      const follow = (event: Event) => host.onAction(event, followed);
      return html`<a part="correction" href=${url} rel="noopener noreferrer" @click=${follow}>${content}</a>`;
    }
    if (role === 'calendar') return html`<a part="link" href=${url} download="event.ics" rel="noopener noreferrer">${content}</a>`;
    if (hreflang)
      return html`<a href=${url} hreflang=${hreflang} lang=${hreflang} dir=${dir ?? nothing} rel="noopener noreferrer">${content}</a>`;
    return html`<a href=${url} part="link" rel="noopener noreferrer">${content}</a>`;
  }

  function span({ role, runs: inner, mark }: Span): unknown {
    const content = runsOf(inner);
    if (role === 'credit') return content;
    if (role === 'cell') return html`<span>${content}</span>`;
    if (role === 'strong' || role === 'publisher') return html`<strong part=${role === 'publisher' ? role : nothing}>${content}</strong>`;
    if (role === 'struck') return html`<s>${content}</s>`;
    if (role === 'source') return html`<cite part="source">${content}</cite>`;
    if (role === 'phone') return html`<span class="placard-phone" part="phone" dir="ltr">${content}</span>`;
    if (role === 'state') return html`<span class=${classOf(role, mark, mark)} part="stamp">${content}</span>`;
    return html`<span class=${classOf(role)} lang=${role === 'note' ? nothing : lang}>${content}</span>`;
  }
}
