/** The thirty-second update: what happened, two or three answers, and the card before and after. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PartialDate } from '../../feed/values/partial-date.js';
import type { Json } from '../../lint/json-pointer.js';
import { fieldAt, choicesOf } from '../form/schema.js';
import { choiceOf, dateText } from '../form/labels.js';
import { readDate } from '../form/read-date.js';
import type { Studio } from '../studio.js';
import { changesOf, propose, type Proposal } from '../update/proposal.js';
import { hasWords } from '../update/correct-words.js';
import { asksForCourt, HAPPENINGS, personsOf, proceedingsOf, type Happening, type QuestionName } from '../update/happenings.js';
import { card } from './card-view.js';
import { itemTitle } from './case-state.js';

interface UpdateState {
  happening?: Happening;
  /** The answers as the user typed them. */
  texts: Partial<Record<QuestionName, string>>;
  /** The change of the last update, until the next one begins. */
  done?: boolean;
}

export function updateView(studio: Studio): TemplateResult {
  const { words, file, route } = studio;
  const index = route.item ?? 0;
  const item = file!.document.items[index];
  if (!item) return html`<h1 tabindex="-1">${words.noCases}</h1>`;
  const state = studio.view<UpdateState>(`update ${index}`, () => ({ texts: {} }));
  const { happening } = state;
  const now = new Date();
  const proposal = happening && propose(file!, index, happening, answersOf(studio, state), now);
  return html`<div class="update">
    <p class="eyebrow" dir="auto">${itemTitle(item, words)}</p>
    <h1 tabindex="-1">${words.views.update}</h1>
    <div class="choices" role="group" aria-label=${words.views.update}>
      ${HAPPENINGS.map(
        (each) =>
          html`<button
            type="button"
            data-happening=${each.name}
            aria-pressed=${each === happening}
            @click=${() => {
              Object.assign(state, { happening: each, texts: {}, done: false });
              studio.render();
              queueMicrotask(() => document.querySelector<HTMLElement>('.questions :is(input, select, textarea)')?.focus()); // after the render
            }}
          >
            ${words.happenings[each.name]}
          </button>`,
      )}
      <a class="button" href="#/${file!.id}/languages/${index}">${words.happenings.translation}</a>
    </div>
    ${happening ? questions(studio, state, happening, proposal) : nothing}
    ${state.done ? html`<p class="done-note" data-done>${words.updateDone} <a href="#/${file!.id}/publish">${words.views.publish}</a></p>` : nothing}
    ${happening ? comparison(studio, index, proposal, now) : nothing}
  </div>`;
}

function questions(studio: Studio, state: UpdateState, happening: Happening, proposal: Proposal | undefined) {
  const { questions: names, required } = happening;
  const { words, file, route } = studio;
  const item = file!.document.items[route.item ?? 0]!;
  const options: Partial<Record<QuestionName, [string, string][]>> = {
    proceeding: proceedingsOf(item),
    person: personsOf(item),
    outcome: choicesOf(fieldAt('/items/0/_placard/cases/0/outcome')!).map((value) => [
      String(value),
      choiceOf(fieldAt('/items/0/_placard/cases/0/outcome')!, value, words),
    ]),
  };
  // With one proceeding there is nothing to choose.
  const asksCourt = asksForCourt(item, happening);
  const asked = names.filter((name) =>
    name === 'proceeding' ? asksCourt || options[name]!.length > 1 : name === 'person' ? options[name]!.length > 1 : true,
  );
  if (asksCourt) delete options.proceeding;
  return html`<form
    class="questions"
    @submit=${(event: Event) => {
      event.preventDefault();
      if (proposal) accept(studio, state, proposal);
    }}
  >
    ${asked.map((name) => {
      const label = asksCourt && name === 'proceeding' ? words.whichCourt : words.questions[name];
      const optional = required.includes(name) ? nothing : html` <small>${words.optional}</small>`;
      return html`<div class="field" data-question=${name}>
        <label for="q-${name}">${label}${optional}</label>${answer(studio, state, name, item, options[name])}
      </div>`;
    })}
    <button type="submit" class="strong" id="accept" ?disabled=${!proposal}>${words.acceptUpdate}</button>
  </form>`;
}

