/**
 * What of a statement's HTML may be shown: one policy for the page, and for pages that are made before one is open. DOMPurify
 * takes out what acts; this module says what stays (text structure, lists, tables, links, quotations, figures), and hands the
 * rest to `tidy.ts`, which makes it the card's own.
 */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import type { ContentPolicy } from './content-policy.js';
import type { Feed } from '../../feed/parse-feed.js';
import { isBounded } from './html-bounds.js';
import { SECTIONING_ELEMENTS, SENTINEL, normalizeHtml } from './normalize-html.js';

interface SanitizedHtml {
  readonly content: DocumentFragment;
  /** An address in it was refused. */
  readonly refused: boolean;
}

/**
 * @param level of the heading that stands over the statement
 * @returns undefined for what is too long or nested too deep to be a statement: its words are shown as text
 */
export type Sanitize = (html: string, feed: Feed, level: number) => SanitizedHtml | undefined;

/** Matches what stands deeper than any statement goes. DOMPurify takes the square of the depth, and of the attributes of one element. */
const TOO_DEEP_SELECTOR = Array(60).fill('*').join('>');
const MAX_ATTRIBUTES = 60;

const TAGS =
  'a abbr b bdi blockquote body br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark menu ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
/** Besides what DOMPurify itself takes away with all that is in it; of other unknown elements the content stays. */
const DROPPED_WITH_CONTENT = 'applet button datalist marquee object select textarea'.split(' ');

/** Attributes that stay, as "element name=value"; what is judged apart are addresses, dates and text. */
const ATTRIBUTE =
  /^(\w+ (lang=[a-z]{2,8}(-[a-z\d]{1,8}){0,9}|dir=(ltr|rtl|auto))|(ol start|li value|img width|img height)=\d{1,4}|ol (type=[1ai]|reversed=)|t[dh] (col|row)span=\d\d?|th scope=(col|row)(group)?)$/i;

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...TAGS, ...SECTIONING_ELEMENTS],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ADD_FORBID_CONTENTS: DROPPED_WITH_CONTENT,
  RETURN_DOM_FRAGMENT: true,
};

/** @param window the page's own, or another implementation of the DOM; undefined where DOMPurify cannot work in it */
export function createSanitizer(window: WindowLike, judges: ContentPolicy): Sanitize | undefined {
  const purify = createDOMPurify(window); // an own one: hooks on a shared one would act on the page's other uses of it
  // Asked for here, where a refusal can be told from an empty statement.
  const policy = purify.isSupported ? createTrustedTypesPolicy(window) : null;
  if (policy === null) return undefined;

  let feed: Feed;
  let refused: boolean;
  const { origin: page } = window as { origin?: string };
  const origin = (url: string) => new URL(url).origin;
  const address = (value: string, image: boolean) => {
    const url = (image ? judges.safeWebUrl : judges.safeUrl)(value, feed.base);
    const own = [feed.base, feed.head._placard?.publisher.url];
    const foreign = (picture: string) => !own.some((mine) => mine && origin(mine) === origin(picture));
    if (!url || (image && (foreign(url) || judges.sendsPageCookies(url, page, feed.address)))) refused = true;
    // A place in the statement, whose names are gone.
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
          ? judges.cleanFragment(value).trim()
          : ATTRIBUTE.test(`${key}=${value}`) || (name === 'datetime' && judges.parseDate(value))
            ? value
            : undefined;
    data.attrValue = kept ?? '';
    data.keepAttr = kept !== undefined;
  });

  return (html, source, level) => {
    feed = source;
    refused = false;
    if (!isBounded(html)) return undefined;
    const markup = `<!doctype html><body>${neutralize(html)}`; // in quirks mode a table may stand in a paragraph, in our pages it may not
    const { body } = new window.DOMParser().parseFromString((policy?.createHTML(markup) ?? markup) as string, 'text/html');
    if (body.querySelector(TOO_DEEP_SELECTOR) || [...body.querySelectorAll('*')].some(({ attributes }) => attributes.length > MAX_ATTRIBUTES)) {
      return undefined;
    }
    const content = purify.sanitize(markup, { ...CONFIG, TRUSTED_TYPES_POLICY: policy });
    normalizeHtml(content, level, judges);
    return { content, refused };
  };
}

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** Undefined where the window has no Trusted Types, null where the page's own rules refuse ours. What it lets through, DOMPurify parses in a document that is not shown. */
function createTrustedTypesPolicy(window: WindowLike): Policy | null | undefined {
  try {
    return window.trustedTypes?.createPolicy('dompurify', { createHTML: (html) => html, createScriptURL: () => '' }) as Policy | undefined;
  } catch {
    return null;
  }
}

/**
 * Chromium tells the page's owner of each `style`, `<style>` and event handler as soon as they are parsed, in whatever document,
 * though nothing comes of them. A mark within makes them unknown names, and goes again from all that stays; the rest of a style
 * sheet goes as that of another element without markup.
 */
const neutralize = (html: string) =>
  html
    .replaceAll(SENTINEL, '')
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/([\s"']|[^<]\/)(o(?=n)|s(?=tyle))/gi, `$1$2${SENTINEL}`);

const withoutHash = (url: string | undefined) => url?.split('#', 1)[0];
