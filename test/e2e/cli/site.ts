/** Builds a site and checks its oEmbed responses, for a plain server and for nginx. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { makeFolder, placard } from './cli.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export const MAIN = 'kz-accreditation-2025';
const sample = () => readFileSync(fileURLToPath(new URL('../../../demo/feed.json', import.meta.url)), 'utf8');

/** Builds the sample site and returns its folder. */
export async function buildSite(base: string, feed = sample(), out = join(makeFolder(), 'public')): Promise<string> {
  const source = join(makeFolder(), 'feed.json');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(source, feed);
  const { code, err } = await placard(['build', source, '--out', out, '--base-url', base]);
  assert.equal(code, 0, err);
  return out;
}

function* elements(node: Node): Generator<Element> {
  if (defaultTreeAdapter.isElementNode(node)) yield node;
  for (const child of (node as Partial<Element>).childNodes ?? []) yield* elements(child);
}

export const attribute = (element: Element, name: string) => element.attrs.find((own) => own.name === name)?.value;
export const allOf = (html: string) => [...elements(parse(html))];

export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return ((node as Partial<Element>).childNodes ?? []).map(textOf).join('');
}

interface Oembed {
  type: string;
  version: string;
  title: string;
  html: string;
  width: number;
  height: number;
  [key: string]: unknown;
}

/** Checks what WordPress (class-wp-oembed.php and its filter) and Ghost need from a pasted address. */
export async function checkOembed(url: string): Promise<Oembed> {
  assert.equal(url.split('https').length - 1 <= 1, true, 'the block editor accepts "https" only once');
  const page = Buffer.from(await (await fetch(url)).arrayBuffer());
  const head = page
    .subarray(0, 150 * 1024)
    .toString()
    .split('</head>')[0]!;
  assert.ok(page.includes('</head>') && head.length < 150 * 1024);
  const [link] = /<link [^>]*application\/json\+oembed[^>]*>/.exec(head) ?? assert.fail('no discovery link in the head');
  assert.match(link, /type="application\/json\+oembed"/);
  const href = /href="([^"]+)"/.exec(link)![1]!;
  assert.equal(new URL(href).href, href, 'absolute');
  assert.doesNotMatch(href, /wp-json\/oembed/, 'Ghost would make a bookmark of it');
  assert.match(head, /<meta property="og:title" content="[^"]+"/);

  // WordPress appends these parameters, and a static host ignores them.
  const answer = await fetch(`${href}?maxwidth=600&maxheight=1000&url=${encodeURIComponent(url)}&dnt=1&format=json`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.notDeepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'no byte order mark');
  const oembed = JSON.parse(bytes.toString()) as Oembed;
  assert.equal(oembed.type, 'rich');
  assert.equal(oembed.version, '1.0');
  assert.ok(oembed.width > 0 && oembed.height >= 200 && oembed.height <= 1000);
  assert.equal('thumbnail_url' in oembed, 'thumbnail_width' in oembed && 'thumbnail_height' in oembed);
  checkOembedHtml(oembed);
  return oembed;
}

function checkOembedHtml({ html, title }: Oembed): void {
  const [, words, frame] = /^<blockquote>([^]*)<\/blockquote>(<iframe [^>]*><\/iframe>)$/.exec(html) ?? assert.fail(html.slice(0, 200));
  assert.equal(html.split('<iframe').length, 2);
  // WordPress keeps text and links of the quotation.
  for (const element of elements(parseFragment(words!))) {
    assert.equal(element.tagName, 'a');
    assert.deepEqual(
      element.attrs.map(({ name }) => name),
      ['href'],
    );
  }
  const plain = textOf(parseFragment(words!));
  assert.match(plain, /\d{4}/, 'dated');
  assert.doesNotMatch(plain, /\s{2}|^\s|\s$/);
  const [iframe] = [...elements(parseFragment(frame!))];
  const kept = /^(src|width|height|frameborder|marginwidth|marginheight|scrolling|title)$/;
  for (const { name } of iframe!.attrs) assert.match(name, kept);
  assert.equal(attribute(iframe!, 'frameborder'), '0');
  assert.equal(attribute(iframe!, 'scrolling'), undefined);
  assert.equal(attribute(iframe!, 'title'), title);
}

/** Returns the snippet as the strictest content filter leaves it. */
export function stripped(snippet: string): string {
  return snippet.replace(/<(?!\/?(?:p|a|strong|blockquote)\b)[^>]*>/g, '');
}
