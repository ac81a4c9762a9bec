/** German. */
import type { CalendarDate, Locale, When } from './en.js';

/** After a preposition with the dative: "vor dem 4. Mai", "vor Mai". */
const dative = ({ text, day }: CalendarDate) => (day ? `dem ${text}` : text);
const within = ({ text, month, day }: CalendarDate) => (day ? `am ${text}` : month ? `im ${text}` : text);
/** After a preposition with the accusative: "für den 4. Mai", "für Mai". */
const goal = ({ within }: When) => within.replace(/^am /, 'den ').replace(/^im /, '');

function step(it: string, noDate: string, held = ['fand', ' statt', 'hat stattgefunden'], cancelled = 'wurde abgesagt') {
  return {
    'not-set': noDate,
    scheduled: (date: When) => (date.plain ? `${it} ist für ${goal(date)} vorgesehen.` : `${it} wird ${date.within} erwartet.`),
    postponed: (date?: When) => {
      if (!date) return `${it} wurde verschoben, ein neuer Termin steht nicht fest.`;
      return date.plain ? `${it} wurde auf ${goal(date)} verschoben.` : `${it} wurde verschoben und wird ${date.within} erwartet.`;
    },
    held: (date?: When) => (date ? `${it} ${held[0]} ${date.within}${held[1]}.` : `${it} ${held[2]}.`),
    cancelled: `${it} ${cancelled}.`,
  };
}

const counted = (number: string, count: number, one: string, many: string) => `${number} ${count === 1 ? one : many}`;

