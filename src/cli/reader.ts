/**
 * What a reader reads of a statement, line by line, in the words of the widget (src/elements/words.ts and the locale), to compare
 * two publications by. What a screen shows and words do not, links and pictures, is told by address.
 */
import { htmlText } from '../feed/html-text.js';
import type { Feed } from '../feed/parse.js';
import { translationOf, versionsOf, withdrawnBy } from '../feed/translations.js';
import { compareDates, type PartialDate } from '../feed/dates.js';
import type { Action, Contact, Item, ItemExtension, Proceeding, Publisher, Reference } from '../feed/schema.js';
import { dateText, languageName, ownName, whenOf } from '../i18n/format.js';
import {
  actionWord,
  asOfDate,
  figureText,
  headDate,
  nextText,
  orderedContacts,
  placeText,
  proceedingOrigin,
  proceedingSentences,
  recipientOf,
  referenceText,
  statusOf,
} from '../i18n/sentences.js';
import type { Locale } from '../i18n/load-locale.js';

export interface Line {
  /** The heading under which it stands; empty on top. */
  readonly section: string;
  readonly text: string;
}

/** One statement, without what stands under every statement of the feed. */
export function itemLines(feed: Feed, item: Item, locale: Locale): Line[] {
  const facts: Partial<ItemExtension> = item._placard ?? {};
  const { headings } = locale;
  const by = withdrawnBy(feed, item);
  if (by) return lines('', withdrawal(item, by._placard!, locale));
  return [
    ...lines('', head(feed, item, facts, locale)),
    ...lines(headings.status, status(item, facts.cases ?? [], locale)),
    ...lines(headings.facts, happened(facts, locale)),
    ...lines(headings.timeline, course(facts, locale)),
    ...lines(headings.contacts, calls(facts.actions ?? [], orderedContacts(feed.head._placard?.contacts ?? []), locale)),
    ...lines(
      headings.quotes,
      (facts.quotes ?? []).map((quote) => quoted(quote, locale)),
    ),
    ...lines(
      headings.background,
      (facts.background ?? []).map(({ date, text, url }) => dated(date, joined(text, url), locale)),
    ),
    ...lines(
      headings.corrections,
      (facts.corrections ?? []).map(({ at, text }) => dated(at, text, locale)),
    ),
    ...lines(headings.sources, (facts.sources ?? []).map(sourced)),
    ...lines(
      headings.trackers,
      (facts.cases ?? []).flatMap(({ external = [] }) => external.map((one) => joined(`${one.tracker}: ${one.label}`, one.url))),
    ),
    ...lines(headings.statement, paragraphs(item)),
    ...lines('', foot(item, facts, locale)),
  ];
}

/** What stands under every statement: who can be reached, and who publishes. */
export function headLines(feed: Feed, locale: Locale): Line[] {
  const { publisher, contacts = [] } = feed.head._placard ?? {};
  const contactLines = orderedContacts(contacts).map((contact) => contacted(contact, locale));
  return [
    ...lines('', [publisher?.name]),
    ...lines(locale.headings.contacts, contactLines),
    ...(publisher ? lines(locale.about(publisher.name), published(publisher, locale)) : []),
    ...lines(locale.actions['report-correction'], [publisher?.corrections_url]),
  ];
}

type Text = string | undefined | false | 0;

function lines(section: string, texts: Text[]): Line[] {
  return texts.flatMap((text) => (text ? [{ section, text }] : []));
}

const joined = (...texts: Text[]): string => texts.filter(Boolean).join(' · ');

/** A date with the publisher's own words about it, as the widget shows it. */
function when(date: PartialDate | undefined, locale: Locale, clock = false): string {
  if (date === undefined) return '';
  const own = typeof date === 'string' ? undefined : date.text;
  return dateText(date, locale, clock) + (own ? ` (${own})` : '');
}

const dated = (date: PartialDate | undefined, text: string, locale: Locale): string => (date ? `${when(date, locale)}: ${text}` : text);

function sourced(reference: Reference): string {
  const { title, url } = referenceText(reference);
  return joined(title, url !== title && url);
}

function head(feed: Feed, item: Item, facts: Partial<ItemExtension>, locale: Locale): Text[] {
  const { media = [], dateline, superseded_by: successor } = facts;
  const { machine, outdated } = translationOf(feed, item);
  const others = versionsOf(feed, item.id).filter(({ id }) => id !== item.id && feed.item(id)?.url);
  const pictures = media.map(({ url, alt, caption, credit }) => joined(alt, caption, credit && locale.credit(credit), url));
  return [
    joined(locale.kinds[facts.kind ?? 'statement'], dateline?.place, when(headDate(item), locale)),
    item.title,
    item.url,
    successor !== undefined && joined(locale.superseded, successor),
    machine && locale.machine,
    outdated && locale.olderTranslation,
    others.length > 0 && locale.labelled(locale.otherLanguages, joined(...others.map(({ language }) => language && ownName(language)))),
    item.summary,
    !media.some(({ url }) => url) && item.image,
    ...pictures,
  ];
}

