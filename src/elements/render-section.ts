/** Renders the blocks that only sections and lists have. It loads with them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Filter, List, Quote, Rows, SectionBlock, Statement } from '../card/card.js';
import { classOf, partOf, type Render } from './render-card.js';

/** The element around a section or list. */
export interface SectionHost {
  /** Returns the sanitized HTML of the statement, or nothing before it is loaded. */
  statementHtml(statement: Statement): unknown;
  showMore(): void;
  /** @param topic empty for every entry */
  showTopic(topic: string): void;
}

export function renderSection(each: SectionBlock, render: Render, host: SectionHost): unknown {
  switch (each.kind) {
    case 'rows':
      return rows(each, render);
    case 'list':
      return list(each, render);
    case 'quote':
      return quote(each, render);
    case 'statement':
      return statement(each, render, host);
    case 'filter':
      return filter(each, host);
    case 'more':
      return html`<button type="button" class="placard-more" part="more" @click=${() => host.showMore()}>${each.label}</button>`;
  }
}

function rows({ role, rows: all }: Rows, { runsOf }: Render): TemplateResult {
  return html`<dl class=${classOf(role)} part=${partOf(role)}>
    ${all.map(
      ({ term, value }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${runsOf(value)}</dd>
        </div>`,
    )}
  </dl>`;
}

function list({ role, ordered, items }: List, { block }: Render): TemplateResult {
  const step = role === 'timeline' ? 'step' : role === 'entries' ? 'entry' : nothing;
  const entries = items.map(({ blocks: inner, marks = [] }) => {
    const classes = marks.map((mark) => classOf(mark)).join(' ');
    return html`<li class=${classes || nothing} part=${marks.includes('year') ? nothing : step}>
      ${inner.map((each, index) => html`${index ? ' ' : nothing}${block(each)}`)}
    </li>`;
  });
  return ordered
    ? html`<ol class=${classOf(role)} part=${partOf(role)}>
        ${entries}
      </ol>`
    : html`<ul class=${classOf(role)} part=${partOf(role)}>
        ${entries}
      </ul>`;
}

function filter({ label, all, topics, topic }: Filter, host: SectionHost): TemplateResult {
  const choose = ({ target }: Event) => host.showTopic((target as HTMLSelectElement).value);
  return html`<label class="placard-filter" part="filter">
    ${label}
    <select @change=${choose}>
      <option value="" .selected=${topic === undefined}>${all}</option>
      ${topics.map((each) => html`<option .selected=${each === topic} dir="auto">${each}</option>`)}
    </select>
  </label>`;
}

function quote({ direct, text, lang: own, dir, caption }: Quote, { runsOf }: Render): TemplateResult {
  const words = html`<p lang=${own ?? nothing} dir=${dir}>${text}</p>`;
  return html`<figure class="placard-quote" part="quote">
    <figcaption>${runsOf(caption)}</figcaption>
    ${direct ? html`<blockquote>${words}</blockquote>` : words}
  </figure>`;
}

function statement(each: Statement, { block }: Render, host: SectionHost): TemplateResult {
  const { paragraphs, lang: own, dir } = each;
  return html`${host.statementHtml(each)}
    <div class="placard-text" part="text" lang=${own ?? nothing} dir=${dir}>${paragraphs.map(block)}</div>`;
}
