/**
 * The picture of a member: the part of a card that exists because of it, with the difference marked. It is the product's own HTML, so it
 * has the colours of the reader's page, and needs no request. It is a picture all the same: nothing in it can be clicked.
 */
import { parseFragment, serialize, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escapeHtml } from '../../../src/escape/html.js';

type Node = Tree.ChildNode;
type Parent = Tree.DocumentFragment | Tree.Element;

export interface Picture {
  readonly html: string;
  /** The marked words, for readers who do not see the picture. */
  readonly words: string;
}

/** Characters of a picture. Fewer do not show where on the card it is; more are the card itself. */
const MIN_CHARS = 25;
const MAX_CHARS = 600;
/** Characters of the words that replace a picture. */
const MAX_ALT_CHARS = 200;

/** The id of an event in a calendar file, which readers do not see. */
const EVENT_ID = /UID%3A.*?%0D%0A/g;

/** Returns the part of a card in which it differs from another one; `all` if they have little in common; undefined if readers see no difference. */
export function pictureOf(card: string, other: string): Picture | 'all' | undefined {
  if (card === other) return undefined;
  const [root, otherRoot] = [card, other].map((html) => parseFragment(html.replaceAll(EVENT_ID, ''))) as [Parent, Parent];
  const marks = differences(root, otherRoot).filter((node) => textOf(node).trim() || isImage(node));
  if (!marks.length) return undefined;
  marks.forEach(shortenLists);
  const together = shownPart(commonAncestor(marks));
  const part = textOf(together).length <= MAX_CHARS ? together : shownPart(marks[0]!);
  if (textOf(part).length > MAX_CHARS) return 'all';
  const seen = marks.filter((node) => isInside(node, part));
  const words = seen.map((node) => describe(node).replace(/\s+/g, ' ').trim()).join('; ');
  for (const node of seen) mark(node);
  prune(part);
  makeStill(root);
  return { html: serialize(root).replaceAll(/\n\s*\n/g, '\n'), words: shorten(words) };
}

/** Returns the nodes of `parent` that `other` does not have, as deep in the tree as possible. */
function differences(parent: Parent, other: Parent): Node[] {
  const [mine, theirs] = [significant(parent), significant(other)];
  const common = longestCommon(mine.map(keyOf), theirs.map(keyOf));
  const marks: Node[] = [];
  let [i, j] = [0, 0];
  for (const [nextMine, nextTheirs] of [...common, [mine.length, theirs.length] as const]) {
    const [gap, otherGap] = [mine.slice(i, nextMine), theirs.slice(j, nextTheirs)];
    gap.forEach((node, index) => marks.push(...(gap.length === otherGap.length ? compare(node, otherGap[index]!) : [node])));
    [i, j] = [nextMine + 1, nextTheirs + 1];
  }
  return marks;
}

function compare(node: Node, other: Node): Node[] {
  if (isText(node) && isText(other)) return [differentWords(node, other.value)];
  if (!isElement(node) || !isElement(other) || node.tagName !== other.tagName) return [node];
  const inside = differences(node, other);
  return inside.length || JSON.stringify(node.attrs) === JSON.stringify(other.attrs) ? inside : [node];
}

/** Splits a text, and returns the words in which it differs. */
function differentWords(node: Tree.TextNode, other: string): Node {
  const words = node.value.split(/(?<=\s)/);
  const others = other.split(/(?<=\s)/);
  const start = words.findIndex((word, index) => word !== others[index]);
  if (start < 0) return node;
  let end = words.length;
  for (let last = others.length; end > start && last > start && words[end - 1] === others[last - 1]; last--) end--;
  if (end === start) return node;
  const [before, own, after] = [words.slice(0, start), words.slice(start, end), words.slice(end)].map((part) => part.join(''));
  const parent = node.parentNode!;
  const pieces = [before!, own!, after!].map((value): Tree.TextNode => ({ nodeName: '#text', value, parentNode: parent }));
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...pieces.filter(({ value }) => value));
  return pieces[1]!;
}

