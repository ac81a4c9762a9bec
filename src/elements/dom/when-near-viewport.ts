/**
 * Delays elements until they are less than one screen away from the viewport. Three kinds of elements start at once: in a frame,
 * because an observer may never report there; without a box, because the page may show them later; and in a page that prints.
 */
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;
/** Whether the first element was measured. Each measurement forces a layout, so only one element is measured. */
let checkedFirst = false;

/** Calls `callback` once, now or later, unless `cancel` is called first. */
export function whenNearViewport(element: Element, callback: () => void): void {
  if (self !== top || element.ownerDocument !== document) return callback();
  // The observer reports after the next frame. The first element does not wait for it: a frame is long on a slow telephone.
  if (!checkedFirst) {
    checkedFirst = true;
    const { top, bottom, width } = element.getBoundingClientRect();
    if (!width || (bottom > -innerHeight && top < 2 * innerHeight)) return callback();
  }
  observer ??= new IntersectionObserver(onIntersect, { rootMargin: '100%' });
  if (!waiting.size) addEventListener('beforeprint', runAll);
  waiting.set(element, callback);
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
  const callback = waiting.get(element);
  cancel(element);
  callback?.();
}
