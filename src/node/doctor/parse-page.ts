/** A partner's page as a browser's parser sees it: the placard tags in it, the scripts, and the policies that it sets itself. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { boundedParse } from './bounded-parse.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Tag {
  /** The tag that it becomes: a `<div data-placard-src>` becomes a `placard-campaign`. */
  readonly name: string;
  /** As it is written, for messages. */
  readonly written: string;
  readonly line: number;
  /** Own attributes, without the prefix `data-placard-`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The nearest element around it that gives its feed to others. */
  readonly provider?: Tag;
  /** Language of the interface: the nearest `lang`. */
  readonly language?: string;
  /** `<placard-campaign … />`: HTML knows no such end. */
  readonly selfClosed: boolean;
  readonly unclosed: boolean;
  /** Placard elements within it. */
  arranged: boolean;
  /** Its own children, where they are no placard elements. */
  snapshot?: { readonly language?: string };
}

export interface Script {
  readonly line: number;
  /** As it is written; undefined for one within the page. */
  readonly src?: string;
  readonly module: boolean;
  readonly integrity?: string;
  readonly crossorigin?: string;
  readonly nonce?: string;
  /** What stands in it, for one within the page. */
  readonly text: string;
}

export interface Page {
  readonly tags: Tag[];
  readonly scripts: Script[];
  /** `content` of each `<meta http-equiv="Content-Security-Policy">`. */
  readonly policies: string[];
  readonly base?: string;
  readonly language?: string;
  /** Lines of snapshots that stand outside of any tag: the tag around them was taken out. */
  readonly strayed: number[];
  /** All text that readers see. */
  readonly text: string;
}

const DATA = 'data-placard-';
const PROVIDERS = ['placard-feed', 'placard-campaign'];
const UNSEEN = ['script', 'style', 'template', 'noscript', 'head'];

export function readPage(html: string): Page {
  const page = { tags: [] as Tag[], scripts: [] as Script[], policies: [] as string[], strayed: [] as number[], text: '' };
  let base: string | undefined;
  let language: string | undefined;

  /** Tells whether a placard element stands there or within. */
  const visit = (node: Node, around: { provider?: Tag; tag?: Tag; language?: string }): boolean => {
    if (node.nodeName === '#text' && 'value' in node) page.text += node.value;
    const visitAll = (within: typeof around) => children(node).reduce((found, child) => visit(child, within) || found, false);
    if (!isElement(node)) return visitAll(around);
    const lang = attribute(node, 'lang') || around.language;
    const tag = isPlacard(node) ? tagOf(node, html, { ...around, language: lang }) : undefined;
    if (tag) page.tags.push(tag);
    else if (node.tagName === 'script') page.scripts.push(scriptOf(node));
    else if (node.tagName === 'meta' && /^content-security-policy$/i.test(attribute(node, 'http-equiv') ?? ''))
      page.policies.push(attribute(node, 'content') ?? '');
    else if (node.tagName === 'base') base ??= attribute(node, 'href');
    else if (node.tagName === 'html') language = attribute(node, 'lang');
    else if (/(^|\s)placard-snapshot(\s|$)/.test(attribute(node, 'class') ?? '') && !around.tag) page.strayed.push(lineOf(node));
    if (UNSEEN.includes(node.tagName) && node.tagName !== 'head') return tag !== undefined;
    const arranged = visitAll({
      language: lang,
      tag: tag ?? around.tag,
      provider: tag && PROVIDERS.includes(tag.name) ? tag : around.provider,
    });
    if (tag) {
      tag.arranged = arranged;
      if (arranged) tag.snapshot = undefined;
    }
    return arranged || tag !== undefined;
  };
  visit(boundedParse(html), {});
  return { ...page, base, language };
}

function tagOf(element: Element, html: string, { provider, language }: { provider?: Tag; language?: string }): Tag {
  const prefix = element.tagName.startsWith('placard-') ? '' : DATA;
  const attributes = new Map(
    element.attrs.filter(({ name }) => name.startsWith(prefix)).map(({ name, value }) => [name.slice(prefix.length), value]),
  );
  const location = element.sourceCodeLocation;
  const start = location?.startTag ?? location;
  const selfClosed = html.endsWith('/>', start?.endOffset);
  const inside = children(element).filter((child) => (isElement(child) ? !isPlacard(child) : textOf(child).trim()));
  const first = inside.find(isElement);
  return {
    name: prefix ? (attributes.get('tag') ?? 'placard-campaign') : element.tagName,
    written: `<${element.tagName}${prefix ? ` ${DATA}…` : ''}>`,
    line: lineOf(element),
    attributes,
    provider,
    language: attributes.get('lang') || language,
    selfClosed,
    unclosed: !selfClosed && !location?.endTag,
    arranged: false,
    // What follows a tag that never ends is no snapshot.
    snapshot: !inside.length || selfClosed ? undefined : { language: first && attribute(first, 'lang') },
  };
}

function scriptOf(element: Element): Script {
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

const isElement = (node: Node): node is Element => 'tagName' in node;

const isPlacard = (node: Node): boolean =>
  isElement(node) && (node.tagName.startsWith('placard-') || node.attrs.some(({ name }) => name.startsWith(DATA)));

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

const children = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

const textOf = (node: Node): string => ('value' in node ? node.value : '');

const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 0;
