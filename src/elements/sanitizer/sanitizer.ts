/**
 * Sanitizes the HTML of a statement, in the page and in Node. DOMPurify removes active content. This module lists the allowed tags and
 * attributes: text structure, lists, tables, links, quotations, figures. `normalize-html.ts` adapts the result to the card.
 */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import type { ContentPolicy } from './content-policy.js';
import type { Feed } from '../../feed/parse-feed.js';
import { isBounded } from './html-bounds.js';
import { SECTIONING_ELEMENTS, SENTINEL, normalizeHtml } from './normalize-html.js';

interface SanitizedHtml {
  readonly content: DocumentFragment;
  /** Whether an address in the HTML was rejected. */
  readonly refused: boolean;
}

/**
 * @param level of the heading above the statement
 * @returns undefined for HTML that is too long or nested too deep; the card then shows its text
 */
export type Sanitize = (html: string, feed: Feed, level: number) => SanitizedHtml | undefined;

/** Matches elements nested deeper than 60. DOMPurify is quadratic in the depth, and in the attributes of one element. */
const TOO_DEEP_SELECTOR = Array(60).fill('*').join('>');
const MAX_ATTRIBUTES = 60;

const TAGS = [
  'blockquote body br div h1 h2 h3 h4 h5 h6 hr p pre',
  'dd dl dt li menu ol ul',
  'caption table tbody td tfoot th thead tr',
  'figcaption figure img',
  'a abbr b bdi cite code dfn em i kbd mark',
  'del ins q s samp small span strike strong sub sup time u var wbr',
].flatMap((group) => group.split(' '));
/** Removed with their content, in addition to DOMPurify's list. Other unknown elements keep their content. */
const DROPPED_WITH_CONTENT = 'applet button datalist marquee object select textarea'.split(' ');

/** Allowed attributes, as "element name=value". Addresses, dates and alternative texts have their own checks. */
const ATTRIBUTE =
  /^(\w+ (lang=[a-z]{2,8}(-[a-z\d]{1,8}){0,9}|dir=(ltr|rtl|auto))|(ol start|li value|img width|img height)=\d{1,4}|ol (type=[1ai]|reversed=)|t[dh] (col|row)span=\d\d?|th scope=(col|row)(group)?)$/i;

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...TAGS, ...SECTIONING_ELEMENTS],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ADD_FORBID_CONTENTS: DROPPED_WITH_CONTENT,
  RETURN_DOM_FRAGMENT: true,
};

/**
 * Returns a sanitizer; undefined if DOMPurify does not work in this window.
 * @param window the window of the page, or another implementation of the DOM
 */
export function createSanitizer(window: WindowLike, policy: ContentPolicy): Sanitize | undefined {
  const purify = createDOMPurify(window); // a separate instance: hooks on a shared one would affect the page
  // Create the policy here, where a blocked policy differs from an empty statement.
  const trustedTypes = purify.isSupported ? createTrustedTypesPolicy(window) : null;
  if (trustedTypes === null) return undefined;

  let feed: Feed;
  let refused: boolean;
  const { origin: page } = window as { origin?: string };
  const origin = (url: string) => new URL(url).origin;
  const address = (value: string, image: boolean) => {
    const url = (image ? policy.safeWebUrl : policy.safeUrl)(value, feed.base);
    const allowed = [feed.base, feed.head._placard?.publisher.url];
    const foreign = (picture: string) => !allowed.some((each) => each && origin(each) === origin(picture));
    if (!url || (image && (foreign(url) || policy.sendsPageCookies(url, page, feed.address)))) refused = true;
    // Drop links to anchors in the statement: its ids are removed.
    else if (image || withoutHash(url) !== withoutHash(feed.base)) return url;
    return undefined;
  };
  purify.addHook('uponSanitizeAttribute', ({ localName: tag }, data) => {
    const { attrName: name } = data;
    const value = data.attrValue.replaceAll(SENTINEL, '');
    const key = `${tag} ${name}`;
    const image = key === 'img src';
    const kept =
      image || key === 'a href'
        ? address(value, image)
        : key === 'img alt'
          ? policy.cleanFragment(value).trim()
          : ATTRIBUTE.test(`${key}=${value}`) || (name === 'datetime' && policy.parseDate(value))
            ? value
            : undefined;
    data.attrValue = kept ?? '';
    data.keepAttr = kept !== undefined;
  });

  return (html, source, level) => {
    feed = source;
    refused = false;
    if (!isBounded(html)) return undefined;
    const markup = `<!doctype html><body>${neutralize(html)}`; // in quirks mode, a parser allows a table in a paragraph
    const { body } = new window.DOMParser().parseFromString((trustedTypes?.createHTML(markup) ?? markup) as string, 'text/html');
    if (
      body.querySelector(TOO_DEEP_SELECTOR) ||
      [...body.querySelectorAll('*')].some(({ attributes }) => attributes.length > MAX_ATTRIBUTES)
    ) {
      return undefined;
    }
    const content = purify.sanitize(markup, { ...CONFIG, TRUSTED_TYPES_POLICY: trustedTypes });
    normalizeHtml(content, level, policy);
    return { content, refused };
  };
}

type TrustedTypesPolicy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** Returns undefined without Trusted Types, and null if the page blocks the policy. DOMPurify parses the HTML in an inert document. */
function createTrustedTypesPolicy(window: WindowLike): TrustedTypesPolicy | null | undefined {
  try {
    return window.trustedTypes?.createPolicy('dompurify', { createHTML: (html) => html, createScriptURL: () => '' }) as
      TrustedTypesPolicy | undefined;
  } catch {
    return null;
  }
}

/**
 * Inserts a marker so that the parser does not see `style` or `on…` attributes, and turns `<style>` into `<xmp>`. Otherwise, Chromium
 * sends a Content-Security-Policy report for each of them, even in an inert document. `normalizeHtml` removes the marker.
 */
export const neutralize = (html: string) =>
  html
    .replaceAll(SENTINEL, '')
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/([\s"']|[^<]\/)(o(?=n)|s(?=tyle))/gi, `$1$2${SENTINEL}`);

const withoutHash = (url: string | undefined) => url?.split('#', 1)[0];
