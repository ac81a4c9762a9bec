/** Shows the snapshot when a render fails. For example, `<img name="createComment">` in the page replaces a method that Lit needs. */
import { create } from '../../client/native-member.js';

const fallbackSlots = new WeakMap<ShadowRoot, HTMLSlotElement>();

/** Calls `render`. If it fails, adds a slot: a shadow root without a slot hides the snapshot. */
export function renderOrSnapshot(root: ShadowRoot, render: () => void): void {
  fallbackSlots.get(root)?.remove();
  try {
    render();
  } catch (thrown) {
    if (!root.querySelector('slot')) fallbackSlots.set(root, root.appendChild(create('slot')));
    throw thrown;
  }
}
