/**
 * What of a statement's HTML may be shown: one policy for the page, and for pages that are made before one is open. DOMPurify
 * takes out what acts; this module says what stays (text structure, lists, tables, links, quotations, figures), and hands the
 * rest to `tidy.ts`, which makes it the card's own.
 */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import { parseDate } from '../feed/dates.js';
import type { Feed } from '../feed/parse.js';
import { cleanText } from '../feed/text.js';
import { safeUrl, safeWebUrl } from '../feed/url.js';
import { BOXES, tidy } from './tidy.js';

export interface Sanitised {
  readonly content: DocumentFragment;
  /** An address in it was refused. */
  readonly refused: boolean;
}

/**
 * @param level of the heading that stands over the statement
 * @returns undefined for what is too long or nested too deep to be a statement: its words are shown as text
 */
export type Sanitise = (html: string, feed: Feed, level: number) => Sanitised | undefined;

/** A hundred pages of text. */
const LONGEST = 256 * 1024;

const TAGS =
  'a abbr b bdi blockquote body br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark menu ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
/** These go with everything in them; of other unknown elements the content stays. */
const UNTOLD =
  'applet audio button canvas datalist embed frameset head iframe map marquee math noembed noframes noscript object optgroup option plaintext script select selectedcontent style svg template textarea title video xmp'.split(
    ' ',
  );

const upTo = (digits: number) => (value: string) => (/^\d+$/.test(value) && value.length <= digits ? value : undefined);
const oneOf = (values: string) => (value: string) => values.split(' ').find((known) => known === value.toLowerCase());

/** What becomes of an attribute, by its name alone or on one element; undefined takes it away. Addresses are judged apart. */
const ATTRIBUTES = new Map<string, (value: string) => string | undefined>([
  ['lang', (value) => (/^[a-z]{2,8}(-[a-z\d]{1,8}){0,9}$/i.test(value) ? value : undefined)],
  ['dir', oneOf('ltr rtl auto')],
  ['img alt', cleanText],
  ['img width', upTo(4)],
  ['img height', upTo(4)],
  ['ol start', upTo(4)],
  ['ol reversed', () => ''],
  ['ol type', (value) => (/^[1ai]$/i.test(value) ? value : undefined)],
  ['li value', upTo(4)],
  ['time datetime', (value) => (parseDate(value) ? value : undefined)],
  ...['td', 'th'].flatMap((cell) => [[`${cell} colspan`, upTo(2)] as const, [`${cell} rowspan`, upTo(2)] as const]),
  ['th scope', oneOf('col row colgroup rowgroup')],
]);

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...TAGS, ...BOXES],
  ALLOWED_ATTR: ['href', 'src', ...[...ATTRIBUTES.keys()].map((rule) => rule.split(' ').at(-1)!)],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  FORBID_CONTENTS: UNTOLD,
  RETURN_DOM_FRAGMENT: true,
};

/** @param window the page's own, or another implementation of the DOM; undefined where DOMPurify cannot work in it */
export function createSanitiser(window: WindowLike): Sanitise | undefined {
  const purify = createDOMPurify(window); // an own one: hooks on a shared one would act on the page's other uses of it
  if (!purify.isSupported) return undefined;
  // Asked for here, where a refusal can be told from an empty statement.
  const policy = policyOf(window);
  if (policy === null) return undefined;

  let judge: (name: string, value: string, tag: string) => string | undefined;
  purify.addHook('uponSanitizeElement', (node, { tagName, allowedTags }) => {
    // DOMPurify itself would move the children one by one from the end, which takes engines quadratic time.
    if (node.nodeType === 1 && !allowedTags[tagName] && !UNTOLD.includes(tagName)) hoist(node as Element);
  });
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    const value = judge(data.attrName, data.attrValue, node.localName);
    data.attrValue = value ?? '';
    data.keepAttr = value !== undefined;
  });

  return (html, feed, level) => {
    if (html.length > LONGEST) return undefined;
    let refused = false;
    const origins = [feed.base, feed.head._placard?.publisher.url].flatMap((url) => (url ? new URL(url).origin : []));
    const page = feed.base && withoutHash(feed.base);
    judge = (name, value, tag) => {
      const image = name === 'src';
      if (!image && name !== 'href') return (ATTRIBUTES.get(name) ?? ATTRIBUTES.get(`${tag} ${name}`))?.(value);
      if (tag !== (image ? 'img' : 'a')) return undefined;
      const url = image ? safeWebUrl(value, feed.base) : safeUrl(value, feed.base);
      if (url && !image && withoutHash(url) === page) return undefined; // to a place in the statement, whose names are gone
      if (url && (!image || origins.includes(new URL(url).origin))) return url;
      refused = true;
      return undefined;
    };
    // With a doctype: in quirks mode a table may stand in a paragraph, in our pages it may not.
    const content = purify.sanitize(`<!doctype html>${html}`, { ...CONFIG, ...(policy && { TRUSTED_TYPES_POLICY: policy }) });
    return tidy(content, level) ? { content, refused } : undefined;
  };
}

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** Undefined where the window has no Trusted Types, null where the page's own rules refuse ours. What it lets through, DOMPurify parses in a document that is not shown. */
function policyOf(window: WindowLike): Policy | null | undefined {
  try {
    return window.trustedTypes?.createPolicy('dompurify', { createHTML: (html) => html, createScriptURL: () => '' }) as Policy | undefined;
  } catch {
    return null;
  }
}

function hoist(element: Element): void {
  const content = element.ownerDocument.createDocumentFragment();
  while (element.firstChild) content.append(element.firstChild);
  element.after(content);
}

const withoutHash = (url: string) => url.split('#', 1)[0];
