/** The data of an item's page for search engines, https://schema.org. */
import { scriptJson } from '../escape/script.js';
import { asOfDate, publicationDate } from '../i18n/sentences.js';
import type { CalendarEvent } from './calendar.js';
import { isoDate } from './metadata.js';
import type { ItemContext } from './site-parts.js';

/** Returns the JSON-LD as text of a script element. */
export function jsonLd(url: string, context: ItemContext, events: readonly CalendarEvent[]): string {
  const { item, publisher, feed, rendered } = context;
  const { title, summary, retraction } = rendered.card.brief;
  const place = retraction ? undefined : item._placard?.incident?.place;
  const { url: home, logo, corrections_url: correctionsPolicy } = feed.head._placard?.publisher ?? {};
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description: summary,
    url,
    mainEntityOfPage: url,
    sameAs: item.url,
    inLanguage: item.language ?? rendered.locale.tag,
    datePublished: isoDate(publicationDate(item)),
    dateModified: isoDate(asOfDate(item)),
    image: retraction ? undefined : item.image,
    correction: item._placard?.corrections?.map(({ at, text }) => ({ '@type': 'CorrectionComment', text, datePublished: isoDate(at) })),
    about: retraction ? undefined : events.flatMap((event) => eventLd(event, publisher)),
    publisher: { '@type': 'Organization', name: publisher, url: home, logo, correctionsPolicy },
    contentLocation: place && {
      '@type': 'Place',
      name: place.name,
      address: { '@type': 'PostalAddress', addressRegion: place.region, addressCountry: place.country },
    },
  };
  return scriptJson(article);
}

/** https://schema.org/EventStatusType has no state for an event that took place. */
const EVENT_STATES = { planned: 'EventScheduled', moved: 'EventRescheduled', postponed: 'EventPostponed', cancelled: 'EventCancelled' };

/** Returns a hearing or an event to attend. A deadline is not an event. */
function eventLd({ kind, summary, start, end, allDay, state, was, place, url }: CalendarEvent, publisher: string): object[] {
  if (kind === 'deadline') return [];
  const text = (moment: Date) => moment.toISOString().slice(0, allDay ? 10 : undefined);
  return [
    {
      '@type': 'Event',
      name: summary,
      startDate: text(start),
      endDate: end && text(end),
      previousStartDate: state === 'moved' ? isoDate(was) : undefined,
      eventStatus: `https://schema.org/${EVENT_STATES[state]}`,
      location: place === undefined ? undefined : { '@type': 'Place', name: place },
      organizer: kind === 'event' ? { '@type': 'Organization', name: publisher } : undefined,
      url,
    },
  ];
}
