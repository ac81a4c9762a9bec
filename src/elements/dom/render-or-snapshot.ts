/** A render may fail: an author's `<img name="createComment">` takes a method of the document from Lit. Then the snapshot stands. */
import { create } from '../../client/native-member.js';

const fallbackSlots = new WeakMap<ShadowRoot, HTMLSlotElement>();

/** Gives a shadow root a slot where `render` fails and leaves none: without one, the root would hide the snapshot. */
export function renderOrSnapshot(root: ShadowRoot, render: () => void): void {
  fallbackSlots.get(root)?.remove();
  try {
    render();
  } catch (thrown) {
    if (!root.querySelector('slot')) fallbackSlots.set(root, root.appendChild(create('slot')));
    throw thrown;
  }
}
