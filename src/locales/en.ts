/**
 * Every sentence of the interface in English: the source of truth. The type of all other languages is inferred from it, so
 * that a missing key does not compile. Whole sentences, not parts to glue: other languages order and inflect differently.
 */

import type { Details } from './details/en.js';

/** A date in its pieces, for phrases that have to inflect it. */
export interface CalendarDate {
  /** By itself: "25 July 2025", "February 2025", "2025". */
  readonly text: string;
  readonly year: string;
  /** In the form that it has beside a day: in Russian, the genitive. */
  readonly month?: string;
  readonly day?: string;
}

/** A date in the forms that sentences ask for. */
export interface When {
  /** By itself: "25 July 2025", "by April 2025". */
  readonly alone: string;
  /** Saying when something is or was: "on 25 July 2025", "in February 2025", "by April 2025". */
  readonly within: string;
  /** A date, no bound such as "by April 2025". */
  readonly plain: boolean;
}

const counted = (number: string, count: number, one: string, many: string) => `${number} ${count === 1 ? one : many}`;

/** The forms of a counted noun, by the categories of Intl.PluralRules. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;

type Phrase = (date: CalendarDate) => string;

/** A date by itself, in each way it can be meant; `within` is `on` in a sentence. */
const relations: Record<'on' | 'within' | 'by' | 'before' | 'after' | 'since' | 'about' | 'until', Phrase> = {
  on: ({ text }) => text,
  within: ({ text, day }) => `${day ? 'on' : 'in'} ${text}`,
  by: ({ text }) => `by ${text}`,
  before: ({ text }) => `before ${text}`,
  after: ({ text }) => `after ${text}`,
  since: ({ text }) => `since ${text}`,
  about: ({ text }) => `about ${text}`,
  until: ({ text }) => `until ${text}`,
};

/** The sentences about one kind of next step. */
function step(it: string, noDate: string, held = 'took place', over = 'has taken place') {
  return {
    'not-set': noDate,
    scheduled: ({ alone, plain }: When) => (plain ? `${it} is set for ${alone}.` : `${it} is expected ${alone}.`),
    postponed: (to?: When) => {
      if (!to) return `${it} was postponed, and no new date has been set.`;
      return to.plain ? `${it} was postponed to ${to.alone}.` : `${it} was postponed, and is expected ${to.alone}.`;
    },
    held: (date?: When) => (date ? `${it} ${held} ${date.within}.` : `${it} ${over}.`),
    cancelled: `${it} was cancelled.`,
    past: ({ alone, plain }: When) => `${it} was ${plain ? 'set for' : 'expected'} ${alone}; the result is not known yet.`,
  };
}

