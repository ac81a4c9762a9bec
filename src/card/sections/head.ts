/** Who speaks, in which languages, the headline, the summary and the pictures. */
import { originalId, translationInfo, languageVariants } from '../../feed/translations.js';
import { ownName } from '../../i18n/format.js';
import { headDate } from '../../i18n/sentences.js';
import type { ItemExtension } from '../../feed/schema/schema.js';
import { nullObject } from '../../feed/schema/compiled-runtime.js';
import { sendsPageCookies } from '../../feed/values/safe-url.js';
import type { Block, Heading, Runs } from '../card.js';
import { group, paragraph, wordsParagraph } from '../blocks.js';
import { directionFor, type Context } from '../context.js';
import { fill, headWords, join, link, span, time, words } from '../runs.js';

export function head(context: Context): readonly Block[] {
  const [first = [], ...others] = pictures(context);
  const lead = [...headline(context), ...wordsParagraph(context, 'summary', context.item.summary)];
  return group('head', [
    masthead(context),
    ...otherLanguages(context),
    ...translationNotes(context),
    ...group('lead', [...group('lead-text', lead), ...first]),
    ...others.flat(),
  ]);
}

function masthead(context: Context): Block {
  const { locale, extension, item } = context;
  const kind = locale.kinds[extension.kind ?? 'statement'];
  const origin = join(words(context, extension.dateline?.place), time(context, headDate(item)));
  return mastheadOf(join(publisher(context), [kind]), origin);
}

export const publisher = (context: Context): Runs => [span('publisher', ...headWords(context, context.publisher))];

/** The line on top: a cell at each end. */
export function mastheadOf(...cells: Runs[]): Block {
  const runs = cells.filter(({ length }) => length).map((cell) => span('cell', ...cell));
  return { kind: 'paragraph', role: 'masthead', runs };
}

function headline(context: Context): readonly Heading[] {
  const { item, level } = context;
  return item.title ? [{ kind: 'heading', role: 'headline', level, runs: link(item.url, words(context, item.title), item.title) }] : [];
}

/** The same statement in other languages, each named in itself. */
function otherLanguages({ feed, item, locale }: Context): readonly Block[] {
  const original = originalId(feed, item.id);
  const links = languageVariants(feed, item.id).flatMap(({ id, language }): Runs[] => {
    const url = id === item.id ? undefined : feed.item(id)?.url;
    if (!url || !language) return [];
    const named = link(url, [ownName(language)], undefined, { role: 'language', hreflang: language, dir: directionFor(language) });
    return [id === original ? [...named, ` (${locale.original})`] : named];
  });
  return paragraph('languages', links.length ? fill((gap) => locale.labelled(locale.otherLanguages, gap!), join(...links)) : []);
}

/** What a translation says of itself. */
export function translationNotes({ feed, item, locale }: Context): readonly Block[] {
  const { machine, outdated } = translationInfo(feed, item);
  const sentences = [machine && locale.machine, outdated && locale.olderTranslation].filter((sentence) => typeof sentence === 'string');
  return paragraph('translation', sentences.length ? [sentences.join(' ')] : []);
}

type Media = NonNullable<ItemExtension['media']>[number];

/** Each picture; the item's own one where none of them has an address. */
function pictures(context: Context): (readonly Block[])[] {
  const { item, extension } = context;
  const { media = [] } = extension;
  const all: Partial<Media>[] =
    item.image && !media.some(({ url }) => url) ? [Object.assign(nullObject(), { url: item.image }), ...media] : media;
  return all.map((one) => picture(context, one));
}

function picture(context: Context, { url, alt = '', credit, caption }: Partial<Media>): readonly Block[] {
  const { feed, item, locale, lang, pageOrigin, issues } = context;
  const credits = credit ? [span('credit', ...fill((gap) => locale.credit(gap!), words(context, credit)))] : [];
  const refused = url !== undefined && sendsPageCookies(url, pageOrigin, feed.address);
  if (refused) issues.push({ member: url === item.image ? 'image' : '_placard/media', code: 'bad-url' });
  if (!url || refused) return paragraph('picture-less', join(words(context, alt), words(context, caption), credits));
  return [{ kind: 'picture', url, alt, lang, caption: join(words(context, caption), credits) }];
}
