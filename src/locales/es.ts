/** Spanish, in words that are the same on both sides of the Atlantic. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

const definite = ({ text, day }: CalendarDate) => (day ? `el ${text}` : text);
const within = ({ text, day }: CalendarDate) => `${day ? 'el' : 'en'} ${text}`;
/** Contracted: "antes del 4 de mayo", "al 4 de mayo". */
const before = (date: CalendarDate) => `antes de ${definite(date)}`.replace('de el ', 'del ');
/** Returns the date as it follows a preposition: "para el 4 de mayo", "para mayo". */
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

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('es').select(count)] ?? forms.other}`;
const entries: Forms = { one: 'texto más', other: 'textos más', many: 'de textos más' };
const events: Forms = { one: 'hecho anterior', other: 'hechos anteriores', many: 'de hechos anteriores' };

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
  bylines: {
    statement: (publisher) => `Declaración de ${publisher}`,
    case: (publisher) => `Caso seguido por ${publisher}`,
    campaign: (publisher) => `Campaña de ${publisher}`,
  },

  statuses: {
    unknown: 'Situación desconocida',
    none: 'Sin proceso judicial',
    investigating: 'En investigación',
    pending: 'Caso pendiente',
    decided: 'Decisión dictada',
    appealed: 'En apelación',
    closed: 'Caso cerrado',
  },
  incidentStates: { active: 'Sigue en curso', resolved: 'Resuelto' },
  rulings: {
    granted: 'Demanda aceptada',
    'partly-granted': 'Aceptada en parte',
    denied: 'Demanda rechazada',
    convicted: 'Condena',
    acquitted: 'Absolución',
    quashed: 'Decisión anulada',
    settled: 'Acuerdo alcanzado',
    dismissed: 'Caso sobreseído',
    withdrawn: 'Demanda retirada',
    archived: 'Caso archivado',
    reversed: 'Decisión revocada',
  },
  outcomes: {
    granted: 'Se dio la razón a la parte demandante.',
    'partly-granted': 'Se dio la razón parcialmente a la parte demandante.',
    denied: 'La demanda fue rechazada.',
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
  next: 'Próximo paso',

  filed: ({ alone }) => `fecha de presentación: ${alone}`,
  challenges: 'Se impugna',
  asOf: ({ within }) => `datos ${within.replace(/^el /, 'al ').replace(/^en /, 'de ')}`,
  checked: (time) => `Última comprobación: ${time}`,

  facts: {
    who: 'Quién',
    names: 'Nombres',
    actor: 'Responsable',
    grounds: 'Motivo oficial',
    court: 'En los tribunales',
    where: 'Dónde',
    when: 'Cuándo',
    categories: 'Temas',
  },
  actors: {
    state: 'autoridad estatal',
    court: 'tribunal',
    police: 'policía',
    company: 'empresa',
    'non-state': 'grupo no estatal',
    unknown: 'desconocido',
  },

  headings: {
    timeline: 'Cronología',
    facts: 'Hechos y declaraciones',
    reading: 'Antecedentes y texto completo',
    quotes: 'Declaraciones',
    background: 'Antecedentes',
    sources: 'Fuentes',
    corrections: 'Correcciones',
    trackers: 'Otros registros',
    statement: 'Texto completo',
    list: 'Campañas',
    contacts: 'Contactos',
    status: 'Situación del caso',
  },
  about: (publisher) => `Quién publica: ${publisher}`,
  counts: {
    dates: (number, count) => counted(number, count, { one: 'fecha', other: 'fechas', many: 'de fechas' }),
    people: (number, count) => counted(number, count, { one: 'persona', other: 'personas', many: 'de personas' }),
    quotes: (number, count) => counted(number, count, { one: 'declaración', other: 'declaraciones', many: 'de declaraciones' }),
    minutes: (number) => `${number} min`,
  },
  latest: (date) => `última: ${date}`,
  qualifiers: {
    'more-than': (value) => `más de ${value}`,
    'less-than': (value) => `menos de ${value}`,
    'at-least': (value) => `al menos ${value}`,
    'at-most': (value) => `como máximo ${value}`,
    about: (value) => `alrededor de ${value}`,
  },
  provenance: {
    author: (name) => `Texto: ${name}`,
    publisher: (name) => `Publicación: ${name}`,
    distributor: (name) => `Distribución: ${name}`,
    translator: (name) => `Traducción: ${name}`,
    mirror: (name) => `Copia espejo: ${name}`,
  },
  alterations: { none: 'sin cambios', excerpted: 'abreviado', translated: 'traducido', edited: 'editado' },
  credit: (name) => `Crédito: ${name}`,

  otherLanguages: 'Otros idiomas',
  original: 'original',
  machine: 'Este texto es una traducción automática.',
  olderTranslation: 'El original ha cambiado desde que se hizo esta traducción.',

  roles: {
    press: 'Contacto de prensa',
    legal: 'Contacto jurídico',
    support: 'Ayuda',
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
  actions: {
    contact: 'Contactar',
    write: 'Escribir',
    sign: 'Firmar',
    donate: 'Donar',
    share: 'Compartir',
    subscribe: 'Suscribirse',
    follow: 'Seguir',
    attend: 'Asistir',
    'report-correction': 'Informar de un error',
  },
  closedAction: ({ within }) => `Terminó ${within}`,
  notYetOpen: ({ within }) => `Se abre ${within}`,
  showPicture: 'Mostrar la imagen',
  earlier: (number, count) => `Mostrar ${counted(number, count, events)}`,
  copied: 'Enlace copiado.',
  copyByHand: 'Copie esta dirección:',
  correctionsGoTo: (publisher) => `Para informar de un error, diríjase a ${publisher}.`,

  loading: 'Cargando el texto',
  failed: 'Este texto no se puede mostrar en este momento. Aparecerá en cuanto esté accesible.',
  failedOnce: 'Este texto no se puede mostrar en este momento.',
  empty: 'Aquí todavía no se ha publicado nada.',
  unknownItem: 'Este texto no está publicado aquí.',
  noStatus: 'No se ha publicado la situación del caso.',
  noAction: 'No se ha publicado ningún contacto.',
  withdrawn: (date) => `Texto retirado${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `Motivo: ${reason}`,
  superseded: 'Hay un texto más reciente:',
  stale: (time) => `No se pudo actualizar. ${time ? `Última comprobación: ${time}.` : 'El texto puede haber cambiado.'}`,
  outdated: (date) => `Puede no estar al día: válido hasta ${goal(date)}.`,
  mirror: 'Cargado desde una dirección de respaldo.',
  kept: 'Cargado desde una copia en este dispositivo.',
  cache: 'Cargado desde una copia en este navegador.',
  showAll: 'Mostrar todo',
  more: (number, count) => `Mostrar ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}: la situación ha cambiado. ${status}`,
};
