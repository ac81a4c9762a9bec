/**
 * The picture of a card, for link previews and for places that take only pictures: publisher, headline, status and its date. It has no
 * portrait and no name of a person, except in the publisher's own headline.
 */
import { element } from '../card/markup.js';
import { escapeHtml } from '../escape/html.js';
import { parseDate } from '../feed/values/partial-date.js';
import { isJsonObject } from '../lint/json-pointer.js';
import { directionOf } from '../i18n/load-locale.js';
import { itemStatus } from '../i18n/item-status.js';
import { asOfDate } from '../i18n/sentences.js';
import type { ItemContext, Picture } from './site-parts.js';

/** px; the size that link previews ask for. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Returns a PNG of a page, as wide and high as PICTURE_SIZE. */
export type DrawPicture = (html: string) => Promise<Uint8Array>;

interface Words {
  readonly publisher: string;
  readonly stamp: string;
  readonly title: string;
  readonly asOf: string;
}

function wordsOf({ feed, item, publisher, rendered: { card, locale } }: ItemContext): Words {
  const { title, retraction, asOf = '' } = card.brief;
  const kind = locale.kinds[item._placard?.kind ?? 'statement'];
  const stamp = retraction ?? itemStatus(item, locale)?.word ?? kind;
  const headline = retraction === undefined ? title : (item.title ?? publisher);
  return {
    publisher,
    stamp,
    title: withheldNames(feed.rawField(item.id, '_placard')).some((name) => headline.includes(name)) ? kind : headline,
    asOf,
  };
}

/** Returns names that the feed has and withholds, which is a mistake of the publisher. */
function withheldNames(extension: unknown): string[] {
  const { persons } = Object(extension) as { persons?: unknown };
  return (Array.isArray(persons) ? persons : []).flatMap((person) =>
    isJsonObject(person) && person.named === 'withheld' && typeof person.name === 'string' && person.name ? [person.name] : [],
  );
}

/** @param folder of the item */
export function pictureOf(folder: string, context: ItemContext): Picture {
  const { publisher, stamp, title, asOf } = wordsOf(context);
  const { item, rendered, feed } = context;
  const status = rendered.card.brief.retraction === undefined ? (itemStatus(item, rendered.locale)?.code ?? 'statement') : 'withdrawn';
  const date = asOfDate(item) ?? feed.head._placard?.generated_at;
  const { year, month = 1, day = 1 } = parseDate(typeof date === 'string' ? date : (date?.date ?? '')) ?? { year: 0 };
  const stampDate = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return {
    name: `${folder}-${status}-${stampDate}-r${item._placard?.revision ?? 0}.png`,
    alt: [rendered.locale.labelled(publisher, title), `${stamp}.`, asOf].filter(Boolean).join(' '),
  };
}

/** Returns the page that is drawn. It loads nothing. */
export function picturePage(context: ItemContext): string {
  const { publisher, stamp, title, asOf } = wordsOf(context);
  const lang = context.item.language ?? context.rendered.locale.tag;
  const box = (name: string, text: string) => element('p', { class: name }, escapeHtml(text));
  return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${box('publisher', publisher)}
${element('h1', { class: sizeOf(title) }, escapeHtml(title))}
<div class="foot">${box('stamp', stamp)}${box('date', asOf)}</div>
</body>
</html>
`;
}

/** Characters of a headline up to which a size fits on four lines. */
const SIZES: readonly [characters: number, name: string][] = [
  [60, 'large'],
  [120, 'medium'],
];
const sizeOf = (title: string): string => SIZES.find(([characters]) => title.length <= characters)?.[1] ?? 'small';

const STYLE = `
* { box-sizing: border-box; margin: 0; }
html { font-family: system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', 'Helvetica Neue', Arial, sans-serif; }
body { display: flex; flex-direction: column; width: 1200px; height: 630px; overflow: hidden; padding: 56px 72px; border-block-start: 18px solid #b3261e; background: #fff; color: #16181b; }
p { overflow: hidden; max-height: 2.6em; font-size: 30px; line-height: 1.3; overflow-wrap: anywhere; }
.publisher { color: #5b6067; font-weight: 600; }
h1 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; margin-block: auto; padding-block-end: 0.12em; font-weight: 750; line-height: 1.25; overflow-wrap: anywhere; }
.large { font-size: 74px; }
.medium { font-size: 60px; }
.small { font-size: 46px; }
.foot { display: flex; align-items: center; gap: 28px; }
.stamp { flex: none; max-width: 720px; padding: 10px 24px; border: 4px solid #16181b; font-weight: 700; }
.date { color: #5b6067; }
`.trim();
