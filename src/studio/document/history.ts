/** Undo and redo. Documents share their unchanged parts, so that a long history is small. */

const MAX_STEPS = 200;
/** ms. Changes of one place within this time are one step: a word, not a letter. */
const STEP_MS = 1000;

/** A value, and the number of amendments that it already has. */
interface Step<T> {
  readonly value: T;
  readonly amended: number;
}

export class History<T> {
  private past: Step<T>[] = [];
  private future: Step<T>[] = [];
  private readonly amendments: ((value: T) => T)[] = [];
  private last?: { place: string; at: number };

  constructor(private value: T) {}

  get current(): T {
    return this.value;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** @param place the pointer of the changed field; a change without a place is always a step of its own */
  push(value: T, place = '', now = Date.now()): void {
    if (value === this.value) return;
    const continues = place && this.last?.place === place && now - this.last.at < STEP_MS;
    if (!continues) this.past = [...this.past, this.step].slice(-MAX_STEPS);
    this.last = { place, at: now };
    this.future = [];
    this.value = value;
  }

  /** Changes the value, and each earlier value too, as soon as a step leads to it: a fact that no step undoes. */
  amend(change: (value: T) => T): void {
    this.amendments.push(change);
    this.value = change(this.value);
    this.last = undefined;
  }

  undo(): void {
    this.move(this.past, this.future);
  }

  redo(): void {
    this.move(this.future, this.past);
  }

  private get step(): Step<T> {
    return { value: this.value, amended: this.amendments.length };
  }

  private move(from: Step<T>[], to: Step<T>[]): void {
    const step = from.pop();
    if (!step) return;
    to.push(this.step);
    this.last = undefined;
    this.value = this.amendments.slice(step.amended).reduce((value, change) => change(value), step.value);
  }
}
