/**
 * The page's single live region: several widgets that show one case must not speak three times. Polite, and there
 * before anything is to be said, or nothing would be; the last element that goes takes it along.
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
/** When something was last spoken, ms since 1970. */
let spokenAt = 0;

/** ms; what comes together is spoken together, or the last sentence of several would replace the others unheard. */
const GROUPING_MS = 1000;

/** Counts an element in; returns the way out. */
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

/** Speaks a sentence once, however many elements ask for it. `occasion` names what it is about, such as feed, item and revision. */
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
