/** Runs an update. If it removes the focused element of the card or the snapshot, moves focus to the card. */
export function withPreservedFocus(host: Element, root: ShadowRoot, update: () => void): void {
  const focused = root.activeElement ?? host.querySelector(':focus');
  update();
  const card = root.querySelector<HTMLElement>('.placard-card');
  if (!focused || !card || root.activeElement) return;
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}
