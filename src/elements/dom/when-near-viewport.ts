/**
 * What waits until somebody may soon see it: an element more than a screen away asks for nothing yet. Nothing waits in a frame
 * (one that is not rendered never hears of anything), nor without a box (its page may be waiting for us to show it), nor for print.
 */
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;
/** Whether the first of the page was looked at: to look at each would lay the page out as often. */
let checkedFirst = false;

/** Calls back once, at once or later, unless the element is forgotten before. */
export function whenNearViewport(element: Element, run: () => void): void {
  if (self !== top || element.ownerDocument !== document) return run();
  // The observer speaks after the next frame, which is long on a slow telephone: the first asks for the feed before that.
  if (!checkedFirst) {
    checkedFirst = true;
    const { top, bottom, width } = element.getBoundingClientRect();
    if (!width || (bottom > -innerHeight && top < 2 * innerHeight)) return run();
  }
  observer ??= new IntersectionObserver(onIntersect, { rootMargin: '100%' });
  if (!waiting.size) addEventListener('beforeprint', runAll);
  waiting.set(element, run);
  observer.observe(element);
}

export function cancel(element: Element): void {
  if (!waiting.delete(element)) return;
  observer!.unobserve(element);
  if (!waiting.size) removeEventListener('beforeprint', runAll);
}

function onIntersect(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (isIntersecting || !boundingClientRect.width) runCallback(target);
  }
}

function runAll(): void {
  for (const element of [...waiting.keys()]) runCallback(element);
}

function runCallback(element: Element): void {
  const run = waiting.get(element);
  cancel(element);
  run?.();
}
