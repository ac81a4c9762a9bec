/** A translation beside its original. Only words are translated. Words whose original has changed since are marked. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
import { languageVariants, originalId } from '../../feed/translations.js';
import { directionOf } from '../../i18n/load-locale.js';
import { revisionOfWords } from '../../revise/translated-revision.js';
import { fieldAt } from '../form/schema.js';
import { labelOf } from '../form/labels.js';
import { CARD_LANGUAGES, languageName } from '../languages/language-names.js';
import { newTranslation, translationOf, unitsOf, withTranslation, type Unit } from '../languages/units.js';
import { sanitizeFragment } from '../document/sanitize.js';
import { fitsEditor, type StatementValue } from '../form/rich-text.js';
import type { Studio } from '../studio.js';
import { card } from './card-view.js';
import { itemTitle } from './case-state.js';

interface LanguagesState {
  /** Id of the shown translation. */
  shown?: string;
}

export function languagesView(studio: Studio): TemplateResult {
  const { words, file, route } = studio;
  const { feed, document } = file!;
  const routed = feed?.idAtIndex(route.item ?? 0);
  if (!feed || routed === undefined) return html`<h1 tabindex="-1">${words.noPreview}</h1>`;
  const root = originalId(feed, routed);
  const indexOf = (id: string) => document.items.findIndex((item) => String(item.id) === id);
  const original = document.items[indexOf(root)]!;
  const state = studio.view<LanguagesState>(`languages ${root}`, () => ({}));
  const variants = languageVariants(feed, root).filter(({ id }) => id !== root);
  const shown = variants.find(({ id }) => id === state.shown)?.id ?? (routed === root ? variants[0]?.id : routed);
  const used = new Set([original.language, ...variants.map(({ language }) => language)]);
  const add = (language: string) => {
    const translation = newTranslation(original, language);
    state.shown = String(translation.id);
    studio.edit((current) => ({ ...current, items: current.items.toSpliced(indexOf(root) + 1, 0, translation) }));
  };
  return html`<div class="update">
    <p class="eyebrow" dir="auto">${itemTitle(original, words)}</p>
    <h1 tabindex="-1">${words.views.languages}</h1>
    <div class="row">
      ${variants.map(
        ({ id, language }) =>
          html`<button
            type="button"
            data-variant=${id}
            aria-pressed=${id === shown}
            @click=${() => {
              state.shown = id;
              studio.render();
            }}
          >
            ${languageName(language, words.language)}
          </button>`,
      )}
      <label class="add-language"
        >${words.addLanguage}
        <select id="add-language" @change=${(event: Event) => add((event.target as HTMLSelectElement).value)}>
          <option value="">${words.choose}</option>
          ${CARD_LANGUAGES.filter((tag) => !used.has(tag)).map((tag) => html`<option value=${tag}>${languageName(tag, words.language)}</option>`)}
        </select></label
      >
    </div>
    ${shown === undefined ? html`<p class="hint">${words.noTranslation}</p>` : pairs(studio, original, indexOf(shown), indexOf(root))}
  </div>`;
}

function pairs(studio: Studio, original: Json, index: number, rootIndex: number) {
  const { words, file } = studio;
  const translation = file!.document.items[index];
  if (!translation) return nothing;
  const id = String(translation.id);
  const language = typeof translation.language === 'string' ? translation.language : 'en';
  const known = file!.facts.translated?.[id] ?? {};
  const units = unitsOf(original);
  const states = units.map((unit) => stateOf(unit, translationOf(translation, original, unit), known[unit.key]));
  const count = (wanted: UnitState) => states.filter((each) => each === wanted).length;
  return html`<p class="hint" data-missing=${count('missing')} data-outdated=${count('outdated')}>
      ${words.translationState(count('missing'), count('outdated'))}
    </p>
    <div class="translation">
      <ol class="units">
        ${units.map(
          (unit, at) =>
            html`<li data-unit=${unit.key} data-state=${states[at]}>
              <label for="unit-${at}">${labelOfUnit(unit, studio)}</label>
              ${originalView(unit, String(original.language ?? 'en'))}
              ${translationField(studio, unit, at, language, translationOf(translation, original, unit), (text) => write(studio, index, rootIndex, unit, text))}
              ${
                states[at] === 'outdated'
                  ? html`<p class="found">
                      ${words.originalChanged} <q class="hint" dir="auto">${known[unit.key]}</q>
                      <button type="button" class="quiet" @click=${() => confirmUnit(studio, index, unit)}>${words.stillRight}</button>
                    </p>`
                  : nothing
              }
            </li>`,
        )}
      </ol>
      <section class="preview-side" aria-label=${words.preview}>${card(file!.feed, index, words.noPreview)}</section>
    </div>`;
}

