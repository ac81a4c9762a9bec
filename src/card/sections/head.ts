/** The head of the card: publisher, headline, first sentences and picture. */
import { originalId, translationInfo, languageVariants } from '../../feed/translations.js';
import { htmlToText } from '../../feed/values/html-to-text.js';
import { cleanText } from '../../feed/values/clean-text.js';
import { nativeLanguageName } from '../../i18n/format.js';
import { publicationDate } from '../../i18n/sentences.js';
import type { Item, ItemExtension } from '../../feed/schema/schema.js';
import { nullObject } from '../../feed/schema/compiled-runtime.js';
import { decodeReferences } from '../../feed/values/entities.js';
import { safeWebUrl, sendsPageCookies } from '../../feed/values/safe-url.js';
import type { Block, Heading, Runs } from '../card.js';
import { fold, group, paragraph, wordsParagraph } from '../blocks.js';
import { textDirection, type Context } from '../context.js';
import { isRecording } from './recording.js';
import { cells, fill, headWords, join, link, span, time, words } from '../runs.js';

/** @param dated whether the line has the date and place; a status has its own date */
export function masthead(context: Context, dated: boolean): Block {
  const { locale, extension, item } = context;
  const byline = fill((gap) => locale.bylines[extension.kind ?? 'statement'](gap!), publisher(context));
  const origin = join(words(context, extension.dateline?.place), time(context, publicationDate(item)));
  return mastheadOf(byline, dated ? origin : []);
}

export const publisher = (context: Context): Runs => [span('publisher', ...headWords(context, context.publisher))];

/** Returns the first line, with a cell at each end. */
export const mastheadOf = (...ends: Runs[]): Block => ({ kind: 'paragraph', role: 'masthead', runs: cells(...ends) });

export function headline({ item, level, lang }: Context, struck = false): readonly Heading[] {
  const { title } = item;
  const url = item.url ?? item.external_url;
  if (!title) return [];
  const runs = words({ lang }, title);
  return [{ kind: 'heading', role: 'headline', level, runs: struck ? [span('struck', ...runs)] : link(url, runs, title) }];
}

/** Returns the first sentences and the first picture. */
export function lead(context: Context): readonly Block[] {
  const [first = []] = pictures(context);
  const blocks = [...first.filter(({ kind }) => kind === 'picture'), ...wordsParagraph(context, 'summary', leadText(context))];
  return group('lead', warned(context, blocks));
}

/** Returns blocks behind the content warning of the item, if it has one. */
export function warned(context: Context, blocks: readonly Block[]): readonly Block[] {
  const warning = context.extension.content_warning;
  return warning && blocks.length ? [fold('warning', words(context, warning), blocks)] : blocks;
}

/** Returns the pictures after the first, and the captions of pictures without an address. */
export function otherPictures(context: Context): readonly Block[] {
  const [first = [], ...others] = pictures(context);
  return warned(context, [...first.filter(({ kind }) => kind !== 'picture'), ...others.flat()]);
}

function leadText({ item, extension }: Context): string | undefined {
  return item.summary ?? extension.incident?.what ?? (item.title ? opening(item, MAX_LEAD) : undefined);
}

/** Maximum characters of the lead of an item without a summary. */
const MAX_LEAD = 280;
/** Maximum characters of HTML that are searched for the first words. */
const MAX_HTML = 8_000;

/** Returns the first words of an item; undefined without a text. */
export function opening({ content_text: plain, content_html: html = '' }: Item, most: number): string | undefined {
  const text = (plain ?? htmlToText(html.slice(0, MAX_HTML))).replace(/\s+/g, ' ').trim();
  if (text.length <= most) return text || undefined;
  const cut = text.lastIndexOf(' ', most - 1);
  return cleanText(`${text.slice(0, cut > most / 2 ? cut : most - 1)}…`);
}

/** Returns links to the statement in other languages. Each link has the name of its language in that language. */
export function otherLanguages({ feed, item, locale }: Context): readonly Block[] {
  const original = originalId(feed, item.id);
  const links = languageVariants(feed, item.id).flatMap(({ id, language }): Runs[] => {
    const url = id === item.id ? undefined : feed.item(id)?.url;
    if (!url || !language) return [];
    const named = link(url, [nativeLanguageName(language)], undefined, {
      role: 'language',
      hreflang: language,
      dir: textDirection(language),
    });
    return [id === original ? [...named, ` (${locale.original})`] : named];
  });
  return paragraph('languages', links.length ? [locale.otherLanguages, ...links.flatMap((one) => [' ', ...one])] : []);
}

/** Returns the notes of a translation: made by a machine, or older than its original. */
export function translationNotes({ feed, item, locale }: Context): readonly string[] {
  const { machine, outdated } = translationInfo(feed, item);
  return [machine && locale.machine, outdated && locale.olderTranslation].filter((sentence) => typeof sentence === 'string');
}

type Media = NonNullable<ItemExtension['media']>[number];

/** Returns the pictures. If they have no addresses, the image of the item comes first. */
function pictures(context: Context): (readonly Block[])[] {
  const { item, extension } = context;
  const { media = [] } = extension;
  const hasOwn = media.some(({ url }) => url && !isRecording(url));
  const url = item.image ?? item.banner_image;
  const first = hasOwn ? undefined : url ? Object.assign(nullObject(), { url }) : pictureOf(context);
  const all: Partial<Media>[] = first ? [first, ...media] : media;
  return all.filter((one) => !one.url || !isRecording(one.url)).map((one) => picture(context, one));
}

/** Maximum characters of a tag. */
const MAX_TAG = 4_000;

/** Returns the picture of a statement that is only a picture. */
function pictureOf({ item, feed }: Context): Partial<Media> | undefined {
  const { content_text: text, content_html: html = '' } = item;
  const start = text ? -1 : html.slice(0, MAX_HTML).search(/<img\s/i);
  if (start < 0 || htmlToText(html)) return undefined;
  const tag = html.slice(start, start + MAX_TAG).split('>', 1)[0]!;
  const value = (attribute: RegExp) => decodeReferences(attribute.exec(tag)?.slice(1).join('') ?? '');
  const url = safeWebUrl(value(/\ssrc=(?:"([^"]*)"|'([^']*)'|([^"'\s]+))/i), feed.base);
  return url && Object.assign(nullObject(), { url, alt: cleanText(value(/\salt=(?:"([^"]*)"|'([^']*)'|([^"'\s]+))/i)) });
}

export const creditRuns = (context: Context, credit: string | undefined): Runs =>
  credit ? [span('credit', ...fill((gap) => context.locale.credit(gap!), words(context, credit)))] : [];

export function picture(context: Context, { url, alt = '', credit, caption }: Partial<Media>): readonly Block[] {
  const { feed, item, lang, pageOrigin, issues } = context;
  const credits = creditRuns(context, credit);
  const refused = url !== undefined && sendsPageCookies(url, pageOrigin, feed.address);
  if (refused) issues.push({ member: url === item.image ? 'image' : '_placard/media', code: 'bad-url' });
  if (!url || refused) return paragraph('picture-less', join(words(context, alt), words(context, caption), credits));
  return [{ kind: 'picture', url, alt, lang, caption: join(words(context, caption), credits) }];
}