const DATES: readonly QuestionName[] = ['date', 'newDate'];
const LONG: readonly QuestionName[] = ['sentence', 'reply', 'reason'];

function answer(studio: Studio, state: UpdateState, name: QuestionName, item: Json, options?: [string, string][]) {
  const { words } = studio;
  const text = state.texts[name] ?? '';
  const input = (event: Event) => {
    state.texts[name] = (event.target as HTMLInputElement).value;
    studio.render();
  };
  if (options) {
    return html`<select id="q-${name}" @change=${input}>
      <option value="">${words.choose}</option>
      ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === text}>${label}</option>`)}
    </select>`;
  }
  if (LONG.includes(name)) return html`<textarea id="q-${name}" rows="2" dir="auto" .value=${live(text)} @input=${input}></textarea>`;
  const isDate = DATES.includes(name);
  const isUnknown = name === 'wrong' && !!text.trim() && !hasWords(item, text.trim());
  const field = html`<input
    id="q-${name}"
    type="text"
    aria-invalid=${isUnknown}
    aria-describedby=${isDate || isUnknown ? `q-${name}-note` : nothing}
    dir="auto"
    autocomplete="off"
    placeholder=${isDate ? words.datePlaceholder : nothing}
    .value=${live(text)}
    @input=${input}
  />`;
  if (!isDate)
    return html`${field}${isUnknown ? html`<p class="read" id="q-${name}-note" data-unknown-words>${words.wordsNotFound}</p>` : nothing}`;
  const date = parseAnswer(studio, text);
  return html`${field}
    <p class="read" id="q-${name}-note" data-read=${date === undefined ? '' : JSON.stringify(date)}>
      ${date === undefined ? (text ? words.dateNotRead : nothing) : words.readAs(dateText(date, words))}
    </p>`;
}

const parseAnswer = ({ words }: Studio, text: string): PartialDate | undefined =>
  readDate(text, { language: words.language, today: new Date(), relations: words.relations });

function answersOf(studio: Studio, { texts }: UpdateState) {
  return Object.fromEntries(
    (Object.entries(texts) as [QuestionName, string][]).map(([name, text]) => [
      name,
      DATES.includes(name) ? parseAnswer(studio, text) : text.trim() || undefined,
    ]),
  );
}

function comparison(studio: Studio, index: number, proposal: Proposal | undefined, now: Date) {
  const { words, file } = studio;
  const before = file!.feed;
  const id = before?.idAtIndex(index);
  const changes = proposal && before && id !== undefined ? changesOf(before, proposal.feed, id, now, studio.render) : undefined;
  return html`<section class="changes" aria-label=${words.changesTitle}>
      <h2>${words.changesTitle}</h2>
      ${
        !proposal
          ? html`<p class="hint">${words.answerFirst}</p>`
          : changes?.length
            ? html`<ul>
                ${changes.flatMap(({ section, before: old, now: added }) => [...old.map((line) => html`<li data-change="removed"><del dir="auto">${section ? `${section}: ` : ''}${line}</del></li>`), ...added.map((line) => html`<li data-change="added"><ins dir="auto">${section ? `${section}: ` : ''}${line}</ins></li>`)])}
              </ul>`
            : html`<p class="hint">${words.noChange}</p>`
      }
    </section>
    <div class="before-after">
      <section aria-label=${words.before}>
        <h2>${words.before}</h2>
        ${card(before, index, words.noPreview)}
      </section>
      <section aria-label=${words.after}>
        <h2>${words.after}</h2>
        ${card(proposal?.feed ?? before, index, words.noPreview)}
      </section>
    </div>`;
}

function accept(studio: Studio, state: UpdateState, { document }: Proposal): void {
  Object.assign(state, { happening: undefined, texts: {}, done: true });
  studio.edit(() => document);
  studio.say(studio.words.updateDone);
}
