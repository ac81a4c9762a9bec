/** Renders a card into the live element. It decides on markup, classes and parts alone; the words come from the card. */
import { html, nothing, type TemplateResult } from 'lit';
import type {
  ActionBlock,
  Block,
  Card,
  Fold,
  Group,
  Heading,
  Isolated,
  Link,
  List,
  Paragraph,
  Picture,
  Quote,
  Rows,
  Run,
  Runs,
  Span,
  Statement,
  Words,
} from '../card/card.js';
import type { Action } from '../feed/schema/schema.js';
import { icon } from './base/icons.js';

/** What a card needs of the element around it. */
export interface CardHost {
  /** A reader follows an action. */
  follow(event: Event, action: Action, share?: ActionBlock['share']): void;
  /** A picture, or a button in its place. */
  picture(picture: Picture): unknown;
  /** The statement's HTML, once it is sanitized. */
  statementHtml(statement: Statement): unknown;
  onStatementToggle(open: boolean): void;
  showMore(): void;
}

/** Parts that embedders style; each names the role that it belongs to. */
const PARTS = new Set(
  `languages translation headline label summary stamp checked facts timeline corrections sources provenance message title`.split(' '),
);
/** Roles whose class and part differ, or that have further classes. */
const GROUPS = new Map<string, { classes: string; part?: string | undefined }>(
  Object.entries({
    'lead-text': { classes: '' },
    status: { classes: 'status pad' },
    notices: { classes: 'notices pad', part: 'notice' },
    body: { classes: 'body pad' },
    more: { classes: 'more pad' },
    column: { classes: 'pad' },
    act: { classes: 'act pad', part: 'actions' },
    contact: { classes: 'contact', part: 'contact' },
    withdrawn: { classes: 'withdrawn pad', part: 'withdrawn' },
    'entries-pad': { classes: 'pad entries-pad' },
    lead: { classes: 'lead' },
    now: { classes: 'now' },
    contacts: { classes: 'contacts' },
    calls: { classes: 'calls' },
    edge: { classes: 'edge' },
  }),
);

