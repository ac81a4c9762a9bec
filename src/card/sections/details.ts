/** Quotes, background, corrections, sources, and who the publisher is. */
import { figureText, qualified } from '../../i18n/sentences.js';
import type { ItemExtension, Publisher } from '../../feed/schema/schema.js';
import type { Block, Quote, Runs } from '../card.js';
import { lines, list, paragraph, section, wordsParagraph } from '../blocks.js';
import { directionFor, headLanguage, type Context } from '../context.js';
import { fill, headWords, isolated, join, link, reference, span, time, words } from '../runs.js';

export function details(context: Context): readonly Block[] {
  const { locale, extension } = context;
  const { quotes = [], background = [], sources = [], corrections = [] } = extension;
  const { headings } = locale;
  return [
    ...section(
      context,
      'quotes-section',
      [headings.quotes],
      quotes.map((quote) => quoteBlock(context, quote)),
    ),
    ...section(
      context,
      'background-section',
      [headings.background],
      list(
        'background',
        background.map((entry) => backgroundEntry(context, entry)),
      ),
    ),
    ...section(
      context,
      'corrections-section',
      [headings.corrections],
      list(
        'background',
        corrections.map(({ at, text }) => dated(time(context, at), words(context, text))),
      ),
    ),
    ...section(
      context,
      'sources-section',
      [headings.sources],
      lines(
        'sources',
        sources.map((source) => reference(context, source)),
      ),
    ),
    ...aboutPublisher(context),
  ];
}

function quoteBlock(
  context: Context,
  { text, form, speaker, role, organisation, source, language }: NonNullable<ItemExtension['quotes']>[number],
): Quote {
  const lang = language ?? context.lang;
  const caption = join(
    [span('strong', ...words(context, speaker))],
    words(context, role),
    words(context, organisation),
    reference(context, source),
  );
  return { kind: 'quote', direct: form === 'direct', text, lang, dir: directionFor(lang), caption };
}

type Background = NonNullable<ItemExtension['background']>[number];

const backgroundEntry = (context: Context, { date, text, url }: Background) =>
  dated(time(context, date), link(url, words(context, text), text));

const dated = (when: Runs, event: Runs): readonly Block[] => [...paragraph('when', when), ...paragraph('event', event)];

function aboutPublisher(context: Context): readonly Block[] {
  const { feed, locale } = context;
  const publisher = feed.head._placard?.publisher;
  if (!publisher) return [];
  const { name, about, figures = [], follow = [], url } = publisher;
  const home = url ? link(url, [isolated(new URL(url).host)]) : [];
  const places = follow.map((place) => link(place.url, headWords(context, place.label), place.label));
  return section(
    context,
    'publisher-section',
    fill((gap) => locale.about(gap!), headWords(context, name)),
    [
      ...wordsParagraph(context, 'boilerplate', about, headLanguage(context)),
      ...lines(
        'figures',
        figures.map((figure) => figureRuns(context, figure)),
      ),
      ...paragraph('follow', join(home, ...places)),
    ],
  );
}

type Figure = NonNullable<Publisher['figures']>[number];

function figureRuns(context: Context, figure: Figure): Runs {
  const asOf = figure.as_of ? [' ', span('note', '(', ...time(context, figure.as_of, { phrase: context.locale.asOf }), ')')] : [];
  return [span('strong', ...figureValue(context, figure)), ' ', ...headWords(context, figure.label), ...asOf];
}

/** A number with a qualifier that the locale knows is a phrase of the interface; the publisher's own words stay as they are. */
function figureValue(context: Context, figure: Figure): Runs {
  const { locale } = context;
  const { value, qualifier } = figure;
  if (qualifier && !qualified(qualifier, locale)) return headWords(context, figureText(figure, locale));
  if (typeof value === 'number') return [figureText(figure, locale)];
  return fill((gap) => figureText({ ...figure, value: gap! }, locale), headWords(context, value));
}
