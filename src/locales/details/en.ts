/**
 * The sentences of what a reader opens: people, papers, signatories, the codes of what happened. They are apart from the sentences of the
 * closed card, so that a page loads them only with the sections that use them.
 */
/** A date as in a sentence: "on 25 July 2025". */
interface When {
  readonly alone: string;
  readonly within: string;
}

const counted = (number: string, count: number, one: string, many: string) => `${number} ${count === 1 ? one : many}`;

export const details = {
  headings: {
    people: 'People',
    signatories: 'Signatories',
    interventions: 'Letters and replies',
    documents: 'Documents',
    quotes: 'Quotes',
    corrections: 'Corrections',
    trackers: 'Other trackers',
  },
  /** Behind a name. */
  pseudonym: 'name changed',
  withheld: 'name withheld',
  unnamed: 'not named',
  charges: { pending: 'charge pending', dropped: 'charge dropped', convicted: 'convicted', acquitted: 'acquitted' },
  charged: (text: string) => `Charge: ${text}`,
  sentenced: (text: string) => `Sentence: ${text}`,
  suspended: 'suspended',
  certainties: { known: '', suspected: 'suspected', claimed: 'claims responsibility' },
  equipment: { seized: 'seized', damaged: 'damaged', searched: 'searched', returned: 'returned' },
  injured: (number: string, count: number) => counted(number, count, 'injured', 'injured'),
  documents: (number: string, count: number) => counted(number, count, 'document', 'documents'),
  interventions: {
    letter: 'Letter',
    'urgent-appeal': 'Urgent appeal',
    question: 'Question',
    alert: 'Alert',
    opinion: 'Opinion',
    complaint: 'Complaint',
    other: 'Intervention',
  },
  from: (name: string) => `from ${name}`,
  to: (name: string) => `to ${name}`,
  /** An intervention without a reply, in days until the day of the count. */
  noReply: (number: string, count: number, { within }: When) =>
    `No answer for ${counted(number, count, 'day', 'days')}, counted ${within}.`,
  noReplyYet: 'No answer.',
  replied: (date?: When) => (date ? `Answered ${date.within}` : 'Answered'),
  replyRefused: 'The answer was refused.',
  papers: { ruling: 'Ruling', complaint: 'Complaint', opinion: 'Opinion', letter: 'Letter', report: 'Report', other: 'Document' },
  categories: {
    killing: 'Killing',
    'enforced-disappearance': 'Enforced disappearance',
    torture: 'Torture',
    'arbitrary-detention': 'Arbitrary detention',
    kidnapping: 'Kidnapping',
    'physical-attack': 'Physical attack',
    threat: 'Threat',
    'online-harassment': 'Online harassment',
    'legal-harassment': 'Legal harassment',
    slapp: 'Abusive lawsuit (SLAPP)',
    'accreditation-denied': 'Accreditation denied',
    'access-denied': 'Access denied',
    'website-blocked': 'Website blocked',
    'internet-shutdown': 'Internet shutdown',
    'equipment-seized': 'Equipment seized',
    surveillance: 'Surveillance',
    expulsion: 'Expulsion',
    dismissal: 'Dismissal from work',
    censorship: 'Censorship',
    other: 'Other',
  },
  facts: {
    who: 'Who',
    names: 'Names',
    actor: 'Responsible',
    grounds: 'Official reason',
    court: 'In court',
    where: 'Where',
    when: 'When',
    categories: 'Topics',
    equipment: 'Equipment',
  },
  actors: {
    state: 'state authority',
    court: 'court',
    police: 'police',
    company: 'company',
    'non-state': 'non-state group',
    unknown: 'not known',
    'private-individual': 'private individual',
    politician: 'politician',
    party: 'party',
    'criminal-group': 'criminal group',
    military: 'military',
    'unknown-persons': 'unknown persons',
  },
  about: (publisher: string) => `About the publisher: ${publisher}`,
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
  alterations: { none: 'unchanged', excerpted: 'shortened', translated: 'translated', edited: 'edited' },
  channels: {
    email: 'Email',
    url: 'Website',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Onion address, for Tor Browser',
    languages: 'Languages',
    hours: 'Hours',
    fax: 'Fax',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    postal: 'By post',
  },
};

type Widen<T> = T extends string ? string : T extends (...args: never[]) => unknown ? T : { [Key in keyof T]: Widen<T[Key]> };
export type Details = Widen<typeof details>;
