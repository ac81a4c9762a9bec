/** A list of entries, which are added, moved and removed by buttons. An entry of several fields is folded behind its first words. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isJsonObject } from '../../lint/json-pointer.js';
import type { PartialDate } from '../../feed/values/partial-date.js';
import type { Form } from './form.js';
import { choiceOf, dateText, hintOf, labelOf } from './labels.js';
import { controlId, problemsView } from './problems-view.js';
import { fieldAt, fieldsIn, hasSimpleEntries, type Field } from './schema.js';

/** The views of an entry's fields; a parameter, because a field may be a list. */
export interface FieldViews {
  fieldView(form: Form, field: Field): TemplateResult;
  fieldsView(form: Form, fields: readonly Field[]): TemplateResult;
}

export function listView(form: Form, list: Field, views: FieldViews): TemplateResult {
  const { words } = form;
  const value = form.valueAt(list.pointer);
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const label = labelOf(list, words);
  const hint = hintOf(list, words);
  return html`<fieldset class="list" data-path=${list.pointer} data-pattern=${list.pattern}>
    <legend>${label}</legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${problemsView(form, form.problemsAt(list.pointer), controlId(list.pointer))}
    <ol>
      ${repeat(
        entries,
        (_entry, index) => `${list.pointer}/${index}`,
        (entry, index) =>
          html`<li>
            ${entryView(form, list, entry, index, views)}
            ${tools(form, list, index, entries.length, titleOf(form, `${list.pointer}/${index}`, entry) || `${index + 1}`)}
          </li>`,
      )}
    </ol>
    <button type="button" class="add-entry" data-add=${list.pattern} @click=${() => form.addEntry(list)}>+ ${words.addTo(label)}</button>
  </fieldset>`;
}

function entryView(form: Form, list: Field, entry: unknown, index: number, { fieldView, fieldsView }: FieldViews) {
  const pointer = `${list.pointer}/${index}`;
  const field = fieldAt(pointer);
  if (!field) return nothing;
  if (hasSimpleEntries(list) || typeof entry === 'string')
    return html`<div class="simple">${fieldView(form, { ...field, required: true, name: list.name })}</div>`;
  const count = form.countProblems(pointer);
  return html`<details
    class="entry"
    data-path=${pointer}
    data-pattern=${field.pattern}
    ?open=${form.isOpen(pointer)}
    @toggle=${(event: Event) => form.setOpen(pointer, (event.target as HTMLDetailsElement).open)}
  >
    <summary>
      <span>${titleOf(form, pointer, entry) || form.words.newEntry}</span>
      ${count ? html`<small class="count">${form.words.problemCount(count)}</small>` : nothing}
    </summary>
    ${problemsView(form, form.problemsAt(pointer), controlId(pointer))} ${fieldsView(form, fieldsIn(pointer))}
  </details>`;
}

function tools(form: Form, list: Field, index: number, count: number, title: string) {
  const pointer = `${list.pointer}/${index}`;
  const { words } = form;
  return html`<div class="tools" role="group" aria-label=${title}>
    <button
      type="button"
      ?disabled=${index === 0}
      aria-label=${words.moveUp(title)}
      title=${words.moveUp(title)}
      @click=${() => form.moveEntry(pointer, -1)}
    >
      ↑
    </button>
    <button
      type="button"
      ?disabled=${index === count - 1}
      aria-label=${words.moveDown(title)}
      title=${words.moveDown(title)}
      @click=${() => form.moveEntry(pointer, 1)}
    >
      ↓
    </button>
    <button
      type="button"
      aria-label=${words.removeField(title)}
      title=${words.removeField(title)}
      @click=${() => form.removeEntry(pointer)}
    >
      ✕
    </button>
  </div>`;
}

/** Members that say best what an entry is about. */
const TITLE_MEMBERS = ['text', 'title', 'label', 'name', 'speaker', 'forum', 'description', 'language', 'alt', 'what', 'by'];

function titleOf(form: Form, pointer: string, entry: unknown): string {
  if (!isJsonObject(entry)) return typeof entry === 'string' ? entry : '';
  const text = TITLE_MEMBERS.map((name) => entry[name]).find((value): value is string => typeof value === 'string' && value !== '');
  const kind = ['type', 'role', 'status'].find((name) => typeof entry[name] === 'string');
  const known = kind && fieldAt(`${pointer}/${kind}`);
  const named = text ?? (known ? choiceOf(known, entry[kind] as string, form.words) : entry.id);
  return [dateText(entry.date as PartialDate | undefined, form.words), named].filter(Boolean).join(' · ');
}
