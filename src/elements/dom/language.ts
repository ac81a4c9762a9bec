/** The language of the page at an element: the closest valid `lang`, also through shadow roots and after it changed. */
import type { ReactiveControllerHost } from 'lit';
import { native } from '../../client/native-member.js';
import { parseLanguage } from '../../i18n/language-tag.js';
import { composedParent } from './closest-provider.js';
import { warn } from './warn-once.js';

/** Returns the closest `lang` as a BCP 47 tag; undefined without one. Says in the console how to correct another spelling. */
export function closestLanguage(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = composedParent(node)) {
    const lang = node instanceof Element && native(node, 'getAttribute')('lang');
    if (!lang) continue;
    const tag = parseLanguage(lang);
    if (tag !== lang) warn(`lang="${lang}" is not a language tag (BCP 47).${tag ? ` It counts as "${tag}". Write lang="${tag}".` : ''}`);
    if (tag) return tag;
  }
  return undefined;
}

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Updates an element after a `lang` of the page changed. Returns the function that stops it. */
export function observeLanguage(host: ReactiveControllerHost): () => void {
  observer ??= new MutationObserver(() => {
    for (const each of hosts) each.requestUpdate();
  });
  if (!hosts.size) observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  hosts.add(host);
  return () => {
    hosts.delete(host);
    if (!hosts.size) observer!.disconnect();
  };
}
