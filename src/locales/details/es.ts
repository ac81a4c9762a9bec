/** Spanish: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('es').select(count)] ?? forms.other}`;
const dayForms: Forms = { one: 'día', other: 'días', many: 'de días' };

export const details: Details = {
  headings: {
    people: 'Personas',
    signatories: 'Firmantes',
    interventions: 'Cartas y respuestas',
    documents: 'Documentos',
  },
  pseudonym: 'nombre cambiado',
  withheld: 'nombre reservado',
  unnamed: 'sin nombrar',
  charges: { pending: 'cargo pendiente', dropped: 'cargo retirado', convicted: 'condena', acquitted: 'absolución' },
  charged: (text) => `Acusación: ${text}`,
  sentenced: (text) => `Pena: ${text}`,
  suspended: 'en suspenso',
  certainties: { known: '', suspected: 'presunto', claimed: 'reivindica la autoría' },
  equipment: {
    seized: 'incautación',
    damaged: 'daños',
    searched: 'registro',
    returned: 'devolución',
  },
  injured: (number) => `personas heridas: ${number}`,
  documents: (number, count) => counted(number, count, { one: 'documento', other: 'documentos', many: 'de documentos' }),
  interventions: {
    letter: 'Carta',
    'urgent-appeal': 'Llamamiento urgente',
    question: 'Pregunta',
    alert: 'Alerta',
    opinion: 'Opinión',
    complaint: 'Denuncia',
    other: 'Intervención',
  },
  from: (name) => `de ${name}`,
  to: (name) => `a ${name}`,
  noReply: (number, count) => `Sin respuesta desde hace ${counted(number, count, dayForms)}.`,
  noReplyOn: (number, count, { within }) => `Sin respuesta desde hace ${counted(number, count, dayForms)}, cómputo ${within}.`,
  noReplyYet: 'Sin respuesta.',
  replied: (date) => (date ? `Respuesta ${date.within}` : 'Respuesta'),
  replyRefused: 'Se negó la respuesta.',
  papers: {
    ruling: 'Sentencia',
    complaint: 'Denuncia',
    opinion: 'Opinión',
    letter: 'Carta',
    report: 'Informe',
    other: 'Documento',
  },
  categories: {
    killing: 'Asesinato',
    'enforced-disappearance': 'Desaparición forzada',
    torture: 'Tortura',
    'arbitrary-detention': 'Detención arbitraria',
    kidnapping: 'Secuestro',
    'physical-attack': 'Agresión física',
    threat: 'Amenaza',
    'online-harassment': 'Acoso en línea',
    'legal-harassment': 'Acoso judicial',
    slapp: 'Demanda abusiva (SLAPP)',
    'accreditation-denied': 'Acreditación denegada',
    'access-denied': 'Acceso denegado',
    'website-blocked': 'Sitio web bloqueado',
    'internet-shutdown': 'Corte de internet',
    'equipment-seized': 'Equipo incautado',
    surveillance: 'Vigilancia',
    expulsion: 'Expulsión',
    dismissal: 'Despido',
    censorship: 'Censura',
    other: 'Otro',
  },
};
