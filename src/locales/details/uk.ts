/** Ukrainian: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('uk').select(count)] ?? forms.few}`;
const dayForms: Forms = { one: 'день', few: 'дні', many: 'днів' };

export const details: Details = {
  headings: {
    people: 'Люди',
    signatories: 'Підписанти',
    interventions: 'Листи та відповіді',
    documents: 'Документи',
  },
  pseudonym: 'ім’я змінено',
  withheld: 'ім’я не розголошується',
  unnamed: 'ім’я не названо',
  charges: {
    pending: 'обвинувачення розглядається',
    dropped: 'обвинувачення знято',
    convicted: 'обвинувальний вирок',
    acquitted: 'виправдувальний вирок',
  },
  charged: (text) => `Обвинувачення: ${text}`,
  sentenced: (text) => `Покарання: ${text}`,
  suspended: 'умовно',
  certainties: { known: '', suspected: 'імовірно', claimed: 'бере відповідальність на себе' },
  equipment: {
    seized: 'вилучено',
    damaged: 'пошкоджено',
    searched: 'обшукано',
    returned: 'повернуто',
  },
  injured: (number) => `поранено: ${number}`,
  documents: (number, count) => counted(number, count, { one: 'документ', few: 'документи', many: 'документів' }),
  interventions: {
    letter: 'Лист',
    'urgent-appeal': 'Термінове звернення',
    question: 'Запит',
    alert: 'Повідомлення про порушення',
    opinion: 'Висновок',
    complaint: 'Скарга',
    other: 'Звернення',
  },
  from: (name) => `від кого: ${name}`,
  to: (name) => `кому: ${name}`,
  noReply: (number, count) => `Відповіді немає ${counted(number, count, dayForms)}.`,
  noReplyOn: (number, count, { alone }) => `Відповіді немає ${counted(number, count, dayForms)}, підрахунок на ${alone}.`,
  noReplyYet: 'Відповіді немає.',
  replied: (date) => (date ? `Відповідь ${date.within}` : 'Відповідь'),
  replyRefused: 'У відповіді відмовлено.',
  papers: {
    ruling: 'Рішення',
    complaint: 'Скарга',
    opinion: 'Висновок',
    letter: 'Лист',
    report: 'Звіт',
    other: 'Документ',
  },
  categories: {
    killing: 'Вбивство',
    'enforced-disappearance': 'Насильницьке зникнення',
    torture: 'Катування',
    'arbitrary-detention': 'Свавільне затримання',
    kidnapping: 'Викрадення',
    'physical-attack': 'Фізичний напад',
    threat: 'Погроза',
    'online-harassment': 'Цькування в інтернеті',
    'legal-harassment': 'Судове переслідування',
    slapp: 'Позов, щоб змусити мовчати (SLAPP)',
    'accreditation-denied': 'Відмова в акредитації',
    'access-denied': 'Відмова в доступі',
    'website-blocked': 'Блокування сайту',
    'internet-shutdown': 'Вимкнення інтернету',
    'equipment-seized': 'Вилучення техніки',
    surveillance: 'Стеження',
    expulsion: 'Видворення',
    dismissal: 'Звільнення з роботи',
    censorship: 'Цензура',
    other: 'Інше',
  },
};
