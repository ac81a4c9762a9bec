/** A later version of the file was made elsewhere: what differs, both cards where both changed a case, and the choice. */
import { html, nothing, type TemplateResult } from 'lit';
import { parseFeed } from '../../feed/parse-feed.js';
import { idOf } from '../../lint/rules/rule-context.js';
import type { LaterVersion } from '../document/case-file.js';
import { differences, join, type Difference } from '../document/later.js';
import type { Side } from '../document/merge.js';
import { labelOf } from '../form/labels.js';
import { fieldAt } from '../form/schema.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import type { Studio } from '../studio.js';
import { card } from './card-view.js';
import { itemTitle } from './case-state.js';

interface LaterState {
  readonly sides: Map<string | undefined, Side>;
}

const SIDES: readonly Side[] = ['mine', 'theirs'];

export function laterView(studio: Studio, later: LaterVersion): TemplateResult {
  const { words, file } = studio;
  const { sides } = studio.view<LaterState>('later', () => ({ sides: new Map() }));
  const found = differences(file!.document, later);
  const isOpen = found.some(({ id, both }) => both.length && !sides.has(id));
  const settle = (document: FeedDocument) => void studio.decide(document, later);
  const losesWork = found.some(({ isChangedHere }) => isChangedHere);
  return html`<h1 tabindex="-1">${words.laterTitle[later.from]}</h1>
    <p class="lead">${words.laterLead[later.from]}</p>
    <ul class="later" data-from=${later.from}>
      ${found.map((difference) => differenceView(studio, later, sides, difference))}
    </ul>
    ${isOpen ? html`<p class="hint" data-undecided>${words.laterUndecided}</p>` : nothing}
    <div class="row">
      <button
        type="button"
        class="strong"
        data-choice="join"
        ?disabled=${isOpen}
        @click=${() => settle(join(file!.document, later, sides))}
      >
        ${words.join}
      </button>
      <button type="button" data-choice="newer" @click=${() => (!losesWork || confirm(words.laterConfirm)) && settle(later.document)}>
        ${later.from === 'edited' || later.from === 'disk' ? words.useEdited : words.useOther}
      </button>
      <button
        type="button"
        data-choice="copy"
        @click=${async () => {
          if (await studio.storeCopy()) settle(later.document);
        }}
      >
        ${words.keepCopy}
      </button>
    </div>`;
}

function differenceView(
  studio: Studio,
  later: LaterVersion,
  sides: Map<string | undefined, Side>,
  { id, isChangedHere, isChangedThere, both }: Difference,
) {
  const { words, file } = studio;
  const documents = { mine: file!.document, theirs: later.document };
  const itemOf = (side: Side) => documents[side].items.find((item) => idOf(item.id) === id);
  const title = id === undefined ? words.sections.feed : itemTitle(itemOf('mine') ?? itemOf('theirs'), words);
  return html`<li data-case=${id ?? ''}>
    <b dir="auto">${title}</b>
    <span class="tags">
      ${isChangedHere ? html`<span class="tag" data-changed="here">${words.changedHere}</span>` : nothing}
      ${isChangedThere ? html`<span class="tag" data-changed="there">${words.changedThere}</span>` : nothing}
    </span>
    ${
      both.length
        ? html`<fieldset data-both=${both.length}>
            <legend>${words.bothChanged(both.map((name) => memberLabel(studio, id, name)).join(', '))}</legend>
            <div class="before-after">
              ${SIDES.map(
                (side) =>
                  html`<section>
                    <label>
                      <input
                        type="radio"
                        name="side ${id ?? ''}"
                        value=${side}
                        .checked=${sides.get(id) === side}
                        @change=${() => {
                          sides.set(id, side);
                          studio.render();
                        }}
                      />
                      ${words.sides[side]}
                    </label>
                    ${id === undefined ? nothing : cardOf(studio, documents[side], id)}
                  </section>`,
              )}
            </div>
          </fieldset>`
        : nothing
    }
  </li>`;
}

function memberLabel({ words }: Studio, id: string | undefined, name: string): string {
  const owner = id === undefined ? '' : '/items/0';
  const field = fieldAt(`${owner}/${name}`) ?? fieldAt(`${owner}/_placard/${name}`);
  return field ? labelOf(field, words) : name;
}

function cardOf({ words, file }: Studio, document: FeedDocument, id: string) {
  try {
    const index = document.items.findIndex((item) => idOf(item.id) === id);
    return index < 0
      ? html`<p class="hint">${words.removedThere}</p>`
      : card(parseFeed(structuredClone(document), file!.url), index, words.noPreview);
  } catch {
    return nothing; // a draft that no page could read
  }
}
