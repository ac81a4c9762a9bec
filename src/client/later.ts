/** Ends a task, so that the page works before the next one. */

/** ms. A page that is never idle does not delay the rest longer. */
const MAX_WAIT_MS = 2_000;

/** Runs a function when the page is idle, so that the first card does not wait for it. WebKit has no idle time; there it runs next. */
export const whenIdle = (run: () => void): unknown =>
  (globalThis.requestIdleCallback ?? setTimeout)(run, { timeout: MAX_WAIT_MS } as never);

/** Ends the task. A long task blocks the input of the reader. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
