/** French. Nouns are chosen so that no participle has to agree with a word that only the feed knows. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

/** The first of a month is an ordinal. */
const written = ({ text }: CalendarDate) => text.replace(/^1 /, '1er ');
const definite = (date: CalendarDate) => (date.day ? `le ${written(date)}` : written(date));
const within = (date: CalendarDate) => (date.day ? `le ${written(date)}` : `en ${date.text}`);
/** "le 4 mai" after "à". */
const to = ({ within }: When) => within.replace(/^le /, 'au ');

function step(it: string, e: 'e' | '', noDate: string, held = 'a eu lieu') {
  return {
    'not-set': noDate,
    scheduled: ({ within }: When) => `${it} est prévu${e} ${within}.`,
    postponed: (date?: When) =>
      date ? `${it} a été reporté${e} et est désormais prévu${e} ${date.within}.` : `${it} a été reporté${e}, sans nouvelle date.`,
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} a été annulé${e}.`,
  };
}

const entries: Forms = { one: 'autre texte', other: 'autres textes', many: 'd’autres textes' };

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
  speaker: (publisher, kind) => `${kind} – ${publisher}`,

  statuses: {
    unknown: 'Situation inconnue',
    none: 'Aucune procédure',
    investigating: 'Enquête en cours',
    pending: 'Affaire en cours',
    decided: 'Décision rendue',
    appealed: 'Appel en cours',
    closed: 'Affaire close',
  },
  incidentStates: { active: 'Toujours en cours', resolved: 'Situation réglée' },
  outcomes: {
    granted: 'Il a été fait droit à la demande.',
    'partly-granted': 'Il a été fait droit en partie à la demande.',
    denied: 'La demande a été rejetée.',
    convicted: 'Une condamnation a été prononcée.',
    acquitted: 'Un acquittement a été prononcé.',
    quashed: 'La décision a été annulée.',
    settled: 'Un accord a mis fin à l’affaire.',
    dismissed: 'Il a été mis fin à la procédure.',
    withdrawn: 'La demande a été retirée.',
    archived: 'Le dossier a été archivé.',
    reversed: 'La décision a été infirmée.',
  },
  compliances: {
    unknown: 'On ignore si la décision a été exécutée.',
    complied: 'La décision a été exécutée.',
    partial: 'La décision a été exécutée en partie.',
    ignored: 'La décision n’a pas été exécutée.',
  },
  steps: {
    hearing: step('L’audience', 'e', 'Aucune date d’audience n’est fixée.'),
    ruling: step('Le prononcé de la décision', '', 'Aucune date n’est fixée pour le prononcé de la décision.'),
    deadline: step('L’échéance', 'e', 'Aucune échéance n’est fixée.', 'est passée'),
    release: step('La libération', 'e', 'Aucune date n’est fixée pour la libération.'),
    other: step('La prochaine étape', 'e', 'Aucune date n’est fixée pour la prochaine étape.'),
  },
  namedStep: {
    'not-set': (name) => `${name}\u00a0: aucune date n’est fixée.`,
    scheduled: (name, { alone }) => `${name}\u00a0: ${alone}.`,
    postponed: (name, date) => `${name}\u00a0: report${date ? ` ${to(date)}` : ', sans nouvelle date'}.`,
    held: (name, date) => `${name}\u00a0: a eu lieu${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}\u00a0: annulation.`,
  },
  next: 'à venir',

  filed: ({ within }) => `dépôt ${within}`,
  challenges: 'Ce qui est contesté',
  asOf: (date) => `Situation ${to(date)}`,
  checked: (time) => `Dernière vérification\u00a0: ${time}`,

  facts: {
    what: 'Quoi',
    who: 'Qui',
    count: 'Combien',
    names: 'Noms',
    affiliation: 'Appartenance',
    actor: 'Par qui',
    where: 'Où',
    when: 'Quand',
    grounds: 'Motif invoqué',
    categories: 'Thème',
  },
  actors: {
    state: 'autorité de l’État',
    court: 'tribunal',
    police: 'police',
    company: 'entreprise',
    'non-state': 'groupe non étatique',
    unknown: 'non connu',
  },

  headings: {
    facts: 'Ce qui s’est passé',
    timeline: 'Déroulement de l’affaire',
    quotes: 'Ce qui a été dit',
    background: 'Contexte',
    sources: 'Sources',
    corrections: 'Rectificatifs',
    trackers: 'Autres observatoires',
    statement: 'Texte intégral',
    list: 'Campagnes',
    contacts: 'Contacts',
    status: 'État de l’affaire',
  },
  about: (publisher) => `À propos\u00a0: ${publisher}`,
  qualifiers: {
    'more-than': (value) => `plus de ${value}`,
    'less-than': (value) => `moins de ${value}`,
    'at-least': (value) => `au moins ${value}`,
    'at-most': (value) => `au plus ${value}`,
    about: (value) => `environ ${value}`,
  },
  provenance: {
    author: (name) => `Rédaction\u00a0: ${name}`,
    publisher: (name) => `Publication\u00a0: ${name}`,
    distributor: (name) => `Diffusion\u00a0: ${name}`,
    translator: (name) => `Traduction\u00a0: ${name}`,
    mirror: (name) => `Copie miroir\u00a0: ${name}`,
  },
  alterations: { none: 'sans modification', excerpted: 'extraits', translated: 'traduit', edited: 'remanié' },
  credit: (name) => `Crédit\u00a0: ${name}`,

  otherLanguages: 'Autres langues',
  original: 'original',
  machine: 'Ce texte est une traduction automatique.',
  olderTranslation: 'L’original a été modifié depuis cette traduction.',

  roles: { press: 'Contact presse', legal: 'Contact juridique', support: 'Soutien', correction: 'Rectificatifs', general: 'Contact' },
  channels: {
    email: 'Courriel',
    url: 'Site web',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Adresse onion, pour le navigateur Tor',
    languages: 'Langues',
    hours: 'Horaires',
  },
  call: 'Appeler',
  sendEmail: 'Écrire un courriel',
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
  earlier: 'Événements antérieurs',
  copied: 'Lien copié.',
  copyByHand: 'Copiez cette adresse\u00a0:',
  correctionsGoTo: (publisher) => `Pour signaler une erreur, adressez-vous à\u00a0: ${publisher}.`,

  loading: 'Chargement du texte',
  failed: 'Ce texte ne peut pas être affiché pour le moment. Il apparaîtra dès qu’il sera accessible.',
  failedOnce: 'Ce texte ne peut pas être affiché pour le moment.',
  empty: 'Rien n’a encore été publié ici.',
  unknownItem: 'Ce texte ne figure pas parmi ceux qui sont publiés ici.',
  noStatus: 'L’état de l’affaire n’a pas été publié.',
  noAction: 'Aucun contact n’a été publié.',
  withdrawn: (date) => `Texte retiré${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `Motif\u00a0: ${reason}`,
  superseded: 'Un texte plus récent a remplacé celui-ci.',
  stale: (time) =>
    `Les nouvelles n’ont pas pu être obtenues à l’instant. ${time ? `Dernière vérification\u00a0: ${time}.` : 'Ce que vous voyez a pu changer.'}`,
  outdated: ({ within }) => `Ces informations ne sont peut-être plus à jour\u00a0: leur validité s’arrêtait ${within}.`,
  mirror: 'Affiché à partir d’une copie miroir de l’adresse de l’éditeur.',
  kept: 'Affiché à partir d’une copie conservée sur cet appareil.',
  cache: 'Affiché à partir d’une copie dans le cache de ce navigateur.',
  showAll: 'Tout afficher',
  more: (number, count) => `Afficher ${number} ${entries[new Intl.PluralRules('fr').select(count)] ?? entries.other}`,
  changed: (publisher, status) => `${publisher}\u00a0: la situation a changé. ${status}`,
};
