/** Asks about each name of an affected person once, before it is published. */
import { html, nothing } from 'lit';
import { namesToPublish, openNames, withAnswer, type NameAnswer } from '../publish/names.js';
import type { Studio } from '../studio.js';

const ANSWERS: readonly NameAnswer[] = ['real', 'pseudonym', 'withheld'];

export function namesView(studio: Studio) {
  const { words, file } = studio;
  const open = openNames(file!);
  const settled = new Set(namesToPublish(file!.document).map(({ name }) => name));
  for (const { name } of open) settled.delete(name);
  return html`${
    open.length
      ? html`<p class="problem-note" data-open-names=${open.length}>${words.namesOpen}</p>
          ${open.map(
            ({ name }) =>
              html`<fieldset class="name" data-name=${name}>
                <legend dir="auto">${name}</legend>
                <div class="row">
                  ${ANSWERS.map((answer) => html`<button type="button" data-answer=${answer} @click=${() => decide(studio, name, answer)}>${words.nameAnswers[answer]}</button>`)}
                </div>
              </fieldset>`,
          )}`
      : nothing
  }
  ${settled.size ? html`<p class="hint" data-names>${words.namesPublic([...settled].join(', '))}</p>` : nothing}`;
}

function decide(studio: Studio, name: string, answer: NameAnswer): void {
  studio.edit((document) => withAnswer(document, name, answer));
  const { agreedNames = [] } = studio.file!.facts;
  if (answer !== 'withheld') studio.note({ agreedNames: [...agreedNames, name] });
}
