/** French: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('fr').select(count)] ?? forms.other}`;
const dayForms: Forms = { one: 'jour', other: 'jours', many: 'de jours' };

export const details: Details = {
  headings: {
    people: 'Personnes',
    signatories: 'Signataires',
    interventions: 'Courriers et réponses',
    documents: 'Documents',
  },
  pseudonym: 'nom modifié',
  withheld: 'nom non divulgué',
  unnamed: 'sans nom',
  charges: { pending: 'accusation en cours', dropped: 'accusation abandonnée', convicted: 'condamnation', acquitted: 'acquittement' },
  charged: (text) => `Accusation\u00a0: ${text}`,
  sentenced: (text) => `Peine\u00a0: ${text}`,
  suspended: 'avec sursis',
  certainties: { known: '', suspected: 'responsabilité présumée', claimed: 'responsabilité revendiquée' },
  equipment: {
    seized: 'saisie',
    damaged: 'dégradation',
    searched: 'fouille',
    returned: 'restitution',
  },
  injured: (number) => `blessés\u00a0: ${number}`,
  documents: (number, count) => counted(number, count, { one: 'document', other: 'documents', many: 'de documents' }),
  interventions: {
    letter: 'Lettre',
    'urgent-appeal': 'Appel urgent',
    question: 'Question',
    alert: 'Alerte',
    opinion: 'Avis',
    complaint: 'Plainte',
    other: 'Intervention',
  },
  from: (name) => `de ${name}`,
  to: (name) => `à l’attention de ${name}`,
  noReply: (number, count) => `Sans réponse depuis ${counted(number, count, dayForms)}.`,
  noReplyOn: (number, count, { within }) => `Sans réponse depuis ${counted(number, count, dayForms)}, décompte ${within}.`,
  noReplyYet: 'Sans réponse.',
  replied: (date) => (date ? `Réponse ${date.within}` : 'Réponse'),
  replyRefused: 'La réponse a été refusée.',
  papers: {
    ruling: 'Jugement',
    complaint: 'Plainte',
    opinion: 'Avis',
    letter: 'Lettre',
    report: 'Rapport',
    other: 'Document',
  },
  categories: {
    killing: 'Meurtre',
    'enforced-disappearance': 'Disparition forcée',
    torture: 'Torture',
    'arbitrary-detention': 'Détention arbitraire',
    kidnapping: 'Enlèvement',
    'physical-attack': 'Agression physique',
    threat: 'Menace',
    'online-harassment': 'Harcèlement en ligne',
    'legal-harassment': 'Harcèlement judiciaire',
    slapp: 'Procédure-bâillon',
    'accreditation-denied': 'Accréditation refusée',
    'access-denied': 'Accès refusé',
    'website-blocked': 'Site bloqué',
    'internet-shutdown': 'Coupure d’Internet',
    'equipment-seized': 'Matériel saisi',
    surveillance: 'Surveillance',
    expulsion: 'Expulsion',
    dismissal: 'Licenciement',
    censorship: 'Censure',
    other: 'Autre',
  },
};
