/// <reference types="node" />
/**
 * Renders the real elements, in jsdom's DOM instead of a browser's, so that a page made before one is open says what the live card says.
 * The elements expect the globals of a page: they are put in place before their modules are loaded, and stay; a build is a process of its own.
 */
import { JSDOM } from 'jsdom';
import type { Feed } from '../../feed/parse.js';
import { loadLocale } from '../../i18n/load-locale.js';
import type { Locale } from '../../i18n/load-locale.js';

const GLOBALS = [
  'window',
  'document',
  'customElements',
  'location',
  'navigator',
  'Node',
  'Text',
  'Comment',
  'Element',
  'HTMLElement',
  'HTMLTemplateElement',
  'Document',
  'DocumentFragment',
  'ShadowRoot',
  'NodeFilter',
  'Event',
  'MutationObserver',
] as const;

/** What the elements put on and never read. */
class StyleSheet {
  replaceSync(): void {}
}

export interface Rendered {
  readonly locale: Locale;
  /** What partners paste. */
  readonly snapshot: string;
  /** The body of the item's own page. */
  readonly page: string;
}

export type Render = (feed: Feed, id: string) => Promise<Rendered>;

/** @param now the reader's clock, ms since 1970: what the build says must not depend on when it ran */
export async function createRenderer(now: number): Promise<Render> {
  const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { url: 'https://unpublished.invalid/' });
  const { document } = window;
  const page = window as unknown as Record<string, unknown>;
  for (const name of GLOBALS) Object.defineProperty(globalThis, name, { value: page[name], configurable: true, writable: true });
  Object.assign(globalThis, { CSSStyleSheet: StyleSheet });
  for (const { prototype } of [window.Document, window.ShadowRoot]) Object.assign(prototype, { adoptedStyleSheets: [] });
  const [{ PlacardCampaign }, { sanitiserIn }, { snapshotOf }] = await Promise.all([
    import('../../elements/campaign.js'),
    import('./sanitise.js'),
    import('../../embed/snapshot.js'),
  ]);
  PlacardCampaign.define();
  const sanitise = sanitiserIn(window);

  return async (feed, id) => {
    const item = feed.item(id)!;
    const locale = await loadLocale(item.language ?? feed.head.language ?? 'en');
    const element = document.createElement('placard-campaign') as unknown as InstanceType<typeof PlacardCampaign>;
    Object.assign(element, { data: feed, item: id, original: true, lang: locale.tag });
    const clock = Date.now;
    Date.now = () => now;
    try {
      document.body.append(element);
      // False where it asked for another; more than a few would be a fault of ours, and no reason to hang.
      for (let rounds = 0; rounds < 10 && !(await element.updateComplete); rounds++);
    } finally {
      Date.now = clock;
    }
    const card = element.renderRoot.querySelector('[part=card]')!;
    const validUntil = feed.head._placard?.valid_until;
    const result = {
      locale,
      snapshot: snapshotOf(card, { validUntil }),
      page: snapshotOf(card, {
        validUntil,
        page: { statement: item.content_html === undefined ? undefined : statementOf(item.content_html) },
      }),
    };
    element.remove();
    return result;

    /** Its markup; undefined where it is none of a statement, and the words stand as text. */
    function statementOf(html: string): string | undefined {
      const sanitised = sanitise(html, feed, 2);
      if (!sanitised) return undefined;
      const box = document.createElement('div');
      box.append(sanitised.content);
      return box.innerHTML;
    }
  };
}
