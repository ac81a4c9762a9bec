/**
 * Every sentence of the interface in English: the source of truth. The type of all other languages is inferred from it, so
 * that a missing key does not compile. Whole sentences, not parts to glue: other languages order and inflect differently.
 */

/** One phrase for each way a date can be meant. `date` is already written in the language. */
const relations = {
  on: (date: string) => date,
  by: (date: string) => `by ${date}`,
  before: (date: string) => `before ${date}`,
  after: (date: string) => `after ${date}`,
  since: (date: string) => `since ${date}`,
  about: (date: string) => `about ${date}`,
};

/** The sentences about one kind of next step. `date` bears its relation; `plain` says that it has none. */
function step(it: string, noDate: string) {
  return {
    'not-set': noDate,
    scheduled: (date: string, plain: boolean) => (plain ? `${it} is set for ${date}.` : `${it} is expected ${date}.`),
    postponed: (date?: string) => (date ? `${it} was postponed to ${date}.` : `${it} was postponed, and no new date has been set.`),
    held: (date?: string) => (date ? `${it} took place: ${date}.` : `${it} has taken place.`),
    cancelled: `${it} was cancelled.`,
  };
}

export const en = {
  /** BCP 47 tag of this file. */
  tag: 'en',
  /** What Intl is asked for: plain English writes dates the international way, "25 July 2025". */
  intl: 'en-001',
  relations,

  kinds: { statement: 'Statement', case: 'Case', campaign: 'Campaign' },
  /** Accessible name of the whole: who is speaking. */
  speaker: (publisher: string, kind: string) => `${kind} by ${publisher}`,

  statuses: {
    unknown: 'Status unknown',
    none: 'No proceedings',
    investigating: 'Under investigation',
    pending: 'Case pending',
    decided: 'Decided',
    appealed: 'Under appeal',
    closed: 'Case closed',
  },
  incidentStates: { active: 'Ongoing', resolved: 'Resolved' },
  outcomes: {
    granted: 'The claim was granted.',
    'partly-granted': 'The claim was granted in part.',
    denied: 'The claim was denied.',
    convicted: 'The outcome was a conviction.',
    acquitted: 'The outcome was an acquittal.',
    quashed: 'The decision was quashed.',
    settled: 'The case was settled.',
    dismissed: 'The case was dismissed.',
    withdrawn: 'The claim was withdrawn.',
    archived: 'The case was archived.',
    reversed: 'The decision was reversed.',
  },
  compliances: {
    unknown: 'It is not known whether the decision has been obeyed.',
    complied: 'The decision has been obeyed.',
    partial: 'The decision has been obeyed in part.',
    ignored: 'The decision has not been obeyed.',
  },
  steps: {
    hearing: step('The hearing', 'No hearing date has been set.'),
    ruling: step('The ruling', 'No date has been set for the ruling.'),
    deadline: step('The deadline', 'No deadline has been set.'),
    release: step('The release', 'No date has been set for the release.'),
    other: step('The next step', 'No date has been set for the next step.'),
  },
  /** The same of a step that the publisher names in its own words, which cannot be bent into a sentence. */
  namedStep: {
    'not-set': (name: string) => `${name}: no date has been set.`,
    scheduled: (name: string, date: string) => `${name}: ${date}.`,
    postponed: (name: string, date?: string) => (date ? `${name}: postponed to ${date}.` : `${name}: postponed, no new date has been set.`),
    held: (name: string, date?: string) => (date ? `${name}: took place, ${date}.` : `${name}: has taken place.`),
    cancelled: (name: string) => `${name}: cancelled.`,
  },
  /** A name and what it is about. */
  labelled: (label: string, text: string) => `${label}: ${text}`,
  next: 'next',

  filed: (date: string) => `filed ${date}`,
  challenges: 'What is challenged',
  according: (tracker: string) => `According to ${tracker}`,
  asOf: (date: string) => `As of ${date}`,
  checked: (time: string) => `Last checked ${time}`,

  facts: {
    what: 'What',
    who: 'Who',
    count: 'How many',
    names: 'Names',
    affiliation: 'Affiliation',
    actor: 'By whom',
    where: 'Where',
    when: 'When',
    grounds: 'Ground given',
    categories: 'Subject',
  },
  actors: {
    state: 'state authority',
    court: 'court',
    police: 'police',
    company: 'company',
    'non-state': 'non-state group',
    unknown: 'not known',
  },

  headings: {
    facts: 'What happened',
    timeline: 'Course of the case',
    quotes: 'What was said',
    background: 'Background',
    sources: 'Sources',
    corrections: 'Corrections',
    trackers: 'Other trackers',
    statement: 'Full statement',
    list: 'Campaigns',
    contacts: 'Contacts',
    status: 'Status of the case',
  },
  about: (publisher: string) => `About ${publisher}`,
  qualifiers: {
    'more-than': (value: string) => `more than ${value}`,
    'less-than': (value: string) => `fewer than ${value}`,
    'at-least': (value: string) => `at least ${value}`,
    'at-most': (value: string) => `at most ${value}`,
    about: (value: string) => `about ${value}`,
  },
  provenance: {
    author: (name: string) => `Written by ${name}`,
    publisher: (name: string) => `Published by ${name}`,
    distributor: (name: string) => `Distributed by ${name}`,
    translator: (name: string) => `Translated by ${name}`,
    mirror: (name: string) => `Mirrored by ${name}`,
  },
  alterations: { none: 'unaltered', excerpted: 'excerpted', translated: 'translated', edited: 'edited' },
  credit: (name: string) => `Credit: ${name}`,
  source: (name: string) => `Source: ${name}`,

  roles: { press: 'Press contact', legal: 'Legal contact', support: 'Support', correction: 'Corrections', general: 'Contact' },
  channels: {
    phone: 'Telephone',
    email: 'E-mail',
    url: 'Website',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Onion address, for Tor Browser',
    languages: 'Languages',
    hours: 'Hours',
  },
  call: 'Call',
  sendEmail: 'Write an e-mail',
  actions: {
    contact: 'Contact',
    write: 'Write',
    sign: 'Sign',
    donate: 'Donate',
    share: 'Share',
    subscribe: 'Subscribe',
    follow: 'Follow',
    attend: 'Attend',
    'report-correction': 'Report a correction',
  },
  closedAction: (date: string) => `Closed, ended ${date}`,
  notYetOpen: (date: string) => `Opens ${date}`,
  copied: 'Link copied.',
  copyByHand: 'Copy this address:',
  correctionsGoTo: (publisher: string) => `To report a correction, contact ${publisher}.`,

  loading: 'Loading the statement',
  failed: 'This statement cannot be shown at the moment. It will appear as soon as it can be reached.',
  failedOnce: 'This statement cannot be shown at the moment.',
  empty: 'Nothing has been published here yet.',
  unknownItem: 'This statement is not among those that are published here.',
  noStatus: 'No status has been published.',
  noAction: 'No contact has been published.',
  withdrawn: (date?: string) => (date ? `Withdrawn on ${date}` : 'Withdrawn'),
  withdrawnReason: (reason: string) => `Reason: ${reason}`,
  superseded: 'A newer statement has taken the place of this one.',
  stale: (time?: string) =>
    time
      ? `News could not be fetched just now. What you see was last checked ${time}.`
      : 'News could not be fetched just now. What you see may have changed.',
  outdated: (date: string) => `This may be out of date: it was meant to hold until ${date}.`,
  mirror: 'Shown from a mirror of the publisher’s own address.',
  kept: 'Shown from a copy that was kept on this device.',
  cache: 'Shown from a copy in this browser’s cache.',
  more: (count: number) => `Show ${count} more`,
  /** Spoken once when a status changes. */
  changed: (publisher: string, status: string) => `${publisher}: the status has changed. ${status}`,
};

/** All sentences of one language. */
export type Locale = { [Key in keyof typeof en]: Widen<(typeof en)[Key]> };
type Widen<T> = T extends string ? string : T extends (...args: never[]) => unknown ? T : { [Key in keyof T]: Widen<T[Key]> };
