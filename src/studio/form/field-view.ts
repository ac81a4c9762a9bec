/** The view of one field, chosen by its control. An object and a list contain the views of their fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Problem } from '../../lint/problem.js';
import { dateView } from './date-view.js';
import { languageOptions } from '../languages/language-names.js';
import type { Form } from './form.js';
import { choiceOf, hintOf, labelOf } from './labels.js';
import { listView } from './list-view.js';
import { controlId, problemsView } from './problems-view.js';
import { referenceOptions } from './references.js';
import { choicesOf, fieldsIn, type Field } from './schema.js';
import { isAlwaysShown, isTechnical } from './sections.js';

function fieldView(form: Form, field: Field): TemplateResult {
  if (field.control === 'list') return listView(form, field, { fieldView, fieldsView });
  if (field.control === 'object' && typeof form.valueAt(field.pointer) !== 'string') return objectView(form, field);
  return simpleView(form, field);
}

/** A field with a label, its control, and its problems. */
function simpleView(form: Form, field: Field): TemplateResult {
  const { pointer, required } = field;
  const { words } = form;
  const id = controlId(pointer);
  const problems = form.problemsAt(pointer);
  const hint = hintOf(field, words);
  return html`<div class="field" data-path=${pointer} data-pattern=${field.pattern} ?data-unconfirmed=${form.isUnconfirmed(pointer)}>
    <div class="label">
      <label for=${id}>${labelOf(field, words)}</label>
      ${
        required || isAlwaysShown(field)
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              @click=${() => form.remove(pointer)}
              aria-label=${words.removeField(labelOf(field, words))}
            >
              ${words.remove}
            </button>`
      }
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${control(form, field, id, problems)}
    ${confirmView(form, pointer)} ${problemsView(form, problems, id)}
  </div>`;
}

function confirmView(form: Form, pointer: string) {
  if (!form.isUnconfirmed(pointer)) return nothing;
  const { words } = form;
  const sentence = form.sentenceOf(pointer);
  return html`<p class="found" data-found=${sentence === undefined ? 'words' : sentence ? 'sentence' : 'nothing'}>
    ${sentence ? html`<q dir="auto">${sentence}</q>` : nothing}
    <span>${sentence === '' ? words.notInText : words.found}</span>
    <button type="button" class="quiet" @click=${() => form.confirmAndContinue(pointer)}>${words.confirm}</button>
  </p>`;
}

function control(form: Form, field: Field, id: string, problems: readonly Problem[]) {
  const { pointer } = field;
  const value = form.valueAt(pointer);
  const invalid = problems.some(({ level }) => level === 'error');
  const described = `${hintOf(field, form.words) ? `${id}-hint ` : ''}${problems.length ? `${id}-problems` : ''}`.trim() || undefined;
  const options = referenceOptions(form, field);
  if (options) return select(form, field, id, options, invalid, described);
  switch (field.control) {
    case 'date':
      return dateView(form, field, id, invalid);
    case 'choice':
      return select(
        form,
        field,
        id,
        choicesOf(field).map((choice) => [choice, choiceOf(field, choice, form.words)] as const),
        invalid,
        described,
      );
    case 'language':
      return select(form, field, id, languageOptions(form.words.language), invalid, described);
    case 'flag':
      return html`<input
        type="checkbox"
        id=${id}
        .checked=${live(value === true)}
        @change=${(event: Event) => form.set(pointer, (event.target as HTMLInputElement).checked || undefined)}
      />`;
    case 'number':
      return html`<input
        id=${id}
        inputmode="numeric"
        size="10"
        .value=${live(textOf(value))}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(described)}
        @input=${(event: Event) => form.set(pointer, toNumber((event.target as HTMLInputElement).value))}
      />`;
    case 'long-text':
      return html`<textarea
          id=${id}
          rows=${rowsFor(textOf(value))}
          dir="auto"
          .value=${live(textOf(value))}
          aria-invalid=${invalid}
          aria-describedby=${ifDefined(described)}
          @input=${(event: Event) => form.set(pointer, toText((event.target as HTMLTextAreaElement).value, field))}
        ></textarea>
        ${field.name === 'summary' ? counter(form, textOf(value)) : nothing}`;
    default:
      if (field.pattern === HEADLINE) return headline(form, field, id, invalid, described);
      return html`<input
        id=${id}
        dir="auto"
        autocomplete="off"
        type="text"
        inputmode=${inputMode(field)}
        .value=${live(textOf(value))}
        aria-invalid=${invalid}
        aria-describedby=${ifDefined(described)}
        @input=${(event: Event) => form.set(pointer, toText((event.target as HTMLInputElement).value, field))}
      />`;
  }
}

const HEADLINE = '/items/*/title';

/** One line of the format, in as many lines as it needs here: an input would cut it. */
function headline(form: Form, field: Field, id: string, invalid: boolean, described?: string) {
  const text = textOf(form.valueAt(field.pointer));
  return html`<textarea
    id=${id}
    class="headline"
    dir="auto"
    rows=${Math.ceil(text.length / 40) || 1}
    .value=${live(text)}
    aria-invalid=${invalid}
    aria-describedby=${ifDefined(described)}
    @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && event.preventDefault()}
    @input=${(event: Event) => form.set(field.pointer, toText((event.target as HTMLTextAreaElement).value.replace(/\n+/g, ' '), field))}
  ></textarea>`;
}

function select(
  form: Form,
  field: Field,
  id: string,
  options: readonly (readonly [string | number, string])[],
  invalid: boolean,
  described?: string,
) {
  const value = form.valueAt(field.pointer);
  const known = value === undefined || options.some(([option]) => option === value);
  const change = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value;
    form.set(field.pointer, options.find(([option]) => String(option) === chosen)?.[0] ?? (chosen || undefined));
  };
  return html`<select id=${id} aria-invalid=${invalid} aria-describedby=${ifDefined(described)} @change=${change}>
    <option value="" ?selected=${value === undefined}>${field.required ? form.words.choose : form.words.notStated}</option>
    ${known ? nothing : html`<option value=${textOf(value)} selected>${textOf(value)}</option>`}
    ${options.map(([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`)}
  </select>`;
}

/** A summary longer than this does not fit the closed card on a phone. */
const GOOD_SUMMARY_CHARS = 220;

const counter = (form: Form, text: string) =>
  html`<p class="hint counter" ?data-over=${text.length > GOOD_SUMMARY_CHARS}>
    ${form.words.characters(text.length, GOOD_SUMMARY_CHARS)}
  </p>`;

function inputMode({ name, schemas }: Field): 'tel' | 'email' | 'url' | 'text' {
  if (name === 'phone' || name === 'fax') return 'tel';
  if (name === 'email') return 'email';
  return schemas.some(({ format }) => format === 'uri-reference') ? 'url' : 'text';
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : value === undefined ? '' : JSON.stringify(value);

const rowsFor = (text: string): number => Math.min(12, Math.max(3, Math.ceil(text.length / 60)));

const toNumber = (text: string): unknown => (text.trim() === '' ? undefined : Number.isFinite(Number(text)) ? Number(text) : text);

/** Returns a number for a figure that the format accepts as a number, so that a reader's language formats it. */
function toText(text: string, { schemas, name }: Field): unknown {
  if (text === '') return undefined;
  const takesNumber = name !== 'id' && schemas.some(({ type }) => type === 'number');
  return takesNumber && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}

/** A group of fields. */
function objectView(form: Form, field: Field): TemplateResult {
  const { pointer } = field;
  const removable = !field.required && !isAlwaysShown(field);
  const label = labelOf(field, form.words);
  return html`<fieldset class="group" data-path=${pointer} data-pattern=${field.pattern}>
    <legend>
      ${label}
      ${removable ? html`<button type="button" class="quiet" @click=${() => form.remove(pointer)} aria-label=${form.words.removeField(label)}>${form.words.remove}</button>` : nothing}
    </legend>
    ${hintOf(field, form.words) ? html`<p class="hint">${hintOf(field, form.words)}</p>` : nothing}
    ${problemsView(form, form.problemsAt(pointer), controlId(pointer))} ${fieldsView(form, fieldsIn(pointer))}
  </fieldset>`;
}

/** The fields that have a value or are always shown, then a button for each other one. */
export function fieldsView(form: Form, fields: readonly Field[]): TemplateResult {
  const isShown = (field: Field) => form.isShown(field);
  const technical = fields.filter((field) => isTechnical(field) && isShown(field));
  const shown = fields.filter((field) => !isTechnical(field) && isShown(field));
  const others = fields.filter((field) => !isShown(field));
  const faulty = technical.some(({ pointer }) => form.countProblems(pointer));
  return html`${shown.map((field) => fieldView(form, field))}
  ${
    others.length
      ? html`<div class="add" role="group" aria-label=${form.words.addMore}>
          ${others.map((field) => html`<button type="button" data-add=${field.pattern} @click=${() => form.add(field)}>+ ${labelOf(field, form.words)}</button>`)}
        </div>`
      : nothing
  }
  ${
    technical.length
      ? html`<details class="technical" ?open=${faulty || technical.some(({ pointer }) => form.isOpen(pointer))}>
          <summary>${form.words.technical}</summary>
          ${technical.map((field) => fieldView(form, field))}
        </details>`
      : nothing
  }`;
}
