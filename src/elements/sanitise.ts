/**
 * What of a statement's HTML may be shown: one policy for the page, and for pages that are made before one is open. DOMPurify
 * takes out what acts; this module says what stays (text structure, lists, tables, links, quotations, figures), and hands the
 * rest to `tidy.ts`, which makes it the card's own.
 */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import type { Judges } from '../feed/judges.js';
import type { Feed } from '../feed/parse.js';
import { BOXES, MARK, Tidying } from './tidy.js';

interface Sanitised {
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
/** Opening and closing; engines' own parsers take the square of unclosed ones (26 s for 80,000 in Chromium). */
const MOST_TAGS = 10_000;
/** Matches what stands deeper than any statement goes. */
const DEEPEST = Array(60).fill('*').join('>');
const MOST_ATTRIBUTES = 60;

const TAGS =
  'a abbr b bdi blockquote body br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark menu ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
/** Besides what DOMPurify itself takes away with all that is in it; of other unknown elements the content stays. */
const UNTOLD = 'applet button canvas datalist embed frameset map marquee object optgroup option select textarea'.split(' ');

const upTo = (digits: number) => (value: string) => (/^\d+$/.test(value) && value.length <= digits ? value : undefined);
const oneOf = (values: string) => (value: string) => values.split(' ').find((known) => known === value.toLowerCase());

/** What becomes of an attribute, by its name alone or on one element; undefined takes it away. Addresses are judged apart. */
const rules = ({ cleanRun, parseDate }: Judges): Record<string, (value: string) => string | undefined> => ({
  lang: (value) => (/^[a-z]{2,8}(-[a-z\d]{1,8}){0,9}$/i.test(value) ? value : undefined),
  dir: oneOf('ltr rtl auto'),
  'img alt': (value) => cleanRun(value).trim(),
  'img width': upTo(4),
  'img height': upTo(4),
  'ol start': upTo(4),
  'ol reversed': () => '',
  'ol type': (value) => (/^[1ai]$/i.test(value) ? value : undefined),
  'li value': upTo(4),
  'time datetime': (value) => (parseDate(value) ? value : undefined),
  'td colspan': upTo(2),
  'td rowspan': upTo(2),
  'th colspan': upTo(2),
  'th rowspan': upTo(2),
  'th scope': oneOf('col row colgroup rowgroup'),
});
const ATTRIBUTES = 'href src lang dir alt width height start reversed type value datetime colspan rowspan scope'.split(' ');

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...TAGS, ...BOXES],
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ADD_FORBID_CONTENTS: UNTOLD,
  RETURN_DOM_FRAGMENT: true,
};

/** @param window the page's own, or another implementation of the DOM; undefined where DOMPurify cannot work in it */
export function createSanitiser(window: WindowLike, judges: Judges): Sanitise | undefined {
  const purify = createDOMPurify(window); // an own one: hooks on a shared one would act on the page's other uses of it
  if (!purify.isSupported) return undefined;
  // Asked for here, where a refusal can be told from an empty statement.
  const policy = policyOf(window);
  if (policy === null) return undefined;

  const { safeUrl, safeWebUrl } = judges;
  /** DOMPurify takes the square of the depth, and of the attributes of one element: half a minute for a hostile statement. */
  const tooDeep = (markup: unknown) => {
    const { body } = new window.DOMParser().parseFromString(markup as string, 'text/html');
    return !!body.querySelector(DEEPEST) || [...body.querySelectorAll('*')].some(({ attributes }) => attributes.length > MOST_ATTRIBUTES);
  };
  const attributes = new Map(Object.entries(rules(judges)));
  let judge: (name: string, value: string, tag: string) => string | undefined;
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    const value = judge(data.attrName, data.attrValue, node.localName);
    data.attrValue = value ?? '';
    data.keepAttr = value !== undefined;
  });

  return (html, feed, level) => {
    const markup = `<!doctype html>${defused(html)}`; // in quirks mode a table may stand in a paragraph, in our pages it may not
    if (html.length > LONGEST || html.split('<').length > MOST_TAGS || tooDeep(policy?.createHTML(markup) ?? markup)) return undefined;
    let refused = false;
    const origins = [feed.base, feed.head._placard?.publisher.url].flatMap((url) => (url ? new URL(url).origin : []));
    const page = feed.base && withoutHash(feed.base);
    judge = (name, marked, tag) => {
      const value = marked.replaceAll(MARK, '');
      const image = name === 'src';
      if (!image && name !== 'href') return (attributes.get(name) ?? attributes.get(`${tag} ${name}`))?.(value);
      if (tag !== (image ? 'img' : 'a')) return undefined;
      const url = image ? safeWebUrl(value, feed.base) : safeUrl(value, feed.base);
      if (url && !image && withoutHash(url) === page) return undefined; // to a place in the statement, whose names are gone
      if (url && (!image || origins.includes(new URL(url).origin))) return url;
      refused = true;
      return undefined;
    };
    const content = purify.sanitize(markup, { ...CONFIG, ...(policy && { TRUSTED_TYPES_POLICY: policy }) });
    new Tidying(judges).tidy(content, level);
    return { content, refused };
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

/**
 * Chromium tells the page's owner of each `style`, `<style>` and event handler as soon as they are parsed, in whatever document,
 * though nothing comes of them. A mark within makes them unknown names, and goes again from all that stays; the rest of a style
 * sheet goes as that of another element without markup.
 */
const defused = (html: string) =>
  html
    .replaceAll(MARK, '')
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/([\s"']|[^<]\/)(o(?=n)|s(?=tyle))/gi, `$1$2${MARK}`);

const withoutHash = (url: string) => url.split('#', 1)[0];