export function renderCard({ blocks, lang }: Card, host: CardHost): TemplateResult {
  return html`${blocks.map((each) => block(each, true))}`;

  function block(each: Block, top = false): unknown {
    switch (each.kind) {
      case 'paragraph':
        return paragraph(each, top);
      case 'heading':
        return heading(each);
      case 'rows':
        return rows(each);
      case 'list':
        return list(each);
      case 'picture':
        return picture(each);
      case 'quote':
        return quote(each);
      case 'fold':
        return fold(each);
      case 'group':
        return group(each);
      case 'action':
        return action(each);
      case 'statement':
        return statement(each);
      case 'more':
        return html`<button type="button" class="show-more" part="more" @click=${() => host.showMore()}>${each.label}</button>`;
    }
  }

  function blocksOf(all: readonly Block[]): unknown {
    return all.map((each) => block(each));
  }

  function group({ role, blocks: inner, code }: Group): TemplateResult {
    const content = blocksOf(inner);
    if (role === 'head') return html`<header class="head pad">${content}</header>`;
    if (role === 'footer') return html`<footer class="pad">${content}</footer>`;
    const known = GROUPS.get(role);
    if (!known) return html`<section class=${role} part=${role}>${content}</section>`;
    const { classes, part } = known;
    return html`<div class=${classes || nothing} part=${part ?? nothing} data-status=${code ?? nothing}>${content}</div>`;
  }

  function paragraph({ role, runs: inner, lang: own, dir, icon: shape }: Paragraph, top: boolean): unknown {
    const content = runsOf(inner);
    if (role === 'line' || role === 'number') return content;
    if (role === 'when' || role === 'event') return html`<div class=${role}>${content}</div>`;
    // The time of the last check is written by hand between two renders (`PlacardElement.tick`).
    if (role === 'checked') return html`<p class="checked" part="checked" .textContent=${String(inner[0])}></p>`;
    if (role === 'shared') return html`<p class="shared" role="status">${content}</p>`;
    const words = shape ? html`${icon(shape)}<span>${content}</span>` : content;
    const part = PARTS.has(role) ? role : role === 'picture-less' ? 'picture' : nothing;
    return html`<p class=${top ? `${role} pad` : role} part=${part} lang=${own ?? nothing} dir=${dir ?? nothing}>${words}</p>`;
  }

  function heading({ role, level, runs: inner }: Heading): TemplateResult {
    const content = runsOf(inner);
    if (level <= 2) return html`<h2 class=${role} part=${role}>${content}</h2>`;
    if (level === 3) return html`<h3 class=${role} part=${role}>${content}</h3>`;
    if (level === 4) return html`<h4 class=${role} part=${role}>${content}</h4>`;
    if (level === 5) return html`<h5 class=${role} part=${role}>${content}</h5>`;
    return html`<h6 class=${role} part=${role}>${content}</h6>`;
  }

  function rows({ role, rows: all }: Rows): TemplateResult {
    return html`<dl class=${role} part=${PARTS.has(role) ? role : nothing}>
      ${all.map(
        ({ term, value }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${runsOf(value)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  function list({ role, ordered, items }: List): TemplateResult {
    const step = role === 'timeline' ? 'step' : role === 'entries' ? 'entry' : nothing;
    const name = role === 'entries' ? 'entry' : '';
    const entries = items.map(({ blocks: inner, marks = [] }) => {
      const classes = [name, ...marks].filter(Boolean).join(' ');
      return html`<li class=${classes || nothing} part=${step}>${blocksOf(inner)}</li>`;
    });
    const part = PARTS.has(role) ? role : nothing;
    return ordered
      ? html`<ol class=${role} part=${part}>
          ${entries}
        </ol>`
      : html`<ul class=${role} part=${part}>
          ${entries}
        </ul>`;
  }

  function picture(each: Picture): TemplateResult {
    const { caption } = each;
    return html`<figure part="picture" tabindex="-1">
      ${host.picture(each)} ${caption.length ? html`<figcaption>${runsOf(caption)}</figcaption>` : nothing}
    </figure>`;
  }

  function quote({ direct, text, lang: own, dir, caption }: Quote): TemplateResult {
    const words = direct
      ? html`<blockquote lang=${own ?? nothing} dir=${dir}><q>${text}</q></blockquote>`
      : html`<p lang=${own ?? nothing} dir=${dir}>${text}</p>`;
    return html`<figure class="quote" part="quotes">
      ${words}
      <figcaption>${runsOf(caption)}</figcaption>
    </figure>`;
  }

  function fold({ role, summary, open, blocks: inner }: Fold): TemplateResult {
    const toggle = ({ target }: Event) => role === 'statement' && host.onStatementToggle((target as HTMLDetailsElement).open);
    return html`<details
      class=${role === 'statement' ? 'statement pad' : role}
      part=${role === 'statement' ? role : nothing}
      ?open=${open}
      @toggle=${toggle}
    >
      <summary>${runsOf(summary)}</summary>
      ${blocksOf(inner)}
    </details>`;
  }

  function action({ action: followed, label, url, primary, closed, share }: ActionBlock): TemplateResult {
    const part = primary ? 'action primary' : 'action';
    const content = runsOf(label);
    const follow = (event: Event) => host.follow(event, followed, share);
    if (share) return html`<button type="button" class=${part} part=${part} @click=${follow}>${content}</button>`;
    if (url) return html`<a class=${part} part=${part} href=${url} rel="noopener noreferrer" @click=${follow}>${content}</a>`;
    return html`<span class="action closed" part="action">${content} ${closed ? html`<small>${closed}</small>` : nothing}</span>`;
  }

  function statement(each: Statement): TemplateResult {
    const { paragraphs, lang: own, dir } = each;
    return html`${host.statementHtml(each)}
      <div class="text" part="text" lang=${own ?? nothing} dir=${dir}>
        ${paragraphs.map((one) => (one.kind === 'paragraph' ? html`<p>${runsOf(one.runs)}</p>` : block(one)))}
      </div>`;
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
        return each.parts.map(
          (part, index) => html`${index ? html`<span class="dot" aria-hidden="true"> · </span>` : nothing}<span>${runsOf(part)}</span>`,
        );
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
    if (role === 'phone') return html`<a class="phone" part="phone" href=${url} dir="ltr">${content}</a>`;
    if (followed) {
      const follow = (event: Event) => host.follow(event, followed);
      return html`<a part="correction" href=${url} rel="noopener noreferrer" @click=${follow}>${content}</a>`;
    }
    if (hreflang)
      return html`<a href=${url} hreflang=${hreflang} lang=${hreflang} dir=${dir ?? nothing} rel="noopener noreferrer">${content}</a>`;
    return html`<a href=${url} part="link" rel="noopener noreferrer">${content}</a>`;
  }

  function span({ role, runs: inner, code }: Span): TemplateResult {
    const content = runsOf(inner);
    if (role === 'cell') return html`<span>${content}</span>`;
    if (role === 'strong' || role === 'publisher') return html`<b part=${role === 'publisher' ? role : nothing}>${content}</b>`;
    if (role === 'struck') return html`<s>${content}</s>`;
    if (role === 'source') return html`<cite part="source">${content}</cite>`;
    if (role === 'phone') return html`<span class="phone" part="phone" dir="ltr">${content}</span>`;
    if (role === 'state') return html`<span class="state" part="stamp" data-status=${code ?? nothing}>${icon(code ?? '')}${content}</span>`;
    return html`<span class=${role} lang=${role === 'note' ? nothing : lang}>${content}</span>`;
  }
}
