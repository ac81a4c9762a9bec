/** Undo and redo. Documents share their unchanged parts, so that a long history is small. */

const MAX_STEPS = 200;
/** ms. Changes of one place within this time are one step: a word, not a letter. */
const STEP_MS = 1000;

export class History<T> {
  private past: T[] = [];
  private future: T[] = [];
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
    if (!continues) this.past = [...this.past, this.value].slice(-MAX_STEPS);
    this.last = { place, at: now };
    this.future = [];
    this.value = value;
  }

  undo(): T {
    return this.step(this.past, this.future);
  }

  redo(): T {
    return this.step(this.future, this.past);
  }

  private step(from: T[], to: T[]): T {
    const value = from.pop();
    if (value === undefined) return this.value;
    to.push(this.value);
    this.last = undefined;
    return (this.value = value);
  }
}