export const en = {
  /** BCP 47 tag of this file. */
  tag: 'en',
  /** What Intl is asked for: names, lists, numbers from a thousand. */
  intl: 'en-001',
  /** In the form that they have beside a day. */
  months: 'January February March April May June July August September October November December',
  /** A date of day, month and year: without its day it begins with M, without its month with Y. */
  date: 'D M Y',
  digits: '0123456789',
  /** Countries and languages by their codes, and `and` between two things, where Intl does not know the language. */
  names: {} as Record<string, string>,
  relations,
  clock: (date: string, time: string) => `${date}, ${time}`,

  /** After a sentence that is spoken. */
  stop: '.',
  place: (name: string, country: string) => `${name}, ${country}`,
  /** A name and what it is about. */
  labelled: (label: string, text: string) => `${label}: ${text}`,

  kinds: { statement: 'Statement', case: 'Case', campaign: 'Campaign' },
  /** Who speaks: the first line of a card, and its accessible name. */
  bylines: {
    statement: (publisher: string) => `Statement by ${publisher}`,
    case: (publisher: string) => `Case followed by ${publisher}`,
    campaign: (publisher: string) => `Campaign by ${publisher}`,
  },

  statuses: {
    unknown: 'Status unknown',
    none: 'No court case',
    investigating: 'Under investigation',
    pending: 'Case pending',
    decided: 'Decided',
    appealed: 'Under appeal',
    closed: 'Case closed',
  },
  incidentStates: {
    active: 'Ongoing',
    resolved: 'Resolved',
    killed: 'Killed',
    impunity: 'Unpunished',
    'fate-unknown': 'Fate unknown',
  },
  /** Where a person is, on a stamp. */
  custody: {
    free: 'Free',
    detained: 'In custody',
    'house-arrest': 'Under house arrest',
    bail: 'Free on bail',
    imprisoned: 'In prison',
    released: 'Released',
    missing: 'Missing',
    deported: 'Deported',
    exiled: 'In exile',
    killed: 'Killed',
    'died-in-custody': 'Died in custody',
    unknown: 'Whereabouts unknown',
  },
  /** On a stamp after "In custody". The date says "since 24 July 2024". */
  heldSince: ({ alone }: When) => `held ${alone}`,
  /** The days of a custody, with the day of the count. `number` is `count` in the digits of the language. */
  days: (number: string, count: number, { within }: When) => `${counted(number, count, 'day', 'days')}, counted ${within}`,
  /** The end of a custody and its length, where both dates are known. */
  ended: {
    released: ({ within }: When, number: string, count: number) => `Released ${within} after ${counted(number, count, 'day', 'days')}.`,
    deported: ({ within }: When, number: string, count: number) => `Deported ${within} after ${counted(number, count, 'day', 'days')}.`,
    'died-in-custody': ({ within }: When, number: string, count: number) =>
      `Died ${within} after ${counted(number, count, 'day', 'days')} in custody.`,
  },
  /** How many of several persons are in which state. */
  fates: {
    held: (number: string, _count: number) => `${number} held`,
    released: (number: string, _count: number) => `${number} released`,
    free: (number: string, _count: number) => `${number} free`,
    missing: (number: string, _count: number) => `${number} missing`,
    killed: (number: string, _count: number) => `${number} killed`,
    deported: (number: string, _count: number) => `${number} deported`,
    exiled: (number: string, _count: number) => `${number} in exile`,
    unknown: (number: string, _count: number) => `${number} of unknown whereabouts`,
  },
  /** An outcome on the stamp of a case: two or three words. */
  rulings: {
    granted: 'Claim granted',
    'partly-granted': 'Granted in part',
    denied: 'Claim denied',
    convicted: 'Convicted',
    acquitted: 'Acquitted',
    quashed: 'Overturned',
    settled: 'Settled',
    dismissed: 'Case dismissed',
    withdrawn: 'Claim withdrawn',
    archived: 'Case archived',
    reversed: 'Overturned',
    'charges-dropped': 'Charges dropped',
    upheld: 'Decision upheld',
    enforced: 'Decision enforced',
    lapsed: 'Case lapsed',
    inadmissible: 'Inadmissible',
    pardoned: 'Pardoned',
    'conditionally-released': 'Released on conditions',
    'sentence-suspended': 'Sentence suspended',
    'violation-found': 'Violation found',
    'no-violation-found': 'No violation found',
    'struck-out': 'Struck out',
    expired: 'Time limit expired',
  },
  /** Stamps in the words of a procedure. */
  rulingsIn: {
    criminal: { dismissed: 'Charges dismissed', withdrawn: 'Charges withdrawn' },
    asylum: { granted: 'Asylum granted', denied: 'Asylum refused' },
    complaint: { granted: 'Complaint upheld', denied: 'Complaint rejected' },
  },
  outcomes: {
    granted: 'The claim was granted.',
    'partly-granted': 'The claim was granted in part.',
    denied: 'The claim was denied.',
    convicted: 'Convicted.',
    acquitted: 'Acquitted.',
    quashed: 'The decision was overturned.',
    settled: 'The case was settled.',
    dismissed: 'The case was dismissed.',
    withdrawn: 'The claim was withdrawn.',
    archived: 'The case was archived.',
    reversed: 'The decision was overturned.',
    'charges-dropped': 'The charges were dropped.',
    upheld: 'The decision was upheld.',
    enforced: 'The decision was enforced.',
    lapsed: 'The case lapsed.',
    inadmissible: 'The complaint was declared inadmissible.',
    pardoned: 'Convicted, then pardoned.',
    'conditionally-released': 'Convicted, then released on conditions.',
    'sentence-suspended': 'Convicted; the sentence is suspended.',
    'violation-found': 'A violation was found.',
    'no-violation-found': 'No violation was found.',
    'struck-out': 'The case was struck out.',
    expired: 'The case ended because the time limit expired.',
  },
  compliances: {
    unknown: 'It is not known whether the ruling has been carried out.',
    complied: 'The ruling has been carried out.',
    partial: 'The ruling has been carried out in part.',
    ignored: 'The ruling has not been carried out.',
  },
  steps: {
    hearing: step('The hearing', 'No hearing date has been set.'),
    ruling: step('The ruling', 'No date has been set for the ruling.', 'was given', 'has been given'),
    deadline: step('The deadline', 'No deadline has been set.', 'passed', 'has passed'),
    release: step('The release', 'No release date has been set.'),
    other: step('The next step', 'No date has been set for the next step.'),
  },
  /** The same of a step that the publisher names in its own words, which cannot be bent into a sentence. */
  namedStep: {
    'not-set': (name: string) => `${name}: no date has been set.`,
    scheduled: (name: string, { alone }: When) => `${name}: ${alone}.`,
    postponed: (name: string, to?: When) => {
      if (!to) return `${name}: postponed, no new date has been set.`;
      return to.plain ? `${name}: postponed to ${to.alone}.` : `${name}: postponed, expected ${to.alone}.`;
    },
    held: (name: string, date?: When) => (date ? `${name}: took place ${date.within}.` : `${name}: has taken place.`),
    cancelled: (name: string) => `${name}: cancelled.`,
    past: (name: string, { alone, plain }: When) => `${name}: was ${plain ? 'set for' : 'expected'} ${alone}; the result is not known yet.`,
  },
  /** In the place of a date that is not known yet. */
  next: 'Next',

  /** The date from which a step was postponed. */
  firstSet: ({ alone }: When) => `First set for ${alone}.`,
  courtNotNamed: 'court not named',
  docket: (number: string) => `no. ${number}`,

  filed: ({ alone }: When) => `filed ${alone}`,
  challenges: 'Challenges',
  /** On a stamp or in the middle of a line. */
  asOf: ({ alone }: When) => `as of ${alone}`,
  checked: (time: string) => `Last checked ${time}`,

  headings: {
    timeline: 'Timeline',
    /** Of the facts and the quotes together. */
    facts: 'Facts and quotes',
    /** Of the background and the full statement together. */
    reading: 'Background and full text',
    background: 'Background',
    sources: 'Sources',
    statement: 'Full statement',
    list: 'Campaigns',
    contacts: 'Contacts',
    status: 'Status of the case',
  },
  /** What a folded section holds. `number` is `count` in the language's digits. */
  counts: {
    dates: (number: string, count: number) => counted(number, count, 'date', 'dates'),
    people: (number: string, count: number) => counted(number, count, 'person', 'people'),
    quotes: (number: string, count: number) => counted(number, count, 'quote', 'quotes'),
    minutes: (number: string, _count: number) => `${number} min`,
    organisations: (number: string, count: number) => counted(number, count, 'organisation', 'organisations'),
    signatories: (number: string, count: number) => counted(number, count, 'signatory', 'signatories'),
  },
  /** The newest date of a timeline. */
  latest: (date: string) => `latest ${date}`,
  credit: (name: string) => `Credit: ${name}`,

  /** Before the links to the same statement in other languages, each named in its own. */
  otherLanguages: 'Also in',
  /** Behind the language that the statement was written in. */
  original: 'original',
  machine: 'This is a machine translation.',
  olderTranslation: 'The original has been changed since this translation was made.',

  roles: {
    press: 'Press contact',
    legal: 'Legal contact',
    support: 'Support',
    correction: 'Corrections',
    general: 'Contact',
    target: 'Recipient',
    prison: 'Prison address',
  },
  extension: (number: string) => `ext. ${number}`,
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
  closedAction: ({ alone }: When) => `Ended ${alone}`,
  notYetOpen: ({ alone }: When) => `Opens ${alone}`,
  /** How far a petition has come: "1,200 of 2,000". */
  progress: (count: string, goal: string) => `${count} of ${goal}`,
  /** The text of a letter, which a reader opens and copies. */
  letter: 'Text of the letter',
  copyLetter: 'Copy the letter',
  letterCopied: 'Letter copied.',
  calendar: 'Add to calendar',
  /** On a button in its place. */
  showPicture: 'Show picture',
  /** A step to the first events of a timeline. */
  earlier: (number: string, count: number) => `Show ${counted(number, count, 'earlier event', 'earlier events')}`,
  copied: 'Link copied.',
  copyByHand: 'Copy this address:',
  correctionsGoTo: (publisher: string) => `To report a correction, contact ${publisher}.`,

  loading: 'Loading the statement',
  failed: 'This statement cannot be shown at the moment. It will appear as soon as it can be reached.',
  failedOnce: 'This statement cannot be shown at the moment.',
  empty: 'Nothing has been published here yet.',
  unknownItem: 'This statement is not in the feed.',
  noStatus: 'No status has been published.',
  noAction: 'No contact has been published.',
  withdrawn: (date?: When) => (date ? `Withdrawn ${date.within}` : 'Withdrawn'),
  withdrawnReason: (reason: string) => `Reason: ${reason}`,
  superseded: 'There is a newer statement:',
  stale: (time?: string) => (time ? `Could not be updated. Last checked ${time}.` : 'Could not be updated. It may have changed.'),
  outdated: ({ alone }: When) => `May be out of date: valid until ${alone}.`,
  mirror: 'Loaded from a backup address.',
  kept: 'Loaded from a copy on this device.',
  cache: 'Loaded from a copy in this browser.',
  /** Of what has no room in the card. */
  showAll: 'Show all',
  /** `number` is `count` in the language's digits. */
  more: (number: string, _count: number) => `Show ${number} more`,
  /** Spoken once when a status changes. */
  changed: (publisher: string, status: string) => `${publisher}: the status has changed. ${status}`,
};

/** All sentences of one language. */
export type Locale = { [Key in keyof typeof en]: Widen<(typeof en)[Key]> } & { details?: Details };
type Widen<T> = T extends string ? string : T extends (...args: never[]) => unknown ? T : { [Key in keyof T]: Widen<T[Key]> };