function withdrawal(item: Item, { retraction, superseded_by: successor }: Partial<ItemExtension>, locale: Locale): Text[] {
  return [
    locale.withdrawn(retraction && whenOf(retraction.at, locale)),
    item.title,
    retraction && locale.withdrawnReason(retraction.reason),
    successor !== undefined && joined(locale.superseded, successor),
  ];
}

function status(item: Item, cases: Proceeding[], locale: Locale): Text[] {
  if (!cases.length) return [statusOf(item, locale)?.word];
  return cases.flatMap((proceeding) => [
    [statusOf(item, locale, proceeding)!.word + locale.stop, ...proceedingSentences(proceeding, locale)].join(' '),
    joined(
      ...proceedingOrigin(proceeding, locale),
      locale.asOf(whenOf(proceeding.as_of, locale)!),
      proceeding.source && sourced(proceeding.source),
    ),
    proceeding.challenges && `${locale.challenges}: ${proceeding.challenges}`,
  ]);
}

function happened({ incident }: Partial<ItemExtension>, locale: Locale): Text[] {
  const { what, affected, actor, place, when: date, grounds, categories = [] } = incident ?? {};
  const rows: [keyof Locale['facts'], Text][] = [
    ['what', what],
    ['who', affected?.description],
    ['count', affected?.count !== undefined && figureText({ value: affected.count, label: '' }, locale)],
    ['names', affected?.names?.join(' · ')],
    ['affiliation', affected?.affiliation],
    ['actor', actor && `${actor.name} (${locale.actors[actor.kind]})`],
    ['where', place && placeText(place, locale)],
    ['when', when(date, locale)],
    ['grounds', grounds],
    ['categories', categories.join(' · ')],
  ];
  return rows.map(([name, text]) => text && `${locale.facts[name]}: ${text}`);
}

function course({ timeline = [], cases = [] }: Partial<ItemExtension>, locale: Locale): Text[] {
  const steps = [...timeline].sort((a, b) => compareDates(a.date, b.date));
  const told = steps.map(({ date, text, source }) => dated(date, joined(text, source && sourced(source)), locale));
  const nexts = cases.flatMap(({ next }) => (next && next.date_status !== 'held' && next.date_status !== 'cancelled' ? [next] : []));
  return [...told, ...(told.length ? nexts.map((next) => `${locale.next}: ${nextText(next, locale)}`) : [])];
}

function calls(actions: Action[], contacts: Contact[], locale: Locale): Text[] {
  return actions.map((action) => {
    const { label, url, subject, text, starts, ends } = action;
    const recipient = recipientOf(action, contacts);
    const to = url ?? recipient?.phone ?? recipient?.email;
    return joined(
      label ?? actionWord(action, recipient, locale),
      to,
      subject,
      text,
      starts && locale.notYetOpen(whenOf(starts, locale)!),
      ends && locale.closedAction(whenOf(ends, locale)!),
    );
  });
}

function quoted(
  { text, form, speaker, role, organisation, source }: NonNullable<ItemExtension['quotes']>[number],
  { labelled }: Locale,
): string {
  const said = form === 'direct' ? `“${text}”` : text;
  return labelled(joined(speaker, role, organisation, source && sourced(source)), said);
}

function contacted({ role, name, phone, email, url, signal, pgp, onion, languages, hours }: Contact, locale: Locale): string {
  const channels: [keyof Locale['channels'], Text][] = [
    ['email', email],
    ['url', url],
    ['signal', signal],
    ['pgp', pgp],
    ['onion', onion],
    ['languages', languages?.map((tag) => languageName(tag, locale)).join(', ')],
    ['hours', hours],
  ];
  return joined(
    locale.roles[role],
    name,
    phone,
    ...channels.map(([channel, text]) => text && locale.labelled(locale.channels[channel], text)),
  );
}

function published({ about, figures = [], follow = [], url, subscribe_url: subscribe }: Publisher, locale: Locale): Text[] {
  return [
    about,
    ...figures.map((figure) =>
      joined(`${figureText(figure, locale)} ${figure.label}`, figure.as_of && locale.asOf(whenOf(figure.as_of, locale)!)),
    ),
    url,
    ...follow.map(({ label, url: address }) => joined(label, address)),
    subscribe && joined(locale.actions.subscribe, subscribe),
  ];
}

/** Both where both are there: the text stands in snapshots, the HTML takes its place on screen. */
function paragraphs({ content_text: text = '', content_html: markup = '' }: Item): string[] {
  const said = [text, htmlText(markup)].flatMap((whole) => whole.split(/\n\s*\n/).map((paragraph) => paragraph.trim()));
  return [...new Set(said)];
}

function foot(item: Item, { provenance = [] }: Partial<ItemExtension>, locale: Locale): Text[] {
  const asOf = asOfDate(item);
  return [
    ...provenance.map(({ role, name, url, at, alterations }) =>
      joined(locale.provenance[role](name), url, at && when(at, locale, true), alterations && locale.alterations[alterations]),
    ),
    asOf && locale.asOf(whenOf(asOf, locale)!),
  ];
}