export const de: Locale = {
  tag: 'de',
  intl: 'de',
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  date: 'D. M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: ({ text, day }) => `bis ${day ? 'zum ' : ''}${text}`,
    before: (date) => `vor ${dative(date)}`,
    after: (date) => `nach ${dative(date)}`,
    since: (date) => `seit ${dative(date)}`,
    about: ({ text, day }) => `um ${day ? 'den ' : ''}${text}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Erklärung', case: 'Fall', campaign: 'Kampagne' },
  bylines: {
    statement: (publisher) => `Erklärung von ${publisher}`,
    case: (publisher) => `Fall, begleitet von ${publisher}`,
    campaign: (publisher) => `Kampagne von ${publisher}`,
  },

  statuses: {
    unknown: 'Stand unbekannt',
    none: 'Kein Gerichtsverfahren',
    investigating: 'Ermittlungen laufen',
    pending: 'Verfahren läuft',
    decided: 'Entschieden',
    appealed: 'Rechtsmittel eingelegt',
    closed: 'Verfahren abgeschlossen',
  },
  incidentStates: { active: 'Dauert an', resolved: 'Gelöst' },
  rulings: {
    granted: 'Antrag erfolgreich',
    'partly-granted': 'Teilweise erfolgreich',
    denied: 'Antrag abgelehnt',
    convicted: 'Verurteilt',
    acquitted: 'Freigesprochen',
    quashed: 'Entscheidung aufgehoben',
    settled: 'Vergleich geschlossen',
    dismissed: 'Verfahren eingestellt',
    withdrawn: 'Antrag zurückgenommen',
    archived: 'Ohne Entscheidung eingestellt',
    reversed: 'Entscheidung abgeändert',
  },
  outcomes: {
    granted: 'Dem Antrag wurde stattgegeben.',
    'partly-granted': 'Dem Antrag wurde teilweise stattgegeben.',
    denied: 'Der Antrag wurde abgelehnt.',
    convicted: 'Das Verfahren endete mit einer Verurteilung.',
    acquitted: 'Das Verfahren endete mit einem Freispruch.',
    quashed: 'Die Entscheidung wurde aufgehoben.',
    settled: 'Das Verfahren endete mit einem Vergleich.',
    dismissed: 'Das Verfahren wurde eingestellt.',
    withdrawn: 'Der Antrag wurde zurückgenommen.',
    archived: 'Das Verfahren wurde ohne Entscheidung eingestellt.',
    reversed: 'Die Entscheidung wurde in höherer Instanz abgeändert.',
  },
  compliances: {
    unknown: 'Ob die Entscheidung umgesetzt wurde, ist nicht bekannt.',
    complied: 'Die Entscheidung wurde umgesetzt.',
    partial: 'Die Entscheidung wurde teilweise umgesetzt.',
    ignored: 'Die Entscheidung wurde nicht umgesetzt.',
  },
  steps: {
    hearing: step('Die Verhandlung', 'Ein Verhandlungstermin steht nicht fest.'),
    ruling: step('Das Urteil', 'Ein Termin für das Urteil steht nicht fest.', ['erging', '', 'ist ergangen'], 'entfällt'),
    deadline: {
      ...step('Die Frist', 'Eine Frist ist nicht gesetzt.', ['lief', ' ab', 'ist abgelaufen'], 'wurde aufgehoben'),
      scheduled: ({ within }) => `Die Frist endet ${within}.`,
    },
    release: step('Die Freilassung', 'Ein Termin für die Freilassung steht nicht fest.'),
    other: step('Der nächste Schritt', 'Ein Termin für den nächsten Schritt steht nicht fest.'),
  },
  namedStep: {
    'not-set': (name) => `${name}: Ein Termin steht nicht fest.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => {
      if (!date) return `${name}: verschoben, ein neuer Termin steht nicht fest.`;
      return date.plain ? `${name}: verschoben auf ${goal(date)}.` : `${name}: verschoben, erwartet ${date.within}.`;
    },
    held: (name, date) => (date ? `${name}: fand ${date.within} statt.` : `${name}: hat stattgefunden.`),
    cancelled: (name) => `${name}: abgesagt.`,
  },
  next: 'Als Nächstes',

  filed: ({ within }) => `eingereicht ${within}`,
  challenges: 'Angefochten',
  asOf: ({ alone }) => `Stand: ${alone}`,
  checked: (time) => `Zuletzt geprüft: ${time}`,

  facts: {
    who: 'Wer',
    names: 'Namen',
    actor: 'Verantwortlich',
    grounds: 'Offizielle Begründung',
    court: 'Vor Gericht',
    where: 'Wo',
    when: 'Wann',
    categories: 'Themen',
  },
  actors: {
    state: 'staatliche Stelle',
    court: 'Gericht',
    police: 'Polizei',
    company: 'Unternehmen',
    'non-state': 'nichtstaatliche Gruppe',
    unknown: 'unbekannt',
  },

  headings: {
    timeline: 'Chronologie',
    facts: 'Fakten und Stimmen',
    reading: 'Hintergrund und Volltext',
    quotes: 'Stimmen',
    background: 'Hintergrund',
    sources: 'Quellen',
    corrections: 'Berichtigungen',
    trackers: 'In anderen Verzeichnissen',
    statement: 'Volltext',
    list: 'Kampagnen',
    contacts: 'Kontakt',
    status: 'Stand des Falls',
  },
  about: (publisher) => `Über den Herausgeber: ${publisher}`,
  counts: {
    dates: (number, count) => counted(number, count, 'Ereignis', 'Ereignisse'),
    people: (number, count) => counted(number, count, 'Person', 'Personen'),
    quotes: (number, count) => counted(number, count, 'Stimme', 'Stimmen'),
    minutes: (number) => `${number} Min.`,
  },
  latest: (date) => `zuletzt ${date}`,
  qualifiers: {
    'more-than': (value) => `mehr als ${value}`,
    'less-than': (value) => `weniger als ${value}`,
    'at-least': (value) => `mindestens ${value}`,
    'at-most': (value) => `höchstens ${value}`,
    about: (value) => `etwa ${value}`,
  },
  provenance: {
    author: (name) => `Verfasst von ${name}`,
    publisher: (name) => `Veröffentlicht von ${name}`,
    distributor: (name) => `Verbreitet von ${name}`,
    translator: (name) => `Übersetzt von ${name}`,
    mirror: (name) => `Gespiegelt von ${name}`,
  },
  alterations: { none: 'unverändert', excerpted: 'gekürzt', translated: 'übersetzt', edited: 'bearbeitet' },
  credit: (name) => `Bildnachweis: ${name}`,

  otherLanguages: 'Andere Sprachen',
  original: 'Original',
  machine: 'Dies ist eine maschinelle Übersetzung.',
  olderTranslation: 'Das Original wurde seit dieser Übersetzung geändert.',

  roles: {
    press: 'Pressekontakt',
    legal: 'Kontakt für Rechtsfragen',
    support: 'Hilfe',
    correction: 'Berichtigungen',
    general: 'Kontakt',
  },
  channels: {
    email: 'E-Mail',
    url: 'Website',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Onion-Adresse, für den Tor-Browser',
    languages: 'Sprachen',
    hours: 'Erreichbar',
  },
  actions: {
    contact: 'Kontakt aufnehmen',
    write: 'Schreiben',
    sign: 'Unterschreiben',
    donate: 'Spenden',
    share: 'Teilen',
    subscribe: 'Abonnieren',
    follow: 'Folgen',
    attend: 'Teilnehmen',
    'report-correction': 'Fehler melden',
  },
  closedAction: ({ within }) => `Beendet ${within}`,
  notYetOpen: ({ within }) => `Beginnt ${within}`,
  showPicture: 'Bild anzeigen',
  earlier: (number, count) => `${counted(number, count, 'früheres Ereignis', 'frühere Ereignisse')} anzeigen`,
  copied: 'Link kopiert.',
  copyByHand: 'Kopieren Sie diese Adresse:',
  correctionsGoTo: (publisher) => `Fehler bitte melden an: ${publisher}.`,

  loading: 'Der Text wird geladen',
  failed: 'Dieser Text kann zurzeit nicht angezeigt werden. Er erscheint, sobald er erreichbar ist.',
  failedOnce: 'Dieser Text kann zurzeit nicht angezeigt werden.',
  empty: 'Hier wurde noch nichts veröffentlicht.',
  unknownItem: 'Dieser Text ist hier nicht veröffentlicht.',
  noStatus: 'Zum Stand des Falls wurde nichts bekannt gegeben.',
  noAction: 'Kein Kontakt angegeben.',
  withdrawn: (date) => (date ? `Zurückgezogen ${date.within}` : 'Zurückgezogen'),
  withdrawnReason: (reason) => `Grund: ${reason}`,
  superseded: 'Es gibt einen neueren Text:',
  stale: (time) => `Aktualisierung gerade nicht möglich. ${time ? `Zuletzt geprüft: ${time}.` : 'Der Text kann sich geändert haben.'}`,
  outdated: ({ alone }) => `Möglicherweise veraltet: gültig bis zum ${alone}.`,
  mirror: 'Von einer Ausweichadresse geladen.',
  kept: 'Aus einer Kopie auf diesem Gerät geladen.',
  cache: 'Aus einer Kopie in diesem Browser geladen.',
  showAll: 'Alles anzeigen',
  more: (number, count) => `${counted(number, count, 'weiteren Text', 'weitere Texte')} anzeigen`,
  changed: (publisher, status) => `${publisher}: Der Stand hat sich geändert. ${status}`,
};
