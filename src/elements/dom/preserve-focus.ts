/** Runs an update. Who stood on what it takes away, in the card or its snapshot, stays in the card and does not begin at the page's top. */
export function keepingFocus(host: Element, root: ShadowRoot, update: () => void): void {
  const focused = root.activeElement ?? host.querySelector(':focus');
  update();
  const card = root.querySelector<HTMLElement>('.card');
  if (!focused || !card || root.activeElement) return;
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}
