/**
 * The only live region of the page: several elements with one case announce a change once. It exists before the first sentence,
 * because screen readers ignore new regions. The last element removes it.
 */
import { css } from 'lit';
import { create, native } from '../../client/native-member.js';

const visuallyHidden = css`
  :host {
    position: fixed;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

let host: HTMLElement | undefined;
let region: HTMLElement;
let refCount = 0;
let lastKey = '';
/** When the last sentence was announced, in ms since 1970. */
let spokenAt = 0;

/** ms. Sentences within this time are announced together, so that the last one does not replace the others. */
const GROUPING_MS = 1000;

/** Counts an element as a user of the live region. Returns the function that releases it. */
export function acquireAnnouncer(): () => void {
  refCount++;
  if (!host) {
    host = create('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [visuallyHidden.styleSheet!];
    region = create('div');
    region.setAttribute('aria-live', 'polite');
    root.append(region);
    native(document, 'body').append(host);
  }
  return () => {
    if (--refCount) return;
    host?.remove();
    host = undefined;
    lastKey = '';
  };
}

/** Announces a sentence once for all elements. `dedupeKey` identifies the change, for example by feed, item and sentence. */
export function announce(sentence: string, lang: string, dedupeKey = sentence): void {
  if (dedupeKey === lastKey) return;
  lastKey = dedupeKey;
  const line = create('p');
  line.lang = lang;
  line.textContent = sentence;
  if (Math.abs(Date.now() - spokenAt) > GROUPING_MS) region.replaceChildren();
  region.append(line);
  spokenAt = Date.now();
}
