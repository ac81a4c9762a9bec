/** French. Nouns are chosen so that no participle has to agree with a word that only the feed knows. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

/** The first of a month is an ordinal. */
const written = ({ text }: CalendarDate) => text.replace(/^1 /, '1er ');
const definite = (date: CalendarDate) => (date.day ? `le ${written(date)}` : written(date));
const within = (date: CalendarDate) => (date.day ? `le ${written(date)}` : `en ${date.text}`);
/** "le 4 mai" after "à". */
const to = ({ within }: When) => within.replace(/^le /, 'au ');

/** Every step is a feminine noun, so that the participles agree. */
function step(it: string, noDate: string, held = 'a eu lieu') {
  return {
    'not-set': noDate,
    scheduled: ({ within }: When) => `${it} est prévue ${within}.`,
    postponed: (date?: When) =>
      date ? `${it} a été reportée et est désormais prévue ${date.within}.` : `${it} a été reportée, sans nouvelle date.`,
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} a été annulée.`,
  };
}

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('fr').select(count)] ?? forms.other}`;
const entries: Forms = { one: 'autre texte', other: 'autres textes', many: 'd’autres textes' };
const events: Forms = { one: 'événement antérieur', other: 'événements antérieurs', many: 'd’événements antérieurs' };

export const fr: Locale = {
  tag: 'fr',
  intl: 'fr',
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  date: 'D M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: written,
    within,
    by: (date) => `au plus tard ${within(date)}`,
    before: (date) => `avant ${definite(date)}`,
    after: (date) => `après ${definite(date)}`,
    since: (date) => `depuis ${definite(date)}`,
    about: (date) => `vers ${definite(date)}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}\u00a0: ${text}`,

  kinds: { statement: 'Déclaration', case: 'Affaire', campaign: 'Campagne' },
  bylines: {
    statement: (publisher) => `Déclaration publiée par ${publisher}`,
    case: (publisher) => `Affaire suivie par ${publisher}`,
    campaign: (publisher) => `Campagne menée par ${publisher}`,
  },

  statuses: {
    unknown: 'Situation inconnue',
    none: 'Aucune procédure judiciaire',
    investigating: 'Enquête en cours',
    pending: 'Affaire en cours',
    decided: 'Décision rendue',
    appealed: 'Appel en cours',
    closed: 'Affaire close',
  },
  incidentStates: { active: 'Toujours en cours', resolved: 'Situation réglée' },
  rulings: {
    granted: 'Demande acceptée',
    'partly-granted': 'Acceptée en partie',
    denied: 'Demande rejetée',
    convicted: 'Condamnation',
    acquitted: 'Acquittement',
    quashed: 'Décision annulée',
    settled: 'Accord conclu',
    dismissed: 'Procédure close',
    withdrawn: 'Demande retirée',
    archived: 'Dossier classé',
    reversed: 'Annulée en appel',
  },
  outcomes: {
    granted: 'La demande a été acceptée.',
    'partly-granted': 'La demande a été acceptée en partie.',
    denied: 'La demande a été rejetée.',
    convicted: 'Une condamnation a été prononcée.',
    acquitted: 'Un acquittement a été prononcé.',
    quashed: 'La décision a été annulée.',
    settled: 'Un accord a mis fin à l’affaire.',
    dismissed: 'Il a été mis fin à la procédure.',
    withdrawn: 'La demande a été retirée.',
    archived: 'Le dossier a été classé.',
    reversed: 'La décision a été annulée en appel.',
  },
  compliances: {
    unknown: 'On ignore si la décision a été exécutée.',
    complied: 'La décision a été exécutée.',
    partial: 'La décision a été exécutée en partie.',
    ignored: 'La décision n’a pas été exécutée.',
  },
  steps: {
    hearing: step('L’audience', 'Aucune date d’audience n’est fixée.'),
    ruling: {
      ...step('La décision', 'Aucune date n’est fixée pour la décision.', 'a été rendue'),
      cancelled: 'La décision ne sera pas rendue.',
    },
    deadline: step('L’échéance', 'Aucune échéance n’est fixée.', 'est passée'),
    release: step('La libération', 'Aucune date n’est fixée pour la libération.'),
    other: step('La prochaine étape', 'Aucune date n’est fixée pour la prochaine étape.'),
  },
  namedStep: {
    'not-set': (name) => `${name}\u00a0: aucune date n’est fixée.`,
    scheduled: (name, { alone }) => `${name}\u00a0: ${alone}.`,
    postponed: (name, date) => `${name}\u00a0: report${date ? ` ${to(date)}` : ', sans nouvelle date'}.`,
    held: (name, date) => `${name}\u00a0: a eu lieu${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}\u00a0: annulation.`,
  },
  next: 'À venir',

  filed: ({ alone }) => `date de dépôt\u00a0: ${alone}`,
  challenges: 'Conteste',
  asOf: (date) => `situation ${to(date)}`,
  checked: (time) => `Dernière vérification\u00a0: ${time}`,

  facts: {
    who: 'Qui',
    names: 'Noms',
    actor: 'Responsable',
    grounds: 'Motif officiel',
    court: 'Devant la justice',
    where: 'Où',
    when: 'Quand',
    categories: 'Thèmes',
  },
  actors: {
    state: 'autorité de l’État',
    court: 'tribunal',
    police: 'police',
    company: 'entreprise',
    'non-state': 'groupe non étatique',
    unknown: 'inconnu',
  },

  headings: {
    timeline: 'Chronologie',
    facts: 'Faits et réactions',
    reading: 'Contexte et texte intégral',
    quotes: 'Réactions',
    background: 'Contexte',
    sources: 'Sources',
    corrections: 'Rectificatifs',
    trackers: 'Autres observatoires',
    statement: 'Texte intégral',
    list: 'Campagnes',
    contacts: 'Contacts',
    status: 'État de l’affaire',
  },
  about: (publisher) => `À propos de l’éditeur\u00a0: ${publisher}`,
  counts: {
    dates: (number, count) => counted(number, count, { one: 'date', other: 'dates', many: 'de dates' }),
    people: (number, count) => counted(number, count, { one: 'personne', other: 'personnes', many: 'de personnes' }),
    quotes: (number, count) => counted(number, count, { one: 'réaction', other: 'réactions', many: 'de réactions' }),
    minutes: (number) => `${number} min`,
  },
  latest: (date) => `dernière\u00a0: ${date}`,
  qualifiers: {
    'more-than': (value) => `plus de ${value}`,
    'less-than': (value) => `moins de ${value}`,
    'at-least': (value) => `au moins ${value}`,
    'at-most': (value) => `au plus ${value}`,
    about: (value) => `environ ${value}`,
  },
  provenance: {
    author: (name) => `Texte\u00a0: ${name}`,
    publisher: (name) => `Publication\u00a0: ${name}`,
    distributor: (name) => `Diffusion\u00a0: ${name}`,
    translator: (name) => `Traduction\u00a0: ${name}`,
    mirror: (name) => `Copie miroir\u00a0: ${name}`,
  },
  alterations: { none: 'sans modification', excerpted: 'abrégé', translated: 'traduit', edited: 'modifié' },
  credit: (name) => `Crédit\u00a0: ${name}`,

  otherLanguages: 'Autres langues',
  original: 'original',
  machine: 'Ce texte est une traduction automatique.',
  olderTranslation: 'L’original a été modifié depuis cette traduction.',

  roles: { press: 'Contact presse', legal: 'Contact juridique', support: 'Aide', correction: 'Rectificatifs', general: 'Contact' },
  channels: {
    email: 'Courriel',
    url: 'Site web',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Adresse onion, pour le navigateur Tor',
    languages: 'Langues',
    hours: 'Horaires',
  },
  actions: {
    contact: 'Contacter',
    write: 'Écrire',
    sign: 'Signer',
    donate: 'Faire un don',
    share: 'Partager',
    subscribe: 'S’abonner',
    follow: 'Suivre',
    attend: 'Participer',
    'report-correction': 'Signaler une erreur',
  },
  closedAction: ({ within }) => `Terminé ${within}`,
  notYetOpen: ({ within }) => `Ouverture ${within}`,
  showPicture: 'Afficher l’image',
  earlier: (number, count) => `Afficher ${counted(number, count, events)}`,
  copied: 'Lien copié.',
  copyByHand: 'Copiez cette adresse\u00a0:',
  correctionsGoTo: (publisher) => `Pour signaler une erreur, adressez-vous à ${publisher}.`,

  loading: 'Chargement du texte',
  failed: 'Ce texte ne peut pas être affiché pour le moment. Il apparaîtra dès qu’il sera accessible.',
  failedOnce: 'Ce texte ne peut pas être affiché pour le moment.',
  empty: 'Rien n’a encore été publié ici.',
  unknownItem: 'Ce texte n’est pas publié ici.',
  noStatus: 'L’état de l’affaire n’a pas été publié.',
  noAction: 'Aucun contact n’est indiqué.',
  withdrawn: (date) => `Texte retiré${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `Motif\u00a0: ${reason}`,
  superseded: 'Il existe un texte plus récent\u00a0:',
  stale: (time) => `Mise à jour impossible pour le moment. ${time ? `Dernière vérification\u00a0: ${time}.` : 'Le texte a pu changer.'}`,
  outdated: (date) => `Peut-être périmé\u00a0: valable jusqu’${to(date)}.`,
  mirror: 'Affiché depuis une adresse de secours.',
  kept: 'Affiché depuis une copie sur cet appareil.',
  cache: 'Affiché depuis une copie dans ce navigateur.',
  showAll: 'Tout afficher',
  more: (number, count) => `Afficher ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}\u00a0: la situation a changé. ${status}`,
};
