/** Portuguese: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('pt').select(count)] ?? forms.other}`;
const dayForms: Forms = { one: 'dia', other: 'dias', many: 'de dias' };

export const details: Details = {
  headings: {
    people: 'Pessoas',
    signatories: 'Signatários',
    interventions: 'Cartas e respostas',
    documents: 'Documentos',
  },
  pseudonym: 'nome alterado',
  withheld: 'nome não divulgado',
  unnamed: 'sem nome',
  charges: { pending: 'acusação pendente', dropped: 'acusação retirada', convicted: 'condenação', acquitted: 'absolvição' },
  charged: (text) => `Acusação: ${text}`,
  sentenced: (text) => `Pena: ${text}`,
  suspended: 'com suspensão',
  certainties: { known: '', suspected: 'suspeito', claimed: 'assume a autoria' },
  equipment: {
    seized: 'apreensão',
    damaged: 'danos',
    searched: 'busca',
    returned: 'devolução',
  },
  injured: (number) => `pessoas feridas: ${number}`,
  documents: (number, count) => counted(number, count, { one: 'documento', other: 'documentos', many: 'de documentos' }),
  interventions: {
    letter: 'Carta',
    'urgent-appeal': 'Apelo urgente',
    question: 'Pergunta',
    alert: 'Alerta',
    opinion: 'Parecer',
    complaint: 'Queixa',
    other: 'Intervenção',
  },
  from: (name) => `de ${name}`,
  to: (name) => `para ${name}`,
  noReply: (number, count) => `Sem resposta há ${counted(number, count, dayForms)}.`,
  noReplyOn: (number, count, { within }) => `Sem resposta há ${counted(number, count, dayForms)}, contagem ${within}.`,
  noReplyYet: 'Sem resposta.',
  replied: (date) => (date ? `Resposta ${date.within}` : 'Resposta'),
  replyRefused: 'A resposta foi recusada.',
  papers: {
    ruling: 'Decisão',
    complaint: 'Queixa',
    opinion: 'Parecer',
    letter: 'Carta',
    report: 'Relatório',
    other: 'Documento',
  },
  categories: {
    killing: 'Assassinato',
    'enforced-disappearance': 'Desaparecimento forçado',
    torture: 'Tortura',
    'arbitrary-detention': 'Detenção arbitrária',
    kidnapping: 'Sequestro',
    'physical-attack': 'Agressão física',
    threat: 'Ameaça',
    'online-harassment': 'Assédio na internet',
    'legal-harassment': 'Assédio judicial',
    slapp: 'Processo abusivo (SLAPP)',
    'accreditation-denied': 'Credenciamento negado',
    'access-denied': 'Acesso negado',
    'website-blocked': 'Site bloqueado',
    'internet-shutdown': 'Bloqueio da internet',
    'equipment-seized': 'Equipamento apreendido',
    surveillance: 'Vigilância',
    expulsion: 'Expulsão',
    dismissal: 'Demissão',
    censorship: 'Censura',
    other: 'Outro',
  },
};
