/** Spanish, in words that are the same on both sides of the Atlantic. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

const definite = ({ text, day }: CalendarDate) => (day ? `el ${text}` : text);
const within = ({ text, day }: CalendarDate) => `${day ? 'el' : 'en'} ${text}`;
/** Contracted: "antes del 4 de mayo", "al 4 de mayo". */
const before = (date: CalendarDate) => `antes de ${definite(date)}`.replace('de el ', 'del ');
/** The date after a preposition: "para el 4 de mayo", "para mayo". */
const goal = ({ within }: When) => within.replace(/^en /, '');

function step(it: string, o: 'o' | 'a', noDate: string, held = 'tuvo lugar') {
  return {
    'not-set': noDate,
    scheduled: (date: When) => (date.plain ? `${it} está fijad${o} para ${goal(date)}.` : `${it} está previst${o} ${date.within}.`),
    postponed: (date?: When) => {
      if (!date) return `${it} se ha aplazado, sin nueva fecha.`;
      return `${it} se ha aplazado y está previst${o} ${date.plain ? `para ${goal(date)}` : date.within}.`;
    },
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} se ha cancelado.`,
  };
}

const entries: Forms = { one: 'texto más', other: 'textos más', many: 'de textos más' };

export const es: Locale = {
  tag: 'es',
  intl: 'es',
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  date: 'D de M de Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: (date) => `a más tardar ${within(date)}`,
    before,
    after: (date) => before(date).replace('antes', 'después'),
    since: (date) => `desde ${definite(date)}`,
    about: (date) => `hacia ${definite(date)}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Declaración', case: 'Caso', campaign: 'Campaña' },
  speaker: (publisher, kind) => `${kind} de ${publisher}`,

  statuses: {
    unknown: 'Situación desconocida',
    none: 'Sin procedimiento',
    investigating: 'En investigación',
    pending: 'Caso pendiente',
    decided: 'Decisión dictada',
    appealed: 'En apelación',
    closed: 'Caso cerrado',
  },
  incidentStates: { active: 'Sigue en curso', resolved: 'Resuelto' },
  outcomes: {
    granted: 'La demanda fue estimada.',
    'partly-granted': 'La demanda fue estimada en parte.',
    denied: 'La demanda fue desestimada.',
    convicted: 'Se dictó una condena.',
    acquitted: 'Se dictó una absolución.',
    quashed: 'La decisión fue anulada.',
    settled: 'El caso terminó con un acuerdo.',
    dismissed: 'El caso fue sobreseído.',
    withdrawn: 'La demanda fue retirada.',
    archived: 'El caso fue archivado.',
    reversed: 'La decisión fue revocada.',
  },
  compliances: {
    unknown: 'No se sabe si la decisión se ha cumplido.',
    complied: 'La decisión se ha cumplido.',
    partial: 'La decisión se ha cumplido en parte.',
    ignored: 'La decisión no se ha cumplido.',
  },
  steps: {
    hearing: step('La audiencia', 'a', 'No hay fecha fijada para la audiencia.', 'se celebró'),
    ruling: step('La lectura del fallo', 'a', 'No hay fecha fijada para la lectura del fallo.'),
    deadline: step('El plazo', 'o', 'No hay plazo fijado.', 'venció'),
    release: step('La puesta en libertad', 'a', 'No hay fecha fijada para la puesta en libertad.'),
    other: step('El próximo paso', 'o', 'No hay fecha fijada para el próximo paso.'),
  },
  namedStep: {
    'not-set': (name) => `${name}: no hay fecha fijada.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => `${name}: aplazamiento, ${date ? `nueva fecha: ${date.alone}` : 'sin nueva fecha'}.`,
    held: (name, date) => `${name}: tuvo lugar${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}: cancelación.`,
  },
  next: 'próximo paso',

  filed: ({ alone }) => `presentación: ${alone}`,
  challenges: 'Lo que se impugna',
  asOf: ({ within }) => `Situación ${within.replace(/^el /, 'al ')}`,
  checked: (time) => `Última comprobación: ${time}`,

  facts: {
    what: 'Qué',
    who: 'Quién',
    count: 'Número',
    names: 'Nombres',
    affiliation: 'Pertenencia',
    actor: 'Por quién',
    where: 'Dónde',
    when: 'Cuándo',
    grounds: 'Motivo alegado',
    categories: 'Tema',
  },
  actors: {
    state: 'autoridad estatal',
    court: 'tribunal',
    police: 'policía',
    company: 'empresa',
    'non-state': 'grupo no estatal',
    unknown: 'no se conoce',
  },

  headings: {
    facts: 'Qué ocurrió',
    timeline: 'Evolución del caso',
    quotes: 'Qué se dijo',
    background: 'Antecedentes',
    sources: 'Fuentes',
    corrections: 'Correcciones',
    trackers: 'Otros registros',
    statement: 'Texto completo',
    list: 'Campañas',
    contacts: 'Contactos',
    status: 'Situación del caso',
  },
  about: (publisher) => `Acerca de ${publisher}`,
  qualifiers: {
    'more-than': (value) => `más de ${value}`,
    'less-than': (value) => `menos de ${value}`,
    'at-least': (value) => `al menos ${value}`,
    'at-most': (value) => `como máximo ${value}`,
    about: (value) => `alrededor de ${value}`,
  },
  provenance: {
    author: (name) => `Redacción: ${name}`,
    publisher: (name) => `Publicación: ${name}`,
    distributor: (name) => `Distribución: ${name}`,
    translator: (name) => `Traducción: ${name}`,
    mirror: (name) => `Copia espejo: ${name}`,
  },
  alterations: { none: 'sin cambios', excerpted: 'extractos', translated: 'traducido', edited: 'editado' },
  credit: (name) => `Crédito: ${name}`,

  otherLanguages: 'Otros idiomas',
  original: 'original',
  machine: 'Este texto es una traducción automática.',
  olderTranslation: 'El original ha cambiado desde que se hizo esta traducción.',

  roles: {
    press: 'Contacto de prensa',
    legal: 'Contacto jurídico',
    support: 'Apoyo',
    correction: 'Correcciones',
    general: 'Contacto',
  },
  channels: {
    email: 'Correo electrónico',
    url: 'Sitio web',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Dirección onion, para el navegador Tor',
    languages: 'Idiomas',
    hours: 'Horario',
  },
  call: 'Llamar',
  sendEmail: 'Escribir un correo',
  actions: {
    contact: 'Contactar',
    write: 'Escribir',
    sign: 'Firmar',
    donate: 'Donar',
    share: 'Compartir',
    subscribe: 'Suscribirse',
    follow: 'Seguir',
    attend: 'Asistir',
    'report-correction': 'Comunicar un error',
  },
  closedAction: ({ within }) => `Cerrado: terminó ${within}`,
  notYetOpen: ({ within }) => `Se abre ${within}`,
  showPicture: 'Mostrar la imagen',
  earlier: 'Hechos anteriores',
  copied: 'Enlace copiado.',
  copyByHand: 'Copie esta dirección:',
  correctionsGoTo: (publisher) => `Para comunicar un error, diríjase a ${publisher}.`,

  loading: 'Cargando el texto',
  failed: 'Este texto no se puede mostrar en este momento. Aparecerá en cuanto esté accesible.',
  failedOnce: 'Este texto no se puede mostrar en este momento.',
  empty: 'Aquí todavía no se ha publicado nada.',
  unknownItem: 'Este texto no está entre los que se publican aquí.',
  noStatus: 'No se ha publicado la situación del caso.',
  noAction: 'No se ha publicado ningún contacto.',
  withdrawn: (date) => `Texto retirado${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `Motivo: ${reason}`,
  superseded: 'Un texto más reciente ha sustituido a este.',
  stale: (time) =>
    `No se han podido obtener novedades en este momento. ${time ? `Última comprobación: ${time}.` : 'Lo que ve puede haber cambiado.'}`,
  outdated: ({ within }) => `Esta información puede no estar al día: su validez terminaba ${within}.`,
  mirror: 'Se muestra desde una copia espejo de la dirección del editor.',
  kept: 'Se muestra desde una copia guardada en este dispositivo.',
  cache: 'Se muestra desde una copia en la caché de este navegador.',
  showAll: 'Mostrar todo',
  more: (number, count) => `Mostrar ${number} ${entries[new Intl.PluralRules('es').select(count)] ?? entries.other}`,
  changed: (publisher, status) => `${publisher}: la situación ha cambiado. ${status}`,
};
