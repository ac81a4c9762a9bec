/** The states of an element, which the styles of a page select by `:state()`. */
const STATES = ['loading', 'fresh', 'stale', 'failed', 'withdrawn'] as const;

export function showCustomState({ states }: ElementInternals, now: (typeof STATES)[number]): void {
  for (const state of STATES) {
    try {
      if (state === now) states.add(state);
      else states.delete(state);
    } catch {
      // Chromium before 125 throws on names without dashes. It does not support `:state()`.
    }
  }
}
