/** What the views of a form need: the document, its changes, and the state of the form. */
import { parentOf, valueAt } from '../../lint/json-pointer.js';
import type { Problem } from '../../lint/problem.js';
import type { Studio } from '../studio.js';
import type { Words } from '../words/words.js';
import { addEntry, moveEntry, removeAt, removeEntry, setAt } from '../document/edit.js';
import { missingField } from './problem-places.js';
import { isoDay } from './read-date.js';
import { choicesOf, fieldsIn, hasSimpleEntries, type Field } from './schema.js';
import { isAlwaysShown } from './sections.js';

interface FormState {
  /** Pointers of members that the user added, and that have no value yet. */
  readonly added: Set<string>;
  /** Pointers of folded parts that the user opened, or closed. */
  readonly open: Map<string, boolean>;
  /** Pointers of fields that the user has left. */
  readonly left: Set<string>;
  /** Pointer of the field that gets the focus after the next render. */
  focus?: string;
}

export class Form {
  private readonly state: FormState;
  private readonly problems = new Map<string, Problem[]>();

  constructor(private readonly studio: Studio) {
    this.state = studio.view<FormState>('form', () => ({ added: new Set(), open: new Map(), left: new Set() }));
    for (const problem of studio.file!.problems) {
      const place = this.placeOf(problem);
      if (!this.isTooEarly(problem, place)) this.problems.set(place, [...(this.problems.get(place) ?? []), problem]);
    }
  }

  get words(): Words {
    return this.studio.words;
  }

  get document(): unknown {
    return this.studio.file!.document;
  }

  valueAt(pointer: string): unknown {
    return valueAt(this.document, pointer);
  }

  /** Returns the problems to show at a place. */
  problemsAt(pointer: string): readonly Problem[] {
    return this.problems.get(pointer) ?? [];
  }

  /** Returns the pointer of the missing field if the form shows it, and otherwise of what has the problem. */
  placeOf(problem: Problem): string {
    const field = missingField(problem);
    return field && this.isShown(field) ? field.pointer : problem.path;
  }

  /**
   * Returns whether the problem is only that something is missing in a new case, which begins without a fault. It is shown when the user has
   * left its field, or wants to publish.
   */
  private isTooEarly(problem: Problem, place: string): boolean {
    const { published, showsLacks } = this.studio.file!.facts;
    if (showsLacks || this.state.left.has(place)) return false;
    const item = /^\/items\/\d+/.exec(place)?.[0];
    const isNew = item === undefined ? !published : !published?.items.some(({ id }) => id === this.valueAt(`${item}/id`));
    return isNew && (missingField(problem) !== undefined || (this.valueAt(place) ?? '') === '');
  }

  /** Notes that the user has left a field: from now on, it shows that it is empty. @returns whether it is the first time */
  leave(pointer: string): boolean {
    const { left } = this.state;
    const before = left.size;
    return left.add(pointer).size > before;
  }

  /** Returns the problems that the form shows of one item and of the whole feed. */
  problemsOf(item: string): Problem[] {
    const concerns = ({ path }: Problem) => !path.startsWith('/items/') || path === item || path.startsWith(`${item}/`);
    const shown = new Set([...this.problems.values()].flat());
    return this.studio.file!.problems.filter((problem) => concerns(problem) && shown.has(problem));
  }

  isShown(field: Field): boolean {
    return isAlwaysShown(field) || this.valueAt(field.pointer) !== undefined || this.isAdded(field.pointer);
  }

  /** Returns the number of problems at a place and below it. */
  countProblems(pointer: string): number {
    let count = 0;
    for (const [path, found] of this.problems) if (path === pointer || path.startsWith(`${pointer}/`)) count += found.length;
    return count;
  }

  isUnconfirmed(pointer: string): boolean {
    return !!this.studio.file!.facts.unconfirmed?.includes(pointer);
  }

  /** Returns the sentence from which the value was concluded; undefined for words of the text itself, and empty for what the text does not have. */
  sentenceOf(pointer: string): string | undefined {
    return this.studio.file!.facts.sentences?.[pointer];
  }

  confirm(pointer: string): void {
    const { unconfirmed = [] } = this.studio.file!.facts;
    if (unconfirmed.includes(pointer)) this.studio.note({ unconfirmed: unconfirmed.filter((each) => each !== pointer) });
  }

  /** Confirms a place, and leads to the next one that the import found. */
  confirmAndContinue(pointer: string): void {
    const { unconfirmed = [] } = this.studio.file!.facts;
    const next = unconfirmed[unconfirmed.indexOf(pointer) + 1] ?? unconfirmed.find((each) => each !== pointer);
    this.confirm(pointer);
    if (next !== undefined) this.reveal(next);
  }

  set(pointer: string, value: unknown): void {
    if (this.isUnconfirmed(pointer)) this.confirm(pointer);
    this.state.added.add(pointer); // the field stays when it is emptied
    this.studio.edit((document) => (value === undefined ? removeAt(document, pointer) : setAt(document, pointer, value)), pointer);
  }

  /** Removes a member and its field. */
  remove(pointer: string): void {
    this.forget(pointer);
    this.moveMarks(pointer, () => undefined);
    this.studio.edit((document) => removeAt(document, pointer));
  }

