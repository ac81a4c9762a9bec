/** The change of a case for each event that `placard update` and the studio ask about. Pure. */
import { toDateTimeAttribute, toEpochMs, parseDate, type PartialDate } from '../feed/values/partial-date.js';
import { isJsonObject, type Json } from '../lint/json-pointer.js';

export type EventName = 'hearing-set' | 'postponed' | 'held' | 'ruling' | 'appeal' | 'closed' | 'released' | 'arrested' | 'other';

export interface EventFacts {
  /** The day of the event; of a hearing, its new day. */
  readonly date?: PartialDate | undefined;
  readonly place?: string | undefined;
  readonly outcome?: string | undefined;
  /** A sentence for the timeline. */
  readonly text?: string | undefined;
  /** The id of the proceeding; by default, the one with the newest status. In a case without proceedings, the name of the court. */
  readonly proceeding?: string | undefined;
  /** The id of the person; by default, the only person. */
  readonly person?: string | undefined;
}

/**
 * Returns the extension of the item after the event. A case without a proceeding gets one. Custody changes only if the person is clear.
 * @param today `2026-03-02`
 */
export function applyEvent(extension: Json, event: EventName, facts: EventFacts, today: string): Json {
  const { date, place, outcome } = facts;
  const day = date === undefined ? today : dayOf(date);
  switch (event) {
    case 'hearing-set':
      return withProceeding(extension, facts, () => ({
        as_of: today,
        next: withoutUndefined({ type: 'hearing', date, date_status: 'scheduled', place }),
      }));
    case 'postponed':
      return withProceeding(extension, facts, ({ next }) => ({ as_of: today, next: postponed(next, date) }));
    case 'held':
      return withStep(
        withProceeding(extension, facts, ({ next }) => ({ as_of: today, next: { ...kindOf(next), date, date_status: 'held' } })),
        facts,
        day,
      );
    case 'ruling':
      return withStep(
        withProceeding(extension, facts, () => ({ status: 'decided', outcome, as_of: day, next: undefined })),
        facts,
        day,
      );
    case 'appeal': {
      const undecided = { outcome: undefined, compliance: undefined, next: undefined };
      return withStep(
        withProceeding(extension, facts, () => ({ status: 'appealed', ...undecided, as_of: day })),
        facts,
        day,
      );
    }
    case 'closed':
      return withStep(
        withProceeding(extension, facts, () => ({ status: 'closed', as_of: day, next: undefined })),
        facts,
        day,
      );
    case 'released':
      return withStep(
        withCustody(extension, facts, (custody) => ({ ...custody, state: 'released', until: date, as_of: day })),
        facts,
        day,
      );
    case 'arrested':
      return withStep(
        withCustody(extension, facts, () => ({ state: 'detained', since: date, as_of: day })),
        facts,
        day,
      );
    case 'other':
      return withStep(extension, facts, day);
  }
}

/** Returns the proceedings of an extension. */
export const proceedingsIn = ({ cases }: Json): Json[] => objectsIn(cases);

/** Returns the persons of an extension. */
export const personsIn = ({ persons }: Json): Json[] => objectsIn(persons);

const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

function withProceeding(extension: Json, { proceeding }: EventFacts, change: (proceeding: Json) => Json): Json {
  const all = proceedingsIn(extension);
  const newest = [...all].sort((a, b) => timeOf(b.as_of) - timeOf(a.as_of))[0];
  const target = all.find(({ id }) => id === proceeding) ?? newest ?? { id: 'proceeding-1', forum: proceeding, status: 'pending' };
  const changed = withoutUndefined({ ...target, ...change(target) });
  return { ...extension, cases: newest ? all.map((each) => (each === target ? changed : each)) : [changed] };
}

const kindOf = (next: unknown): Json => {
  const { type = 'hearing', label }: Json = isJsonObject(next) ? next : {};
  return withoutUndefined({ type, label });
};

function postponed(next: unknown, date: PartialDate | undefined): Json {
  const was = isJsonObject(next) && next.date_status === 'scheduled' ? next.date : undefined;
  return withoutUndefined({ ...kindOf(next), date, date_status: 'postponed', was });
}

function withCustody(extension: Json, { person }: EventFacts, change: (custody: Json) => Json): Json {
  const all = personsIn(extension);
  const target = all.find(({ id }) => id === person) ?? (all.length === 1 ? all[0] : undefined);
  if (!target) return extension;
  const custody = withoutUndefined(change(isJsonObject(target.custody) ? target.custody : {}));
  return { ...extension, persons: all.map((each) => (each === target ? { ...each, custody } : each)) };
}

/** Adds a step to the timeline if there is a sentence for it. */
function withStep(extension: Json, { date, text }: EventFacts, day: string): Json {
  if (!text) return extension;
  const entries: unknown[] = Array.isArray(extension.timeline) ? extension.timeline : [];
  const used = new Set(entries.map((entry) => (isJsonObject(entry) ? entry.id : undefined)));
  let id = `event-${day}`;
  for (let count = 2; used.has(id); count++) id = `event-${day}-${count}`;
  return { ...extension, timeline: [...entries, { id, date: date ?? day, text }] };
}

/** Returns the day of an event: `2026-03-02`, or `2026-03`. */
const dayOf = (date: PartialDate): string => toDateTimeAttribute(date).slice(0, 10);

/** Returns the first moment in ms since 1970; 0 for a value that is not a date. */
function timeOf(value: unknown): number {
  const text = isJsonObject(value) ? value.date : value;
  const date = typeof text === 'string' ? parseDate(text) : undefined;
  return date ? toEpochMs(date) : 0;
}

const withoutUndefined = (value: Json): Json => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