/** Returns the pairs of positions of the longest list that both lists contain. */
function longestCommon(mine: readonly string[], theirs: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: mine.length + 1 }, () => Array.from({ length: theirs.length + 1 }, () => 0));
  for (let i = mine.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      lengths[i]![j] = mine[i] === theirs[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < mine.length && j < theirs.length;) {
    if (mine[i] === theirs[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function commonAncestor(nodes: readonly Node[]): Node | Parent {
  return [...ancestorsOf(nodes[0]!)].find((above) => nodes.every((node) => isInside(node, above)))!;
}

/** Returns the smallest part around a node that shows where on the card it is. */
function shownPart(node: Node | Parent): Node | Parent {
  let part = node;
  for (let above = parentOf(node); above && textOf(part).length < MIN_CHARS && textOf(above).length <= MAX_CHARS; above = parentOf(above))
    part = above;
  return part;
}

/** Removes everything beside a part and its ancestors, whose styles it needs. The name of a section stays. */
function prune(part: Node | Parent): void {
  for (let node = part, above = parentOf(part); above; [node, above] = [above, parentOf(above)])
    above.childNodes = above.childNodes.filter((each) => each === node || each.nodeName === 'summary');
}

/** Entries of a list that a picture shows, if the whole list is marked. */
const MAX_ENTRIES = 2;

function shortenLists(part: Node | Parent): void {
  if (!('childNodes' in part)) return;
  if (/^(ul|ol|dl)$/.test(part.nodeName)) part.childNodes = significant(part).slice(0, MAX_ENTRIES);
  part.childNodes.forEach(shortenLists);
}

function mark(node: Node): void {
  if (isElement(node)) {
    setAttribute(node, 'class', `${attributeOf(node, 'class')} marked`.trim());
    return;
  }
  const parent = node.parentNode!;
  const box = parseFragment(`<mark>${escapeHtml(textOf(node))}</mark>`).childNodes[0] as Tree.Element;
  parent.childNodes[parent.childNodes.indexOf(node)] = box;
  box.parentNode = parent;
}

/** Ids would be twice on the page, headings would be in its outline, and addresses of pictures lead to fictional sites. */
function makeStill(parent: Parent): void {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    node.attrs = node.attrs.filter(({ name }) => name !== 'id');
    if (/^h\d$/.test(node.tagName)) node.tagName = node.nodeName = 'div';
    if (node.tagName === 'img') setAttribute(node, 'src', '../picture.svg');
    makeStill(node);
  }
}

const isElement = (node: Node | Parent): node is Tree.Element => 'tagName' in node;
const isText = (node: Node | Parent): node is Tree.TextNode => node.nodeName === '#text';
const isImage = (node: Node): boolean => isElement(node) && (node.tagName === 'img' || node.childNodes.some(isImage));
const parentOf = (node: Node | Parent): Parent | undefined => (node as { parentNode?: Parent | null }).parentNode ?? undefined;
/** Without the white space between the parts of a card. */
const significant = (parent: Parent): Node[] => parent.childNodes.filter((node) => !isText(node) || node.value.trim());
const keyOf = (node: Node): string => (isText(node) ? node.value : serializeOuter(node));
const attributeOf = (node: Tree.Element, name: string): string => node.attrs.find((attribute) => attribute.name === name)?.value ?? '';

function* ancestorsOf(node: Node | Parent): Generator<Node | Parent> {
  for (let above: Node | Parent | undefined = node; above; above = parentOf(above)) yield above;
}

const isInside = (node: Node, part: Node | Parent): boolean => [...ancestorsOf(node)].includes(part);

function setAttribute(node: Tree.Element, name: string, value: string): void {
  node.attrs = [...node.attrs.filter((attribute) => attribute.name !== name), { name, value }];
}

function textOf(node: Node | Parent): string {
  return isText(node) ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Returns the words of a node. A picture has the words of its description. */
function describe(node: Node): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return '';
  return node.tagName === 'img' ? attributeOf(node, 'alt') || 'a picture' : node.childNodes.map(describe).join(' ');
}

const shorten = (words: string): string =>
  words.length > MAX_ALT_CHARS ? `${words.slice(0, words.lastIndexOf(' ', MAX_ALT_CHARS))} …` : words;
