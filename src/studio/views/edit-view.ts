/** The composer: the form in the order of the card, and beside it the card as readers see it. */
import { html, nothing, type TemplateResult } from 'lit';
import { Form } from '../form/form.js';
import { fieldsView } from '../form/field-view.js';
import { problemsView } from '../form/problems-view.js';
import { problemInList } from '../form/problem-places.js';
import { feedFields, itemSections, type SectionName } from '../form/sections.js';
import type { Field } from '../form/schema.js';
import { statementView } from '../form/statement-view.js';
import type { Studio } from '../studio.js';
import { cardView } from './card-view.js';
import { itemTitle } from './case-state.js';

/** Sections that a new case shows open. */
const OPEN: readonly SectionName[] = ['headline'];

interface EditState {
  showsCard: boolean;
  /** The user presses a button of the mouse, or a finger. */
  isPressed: boolean;
}

export function editView(studio: Studio): TemplateResult {
  const { words, file, route } = studio;
  const item = `/items/${route.item ?? 0}`;
  const form = new Form(studio);
  const state = studio.view<EditState>('edit', () => ({ showsCard: false, isPressed: false }));
  queueMicrotask(() => form.applyFocus(document));
  const { publisher, feed } = feedFields();
  const title = itemTitle(file!.document.items[route.item ?? 0], words);
  return html`<h1 tabindex="-1" class="hidden">${title}</h1>
    <div class="composer" ?data-card=${state.showsCard}>
      <form
        class="form"
        autocomplete="off"
        @submit=${(event: Event) => event.preventDefault()}
        @pointerdown=${() => press(studio, state)}
        @focusout=${({ target }: Event) => {
          if (leaveField(form, target as Element) && !state.isPressed) studio.render();
        }}
      >
        ${problemList(studio, form, item)}
        ${itemSections(item).map(([name, fields]) => (fields.length ? sectionView(form, item, name, fields) : nothing))}
        ${sectionView(form, '', 'publisher', publisher)} ${sectionView(form, '', 'feed', feed)}
      </form>
      <section class="preview" aria-label=${words.preview}>${cardView(studio, route.item ?? 0)}</section>
      <button
        type="button"
        class="toggle-card"
        @click=${() => {
          state.showsCard = !state.showsCard;
          studio.render();
        }}
      >
        ${state.showsCard ? words.showForm : words.showCard}
      </button>
    </div>`;
}

/** Holds what a left field shows until the press ends: a button that moves under the finger is not clicked. */
function press(studio: Studio, state: EditState): void {
  state.isPressed = true;
  const end = () => {
    state.isPressed = false;
    setTimeout(studio.render); // after the click
  };
  addEventListener('pointerup', end, { once: true });
}

/** @returns whether the form can show more now */
function leaveField(form: Form, control: Element): boolean {
  const field = control.matches('input, textarea, select, [contenteditable]') && control.closest<HTMLElement>('.field');
  return !!field && form.leave(field.dataset.path!);
}

function sectionView(form: Form, owner: string, name: SectionName | 'publisher' | 'feed', fields: readonly Field[]): TemplateResult {
  const { words } = form;
  const key = `${owner}#${name}`;
  const count = fields.reduce((sum, { pointer }) => sum + form.countProblems(pointer), 0);
  // A new case has a kind and a date, and no headline.
  const counted = name === 'headline' ? fields.slice(0, 1) : fields;
  const hasValue = counted.some(({ pointer, name: member }) => form.valueAt(pointer) !== undefined && member !== 'id');
  const asksStatus = name === 'status' && lacksStatus(form, owner);
  const initial = OPEN.includes(name as SectionName) || asksStatus;
  const rest = name === 'statement' ? [] : fields;
  return html`<details
    class="section"
    data-section=${name}
    ?open=${form.isOpen(key, initial)}
    @toggle=${(event: Event) => {
      if (event.target === event.currentTarget) form.setOpen(key, (event.target as HTMLDetailsElement).open);
    }}
  >
    <summary>
      <span>${words.sections[name]}</span>
      ${count ? html`<small class="count">${words.problemCount(count)}</small>` : hasValue ? html`<small class="done" aria-hidden="true">✓</small>` : nothing}
    </summary>
    <div class="fields">
      ${asksStatus ? html`<p class="hint" data-asks-status>${words.askStatus}</p>` : nothing}
      ${name === 'statement' && fields.length ? statementView(form, owner) : nothing} ${fieldsView(form, rest)}
    </div>
  </details>`;
}

/** Returns whether a case has neither a proceeding nor a person, so that its card shows no status. */
const lacksStatus = (form: Form, item: string): boolean =>
  form.valueAt(`${item}/_placard/kind`) === 'case' &&
  ['cases', 'persons'].every((name) => form.valueAt(`${item}/_placard/${name}`) === undefined);

/** Problems that concern this case or the whole feed, with a link to the field of each. */
function problemList(studio: Studio, form: Form, item: string) {
  const { words, file } = studio;
  const problems = form.problemsOf(item);
  const unconfirmed = (file!.facts.unconfirmed ?? []).filter((path) => path.startsWith(`${item}/`) || path.startsWith('/_placard'));
  return html`<div class="overview">
    ${
      unconfirmed.length
        ? html`<p class="found-count">
            <button type="button" class="quiet" @click=${() => form.reveal(unconfirmed[0]!)}>
              ${words.stillToConfirm(unconfirmed.length)}
            </button>
          </p>`
        : nothing
    }
    ${
      problems.length
        ? html`<details class="all-problems">
            <summary>${words.problemsTitle} (${problems.length})</summary>
            <ul>
              ${problems.map(
                (problem) =>
                  html`<li data-code=${problem.code} data-level=${problem.level}>
                    ${problemInList(problem, words)}
                    <button type="button" class="quiet" @click=${() => form.reveal(form.placeOf(problem))}>${words.goTo}</button>
                  </li>`,
              )}
            </ul>
          </details>`
        : file!.problems.length
          ? nothing // what is missing in a new case is shown later
          : html`<p class="all-good">${words.noProblems}</p>`
    }
    ${problemsView(form, form.problemsAt(item), 'item')}
  </div>`;
}