  /** Shows the field of a member that has no value. A list gets its first entry. */
  add(field: Field): void {
    if (field.control === 'list') return this.addEntry(field);
    this.state.added.add(field.pointer);
    this.state.open.set(field.pointer, true);
    this.state.focus = field.pointer;
    this.studio.render();
  }

  addEntry(list: Field): void {
    const entries = this.valueAt(list.pointer);
    const index = Array.isArray(entries) ? entries.length : 0;
    const pointer = `${list.pointer}/${index}`;
    this.state.open.set(list.pointer, true).set(pointer, true);
    this.state.focus = pointer;
    const entry = hasSimpleEntries(list) ? '' : newEntry(list, entries);
    this.studio.edit((document) => addEntry(document, list.pointer, entry));
  }

  removeEntry(pointer: string): void {
    const list = parentOf(pointer);
    this.forget(list);
    this.state.focus = list;
    const removed = Number(pointer.slice(list.length + 1));
    this.moveMarks(list, (index) => (index === removed ? undefined : index > removed ? index - 1 : index));
    this.studio.edit((document) => removeEntry(document, pointer));
  }

  moveEntry(pointer: string, by: -1 | 1): void {
    const list = parentOf(pointer);
    this.forget(list);
    const from = Number(pointer.slice(list.length + 1));
    this.state.focus = `${list}/${from + by}`;
    this.moveMarks(list, (index) => (index === from ? from + by : index === from + by ? from : index));
    this.studio.edit((document) => moveEntry(document, pointer, by));
  }

  isAdded(pointer: string): boolean {
    return this.state.added.has(pointer);
  }

  isOpen(pointer: string, initial = false): boolean {
    return this.state.open.get(pointer) ?? initial;
  }

  setOpen(pointer: string, open: boolean): void {
    this.state.open.set(pointer, open);
  }

  /** Opens everything around a pointer, and moves the focus to its field. */
  reveal(pointer: string): void {
    for (let path = pointer; path; path = parentOf(path)) {
      this.state.open.set(path, true);
      this.state.added.add(path);
    }
    this.focus(pointer);
  }

  /** Moves the focus to a field that the form shows, as soon as the form is there. */
  focus(pointer: string): void {
    this.state.focus = pointer;
    this.studio.render();
  }

  /** Moves the focus where the last action asked for it. Called after each render. */
  applyFocus(root: ParentNode): void {
    const { focus } = this.state;
    if (focus === undefined) return;
    this.state.focus = undefined;
    const target = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(focus)}"]`);
    for (let parent = target?.parentElement; parent; parent = parent.parentElement)
      if (parent.matches('details')) parent.setAttribute('open', '');
    const confirm = target?.querySelector<HTMLElement>('.found button'); // Enter confirms one place after the other
    const control =
      confirm ??
      (target?.matches('input, textarea, select, summary, button')
        ? target
        : target?.querySelector<HTMLElement>('input, textarea, select, [contenteditable], summary, button'));
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }

  /** Moves the marks of an import with the entries of a list. A mark without a new index goes, and one of the list itself too. */
  private moveMarks(list: string, newIndex: (index: number) => number | undefined): void {
    const { unconfirmed = [] } = this.studio.file!.facts;
    const moved = unconfirmed.flatMap((path) => {
      if (path !== list && !path.startsWith(`${list}/`)) return path;
      const [, index = '', ...names] = path.slice(list.length).split('/');
      const next = newIndex(Number(index));
      return next === undefined ? [] : [list, next, ...names].join('/');
    });
    if (moved.join() !== unconfirmed.join()) this.studio.note({ unconfirmed: moved });
  }

  private forget(pointer: string): void {
    for (const known of [...this.state.added]) if (known === pointer || known.startsWith(`${pointer}/`)) this.state.added.delete(known);
    for (const known of [...this.state.open.keys()]) if (known.startsWith(`${pointer}/`)) this.state.open.delete(known);
  }
}

/** First values of a new entry, where the first one of the format is a bad guess. */
const INITIAL: Readonly<Record<string, string>> = { status: 'pending', date_status: 'not-set', role: 'press' };

/** Returns an entry with what the studio can know: an id, today, and the first choice. The user writes the rest. */
function newEntry(list: Field, entries: unknown): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const field of fieldsIn(`${list.pointer}/0`)) {
    if (!field.required) continue;
    const choices = choicesOf(field);
    if (field.name === 'id') entry.id = uniqueId(list.name, entries);
    else if (field.name === 'as_of') entry.as_of = isoDay(new Date());
    else if (field.name === 'revision') entry.revision = 1;
    else if (field.control === 'choice') entry[field.name] = choices.find((each) => each === INITIAL[field.name]) ?? choices[0];
  }
  return entry;
}

function uniqueId(name: string, entries: unknown): string {
  const ids = new Set((Array.isArray(entries) ? entries : []).map((entry) => String((Object(entry) as { id?: unknown }).id)));
  const stem = name.replace(/ies$/, 'y').replace(/s$/, '');
  for (let number = ids.size + 1; ; number++) if (!ids.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