/** The original's words, with their links and emphasis. */
function originalView({ text, html: source }: Unit, language: string) {
  const content = source === undefined ? text : sanitizeFragment(source, 1);
  return html`<div class="original" lang=${language} dir="auto">${content}</div>`;
}

function translationField(studio: Studio, unit: Unit, at: number, language: string, value: string, write: (text: string) => void) {
  const label = labelOfUnit(unit, studio);
  if (unit.html !== undefined && fitsEditor(unit.html) && fitsEditor(value))
    return html`<studio-rich-text
      id="unit-${at}"
      lang=${language}
      .words=${studio.words}
      .label=${label}
      .html=${value}
      @statement=${({ detail }: CustomEvent<StatementValue>) => write(detail.html)}
    ></studio-rich-text>`;
  return html`<textarea
    id="unit-${at}"
    lang=${language}
    dir=${directionOf(language)}
    rows=${Math.max(2, Math.ceil(unit.text.length / 48))}
    .value=${live(value)}
    @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

type UnitState = 'missing' | 'outdated' | 'current';

function stateOf({ text }: Unit, words: string, translatedFrom: string | undefined): UnitState {
  if (!words) return 'missing';
  return translatedFrom !== undefined && translatedFrom !== text ? 'outdated' : 'current';
}

function labelOfUnit({ key }: Unit, { words }: Studio): string {
  if (key.startsWith('/statement/')) return words.paragraph(Number(key.slice('/statement/'.length)) + 1);
  const field = fieldAt(`/items/0${key.replace(/\/\d+$/, '')}`); // an entry of a list of texts has the list's label
  const owner = /\/(\w+)\/\d+\/\w+$/.exec(key)?.[1];
  const list = owner === undefined ? undefined : fieldAt(`/items/0${key.slice(0, key.lastIndexOf(owner) + owner.length)}`);
  return [list && labelOf(list, words), field && labelOf(field, words)].filter(Boolean).join(' · ');
}

function write(studio: Studio, index: number, rootIndex: number, unit: Unit, text: string): void {
  studio.edit((document) => {
    const original = document.items[rootIndex]!;
    const changed = withTranslation(document.items[index]!, original, unit.key, text);
    return { ...document, items: document.items.with(index, withRevision(changed, original, studio)) };
  }, `${index} ${unit.key}`);
  confirmUnit(studio, index, unit);
}

/** Remembers from which words a unit is translated. */
function confirmUnit(studio: Studio, index: number, unit: Unit): void {
  const { file } = studio;
  const id = String(file!.document.items[index]!.id);
  const { translated = {} } = file!.facts;
  studio.note({ translated: { ...translated, [id]: { ...translated[id], [unit.key]: unit.text } } });
}

/** States which revision of the original is translated. */
function withRevision(translation: Json, original: Json, { file }: Studio): Json {
  const published = file!.facts.published?.items.find((item) => item.id === original.id);
  const revision = revisionOfWords(original, published);
  const extension = Object(translation._placard) as Json;
  const links = Array.isArray(extension.translations) ? (extension.translations as unknown[]) : [];
  const translations = links.map((link) => (isJsonObject(link) && link.kind === 'original' ? { ...link, of_revision: revision } : link));
  return translations.length ? { ...translation, _placard: { ...extension, translations } } : translation;
}
