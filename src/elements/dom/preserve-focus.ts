/** Runs an update. If it removes the focused element, in the card or its snapshot, focus moves to the card. */
export function withPreservedFocus(host: Element, root: ShadowRoot, update: () => void): void {
  const focused = root.activeElement ?? host.querySelector(':focus');
  update();
  const card = root.querySelector<HTMLElement>('.placard-card');
  if (!focused || !card || root.activeElement) return;
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}
