/**
 * Renews the snapshot in the document of the page. Search engines, reading views, saved copies and scripts of the page read it, although
 * the screen shows the card. Otherwise, it would keep what the publisher corrected or took back.
 *
 * Only the inside of `.placard-snapshot` changes, which is a piece of HTML for every framework. A framework that knows its nodes one by
 * one marks them with properties; they stay.
 */
import { native } from '../../client/native-member.js';

/** Elements that do not work without the script. */
const LIVE_ONLY = 'button,.placard-filter,.placard-checked,.placard-shared,.placard-rich';

/** @param card the card on the screen */
export function renewSnapshot(host: Element, card: Element): void {
  const snapshot = host.querySelector('.placard-snapshot');
  if (!snapshot || isOwned(snapshot)) return;
  const copy = native(document, 'importNode')(card, true);
  for (const element of copy.querySelectorAll(LIVE_ONLY)) element.remove();
  const folds = copy.querySelector('.placard-folds');
  // A closed snapshot has links in place of its sections. A whole one keeps its sections if the card could not load them.
  if (!snapshot.querySelector('details')) folds?.remove();
  else if (folds?.querySelector('.placard-more')) folds.replaceWith(snapshot.querySelector('.placard-folds') ?? '');
  copy.removeAttribute('aria-label'); // two landmarks of one name confuse checkers, although one of them is not shown
  for (const element of [copy, ...copy.querySelectorAll('[part]')]) element.removeAttribute('part'); // parts are only in a shadow root
  removeComments(copy);
  if (!snapshot.firstElementChild?.isEqualNode(copy)) snapshot.replaceChildren(copy);
}

function isOwned(snapshot: Element): boolean {
  return [...snapshot.querySelectorAll('*')].some((element) => Object.getOwnPropertyNames(element).length);
}

/** Removes the marks that Lit leaves between its nodes. */
function removeComments(copy: Element): void {
  const comments = native(document, 'createTreeWalker')(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) (comment as Comment).remove();
  copy.normalize();
}
