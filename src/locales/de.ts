/** German. */
import type { CalendarDate, Locale, When } from './en.js';

export { details } from './details/de.js';

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
    past: (date: When) =>
      date.plain
        ? `${it} war für ${goal(date)} vorgesehen; das Ergebnis ist noch nicht bekannt.`
        : `${it} wurde ${date.within} erwartet; das Ergebnis ist noch nicht bekannt.`,
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
    until: ({ text, day }) => `bis ${day ? 'zum ' : ''}${text}`,
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
  incidentStates: {
    active: 'Dauert an',
    resolved: 'Gelöst',
    killed: 'Getötet',
    impunity: 'Straflos',
    'fate-unknown': 'Schicksal unbekannt',
  },
  custody: {
    free: 'Frei',
    detained: 'In Haft',
    'house-arrest': 'Im Hausarrest',
    bail: 'Gegen Kaution frei',
    imprisoned: 'Im Gefängnis',
    released: 'Freigelassen',
    missing: 'Vermisst',
    deported: 'Abgeschoben',
    exiled: 'Im Exil',
    killed: 'Getötet',
    'died-in-custody': 'In Haft gestorben',
    unknown: 'Aufenthaltsort unbekannt',
  },
  heldSince: ({ alone }) => alone,
  days: (number, count, { within }) => `${counted(number, count, 'Tag', 'Tage')}, gezählt ${within}`,
  ended: {
    released: ({ within }, number, count) => `Freigelassen ${within} nach ${counted(number, count, 'Tag', 'Tagen')}.`,
    deported: ({ within }, number, count) => `Abgeschoben ${within} nach ${counted(number, count, 'Tag', 'Tagen')}.`,
    'died-in-custody': ({ within }, number, count) => `Gestorben ${within} nach ${counted(number, count, 'Tag', 'Tagen')} in Haft.`,
  },
  fates: {
    held: (number) => `${number} in Haft`,
    released: (number) => `${number} freigelassen`,
    free: (number) => `${number} frei`,
    missing: (number) => `${number} vermisst`,
    killed: (number) => `${number} getötet`,
    deported: (number) => `${number} abgeschoben`,
    exiled: (number) => `${number} im Exil`,
    unknown: (number) => `${number} mit unbekanntem Aufenthaltsort`,
  },
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
    'charges-dropped': 'Anklage fallen gelassen',
    upheld: 'Entscheidung bestätigt',
    enforced: 'Entscheidung vollstreckt',
    lapsed: 'Verfahren verfallen',
    inadmissible: 'Unzulässig',
    pardoned: 'Begnadigt',
    'conditionally-released': 'Bedingt entlassen',
    'sentence-suspended': 'Strafe ausgesetzt',
    'violation-found': 'Verletzung festgestellt',
    'no-violation-found': 'Keine Verletzung festgestellt',
    'struck-out': 'Aus dem Register gestrichen',
    expired: 'Frist abgelaufen',
  },
  rulingsIn: {
    criminal: { dismissed: 'Anklage abgewiesen', withdrawn: 'Anklage zurückgenommen' },
    asylum: { granted: 'Asyl gewährt', denied: 'Asyl abgelehnt' },
    complaint: { granted: 'Beschwerde erfolgreich', denied: 'Beschwerde abgewiesen' },
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
    'charges-dropped': 'Die Anklage wurde fallen gelassen.',
    upheld: 'Die Entscheidung wurde bestätigt.',
    enforced: 'Die Entscheidung wurde vollstreckt.',
    lapsed: 'Das Verfahren ist verfallen.',
    inadmissible: 'Die Beschwerde wurde für unzulässig erklärt.',
    pardoned: 'Verurteilt, dann begnadigt.',
    'conditionally-released': 'Verurteilt, dann bedingt entlassen.',
    'sentence-suspended': 'Verurteilt; die Strafe ist ausgesetzt.',
    'violation-found': 'Eine Rechtsverletzung wurde festgestellt.',
    'no-violation-found': 'Eine Rechtsverletzung wurde nicht festgestellt.',
    'struck-out': 'Das Verfahren wurde aus dem Register gestrichen.',
    expired: 'Das Verfahren endete, weil die Frist abgelaufen ist.',
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
    past: (name, { alone }) => `${name}: war vorgesehen für ${alone}; das Ergebnis ist noch nicht bekannt.`,
  },
  next: 'Als Nächstes',

  firstSet: (date) => `Zuerst vorgesehen für ${goal(date)}.`,
  courtNotNamed: 'Gericht nicht genannt',
  docket: (number) => `Az. ${number}`,
  filed: ({ within }) => `eingereicht ${within}`,
  challenges: 'Angefochten',
  asOf: ({ alone }) => `Stand: ${alone}`,
  checked: (time) => `Zuletzt geprüft: ${time}`,

  headings: {
    timeline: 'Chronologie',
    facts: 'Fakten und Stimmen',
    reading: 'Hintergrund und Volltext',
    background: 'Hintergrund',
    sources: 'Quellen',
    statement: 'Volltext',
    list: 'Kampagnen',
    contacts: 'Kontakt',
    status: 'Stand des Falls',
  },
  counts: {
    dates: (number, count) => counted(number, count, 'Ereignis', 'Ereignisse'),
    people: (number, count) => counted(number, count, 'Person', 'Personen'),
    quotes: (number, count) => counted(number, count, 'Stimme', 'Stimmen'),
    minutes: (number) => `${number} Min.`,
    organisations: (number, count) => counted(number, count, 'Organisation', 'Organisationen'),
    signatories: (number, count) => counted(number, count, 'Unterschrift', 'Unterschriften'),
  },
  latest: (date) => `zuletzt ${date}`,
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
    target: 'Empfänger',
    prison: 'Adresse des Gefängnisses',
  },
  extension: (number) => `Durchwahl ${number}`,
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
  progress: (count, goal) => `${count} von ${goal}`,
  letter: 'Text des Briefs',
  copyLetter: 'Brief kopieren',
  letterCopied: 'Brief kopiert.',
  calendar: 'In den Kalender eintragen',
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
