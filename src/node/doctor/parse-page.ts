/** Parses a partner's page as a browser does: its placard tags, its scripts, and its own policies. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseWithinLimits } from './bounded-parse.js';

type HtmlNode = DefaultTreeAdapterTypes.Node;
type HtmlElement = DefaultTreeAdapterTypes.Element;

export interface Tag {
  /** The tag's name. A `<div data-placard-src>` becomes a `placard-campaign`. */
  readonly name: string;
  /** The start of the markup, for messages. */
  readonly written: string;
  readonly line: number;
  /** The tag's own attributes, without the prefix `data-placard-`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The closest element around the tag that gives its feed to others. */
  readonly provider?: Tag;
  /** Language of the interface: the closest `lang`. */
  readonly language?: string;
  /** `<placard-campaign … />`, which HTML does not close. */
  readonly selfClosed: boolean;
  readonly unclosed: boolean;
  /** Whether it contains placard elements. */
  hasCustomLayout: boolean;
  /** The `style` attributes of the elements around it. */
  readonly placeStyles: readonly string[];
  /** Its children, if they are not placard elements. */
  snapshot?: { readonly language?: string };
}

export interface Script {
  readonly line: number;
  /** The attribute; undefined for an inline script. */
  readonly src?: string;
  readonly module: boolean;
  readonly integrity?: string;
  readonly crossorigin?: string;
  readonly nonce?: string;
  /** The code of an inline script. */
  readonly text: string;
}

/** A frame with the page of a card, as `placard build` names it. */
interface Frame {
  readonly line: number;
  readonly src: string;
}

export interface Page {
  readonly tags: Tag[];
  readonly scripts: Script[];
  readonly frames: Frame[];
  /** `href` of each style sheet. */
  readonly sheets: string[];
  /** The text of each `<style>`. */
  readonly styles: string[];
  /** `content` of each `<meta http-equiv="Content-Security-Policy">`. */
  readonly policies: string[];
  readonly base?: string;
  /** `href` of `<link rel="placard-base">`: where the files of the library are. */
  readonly placardBase?: string;
  readonly language?: string;
  /** Lines of snapshots whose tag is missing. */
  readonly orphanedSnapshots: number[];
  /** The visible text. */
  readonly text: string;
}

const DATA_PREFIX = 'data-placard-';
const PROVIDER_TAGS = ['placard-feed', 'placard-campaign'];
const HIDDEN_ELEMENTS = ['script', 'style', 'template', 'noscript', 'head'];

