/** The full statement, background, corrections, sources, contacts, and the description of the publisher. */
import { detailsOf } from '../../i18n/details.js';
import { figureText, qualified } from '../../i18n/figures.js';
import { orderedCases } from '../../i18n/sentences.js';
import { MAX_ENTRIES } from '../../feed/schema/field-rules.js';
import type { Publisher, Reference } from '../../feed/schema/schema.js';
import type { Block, Runs } from '../card.js';
import { lines, list, paragraph, section, wordsParagraph } from '../blocks.js';
import { publisherLanguage, type Context } from '../context.js';
import { fill, headWords, isolated, join, link, reference, span, time, words } from '../runs.js';
import { otherPictures, warned } from '../sections/head.js';
import { contactDetails } from './contact-details.js';
import { documents, interventions, signatories } from './papers.js';
import { asOf, provenance, statement } from './statement.js';

/** @param whole whether to include the full statement */
export function reading(context: Context, whole = true): readonly Block[] {
  const { locale, extension, level } = context;
  const { background = [], corrections = [] } = extension;
  const { headings } = locale;
  const details = detailsOf(locale);
  const dated = (each: { when: Runs; event: Runs }[]) =>
    list(
      'background',
      each.map(({ when, event }) => [...paragraph('when', when), ...paragraph('event', event)]),
    );
  const backgroundEntries = background.map(({ date, text, url }) => ({
    when: time(context, date),
    event: link(url, words(context, text), text),
  }));
  const correctionEntries = corrections.map(({ at, text }) => ({ when: time(context, at), event: words(context, text) }));
  return [
    ...section(context, 'corrections-section', [details.headings.corrections], dated(correctionEntries)),
    ...(whole ? section(context, 'text-section', [headings.statement], warned(context, statement(context, level + 1))) : []),
    ...section(context, 'background-section', [headings.background], dated(backgroundEntries)),
    ...interventions(context),
    ...documents(context),
    ...signatories(context),
    ...otherPictures(context),
    ...section(context, 'trackers-section', [details.headings.trackers], trackers(context)),
    ...section(
      context,
      'sources-section',
      [headings.sources],
      lines(
        'sources',
        sourcesOf(context).map((source) => reference(context, source)),
      ),
    ),
    ...contactDetails(context),
    ...aboutPublisher(context),
    ...provenance(context),
    ...asOf(context),
  ];
}

/** Returns the challenged acts, the labels of other trackers, and the sources. */
export function courtSources(context: Context): readonly Block[] {
  const { locale, item } = context;
  const cases = orderedCases(item);
  const challenges = cases.flatMap((one) =>
    one.challenges ? [fill((gap) => locale.labelled(locale.challenges, gap!), words(context, one.challenges))] : [],
  );
  return [
    ...lines('challenges', challenges),
    ...section(context, 'trackers-section', [detailsOf(locale).headings.trackers], trackers(context)),
    ...lines(
      'sources',
      cases.flatMap(({ source }) => (source ? [reference(context, source)] : [])),
    ),
  ];
}

/** Returns the sources of the item and of its proceedings, each one once. */
function sourcesOf({ item, extension }: Context): Reference[] {
  const all = [...(extension.sources ?? []), ...orderedCases(item).flatMap(({ source }) => source ?? [])];
  const seen = new Set<string>();
  return all.filter((source) => {
    const key = JSON.stringify(source);
    return !seen.has(key) && seen.add(key);
  });
}

/** Returns the labels of other trackers, word for word. */
function trackers(context: Context): readonly Block[] {
  const labels = orderedCases(context.item)
    .flatMap(({ external = [] }) => external)
    .slice(0, MAX_ENTRIES);
  const items = labels.map(({ tracker, label, url }) =>
    fill(
      (name, text) => context.locale.labelled(name!, text!),
      words(context, tracker),
      link(url, [span('strong', ...words(context, label))], label),
    ),
  );
  return lines('trackers', items);
}

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
    fill((gap) => detailsOf(locale).about(gap!), headWords(context, name)),
    [
      ...wordsParagraph(context, 'boilerplate', about, publisherLanguage(context)),
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

/** Returns a number with its qualifier. If the locale does not know the qualifier, returns the publisher's words unchanged. */
function figureValue(context: Context, figure: Figure): Runs {
  const { locale } = context;
  const { value, qualifier } = figure;
  if (qualifier && !qualified(qualifier, locale)) return headWords(context, figureText(figure, locale));
  if (typeof value === 'number') return [figureText(figure, locale)];
  return fill((gap) => figureText({ ...figure, value: gap! }, locale), headWords(context, value));
}
