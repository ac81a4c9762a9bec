/** What a reader can open beside the statement: documents and attachments, letters with their replies, and those who signed. */
import type { Item, ItemExtension } from '../../feed/schema/schema.js';
import { dayOfMoment, daysBetween } from '../../i18n/custody.js';
import { detailsOf } from '../../i18n/details.js';
import { numberText, formatWhen } from '../../i18n/format.js';
import { countryName, languageName } from '../../i18n/names.js';
import type { Block, Runs } from '../card.js';
import { fold, group, lines, list, paragraph, section, wordsParagraph } from '../blocks.js';
import { textDirection, type Context } from '../context.js';
import { fill, isolated, join, link, span, time, words } from '../runs.js';
import { creditRuns, picture } from '../sections/head.js';
import { signatoriesText } from '../sections/hints.js';
import { isRecording } from '../sections/recording.js';

type Paper = NonNullable<ItemExtension['documents']>[number];
type Attachment = NonNullable<Item['attachments']>[number];
type Intervention = NonNullable<ItemExtension['interventions']>[number];
type Signatory = NonNullable<ItemExtension['signatories']>[number];

export function documents(context: Context): readonly Block[] {
  const { extension, item, locale } = context;
  const all = [
    ...(extension.documents ?? []).map((paper) => paperRuns(context, paper)),
    ...(item.attachments ?? []).map((file) => attachmentRuns(context, file)),
    ...(extension.media ?? []).flatMap((one) => recordingRuns(context, one)),
  ];
  return section(context, 'documents', [detailsOf(locale).headings.documents], lines('papers', all));
}

/** Returns a film or a sound among the pictures as a link. */
function recordingRuns(context: Context, { url, alt, caption, credit }: NonNullable<ItemExtension['media']>[number]): Runs[] {
  if (!url || !isRecording(url)) return [];
  const title = alt ? words(context, alt) : [isolated(fileName(url))];
  return [join(link(url, title, alt), words(context, caption), creditRuns(context, credit))];
}

function paperRuns(context: Context, { title, url, type, size, language, date, kind }: Paper): Runs {
  const { locale } = context;
  return join(
    link(url, words(context, title, language), title),
    kind ? [detailsOf(locale).papers[kind]] : [],
    fileFacts(context, type, size),
    language && language !== context.lang ? [languageName(language, locale)] : [],
    time(context, date),
  );
}

function attachmentRuns(
  context: Context,
  { url, title, mime_type: type, size_in_bytes: size, duration_in_seconds: seconds }: Attachment,
): Runs {
  const { locale } = context;
  const minutes = seconds === undefined ? 0 : Math.max(1, Math.round(seconds / 60));
  return join(
    link(url, title ? words(context, title) : [isolated(fileName(url))], title),
    fileFacts(context, type, size),
    minutes ? [locale.counts.minutes(numberText(minutes, locale), minutes)] : [],
  );
}

/** Returns the kind of a file and its size, such as "PDF · 1.2 MB". */
function fileFacts({ locale }: Context, type: string | undefined, size: number | undefined): Runs {
  const name = type?.split(/[/+;]/).at(1)?.toUpperCase();
  const [value, unit] = size && size >= 1e6 ? [size / 1e6, 'megabyte'] : [(size ?? 0) / 1e3, 'kilobyte'];
  const amount = new Intl.NumberFormat(locale.intl, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  return join(name && name.length <= 5 ? [isolated(name)] : [], size ? [amount.format(value)] : []);
}

const fileName = (url: string): string => new URL(url).pathname.split('/').at(-1) || new URL(url).host;

export function interventions(context: Context): readonly Block[] {
  const { extension, locale } = context;
  const all = (extension.interventions ?? []).flatMap((one) => interventionBlock(context, one));
  return section(context, 'interventions', [detailsOf(locale).headings.interventions], all);
}

function interventionBlock(context: Context, intervention: Intervention): readonly Block[] {
  const { kind, by, to, date, text, url } = intervention;
  const details = detailsOf(context.locale);
  const what = join(
    link(url, [span('strong', details.interventions[kind])]),
    by ? fill((gap) => details.from(gap!), words(context, by)) : [],
    to ? fill((gap) => details.to(gap!), words(context, to)) : [],
    time(context, date),
  );
  return group('intervention', [
    ...paragraph('name', what),
    ...wordsParagraph(context, 'also', text),
    ...replyBlocks(context, intervention),
  ]);
}

/** Returns the reply word for word, or how long it is missing. */
function replyBlocks(context: Context, { date: asked, reply }: Intervention): readonly Block[] {
  if (!reply) return [];
  const { locale, now, freshness, lang } = context;
  const details = detailsOf(locale);
  const { state, date, text, url, as_of: asOf } = reply;
  if (state === 'received') {
    const when = [details.replied(date ? formatWhen(date, locale) : undefined)];
    const caption = link(url, when);
    return text ? [{ kind: 'quote', direct: true, text, lang, dir: textDirection(lang), caption }] : paragraph('also', caption);
  }
  if (state === 'refused') return [...paragraph('also', link(url, [details.replyRefused])), ...wordsParagraph(context, 'also', text)];
  const today = dayOfMoment(now, !!freshness);
  const count = daysBetween(asked, today);
  const number = count === undefined ? '' : numberText(count, locale);
  const sentence = count === undefined ? details.noReplyYet : details.noReply(number, count, formatWhen(today, locale)!);
  return paragraph('also', join([sentence], time(context, asOf, { phrase: locale.asOf })));
}

export function signatories(context: Context): readonly Block[] {
  const { extension, locale } = context;
  const text = signatoriesText(context);
  if (!text) return [];
  const all = list(
    'signatories',
    (extension.signatories ?? []).map((one) => [...logo(context, one), ...paragraph('line', signatoryRuns(context, one))]),
  );
  const shown = [...paragraph('also', [text]), ...(all.length ? [fold('rest', [locale.showAll], all)] : [])];
  return section(context, 'signatories-section', [detailsOf(locale).headings.signatories], shown);
}

/** The name is beside the logo, so the logo has no text of its own. */
const logo = (context: Context, { logo: url }: Signatory): readonly Block[] => (url ? picture(context, { url }) : []);

function signatoryRuns(context: Context, { name, url, country, since }: Signatory): Runs {
  return join(link(url, words(context, name), name), country ? [countryName(country, context.locale)] : [], time(context, since));
}