/** The file of a card for frames. */
const FRAME = /\/frame\.html(?:[?#]|$)/;

/** The values that a node gets from the elements around it. */
interface Around {
  readonly provider?: Tag;
  readonly tag?: Tag;
  readonly language?: string;
  readonly styles: readonly string[];
}

export function parsePage(html: string): Page {
  const page = {
    tags: [] as Tag[],
    scripts: [] as Script[],
    frames: [] as Frame[],
    sheets: [] as string[],
    styles: [] as string[],
    policies: [] as string[],
    orphanedSnapshots: [] as number[],
    text: '',
  };
  let base: string | undefined;
  let placardBase: string | undefined;
  let language: string | undefined;

  /** Returns whether the node is a placard element, or contains one. */
  const visit = (node: HtmlNode, around: Around): boolean => {
    if (node.nodeName === '#text' && 'value' in node) page.text += node.value;
    const visitAll = (within: Around) => children(node).reduce((found, child) => visit(child, within) || found, false);
    if (!isElement(node)) return visitAll(around);
    const lang = attribute(node, 'lang') || around.language;
    const tag = isPlacard(node) ? toTag(node, html, { ...around, language: lang }) : undefined;
    if (tag) page.tags.push(tag);
    else if (node.tagName === 'script') page.scripts.push(toScript(node));
    else if (node.tagName === 'style') page.styles.push(children(node).map(textOf).join(''));
    else if (node.tagName === 'iframe' && FRAME.test(attribute(node, 'src') ?? ''))
      page.frames.push({ line: lineOf(node), src: attribute(node, 'src')! });
    else if (node.tagName === 'link' && /\bstylesheet\b/i.test(attribute(node, 'rel') ?? ''))
      page.sheets.push(attribute(node, 'href') ?? '');
    else if (node.tagName === 'meta' && /^content-security-policy$/i.test(attribute(node, 'http-equiv') ?? ''))
      page.policies.push(attribute(node, 'content') ?? '');
    else if (node.tagName === 'link' && attribute(node, 'rel') === 'placard-base') placardBase ??= attribute(node, 'href');
    else if (node.tagName === 'base') base ??= attribute(node, 'href');
    else if (node.tagName === 'html') language = attribute(node, 'lang');
    else if (/(^|\s)placard-snapshot(\s|$)/.test(attribute(node, 'class') ?? '') && !around.tag) page.orphanedSnapshots.push(lineOf(node));
    if (HIDDEN_ELEMENTS.includes(node.tagName) && node.tagName !== 'head') return tag !== undefined;
    const hasCustomLayout = visitAll({
      language: lang,
      tag: tag ?? around.tag,
      provider: tag && PROVIDER_TAGS.includes(tag.name) ? tag : around.provider,
      styles: [...around.styles, attribute(node, 'style') ?? ''].filter(Boolean),
    });
    if (tag) {
      tag.hasCustomLayout = hasCustomLayout;
      if (hasCustomLayout) tag.snapshot = undefined;
    }
    return hasCustomLayout || tag !== undefined;
  };
  visit(parseWithinLimits(html), { styles: [] });
  return { ...page, base, placardBase, language };
}

function toTag(element: HtmlElement, html: string, { provider, language, styles }: Around): Tag {
  const prefix = element.tagName.startsWith('placard-') ? '' : DATA_PREFIX;
  const attributes = new Map(
    element.attrs.filter(({ name }) => name.startsWith(prefix)).map(({ name, value }) => [name.slice(prefix.length), value]),
  );
  const location = element.sourceCodeLocation;
  const start = location?.startTag ?? location;
  const selfClosed = html.endsWith('/>', start?.endOffset);
  const inside = children(element).filter((child) => (isElement(child) ? !isPlacard(child) : textOf(child).trim()) && isVisible(child));
  const first = inside.find(isElement);
  return {
    name: prefix ? (attributes.get('tag') ?? 'placard-campaign') : element.tagName,
    written: `<${element.tagName}${prefix ? ` ${DATA_PREFIX}…` : ''}>`,
    line: lineOf(element),
    attributes,
    provider,
    language: attributes.get('lang') || language,
    selfClosed,
    unclosed: !selfClosed && !location?.endTag,
    hasCustomLayout: false,
    placeStyles: styles,
    // Content after an unclosed tag is not its snapshot.
    snapshot: !inside.length || selfClosed ? undefined : { language: first && attribute(first, 'lang') },
  };
}

/** Whether a browser shows a part of the node. Editors and tools leave scripts, styles, hidden elements and counting pixels. */
function isVisible(node: HtmlNode): boolean {
  if (!isElement(node)) return textOf(node).trim() !== '';
  if (HIDDEN_ELEMENTS.includes(node.tagName) || attribute(node, 'hidden') !== undefined) return false;
  if (/^(img|video|iframe|object|svg|canvas)$/.test(node.tagName)) return !/^[01]$/.test(attribute(node, 'width') ?? '');
  return isPlacard(node) || children(node).some(isVisible);
}

function toScript(element: HtmlElement): Script {
  return {
    line: lineOf(element),
    src: attribute(element, 'src'),
    module: attribute(element, 'type')?.toLowerCase() === 'module',
    integrity: attribute(element, 'integrity'),
    crossorigin: attribute(element, 'crossorigin'),
    nonce: attribute(element, 'nonce'),
    text: children(element).map(textOf).join(''),
  };
}

const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

const isPlacard = (node: HtmlNode): boolean =>
  isElement(node) && (node.tagName.startsWith('placard-') || node.attrs.some(({ name }) => name.startsWith(DATA_PREFIX)));

const attribute = (element: HtmlElement, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

const children = (node: HtmlNode): HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

const textOf = (node: HtmlNode): string => ('value' in node ? node.value : '');

const lineOf = (element: HtmlElement): number => element.sourceCodeLocation?.startLine ?? 0;
