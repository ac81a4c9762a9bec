/** One field for a date of any precision. It shows how the text was read; the text stays as the user typed it. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { parsePartialDate, type PartialDate } from '../../feed/values/partial-date.js';
import { isJsonObject } from '../../lint/json-pointer.js';
import type { Form } from './form.js';
import { dateText } from './labels.js';
import { readDate, writeDate } from './read-date.js';
import type { Field } from './schema.js';

/** The text of a field, while it differs from what the studio would write. */
const typed = new WeakMap<object, Map<string, string>>();

export function dateView(form: Form, { pointer, schemas }: Field, id: string, invalid: boolean) {
  const { words } = form;
  const value = form.valueAt(pointer) as PartialDate | undefined;
  const texts = typed.get(words) ?? new Map<string, string>();
  typed.set(words, texts);
  const written = value === undefined ? '' : writeDate(value, words.dateLanguage, words.relations);
  const own = texts.get(pointer);
  const read = (text: string) => readDate(text, { language: words.language, today: new Date(), relations: words.relations });
  const matches = own !== undefined && JSON.stringify(read(own) ?? own) === JSON.stringify(withoutText(value) ?? '');
  const text = matches ? own : written;
  const date = value === undefined ? undefined : parsePartialDate(value);
  const note = isJsonObject(value) && typeof value.text === 'string' ? value.text : undefined;
  const change = (input: string) => {
    texts.set(pointer, input);
    const result = readDate(input, { language: words.language, today: new Date(), relations: words.relations });
    const kept =
      result !== undefined && note !== undefined ? { ...(typeof result === 'string' ? { date: result } : result), text: note } : result;
    form.set(pointer, input.trim() === '' ? undefined : (kept ?? input));
  };
  const takesNote = schemas.some(({ properties }) => properties?.text);
  return html`<input
      id=${id}
      class="date"
      type="text"
      dir="auto"
      autocomplete="off"
      placeholder=${words.datePlaceholder}
      .value=${live(text)}
      aria-invalid=${invalid}
      aria-describedby="${id}-read"
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    <p
      class="read"
      id="${id}-read"
      data-read=${date ? (typeof value === 'string' ? value : `${date.rel} ${(value as { date: string }).date}`) : ''}
    >
      ${date ? words.readAs(dateText(value, words)) : text ? words.dateNotRead : nothing}
    </p>
    ${
      takesNote && note !== undefined
        ? html`<label class="inner"
            >${words.dateNote}
            <input
              type="text"
              dir="auto"
              data-path="${pointer}/text"
              .value=${live(note)}
              @input=${(event: Event) => {
                const own = (event.target as HTMLInputElement).value;
                form.set(pointer, { ...(value as object), text: own === '' ? undefined : own });
              }}
          /></label>`
        : nothing
    }`;
}

function withoutText(value: PartialDate | undefined): PartialDate | undefined {
  if (!isJsonObject(value)) return value;
  const { text: _text, rel = 'on', date } = value as { date: string; rel?: never; text?: string };
  return rel === 'on' ? date : { date, rel };
}
